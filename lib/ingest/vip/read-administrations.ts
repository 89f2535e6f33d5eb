// Owns election offices and where their phone numbers hide: in the office's own row, with an official
// (VIP 3.0 eo_id), or in the contact information of a department or person (VIP 5 and 6).

import type { ElectionAdministration, Locality, State } from '@/lib/core/vip';
import { groupBy } from '../group-by';
import type { ProblemLog } from '../problems/problem';
import { textOrNull } from '../tables/cells';
import { indexById } from '../tables/id-index';
import type { RowCounts } from '../tables/table-reader';
import type { TableRow, VipTables } from '../tables/vip-tables';
import { reportUnreferenced } from './read-places';

type Tables = Pick<
  VipTables,
  'election_administration' | 'election_official' | 'department' | 'contact_information' | 'locality'
>;

/** Id -> office, for the offices that the state and the given localities name. */
export function readAdministrations(
  tables: Tables,
  localities: Iterable<Locality>,
  state: State,
  log: ProblemLog,
  counts: RowCounts,
): ReadonlyMap<string, ElectionAdministration> {
  const usedIds = new Set([...localities].map((locality) => locality.electionAdministrationId));
  usedIds.add(state.electionAdministrationId);
  const isUsed = (id: string) => usedIds.has(id);
  const offices = indexById(tables.election_administration, log, counts, isUsed).byId;
  reportUnreferenced(
    tables.election_administration,
    [...offices.values()].filter(({ cells }) => !isUsed(cells.id)),
    log,
  );
  const contacts = createContacts(tables, log, counts);
  const administrations = new Map<string, ElectionAdministration>();
  for (const [id, row] of offices) {
    if (!isUsed(id)) continue;
    administrations.set(id, readAdministration(row, contacts(row), reporter(tables, row, log)));
  }
  return administrations;
}

interface Contact {
  readonly phone: string;
  readonly email: string;
  readonly hours: string;
  readonly addressLines: readonly string[];
}

/** A function from an office's row to what its officials, departments and persons say, nearest first. */
function createContacts(tables: Tables, log: ProblemLog, counts: RowCounts) {
  const officials = indexById(tables.election_official, log, counts, () => false).byId;
  const byParent = groupBy(tables.contact_information.rows, ({ cells }) => cells.parentId);
  const departments = groupBy(tables.department.rows, ({ cells }) => cells.electionAdministrationId);

  return ({ cells }: TableRow<'election_administration'>): readonly Contact[] => {
    const ofOffice = departments.get(cells.id) ?? [];
    const parents = [
      ...ofOffice.map((department) => department.cells.id),
      cells.id,
      ...ofOffice.map((department) => department.cells.officialPersonId),
    ].filter((id) => id !== '');
    const contacts = parents.flatMap((id) => (byParent.get(id) ?? []).map(contactOf));
    const official = officials.get(cells.officialId)?.cells;
    if (official === undefined) return contacts;
    return [...contacts, { phone: official.phone, email: official.email, hours: '', addressLines: [] }];
  };
}

function contactOf({ cells }: TableRow<'contact_information'>): Contact {
  return {
    phone: cells.phone,
    email: cells.email,
    hours: cells.hours,
    addressLines: addressLines(cells),
  };
}

function readAdministration(
  { cells }: TableRow<'election_administration'>,
  contacts: readonly Contact[],
  report: Report,
): ElectionAdministration {
  const first = (own: string, field: 'phone' | 'email' | 'hours') =>
    textOrNull(own !== '' ? own : (contacts.find((contact) => contact[field] !== '')?.[field] ?? ''));
  const own = addressLines(cells);
  return {
    id: cells.id,
    name: textOrNull(cells.name),
    phone: first(cells.phone, 'phone'),
    email: first(cells.email, 'email'),
    addressLines:
      own.length > 0 ? own : (contacts.find((c) => c.addressLines.length > 0)?.addressLines ?? []),
    hoursText: first(cells.hours, 'hours'),
    electionsUri: textOrNull(cells.electionsUri),
    registrationCheckUri: textOrNull(cells.registrationCheckUri),
    whatToBring: textOrNull(cells.whatToBring),
    reportUri: readWebAddress(cells.reportUri, report),
    languages: readLanguages(cells.languages, report),
  };
}

type Report = (code: 'report-uri-unreadable' | 'language-unreadable', value: string) => void;

function reporter(
  { election_administration: table }: Tables,
  { row }: TableRow<'election_administration'>,
  log: ProblemLog,
): Report {
  return (code, value) => {
    const column = table.label(code === 'language-unreadable' ? 'languages' : 'reportUri');
    log.report(code, { file: table.file, row, column, value });
  };
}

function readWebAddress(cell: string, report: Report): string | null {
  if (cell === '') return null;
  if (/^https?:\/\//i.test(cell) && URL.canParse(cell)) return cell;
  report('report-uri-unreadable', cell);
  return null;
}

/** `en es` or `EN, zh-hant` -> canonical BCP 47 tags, each once. Names of languages are no tags: `Spanish`. */
function readLanguages(cell: string, report: Report): readonly string[] {
  const tags = cell.split(/[\s,;]+/).filter((tag) => tag !== '');
  const languages = tags.map((tag) => {
    const canonical = languageTag(tag);
    if (canonical === null) report('language-unreadable', tag);
    return canonical;
  });
  return [...new Set(languages.filter((tag) => tag !== null))];
}

function languageTag(tag: string): string | null {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch (error) {
    // RangeError is how Intl says "no such tag"; an office may have written one.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

type AddressCells = Readonly<Record<'line1' | 'line2' | 'line3' | 'city' | 'state' | 'zip', string>>;

/** As on an envelope: `['P.O. BOX 1224', 'NATCHEZ, MS 39121']`. A row without a street or box has no address. */
export function addressLines(cells: AddressCells): readonly string[] {
  const lines = [cells.line1, cells.line2, cells.line3].filter((line) => line !== '');
  if (lines.length === 0) return [];
  const region = [cells.state, cells.zip].filter((part) => part !== '').join(' ');
  const town = [cells.city, region].filter((part) => part !== '').join(', ');
  return town === '' ? lines : [...lines, town];
}
