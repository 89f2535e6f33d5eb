// Owns what the audit's actions and details are called on the desk. The names in the chain itself never change.

import type { AuditAction } from '@/lib/office/audit/entry';

/** `actionText('session.started')` is `session started`; `signIn.refused` is `sign in refused`. */
export function actionText(action: AuditAction): string {
  return inWords(action.replace('.', ' '));
}

/** Names of details that say too little by themselves. Others are their own words: `sizeBytes`, `size bytes`. */
const labels: Readonly<Record<string, string>> = {
  addresses: 'addresses that are tried each time',
  after: 'corrected to',
  again: 'let in again',
  answers: 'rows that answer',
  approvers: 'may stand in',
  before: 'it said',
  bytes: 'bytes',
  code: 'what it is about',
  conflicts: 'rows that contradict each other',
  count: 'how many',
  dataset: 'list',
  electionDayHours: 'hours on election day',
  electionId: 'election in the files',
  electionName: 'election',
  errors: 'problems',
  fatals: 'problems that stop the whole list',
  isConfirmed: 'number called and confirmed',
  isPractice: 'practice',
  jobId: 'publish',
  kind: 'what for',
  message: 'why',
  newPlace: 'new place',
  phone: 'phone number',
  plan: 'made from',
  pollingLocations: 'polling places',
  recovery: 'for a lost passkey',
  root: 'release',
  rounds: 'times somebody else was first',
  rowsIn: 'rows read',
  rowsSetAside: 'rows set aside',
  segments: 'street ranges',
  setAside: 'rows set aside',
  singleNumberBeatsRange: 'a single number comes before a range',
  sizeBytes: 'bytes',
  takenAt: 'taken at',
  until: 'until',
  whose: 'of',
};

/** Values of `kind`, which are names in the code. */
const kinds: Readonly<Record<string, string>> = {
  callFirst: 'call before you go',
  claim: 'a claim that was decided',
  closed: 'a place is closed',
  draft: 'a new list',
  hours: 'other hours',
  moved: 'a place has moved',
  notices: 'late changes',
  rollback: 'going back to an earlier list',
};

/** SHA-256, whole or after a folder's name: its beginning is enough to tell two apart; the download has all of it. */
const HASH = /^(?:[a-z]+\/)?([0-9a-f]{8})[0-9a-f]{56}$/;

type Detail = string | number | boolean | null;

/** `name: Ana Ruiz, let in again: no, polling places: 12`. */
export function detailsText(details: Readonly<Record<string, Detail>>): string {
  const shown = Object.entries(details).filter(([, value]) => value !== null && value !== '');
  return shown
    .map(
      ([key, value]) =>
        `${Object.hasOwn(labels, key) ? labels[key] : inWords(key)}: ${valueText(key, value)}`,
    )
    .join(', ');
}

function valueText(key: string, value: Detail): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'string') return String(value);
  if (key === 'kind' && Object.hasOwn(kinds, value)) return kinds[value] ?? value;
  if (key === 'setAside') return setAsideText(value);
  return HASH.exec(value)?.[1] ?? value;
}

/** `[["ms-adams",12]]` -> `ms-adams 12`. */
function setAsideText(json: string): string {
  return (
    json
      .replace(/[[\]"]/g, '')
      .replace(/,(\d+)/g, ' $1')
      .replace(/,/g, ', ') || 'none any more'
  );
}

/** `signIn refused` -> `sign in refused`. */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/\s+/g, ' ');
}
