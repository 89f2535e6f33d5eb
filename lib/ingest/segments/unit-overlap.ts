// Owns the finding of overlaps among the rows of one street that name units. Single units are told apart by
// their text, so that a tower of thousands costs no more than a street of houses; ranges of units are compared.

import type { StreetSegment } from '@/lib/core/vip';
import { findOverlaps, type Partners, type Ranges } from './overlap';
import { unitKey, unitsMeet } from './units';

/** Comparisons at most for one street: 400 rows with ranges of units, each with each. */
const mostComparisons = 160_000;

/** Notes the overlaps among the rows at `members`, which all name units. Past `mostComparisons` ranges of units
 *  are taken not to meet: the look-up still sees them, only the report does not. */
export function findUnitOverlaps(
  segments: readonly StreetSegment[],
  ranges: Ranges,
  members: Int32Array,
  partners: Partners,
): void {
  const sameUnit = new Map<string, number[]>();
  const withRanges: number[] = [];
  for (const i of members) {
    const { units } = segments[i]!;
    if (units.some(({ start, end }) => start !== end)) withRanges.push(i);
    for (const key of new Set(
      units.filter(({ start, end }) => start === end).map(({ start }) => unitKey(start)),
    )) {
      const others = sameUnit.get(key);
      if (others === undefined) sameUnit.set(key, [i]);
      else others.push(i);
    }
  }
  for (const group of sameUnit.values()) {
    if (group.length > 1) findOverlaps(ranges, Int32Array.from(group), partners);
  }
  compareRanges(segments, ranges, withRanges, members, partners);
}

function compareRanges(
  segments: readonly StreetSegment[],
  ranges: Ranges,
  withRanges: readonly number[],
  members: Int32Array,
  { other, same }: Partners,
): void {
  let left = mostComparisons;
  for (const one of withRanges) {
    for (const two of members) {
      if (left-- === 0) return;
      if (one === two || !numbersMeet(ranges, one, two)) continue;
      const partners = ranges.answer[one] === ranges.answer[two] ? same : other;
      if (partners[one] !== -1 && partners[two] !== -1) continue;
      if (!unitsMeet(segments[one]!.units, segments[two]!.units)) continue;
      if (partners[one] === -1) partners[one] = two;
      if (partners[two] === -1) partners[two] = one;
    }
  }
}

/** Whether two ranges share a number of a side that both have. */
function numbersMeet({ start, end, side }: Ranges, a: number, b: number): boolean {
  const first = Math.max(start[a]!, start[b]!);
  const last = Math.min(end[a]!, end[b]!);
  if (first > last) return false;
  if (side[a] === 0 && side[b] === 0) return true;
  if (side[a] !== 0 && side[b] !== 0 && side[a] !== side[b]) return false;
  const odd = (side[a] === 0 ? side[b]! : side[a]!) === 1 ? 1 : 0;
  return first < last || first % 2 === odd;
}
