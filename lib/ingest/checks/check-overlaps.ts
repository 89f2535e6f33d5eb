// Owns the reports on overlapping ranges: which segments are of one street, and what is said of those that
// meet. Mirrors the look-up: what is a conflict here is what it answers `conflict` to.

import type { StreetSegment } from '@/lib/core/vip';
import type { ProblemLog } from '../problems/problem';
import { findOverlaps, type Partners, type Ranges } from '../segments/overlap';
import type { SettledSegments } from '../segments/segments-read';
import { type StreetGroups, streetText } from '../segments/street-groups';
import { findUnitOverlaps } from '../segments/unit-overlap';
import type { Destination } from '../vip/precinct-graph';
import type { KnownStreets } from './known-streets';

/** Past the number of houses on any street: a range that holds them all. */
const everyNumber = 1 << 30;

/** Listed at most for one street and code; the rest is counted. */
const listedPerStreet = 50;

/** Reports each segment that overlaps another once: as a conflict where any other leads elsewhere. */
export function reportOverlaps(
  file: string,
  /** The column of the first number as the file calls it. */
  column: string,
  { segments, rows }: SettledSegments,
  { streets, destinations }: KnownStreets,
  log: ProblemLog,
): void {
  const partners = partnersOf(segments, streets, destinations);
  const listed = {
    'overlap-conflict': new Map<number, number>(),
    'overlap-same-place': new Map<number, number>(),
  };
  for (const [i, segment] of segments.entries()) {
    const isConflict = partners.other[i]! >= 0;
    const partner = isConflict ? partners.other[i]! : partners.same[i]!;
    if (partner < 0) continue;
    const code = isConflict ? 'overlap-conflict' : 'overlap-same-place';
    const street = streets.of[i]!;
    const count = listed[code].get(street) ?? 0;
    listed[code].set(street, count + 1);
    if (count >= listedPerStreet || log.isListFull(code, file)) {
      log.countOnly(code, file);
      continue;
    }
    const other = `Row ${rows.at(partner)} (${rangeText(segments[partner]!)})`;
    const detail = isConflict
      ? `${other} leads to ${destinations[partner]!.label}, this row to ${destinations[i]!.label}.`
      : `${other} leads to ${destinations[i]!.label} too.`;
    const value = `${rangeText(segment)} ${streetText(segment)}`;
    log.report(code, { file, row: rows.at(i), column, value }, detail);
  }
}

/** `1-99 odd`; `all numbers`. */
export function rangeText({
  startHouseNumber,
  endHouseNumber,
  oddEvenBoth,
  includesAllAddresses,
}: StreetSegment): string {
  if (includesAllAddresses) return 'all numbers';
  const side = oddEvenBoth === 'both' ? '' : ` ${oddEvenBoth}`;
  return `${startHouseNumber}-${endHouseNumber}${side}`;
}

const SIDES = { both: 0, odd: 1, even: 2 } as const;

function partnersOf(
  segments: readonly StreetSegment[],
  streets: StreetGroups,
  destinations: readonly Destination[],
): Partners {
  const answers = new Map<string, number>();
  const ranges = rangesOf(segments, (i) => {
    const { key } = destinations[i]!;
    const answer = answers.get(key) ?? answers.size;
    if (answer === answers.size) answers.set(key, answer);
    return answer;
  });
  const partners: Partners = {
    other: new Int32Array(segments.length).fill(-1),
    same: new Int32Array(segments.length).fill(-1),
  };
  for (let street = 0; street < streets.size; street++) {
    const members = streets.members(street);
    if (members.length < 2) continue;
    // A row that names units stands before one that does not, so the two kinds never contradict each other.
    const withUnits = members.filter((i) => segments[i]!.units.length > 0);
    const whole = withUnits.length === 0 ? members : members.filter((i) => segments[i]!.units.length === 0);
    findOverlaps(ranges, whole, partners);
    if (withUnits.length > 1) findUnitOverlaps(segments, ranges, withUnits, partners);
  }
  return partners;
}

/** Segments as columns of numbers; `answerOf` gives equal numbers for equal answers. */
export function rangesOf(segments: readonly StreetSegment[], answerOf: (index: number) => number): Ranges {
  const size = segments.length;
  const ranges = {
    start: new Int32Array(size),
    end: new Int32Array(size),
    side: new Int8Array(size),
    answer: new Int32Array(size),
  };
  for (let i = 0; i < size; i++) {
    const segment = segments[i]!;
    ranges.start[i] = segment.startHouseNumber;
    ranges.end[i] = segment.includesAllAddresses ? everyNumber : segment.endHouseNumber;
    ranges.side[i] = SIDES[segment.oddEvenBoth];
    ranges.answer[i] = answerOf(i);
  }
  return ranges;
}
