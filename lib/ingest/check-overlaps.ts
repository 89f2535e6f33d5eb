// Owns the reports on overlapping ranges: which segments are of one street, and what is said of those that
// meet. Mirrors the look-up: what is a conflict here is what it answers `conflict` to.

import { squash, streetKey } from '@/lib/core/address/street-key';
import { townKey } from '@/lib/core/address/town';
import type { StreetSegment } from '@/lib/core/vip';
import { FirstSeen, hashText } from './first-seen';
import { findOverlaps, type Partners, type Ranges } from './overlap';
import type { Destination, PrecinctGraph } from './precinct-graph';
import type { ProblemLog } from './problem';
import type { SettledSegments } from './settle-segments';
import { unitsMeet } from './units';

/** Past the number of houses on any street: a range that holds them all. */
const everyNumber = 1 << 30;

/** Listed at most for one street and code; the rest is counted. */
const listedPerStreet = 50;

/** Reports each segment that overlaps another once: as a conflict where any other leads elsewhere. */
export function reportOverlaps(
  file: string,
  { segments, rows }: SettledSegments,
  graph: PrecinctGraph,
  log: ProblemLog,
): void {
  const streets = streetsOf(segments);
  const destinations = destinationsOf(segments, graph);
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
    if (count >= listedPerStreet) {
      log.countOnly(code, file);
      continue;
    }
    const other = `Row ${rows.at(partner)} (${rangeText(segments[partner]!)})`;
    const detail = isConflict
      ? `${other} leads to ${destinations[partner]!.label}, this row to ${destinations[i]!.label}.`
      : `${other} leads to ${destinations[i]!.label} too.`;
    const value = `${rangeText(segment)} ${streetText(segment)}`;
    log.report(code, { file, row: rows.at(i), column: 'start_house_number', value }, detail);
  }
}

interface Streets {
  /** Segment -> number of its street. */
  readonly of: Int32Array;
  /** Street -> its segments, in the file's order. Streets of one segment included. */
  readonly members: readonly (readonly number[])[];
}

/** Segments that a look-up would weigh against each other: one street of one town and ZIP, and one kind of
 *  house number, since a number with its own prefix or suffix stands before the plain ones. */
function streetsOf(segments: readonly StreetSegment[]): Streets {
  const of = new Int32Array(segments.length);
  const members: number[][] = [];
  const keyOf = createKeys();
  const byKey = new Map<string, number>();
  const spellings = new FirstSeen(
    (i) => spellingHash(segments[i]!),
    (a, b) => isSpeltAlike(segments[a]!, segments[b]!),
    segments.length,
  );
  for (let i = 0; i < segments.length; i++) {
    // In a sorted file the row before is of the same street, and its texts the same interned ones.
    const isAsBefore = i > 0 && isSpeltAlike(segments[i]!, segments[i - 1]!);
    const first = isAsBefore ? i - 1 : spellings.add(i);
    if (first === i) {
      const key = keyOf(segments[i]!);
      const street = byKey.get(key) ?? members.length;
      if (street === members.length) {
        byKey.set(key, street);
        members.push([]);
      }
      of[i] = street;
    } else of[i] = of[first]!;
    members[of[i]!]!.push(i);
  }
  return { of, members };
}

function spellingHash(segment: StreetSegment): number {
  return hashText(segment.zip, hashText(segment.streetSuffix, hashText(segment.streetName)));
}

function isSpeltAlike(a: StreetSegment, b: StreetSegment): boolean {
  return (
    a.streetName === b.streetName &&
    a.streetSuffix === b.streetSuffix &&
    a.streetDirection === b.streetDirection &&
    a.addressDirection === b.addressDirection &&
    a.city === b.city &&
    a.zip === b.zip &&
    a.houseNumberPrefix === b.houseNumberPrefix &&
    a.houseNumberSuffix === b.houseNumberSuffix
  );
}

/** A function from a segment to what two spellings of its street share. Remembers names and towns: a state
 *  has far fewer of them than streets. */
function createKeys(): (segment: StreetSegment) => string {
  const names = new Map<string, string>();
  const towns = new Map<string, string>();
  return (segment) => {
    const name = memo(names, streetText(segment), canonicalName);
    const town = memo(towns, segment.city, townKey);
    return `${name}|${town}|${segment.zip}|${numberKind(segment)}`;
  };
}

function memo(known: Map<string, string>, text: string, make: (text: string) => string): string {
  let made = known.get(text);
  if (made === undefined) {
    made = make(text);
    known.set(text, made);
  }
  return made;
}

function numberKind({ houseNumberPrefix: prefix, houseNumberSuffix: suffix }: StreetSegment): string {
  return prefix === null && suffix === null ? '' : `${prefix ?? ''}|${suffix ?? ''}`.toUpperCase();
}

function canonicalName(text: string): string {
  const { pre, core, suffix, post } = streetKey(text);
  return `${pre}|${squash(core)}|${suffix}|${post}`;
}

/** `LAKE ST S`, in the order of the columns. */
function streetText({ streetDirection, streetName, streetSuffix, addressDirection }: StreetSegment): string {
  let text = streetDirection === '' ? streetName : `${streetDirection} ${streetName}`;
  if (streetSuffix !== '') text += ` ${streetSuffix}`;
  return addressDirection === '' ? text : `${text} ${addressDirection}`;
}

function rangeText({
  startHouseNumber,
  endHouseNumber,
  oddEvenBoth,
  includesAllAddresses,
}: StreetSegment): string {
  if (includesAllAddresses) return 'all numbers';
  const side = oddEvenBoth === 'both' ? '' : ` ${oddEvenBoth}`;
  return `${startHouseNumber}-${endHouseNumber}${side}`;
}

const nowhere: Destination = { key: '', label: '' };

function destinationsOf(segments: readonly StreetSegment[], graph: PrecinctGraph): readonly Destination[] {
  let precinct: string | null = null;
  let split: string | null = null;
  let destination = nowhere;
  return segments.map(({ precinctId, precinctSplitId }) => {
    if (precinctId === precinct && precinctSplitId === split) return destination;
    precinct = precinctId;
    split = precinctSplitId;
    const node = split === null ? graph.precincts.get(precinctId) : graph.splits.get(split);
    // A segment without a destination was set aside before.
    destination = node?.destination ?? nowhere;
    return destination;
  });
}

const SIDES = { both: 0, odd: 1, even: 2 } as const;

function partnersOf(
  segments: readonly StreetSegment[],
  streets: Streets,
  destinations: readonly Destination[],
): Partners {
  const ranges = rangesOf(segments, destinations);
  const partners: Partners = {
    other: new Int32Array(segments.length).fill(-1),
    same: new Int32Array(segments.length).fill(-1),
  };
  for (const members of streets.members) {
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

/** A row with units is compared with so many before it at most: a tower of apartments, not a whole file. */
const comparedWithUnits = 500;

function findUnitOverlaps(
  segments: readonly StreetSegment[],
  ranges: Ranges,
  members: readonly number[],
  { other, same }: Partners,
): void {
  const sorted = [...members].sort((a, b) => ranges.start[a]! - ranges.start[b]! || a - b);
  for (let i = 1; i < sorted.length; i++) {
    const one = sorted[i]!;
    for (let j = i - 1; j >= Math.max(0, i - comparedWithUnits); j--) {
      const two = sorted[j]!;
      if (!rangesMeet(ranges, one, two) || !unitsMeet(segments[one]!.units, segments[two]!.units)) continue;
      const partners = ranges.answer[one] === ranges.answer[two] ? same : other;
      if (partners[one] === -1) partners[one] = two;
      if (partners[two] === -1) partners[two] = one;
    }
  }
}

/** Whether two ranges share a number of a side that both have. */
function rangesMeet({ start, end, side }: Ranges, a: number, b: number): boolean {
  const first = Math.max(start[a]!, start[b]!);
  const last = Math.min(end[a]!, end[b]!);
  if (first > last) return false;
  if (side[a] === 0 && side[b] === 0) return true;
  if (side[a] !== 0 && side[b] !== 0 && side[a] !== side[b]) return false;
  const odd = (side[a] === 0 ? side[b]! : side[a]!) === 1 ? 1 : 0;
  return first < last || first % 2 === odd;
}
