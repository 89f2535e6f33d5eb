// Owns the search for rows over which a spreadsheet has counted on instead of copying: a ZIP or a precinct that is one more in each row
// while the rows stay in one town (39120, 39121, 39122 …). Sees segments and where they stand; changes nothing and reports nothing.

import { townKey } from '@/lib/core/address/town';
import type { StreetSegment } from '@/lib/core/vip';
import type { CountedField, SettledSegments } from './segments-read';
import { streetText } from './street-groups';

/** Rows one below the other whose field counts up by one. */
export interface CountedRun {
  readonly field: CountedField;
  /** Of the segments, in the order of their rows. */
  readonly members: readonly number[];
}

/** Fewer rows may count up by themselves. */
const fewestRows = 4;
/** How many such runs a list of this size may have by chance. */
const byChance = 0.01;

/** Every run that is too long for the list to have it by chance, as often as neighbouring rows count up elsewhere in it. Codes of a run have
 *  to stand elsewhere, too: a list by precincts, a row for each, counts up and is in order. */
export function countedRuns(settled: SettledSegments): readonly CountedRun[] {
  const order = byRows(settled);
  return (['zip', 'precinctId'] as const).flatMap((field) => runsOf(field, settled, order));
}

function runsOf(
  field: CountedField,
  { segments, rows }: SettledSegments,
  order: Int32Array | null,
): readonly CountedRun[] {
  const at = (place: number) => order?.[place] ?? place;
  const furthest = reachOf(rows, segments.length, at);
  const towns = new Tally();
  const streets = new Tally();
  let [inTown, onStreet] = [1, 1];
  for (let place = 1; place <= segments.length; place++) {
    const [above, below] = [segments[at(place - 1)]!, segments[at(place)]];
    const isNext = below !== undefined && rows.at(at(place)) - rows.at(at(place - 1)) <= furthest;
    const isTown = isNext && isSameTown(above, below);
    const isStreet = isNext && isSameStreet(above, below);
    const counts = (isTown || isStreet) && isOneMore(above[field], below[field]);
    inTown = towns.note(isTown, counts && isTown, inTown, place);
    onStreet = streets.note(isStreet, counts && isStreet, onStreet, place);
  }
  const found = [...streets.unlikely(), ...towns.unlikely()].sort((a, b) => b.rows - a.rows || a.end - b.end);
  const taken = new Set<number>();
  const runs: CountedRun[] = [];
  for (const { rows: count, end } of found) {
    const members = Array.from({ length: count }, (_, step) => at(end - count + step));
    if (members.some((member) => taken.has(member))) continue;
    for (const member of members) taken.add(member);
    runs.push({ field, members });
  }
  return withoutOrderedLists(
    runs.filter((run) => !isOfPrecincts(run) || !isAlongOneStreet(run.members, segments)),
    segments,
  );
}

const isOfPrecincts = ({ field }: CountedRun): boolean => field === 'precinctId';

/** Blocks of one street, in the order of their numbers: streets do run through precincts one after the other. Houses do not. */
function isAlongOneStreet(members: readonly number[], segments: readonly StreetSegment[]): boolean {
  const rows = members.map((member) => segments[member]!);
  return rows.every(
    (row, at) =>
      row.startHouseNumber !== row.endHouseNumber &&
      (at === 0 ||
        (isSameStreet(rows[at - 1]!, row) && rows[at - 1]!.startHouseNumber < row.startHouseNumber)),
  );
}

interface Run {
  readonly rows: number;
  /** Behind its last place. */
  readonly end: number;
}

/** Of so many runs one is a row longer, in a list that says little of it: about what real lists have. */
const ownShare = { of: 16, longer: 1 };
/** Runs are told apart up to so many rows. */
const mostRows = 12;

/** How often neighbours count up, and the longer runs of them. */
class Tally {
  #pairs = 0;
  /** Those that count up. */
  #counting = 0;
  /** How many runs have at least so many rows. */
  readonly #reaching = new Array<number>(mostRows + 1).fill(0);
  readonly #long: Run[] = [];

  /** One pair of neighbours; gives the length of the run that goes on. */
  note(isPair: boolean, counts: boolean, run: number, place: number): number {
    if (isPair) this.#pairs++;
    if (counts) {
      this.#counting++;
      return run + 1;
    }
    for (let rows = Math.min(run, mostRows); rows >= 2; rows--) this.#reaching[rows]!++;
    if (run >= fewestRows) this.#long.push({ rows: run, end: place });
    return 1;
  }

  unlikely(): readonly Run[] {
    const pairs = this.#pairs + 1;
    return this.#long.filter(({ rows }) => {
      // As often as neighbours count up in the rest of the list: where that is usual, no run says anything.
      const share = (this.#counting - (rows - 1) + 1) / pairs;
      const rate = Math.min(Math.max(share, this.#goesOn(rows)), 0.99);
      return rows > Math.ceil(Math.log(pairs / byChance) / -Math.log(rate));
    });
  }

  /** The share of other runs that go on for one more row, at the length at which most do: a street through all wards of its town
   *  goes on more often than two rows count up by chance. */
  #goesOn(own: number): number {
    const others = this.#reaching.map((count, rows) => (rows <= own ? count - 1 : count));
    const { of, longer } = ownShare;
    const rates = others.slice(3).map((count, at) => (count + longer) / (others[at + 2]! + of));
    return Math.max(...rates);
  }
}

/** A precinct of which these rows are all there is was not counted by a spreadsheet. */
function withoutOrderedLists(
  runs: readonly CountedRun[],
  segments: readonly StreetSegment[],
): readonly CountedRun[] {
  const named = new Map<string, number>();
  for (const { members } of runs.filter(isOfPrecincts)) {
    for (const member of members) named.set(segments[member]!.precinctId, 0);
  }
  if (named.size > 0) {
    for (const { precinctId } of segments) {
      const count = named.get(precinctId);
      if (count !== undefined) named.set(precinctId, count + 1);
    }
  }
  return runs.filter((run) => {
    if (!isOfPrecincts(run)) return true;
    const inner = run.members.slice(1);
    const elsewhere = inner.filter((member) => named.get(segments[member]!.precinctId)! > 1);
    return elsewhere.length * 2 > inner.length;
  });
}

/** Places in the order of the file; null where the segments have it. */
function byRows({ segments, rows }: SettledSegments): Int32Array | null {
  let place = 1;
  while (place < segments.length && rows.at(place) >= rows.at(place - 1)) place++;
  if (place >= segments.length) return null;
  return Int32Array.from(segments.keys()).sort((a, b) => rows.at(a) - rows.at(b));
}

/** How far the next row may be: the one below, or, where a row has many lines (XML), less than two of the shortest. Rows of an address list that
 *  were made into one segment with others are no neighbours. */
function reachOf(rows: SettledSegments['rows'], size: number, at: (place: number) => number): number {
  let shortest = Number.MAX_SAFE_INTEGER;
  for (let place = 1; place < size && shortest > 1; place++) {
    shortest = Math.min(shortest, rows.at(at(place)) - rows.at(at(place - 1)));
  }
  return Math.max(1, 2 * shortest - 1);
}

/** `39120`, `39121`; `P-009`, `P-010`. */
function isOneMore(above: string, below: string): boolean {
  if (above === below || Math.abs(above.length - below.length) > 1) return false;
  const [one, next] = [lastNumber.exec(above), lastNumber.exec(below)];
  if (one === null || next === null || one[3] !== next[3]) return false;
  const [, before = '', digits = ''] = one;
  const [, beforeNext = '', digitsNext = ''] = next;
  if (before !== beforeNext || Number(digitsNext) !== Number(digits) + 1) return false;
  return digits.length === digitsNext.length || !digitsNext.startsWith('0');
}

const lastNumber = /^(.{0,60}?)(\d{1,12})(\D{0,20})$/;

function isSameTown(above: StreetSegment, below: StreetSegment): boolean {
  if (above.includesAllStreets || below.includesAllStreets || above.city === '') return false;
  return above.city === below.city || townKey(above.city) === townKey(below.city);
}

function isSameStreet(above: StreetSegment, below: StreetSegment): boolean {
  if (above.streetName !== below.streetName || above.includesAllStreets) return false;
  return streetText(above) === streetText(below) && (above.city === below.city || isSameTown(above, below));
}
