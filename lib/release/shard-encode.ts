// Owns the writing side of a shard: one ZIP's streets of one office and election become a wire layer in
// one fixed order, whatever order the rows came in. Must not know of pages, roots or signatures.

import type { StreetKey } from '@/lib/core/address/street-key';
import { townKey } from '@/lib/core/address/town';
import type { PlaceAnswer } from '@/lib/core/lookup/outcome';
import type { SegmentExtra, ShardLayer, ShardLocality } from '@/lib/core/lookup/shard';
import type { StreetSegment } from '@/lib/core/vip';
import { canonicalJson, compareText } from './canonical-json';
import { joinKey, VOTING, type WireLayer, type WirePrecinct, type WireStreet } from './shard';

/** Where "all addresses" ends (docs/format/v1.md §Segments): more digits than any house number has. */
export const LAST_HOUSE_NUMBER = 9_999_999;

/** A precinct as one layer needs it: the places are already the split's or the precinct's. */
export interface EncodablePrecinct {
  readonly id: string;
  readonly name: string;
  readonly number: string | null;
  readonly localityId: string;
  readonly placeIds: readonly string[];
  readonly voting: (typeof VOTING)[number];
}

export interface EncodableSegment {
  readonly segment: StreetSegment;
  readonly precinct: EncodablePrecinct;
}

export interface LayerInput {
  readonly officeId: string;
  readonly state: string;
  readonly election: ShardLayer['election'];
  readonly segments: readonly EncodableSegment[];
  readonly locality: (id: string) => ShardLocality;
  readonly place: (id: string) => PlaceAnswer;
  /** `streetKey`, remembered: every town has a Main Street. */
  readonly keyOf: (name: string) => StreetKey;
}

/** One layer, whole: every precinct, place and locality its streets lead to, and nothing else. */
export function encodeLayer(input: LayerInput): WireLayer {
  const precincts = [...new Set(input.segments.map(({ precinct }) => precinct))].sort(comparePrecincts);
  const precinctIndex = new Map(precincts.map((precinct, index) => [precinct, index]));
  const placeIds = sortedUnique(precincts.flatMap((precinct) => precinct.placeIds));
  const placeIndex = indexOf(placeIds);
  const localityIds = sortedUnique(precincts.map((precinct) => precinct.localityId));
  const localityIndex = indexOf(localityIds);
  const towns = readTowns(input.segments);
  return {
    officeId: input.officeId,
    state: input.state,
    election: input.election,
    localities: localityIds.map(input.locality),
    places: placeIds.map(input.place),
    precincts: precincts.map(
      (precinct): WirePrecinct => [
        precinct.id,
        precinct.name,
        precinct.number,
        at(localityIndex, precinct.localityId),
        precinct.placeIds.map((id) => at(placeIndex, id)),
        VOTING.indexOf(precinct.voting),
      ],
    ),
    cities: towns.names,
    streets: encodeStreets(input, precinctIndex, towns.index),
  };
}

/** `NATCHEZ` and `Natchez` are one town, under the first of its spellings. */
function readTowns(segments: readonly EncodableSegment[]): {
  readonly names: readonly string[];
  readonly index: ReadonlyMap<string, number>;
} {
  const spellings = sortedUnique(segments.map(({ segment }) => segment.city));
  const byKey = new Map<string, number>();
  const names: string[] = [];
  const index = new Map<string, number>();
  for (const spelling of spellings) {
    const key = townKey(spelling);
    const known = byKey.get(key) ?? names.push(spelling) - 1;
    byKey.set(key, known);
    index.set(spelling, known);
  }
  return { names, index };
}

interface StreetRows {
  readonly core: string;
  readonly suffix: string;
  readonly pre: string;
  readonly post: string;
  readonly city: number;
  /** The least of the spellings that share the key: any fixed rule would do. */
  name: string;
  readonly rows: SegmentRow[];
}

interface SegmentRow {
  readonly start: number;
  readonly end: number;
  readonly parity: number;
  readonly precinct: number;
  readonly extra: SegmentExtra | null;
}

function encodeStreets(
  { segments, keyOf }: LayerInput,
  precinctIndex: ReadonlyMap<EncodablePrecinct, number>,
  cityIndex: ReadonlyMap<string, number>,
): readonly WireStreet[] {
  const streets = new Map<string, StreetRows>();
  // Town and name apart: gluing them together for each row would cost more than all the rest.
  const byTown = new Map<string, Map<string, StreetRows>>();
  for (const { segment, precinct } of segments) {
    const name = streetName(segment);
    const byName = byTown.get(segment.city) ?? new Map<string, StreetRows>();
    if (byName.size === 0) byTown.set(segment.city, byName);
    let street = byName.get(name);
    if (street === undefined) {
      street = streetRows(streets, name, keyOf(name), at(cityIndex, segment.city));
      if (name < street.name) street.name = name;
      byName.set(name, street);
    }
    street.rows.push(segmentRow(segment, at(precinctIndex, precinct)));
  }
  return [...streets.values()].sort(compareStreets).map(encodeStreet);
}

function streetRows(
  streets: Map<string, StreetRows>,
  name: string,
  { pre, core, suffix, post }: StreetKey,
  city: number,
): StreetRows {
  const id = `${core}\t${suffix}\t${pre}\t${post}\t${city}`;
  const known = streets.get(id);
  if (known !== undefined) return known;
  const street = { core, suffix, pre, post, city, name, rows: [] };
  streets.set(id, street);
  return street;
}

/** `LAKE ST S`: the office's own words in the order of its columns. `*` where it means every street. */
export function streetName(segment: StreetSegment): string {
  if (segment.includesAllStreets) return '*';
  let name = segment.streetDirection;
  if (segment.streetName !== '') name = name === '' ? segment.streetName : `${name} ${segment.streetName}`;
  if (segment.streetSuffix !== '')
    name = name === '' ? segment.streetSuffix : `${name} ${segment.streetSuffix}`;
  if (segment.addressDirection === '') return name;
  return name === '' ? segment.addressDirection : `${name} ${segment.addressDirection}`;
}

const PARITY = { both: 0, odd: 1, even: 2 } as const;

function segmentRow(segment: StreetSegment, precinct: number): SegmentRow {
  const { houseNumberPrefix: prefix, houseNumberSuffix: suffix, units } = segment;
  const plain = prefix === null && suffix === null && units.length === 0;
  const extra = plain
    ? null
    : {
        ...(prefix === null ? {} : { prefix }),
        ...(suffix === null ? {} : { suffix }),
        ...(units.length === 0 ? {} : { units }),
      };
  return segment.includesAllAddresses
    ? { start: 0, end: LAST_HOUSE_NUMBER, parity: 0, precinct, extra }
    : {
        start: segment.startHouseNumber,
        end: segment.endHouseNumber,
        parity: PARITY[segment.oddEvenBoth],
        precinct,
        extra,
      };
}

function encodeStreet({ core, suffix, pre, post, city, name, rows }: StreetRows): WireStreet {
  const segments: number[] = [];
  const extras: Record<string, SegmentExtra> = {};
  let hasExtras = false;
  let last: SegmentRow | null = null;
  for (const row of rows.sort(compareRows)) {
    // The same row twice says nothing new.
    if (last !== null && compareRows(last, row) === 0) continue;
    last = row;
    if (row.extra !== null) {
      extras[String(segments.length / 4)] = row.extra;
      hasExtras = true;
    }
    segments.push(row.start, row.end, row.parity, row.precinct);
  }
  const ownName = name === joinKey(core, suffix, pre, post) ? null : name;
  if (hasExtras) return [core, suffix, pre, post, city, segments, ownName, extras];
  if (ownName !== null) return [core, suffix, pre, post, city, segments, ownName];
  return [core, suffix, pre, post, city, segments];
}

function compareRows(a: SegmentRow, b: SegmentRow): number {
  return (
    a.start - b.start ||
    a.end - b.end ||
    a.parity - b.parity ||
    a.precinct - b.precinct ||
    (a.extra === null && b.extra === null ? 0 : compareText(canonicalJson(a.extra), canonicalJson(b.extra)))
  );
}

function compareStreets(a: StreetRows, b: StreetRows): number {
  return (
    compareText(a.core, b.core) ||
    compareText(a.suffix, b.suffix) ||
    compareText(a.pre, b.pre) ||
    compareText(a.post, b.post) ||
    a.city - b.city
  );
}

function comparePrecincts(a: EncodablePrecinct, b: EncodablePrecinct): number {
  return compareText(a.id, b.id) || compareText(a.placeIds.join('\t'), b.placeIds.join('\t'));
}

/** Sorted by code units, each once. */
export function sortedUnique(texts: Iterable<string>): readonly string[] {
  return [...new Set(texts)].sort(compareText);
}

function indexOf(texts: readonly string[]): ReadonlyMap<string, number> {
  return new Map(texts.map((text, index) => [text, index]));
}

function at<Key>(index: ReadonlyMap<Key, number>, key: Key): number {
  const position = index.get(key);
  if (position === undefined) throw new Error(`not indexed: ${String(key)}`);
  return position;
}
