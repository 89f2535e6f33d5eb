// Owns what an office has declared with "a single number beats a range": the number is taken out of the ranges that hold it and lead
// elsewhere. Everybody after this (the look-up, the comparison, the preview) sees rows that do not contradict each other.

import type { OddEvenBoth, StreetSegment } from '@/lib/core/vip';
import { rangeText } from '../checks/check-overlaps';
import { knownStreets } from '../checks/known-streets';
import type { ProblemLog } from '../problems/problem';
import type { PrecinctGraph } from '../vip/precinct-graph';
import type { SingleNumbers } from './declared-singles';
import { RowNumbers } from './row-numbers';
import type { SettledSegments } from './segments-read';
import type { SettledStreets } from './settle-segments';
import { type StreetGroups, streetText } from './street-groups';

/** Past the last number of a row for all numbers (docs/format/v1.md §5.6). */
const lastNumber = 9_999_999;

/** A number that a range yields, and the row that has it alone. */
interface Taken {
  readonly number: number;
  readonly by: number;
}

/** The same streets with their ranges cut around single numbers of their own; each range that is cut is reported once, at `column`.
 *  Rows with units, and numbers of another prefix or suffix, stand before others in a look-up as it is. */
export function yieldToSingles(
  file: string,
  column: string,
  settled: SettledStreets,
  beats: SingleNumbers,
  graph: PrecinctGraph,
  log: ProblemLog,
): SettledStreets {
  const { segments: kept, rows, withheld } = settled;
  const all = withheld.segments.length === 0 ? kept : [...kept, ...withheld.segments];
  const { streets, destinations } = knownStreets(all, graph);
  const isTaken = (range: number, single: number) => {
    if (single >= kept.length) return false;
    // A range that was set aside yields, too: the number's own row says enough.
    if (range >= kept.length) return beats.isOfAll;
    return (
      destinations[range]!.key !== destinations[single]!.key && beats.yields(kept[range]!, kept[single]!)
    );
  };
  const taken = takenNumbers(all, streets, isTaken);
  if (taken.size === 0) return settled;
  for (const [range, [first, ...others]] of taken) {
    if (first === undefined || range >= kept.length) continue;
    const value = `${rangeText(kept[range]!)} ${streetText(kept[range]!)}`;
    const more = others.length === 0 ? '' : `, and ${others.length} more have rows of their own`;
    const detail = `Row ${rows.at(first.by)} has number ${first.number}${more}.`;
    log.report('range-yields', { file, row: rows.at(range), column, value }, detail);
  }
  return {
    ...cutRows(kept, rows, taken, 0),
    withheld: cutRows(withheld.segments, withheld.rows, taken, kept.length),
  };
}

/** The rows in pieces; `from` is where they begin among all. */
function cutRows(
  segments: readonly StreetSegment[],
  rows: RowNumbers,
  taken: ReadonlyMap<number, readonly Taken[]>,
  from: number,
): SettledSegments {
  const left: StreetSegment[] = [];
  const leftRows = new RowNumbers();
  for (const [i, segment] of segments.entries()) {
    for (const piece of cutAround(segment, taken.get(from + i) ?? [])) {
      left.push(piece);
      leftRows.push(rows.at(i));
    }
  }
  return { segments: left, rows: leftRows };
}

/** Range -> the numbers that it yields, in order. O(n log n), and the numbers that are taken. */
function takenNumbers(
  segments: readonly StreetSegment[],
  streets: StreetGroups,
  isTaken: (range: number, single: number) => boolean,
): ReadonlyMap<number, readonly Taken[]> {
  const taken = new Map<number, readonly Taken[]>();
  for (let street = 0; street < streets.size; street++) {
    const members = streets.members(street);
    if (members.length < 2) continue;
    const plain = members.filter((i) => segments[i]!.units.length === 0 && !segments[i]!.includesAllStreets);
    const singles = [...plain].filter((i) => isSingle(segments[i]!));
    if (singles.length === 0 || singles.length === plain.length) continue;
    singles.sort((a, b) => segments[a]!.startHouseNumber - segments[b]!.startHouseNumber || a - b);
    for (const range of plain) {
      const held = isSingle(segments[range]!) ? [] : heldBy(segments, range, singles, isTaken);
      if (held.length > 0) taken.set(range, held);
    }
  }
  return taken;
}

function isSingle({ startHouseNumber, endHouseNumber, includesAllAddresses }: StreetSegment): boolean {
  return !includesAllAddresses && startHouseNumber === endHouseNumber;
}

function heldBy(
  segments: readonly StreetSegment[],
  range: number,
  singles: readonly number[],
  isTaken: (range: number, single: number) => boolean,
): readonly Taken[] {
  const { start, end, side } = boundsOf(segments[range]!);
  const held: Taken[] = [];
  for (let at = firstFrom(segments, singles, start); at < singles.length; at++) {
    const by = singles[at]!;
    const number = segments[by]!.startHouseNumber;
    if (number > end) break;
    const isOfSide = side === 'both' || (side === 'odd') === (number % 2 === 1);
    if (isOfSide && held.at(-1)?.number !== number && isTaken(range, by)) held.push({ number, by });
  }
  return held;
}

/** The first of the sorted singles whose number is not below `start`. */
function firstFrom(segments: readonly StreetSegment[], singles: readonly number[], start: number): number {
  let [from, to] = [0, singles.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (segments[singles[middle]!]!.startHouseNumber < start) from = middle + 1;
    else to = middle;
  }
  return from;
}

interface Bounds {
  readonly start: number;
  readonly end: number;
  readonly side: OddEvenBoth;
}

function boundsOf(segment: StreetSegment): Bounds {
  const isAll = segment.includesAllAddresses;
  return {
    start: isAll ? 0 : segment.startHouseNumber,
    end: isAll ? lastNumber : segment.endHouseNumber,
    side: isAll ? 'both' : segment.oddEvenBoth,
  };
}

function cutAround(segment: StreetSegment, numbers: readonly Taken[]): readonly StreetSegment[] {
  if (numbers.length === 0) return [segment];
  const { start, end, side } = boundsOf(segment);
  const pieces: StreetSegment[] = [];
  const isOther = (number: number) => side !== 'both' && (side === 'odd') !== (number % 2 === 1);
  const add = (from: number, to: number): void => {
    const startHouseNumber = isOther(from) ? from + 1 : from;
    const endHouseNumber = isOther(to) ? to - 1 : to;
    if (startHouseNumber > endHouseNumber) return;
    pieces.push({
      ...segment,
      startHouseNumber,
      endHouseNumber,
      oddEvenBoth: side,
      includesAllAddresses: false,
    });
  };
  let from = start;
  for (const { number } of numbers) {
    add(from, number - 1);
    from = number + 1;
  }
  add(from, end);
  return pieces;
}
