// Owns the reports on overlapping ranges: which segments are of one street, and what is said of those that
// meet. Mirrors the look-up: what is a conflict here is what it answers `conflict` to.

import { squash, streetKey } from '@/lib/core/address/street-key';
import { townKey } from '@/lib/core/address/town';
import type { StreetSegment } from '@/lib/core/vip';
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
  const destinations = segments.map((segment) => destination(segment, graph));
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
  const numbers = new Map<string, number>();
  const nameKeys = new Map<string, string>();
  const towns = new Map<string, string>();
  for (const [i, segment] of segments.entries()) {
    const text = streetText(segment);
    const name = memo(nameKeys, text, canonicalName);
    const town = memo(towns, segment.city, townKey);
    const { houseNumberPrefix: prefix, houseNumberSuffix: suffix } = segment;
    const kind = prefix === null && suffix === null ? '' : `${prefix}|${suffix}`.toUpperCase();
    const key = `${name}|${town}|${segment.zip}|${kind}`;
    let street = numbers.get(key);
    if (street === undefined) {
      street = members.length;
      numbers.set(key, street);
      members.push([]);
    }
    of[i] = street;
    members[street]!.push(i);
  }
  return { of, members };
}

function memo(known: Map<string, string>, text: string, make: (text: string) => string): string {
  let made = known.get(text);
  if (made === undefined) {
    made = make(text);
    known.set(text, made);
  }
  return made;
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

function destination({ precinctId, precinctSplitId }: StreetSegment, graph: PrecinctGraph): Destination {
  const node = precinctSplitId === null ? graph.precincts.get(precinctId) : graph.splits.get(precinctSplitId);
  // A segment without a destination was set aside before.
  return node?.destination ?? nowhere;
}

const SIDES = { both: 0, odd: 1, even: 2 } as const;

function partnersOf(
  segments: readonly StreetSegment[],
  streets: Streets,
  destinations: readonly Destination[],
): Partners {
  const answers = new Map<string, number>();
  const answer = Int32Array.from(destinations, ({ key }) => {
    const known = answers.get(key) ?? answers.size;
    answers.set(key, known);
    return known;
  });
  const ranges: Ranges = {
    start: Int32Array.from(segments, (segment) => segment.startHouseNumber),
    end: Int32Array.from(segments, (s) => (s.includesAllAddresses ? everyNumber : s.endHouseNumber)),
    side: Int8Array.from(segments, (segment) => SIDES[segment.oddEvenBoth]),
    answer,
  };
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
