// Owns the search for ranges that vote elsewhere than all of their neighbours: most often one wrong precinct in one row.
// Neighbours are ranges of one street, town, ZIP and side, in the order of their numbers. Changes nothing: boundaries do run
// around single houses, so it is a warning.

import type { StreetSegment } from '@/lib/core/vip';
import type { ProblemLog } from '../problems/problem';
import type { SettledSegments } from '../segments/segments-read';
import { streetText } from '../segments/street-groups';
import type { Destination } from '../vip/precinct-graph';
import { rangeText } from './check-overlaps';
import type { KnownStreets } from './known-streets';

/** So many ranges on either side have to agree. */
const witnesses = 3;

/** House numbers of a block, as nearly every American town counts them. */
const block = 100;

/** One range on one side of a street that differs, and where its neighbours lead. */
interface OddOne {
  readonly index: number;
  readonly neighbours: Destination;
}

/** Reports each range once that stands alone among ranges which all lead to one other place. Quiet where numbers overlap
 *  (that is a conflict of its own), where a range names units, and where another row beside it or across the street, at these
 *  numbers, leads to the same place as it does: then it is a corner of that place's area. O(n log n). */
export function reportOddOnesOut(
  file: string,
  /** The column of the first number as the file calls it. */
  column: string,
  { segments, rows }: SettledSegments,
  { streets, destinations }: KnownStreets,
  log: ProblemLog,
): void {
  const found: OddOne[] = [];
  for (let street = 0; street < streets.size; street++) {
    const members = streets.members(street);
    if (members.length > 2 * witnesses) found.push(...oddOnesOf(members, segments, destinations));
  }
  found.sort((a, b) => a.index - b.index);
  for (const { index, neighbours } of found) {
    const segment = segments[index]!;
    const value = `${rangeText(segment)} ${streetText(segment)}`;
    const detail = `Its neighbours lead to ${neighbours.label}, this row to ${destinations[index]!.label}.`;
    log.report('range-differs-from-neighbours', { file, row: rows.at(index), column, value }, detail);
  }
}

/** Each at most once, though a range of both sides is looked at on both: it has to differ on both. */
function oddOnesOf(
  members: Int32Array,
  segments: readonly StreetSegment[],
  destinations: readonly Destination[],
): readonly OddOne[] {
  const key = (at: number) => destinations[at]!.key;
  // Nearly every street leads to one place.
  if (members.every((at) => key(at) === key(members[0]!))) return [];
  if (members.some((at) => segments[at]!.includesAllAddresses || segments[at]!.includesAllStreets)) return [];
  const sides = (['odd', 'even'] as const).map((side) => sideOf(members, segments, side));
  const odd = new Map<number, OddOne>();
  const cleared = new Set<number>();
  for (const side of sides) {
    for (let at = 0; at < side.length; at++) {
      const index = side[at]!;
      const neighbours = agreedAround(side, at, segments, destinations);
      if (neighbours === null || neighbours.key === key(index)) {
        if (isOnBothSides(segments[index]!)) cleared.add(index);
      } else odd.set(index, { index, neighbours });
    }
  }
  return [...odd.values()].filter(
    ({ index }) => !cleared.has(index) && !hasCompany(index, sides, segments, key),
  );
}

const isOnBothSides = ({ oddEvenBoth }: StreetSegment) => oddEvenBoth === 'both';

/** The members that hold numbers of this side, by their first number. */
function sideOf(members: Int32Array, segments: readonly StreetSegment[], side: 'odd' | 'even'): number[] {
  const start = (at: number) => segments[at]!.startHouseNumber;
  return [...members]
    .filter((at) => segments[at]!.oddEvenBoth === side || isOnBothSides(segments[at]!))
    .filter((at) => segments[at]!.units.length === 0)
    .sort((a, b) => start(a) - start(b) || a - b);
}

/** Where the three before and the three behind lead; null where they are too few, differ, or share numbers with it. */
function agreedAround(
  side: readonly number[],
  at: number,
  segments: readonly StreetSegment[],
  destinations: readonly Destination[],
): Destination | null {
  if (at < witnesses || at + witnesses >= side.length) return null;
  const first = destinations[side[at - 1]!]!;
  for (let step = 1; step <= witnesses; step++) {
    if (destinations[side[at - step]!]!.key !== first.key) return null;
    if (destinations[side[at + step]!]!.key !== first.key) return null;
  }
  const { startHouseNumber, endHouseNumber } = segments[side[at]!]!;
  const overlapsBefore = side
    .slice(at - witnesses, at)
    .some((other) => segments[other]!.endHouseNumber >= startHouseNumber);
  const overlapsBehind = segments[side[at + 1]!]!.startHouseNumber <= endHouseNumber;
  return overlapsBefore || overlapsBehind ? null : first;
}

/** Another range that leads where this one does, across the street at its numbers or at most a block from them. */
function hasCompany(
  index: number,
  sides: readonly (readonly number[])[],
  segments: readonly StreetSegment[],
  key: (at: number) => string,
): boolean {
  const { startHouseNumber, endHouseNumber, oddEvenBoth } = segments[index]!;
  if (oddEvenBoth === 'both') return false;
  const across = sides[oddEvenBoth === 'odd' ? 1 : 0]!;
  const start = (at: number) => segments[across[at]!]!.startHouseNumber;
  // From the one before its first number to the one behind its last.
  for (
    let at = Math.max(0, countUpTo(across.length, start, startHouseNumber) - 1);
    at < across.length;
    at++
  ) {
    const other = segments[across[at]!]!;
    const isNear = other.endHouseNumber >= startHouseNumber - block && start(at) <= endHouseNumber + block;
    if (isNear && key(across[at]!) === key(index)) return true;
    if (start(at) > endHouseNumber) return false;
  }
  return false;
}

/** How many of the sorted values are at most `limit`. */
function countUpTo(size: number, value: (at: number) => number, limit: number): number {
  let [low, high] = [0, size];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value(middle) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
