// Owns how a layer's rows become its streets: grouped by key and town, in one fixed order, every row once.
// Must not know of precincts' places, pages or bytes.

import { type StreetKey, streetKey } from '@/lib/core/address/street-key';
import type { SegmentExtra } from '@/lib/core/lookup/shard';
import type { StreetSegment } from '@/lib/core/vip';
import { canonicalJson, compareText } from './canonical-json';
import type { EncodablePrecinct, EncodableSegment } from './encodable';
import { joinKey, type WireStreet } from './shard';

/** Where "all addresses" ends (docs/format/v1.md §Segments): more digits than any house number has. */
export const LAST_HOUSE_NUMBER = 9_999_999;

/** A street's key, one object for one key, with what sorting and comparing need ready made. */
export interface KnownKey extends StreetKey {
  /** Sorts as core, suffix, pre, post do, one after the other: no part holds a tab. */
  readonly order: string;
  /** The key's words as a name: `S LAKE ST`. */
  readonly joined: string;
}

/** `LAKE ST S` -> its key: the same object for every name that has it. */
export type KeyBook = (name: string) => KnownKey;

/** A book that remembers every name it was asked for. */
export function keyBook(): KeyBook {
  const byName = new Map<string, KnownKey>();
  const byOrder = new Map<string, KnownKey>();
  return (name) => {
    const known = byName.get(name);
    if (known !== undefined) return known;
    const { pre, core, suffix, post } = streetKey(name);
    const order = `${core}\t${suffix}\t${pre}\t${post}`;
    const key = byOrder.get(order) ?? {
      pre,
      core,
      suffix,
      post,
      order,
      joined: joinKey(core, suffix, pre, post),
    };
    byOrder.set(order, key);
    byName.set(name, key);
    return key;
  };
}

interface StreetRows {
  readonly key: KnownKey;
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

/** The streets of a layer, sorted by key and town. */
export function encodeStreets(
  segments: readonly EncodableSegment[],
  keyOf: KeyBook,
  precinctIndex: ReadonlyMap<EncodablePrecinct, number>,
  cityIndex: ReadonlyMap<string, number>,
): readonly WireStreet[] {
  const streets: StreetRows[] = [];
  // Maps within maps: gluing town and name together for each row would cost more than all the rest.
  const byTown = new Map<number, Map<KnownKey, StreetRows>>();
  for (const { segment, precinct } of segments) {
    const name = streetName(segment);
    const city = at(cityIndex, segment.city);
    const key = keyOf(name);
    const byKey = byTown.get(city) ?? new Map<KnownKey, StreetRows>();
    if (byKey.size === 0) byTown.set(city, byKey);
    let street = byKey.get(key);
    if (street === undefined) {
      street = { key, city, name, rows: [] };
      byKey.set(key, street);
      streets.push(street);
    } else if (name < street.name) street.name = name;
    street.rows.push(segmentRow(segment, at(precinctIndex, precinct)));
  }
  return streets.sort(compareStreets).map(encodeStreet);
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

function encodeStreet({ key, city, name, rows }: StreetRows): WireStreet {
  const { core, suffix, pre, post } = key;
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
  const ownName = name === key.joined ? null : name;
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
  return compareText(a.key.order, b.key.order) || a.city - b.city;
}

function at<Key>(index: ReadonlyMap<Key, number>, key: Key): number {
  const position = index.get(key);
  if (position === undefined) throw new Error(`not indexed: ${String(key)}`);
  return position;
}
