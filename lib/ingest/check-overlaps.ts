// Owns the reports on overlapping ranges: which segments are of one street, and what is said of those that
// meet. Mirrors the look-up: what is a conflict here is what it answers `conflict` to.

import type { StreetSegment } from '@/lib/core/vip';
import type { KnownStreets } from './checks/known-streets';
import { findOverlaps, type Partners, type Ranges } from './overlap';
import type { Destination } from './precinct-graph';
import type { ProblemLog } from './problem';
import type { SettledSegments } from './settle-segments';
import { type StreetGroups, streetText } from './street-groups';
import { findUnitOverlaps } from './unit-overlap';

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
  const ranges = rangesOf(segments, destinations);
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

function rangesOf(segments: readonly StreetSegment[], destinations: readonly Destination[]): Ranges {
  const size = segments.length;
  const ranges = {
    start: new Int32Array(size),
    end: new Int32Array(size),
    side: new Int8Array(size),
    answer: new Int32Array(size),
  };
  const answers = new Map<string, number>();
  for (let i = 0; i < size; i++) {
    const segment = segments[i]!;
    ranges.start[i] = segment.startHouseNumber;
    ranges.end[i] = segment.includesAllAddresses ? everyNumber : segment.endHouseNumber;
    ranges.side[i] = SIDES[segment.oddEvenBoth];
    const { key } = destinations[i]!;
    const answer = answers.get(key) ?? answers.size;
    if (answer === answers.size) answers.set(key, answer);
    ranges.answer[i] = answer;
  }
  return ranges;
}
