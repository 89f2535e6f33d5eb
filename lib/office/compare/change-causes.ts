// Owns the change guards: what of a draft somebody has to take note of before it is published, each cause once and with
// its count. Pure: what earlier drafts and elections were comes in.

import type { IsoDate } from '@/lib/core/vip';
import { electionDay } from '@/lib/view/desk-time';
import { countAddresses } from './count-addresses';
import type { AddressCount, Destination, Difference } from './difference';

/** Codes are public names: they stand in the audit. */
export const causeCodes = [
  'precincts-change-place',
  'precinct-loses-place',
  'precincts-swap-places',
  'addresses-move',
  'addresses-vanish',
  'election-over',
  'same-file-again',
  'fix-lost',
  'many-conflicts',
] as const;
export type CauseCode = (typeof causeCodes)[number];

export interface ChangeCause {
  readonly code: CauseCode;
  /** What is acknowledged: another count has to be acknowledged anew. */
  readonly count: number;
  /** What has happened, as a sentence. */
  readonly sentence: string;
  /** Some of what is counted: `Precinct 07: City Hall, now School`. */
  readonly examples: readonly string[];
}

/** More than these parts of the live list, or of the draft's rows (offices.md: 5%, 2%, 0.5%). Addresses that another precinct has
 *  taken over are as few as conflicts may be: one column that has slipped by one row moves no more of a list that is in order. */
export const LIMITS = {
  precinctsChange: 0.05,
  addressesMove: 0.005,
  addressesVanish: 0.02,
  conflicts: 0.005,
} as const;

export interface CauseFacts {
  readonly difference: Difference;
  /** The day, where it is latest in the country. */
  readonly today: IsoDate;
  /** Hash of the draft's dataset, and of those of elections that were live before: hash -> how that election was called. */
  readonly dataset: string;
  readonly earlier: ReadonlyMap<string, string>;
  /** What was put right in an earlier list and is as it was before (lib/office/fixes/lost-fix-text.ts), one sentence each. */
  readonly lostFixes: readonly string[];
}

const EXAMPLES = 5;
/** Each has to be looked at: who put it right knows why. */
const FIXES_SHOWN = 50;

/** All causes, in the order of `causeCodes`; [] where the draft changes nothing that is unusual. */
export function changeCauses(facts: CauseFacts): readonly ChangeCause[] {
  return [
    precinctsChange(facts),
    precinctsLose(facts),
    precinctsSwap(facts),
    addressesMove(facts),
    addressesVanish(facts),
    electionOver(facts),
    sameFile(facts),
    fixesLost(facts),
    conflicts(facts),
  ].filter((cause) => cause !== null);
}

function precinctsChange({ difference }: CauseFacts): ChangeCause | null {
  const changed = difference.precincts.filter(({ kind }) => kind === 'changesPlace');
  const all = difference.live?.precincts ?? 0;
  if (all === 0 || changed.length / all <= LIMITS.precinctsChange) return null;
  return {
    code: 'precincts-change-place',
    count: changed.length,
    sentence: `${of(changed.length, all)} precincts change their polling place.`,
    examples: changed
      .slice(0, EXAMPLES)
      .map(({ name, from, to }) => `${name}: ${from?.label ?? ''}, now ${to?.label ?? ''}`),
  };
}

function precinctsLose({ difference }: CauseFacts): ChangeCause | null {
  const lost = difference.precincts.filter(
    ({ kind, from }) => kind === 'losesPlace' || (kind === 'gone' && (from?.placeKeys.length ?? 0) > 0),
  );
  if (lost.length === 0) return null;
  const gone = lost.filter(({ kind }) => kind === 'gone').length;
  const rest = gone === 0 ? '' : ` ${gone === 1 ? 'One is' : `${count(gone)} are`} no longer on the list.`;
  return {
    code: 'precinct-loses-place',
    count: lost.length,
    sentence: `${lost.length === 1 ? 'One precinct loses its' : `${count(lost.length)} precincts lose their`} polling place.${rest}`,
    examples: lost.slice(0, EXAMPLES).map(({ name, from }) => `${name}: ${from?.label ?? ''}`),
  };
}

/** Two precincts that have each other's place: nearly always a mix-up, however few they are. */
function precinctsSwap({ difference }: CauseFacts): ChangeCause | null {
  const changed = difference.precincts.filter(({ kind, from, to }) => {
    return kind === 'changesPlace' && placesOf(from) !== '' && placesOf(from) !== placesOf(to);
  });
  const ways = new Set(changed.map(({ from, to }) => `${placesOf(from)}>${placesOf(to)}`));
  const swapped = changed.filter(({ from, to }) => ways.has(`${placesOf(to)}>${placesOf(from)}`));
  if (swapped.length === 0) return null;
  return {
    code: 'precincts-swap-places',
    count: swapped.length,
    sentence: `${count(swapped.length)} precincts have each other’s polling place.`,
    examples: swapped
      .slice(0, EXAMPLES)
      .map(({ name, from, to }) => `${name}: ${from?.label ?? ''}, now ${to?.label ?? ''}`),
  };
}

const placesOf = (destination: Destination | null): string => destination?.placeKeys.join(' ') ?? '';

/** Addresses that are another precinct's now and vote elsewhere for it. Either share is enough, as of those that vanish. */
function addressesMove({ difference }: CauseFacts): ChangeCause | null {
  if (difference.live === null) return null;
  const rows = difference.groups
    .filter(({ kind, to }) => kind === 'moved' && to?.kind !== 'conflict')
    .flatMap((group) => group.rows)
    .filter(({ livePrecinct, draftPrecinct }) => livePrecinct !== draftPrecinct);
  const moved = countAddresses(rows);
  const shares = sharesOf(moved, difference.live.addresses, LIMITS.addressesMove);
  if (shares === null) return null;
  return {
    code: 'addresses-move',
    count: moved.numbers + moved.openRanges,
    sentence: `Another precinct has ${shares}, and voters there are sent to another place.`,
    examples: rows.slice(0, EXAMPLES).map((row) => {
      return `${row.start}-${row.end} ${row.street}, ${row.city}: ${row.livePrecinct ?? ''}, now ${row.draftPrecinct ?? ''}`;
    }),
  };
}

/** Either share is enough: house numbers, or ranges without an end ("all numbers" of a street). */
function addressesVanish({ difference }: CauseFacts): ChangeCause | null {
  if (difference.live === null) return null;
  const vanished = difference.groups.filter(({ kind }) => kind === 'vanished');
  const numbers = sum(vanished.map(({ addresses }) => addresses.numbers));
  const openRanges = sum(vanished.map(({ addresses }) => addresses.openRanges));
  const shares = sharesOf({ numbers, openRanges }, difference.live.addresses, LIMITS.addressesVanish);
  if (shares === null) return null;
  return {
    code: 'addresses-vanish',
    count: numbers + openRanges,
    sentence: `The live list has ${shares} that this one has not. Voters there will be told to call.`,
    examples: vanished
      .flatMap(({ rows }) => rows.slice(0, EXAMPLES))
      .slice(0, EXAMPLES)
      .map(({ start, end, street, city }) => `${start}-${end} ${street}, ${city}`),
  };
}

/** `9 of 120 (7.5%) house numbers`; null where neither part is more than `limit` of its whole. */
function sharesOf(part: AddressCount, whole: AddressCount, limit: number): string | null {
  const isMany = (few: number, all: number) => all > 0 && few / all > limit;
  if (!isMany(part.numbers, whole.numbers) && !isMany(part.openRanges, whole.openRanges)) return null;
  const parts = [
    ...(part.numbers > 0 ? [`${of(part.numbers, whole.numbers)} house numbers`] : []),
    ...(part.openRanges > 0 ? [`“all numbers” of a street ${count(part.openRanges)} times`] : []),
  ];
  return parts.join(', and ');
}

function electionOver({ difference, today }: CauseFacts): ChangeCause | null {
  const { electionDate, electionName } = difference.draft;
  if (electionDate >= today) return null;
  return {
    code: 'election-over',
    count: 1,
    sentence: `The election of this list is over: ${electionName}, ${electionDay(electionDate)}. It may be last election’s file.`,
    examples: [],
  };
}

function sameFile({ dataset, earlier }: CauseFacts): ChangeCause | null {
  const name = earlier.get(dataset);
  if (name === undefined) return null;
  return {
    code: 'same-file-again',
    count: 1,
    sentence: `This list was published before, word for word: ${name}.`,
    examples: [],
  };
}

function fixesLost({ lostFixes }: CauseFacts): ChangeCause | null {
  if (lostFixes.length === 0) return null;
  const things =
    lostFixes.length === 1 ? 'One thing that was' : `${count(lostFixes.length)} things that were`;
  return {
    code: 'fix-lost',
    count: lostFixes.length,
    sentence: `${things} put right in an earlier list ${lostFixes.length === 1 ? 'is' : 'are'} as before in this one.`,
    examples: lostFixes.slice(0, FIXES_SHOWN),
  };
}

function conflicts({ difference }: CauseFacts): ChangeCause | null {
  const { conflictingRanges, ranges } = difference.draft;
  if (ranges === 0 || conflictingRanges / ranges <= LIMITS.conflicts) return null;
  return {
    code: 'many-conflicts',
    count: conflictingRanges,
    sentence: `${of(conflictingRanges, ranges)} rows of the street list contradict another row. Voters there are told to call.`,
    examples: [],
  };
}

/** `9 of 120 (7.5%)`. */
function of(part: number, whole: number): string {
  const percent = whole === 0 ? '' : ` (${((part / whole) * 100).toFixed(1)}%)`;
  return `${count(part)} of ${count(whole)}${percent}`;
}

const count = (number: number): string => number.toLocaleString('en-US');

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
