// Owns how a ZIP's layers become one shard, or several where one would be too large. A street never stands
// in two parts, and an edit never moves other streets to another part. Must not know of hashes or pages.

import { gzipSync } from 'fflate';
import { canonicalBytes } from './canonical-json';
import { MAX_SHARD_GZIP_BYTES } from './format';
import { KEY_VERSION, type WireLayer, type WirePrecinct, type WireShard, type WireStreet } from './shard';

/** More parts than this help nobody: one street alone may be larger than the limit. */
const MAX_PARTS = 64;

/** The bytes of a ZIP's shard: one, or a power of two of parts, each at most 40 KB compressed. */
export function shardBytes(zip: string, layers: readonly WireLayer[]): readonly Uint8Array<ArrayBuffer>[] {
  for (let count = 1; ; count *= 2) {
    const parts = Array.from({ length: count }, (_, index) =>
      canonicalBytes(shardPart(zip, layers, index, count) satisfies WireShard),
    );
    if (count >= MAX_PARTS || parts.every(fits)) return parts;
  }
}

/** Names and numbers in JSON never need more than five bits a byte: up to here nothing is to be measured. */
const UNMEASURED_BYTES = (MAX_SHARD_GZIP_BYTES * 8) / 5;

function fits(bytes: Uint8Array): boolean {
  return (
    bytes.length <= UNMEASURED_BYTES || gzipSync(bytes, { level: 9, mtime: 0 }).length <= MAX_SHARD_GZIP_BYTES
  );
}

function shardPart(zip: string, layers: readonly WireLayer[], index: number, count: number): WireShard {
  const part: [number, number] = [index, count];
  if (count === 1) return { kind: 'shard', zip, part, keyVersion: KEY_VERSION, layers };
  const narrowed = layers
    .map((layer) => narrow(layer, (street) => partOf(street[0], count) === index))
    // The first part alone speaks of offices that have no street in the ZIP.
    .filter((layer, at) => layer.streets.length > 0 || (index === 0 && layers[at]?.streets.length === 0));
  return { kind: 'shard', zip, part, keyVersion: KEY_VERSION, layers: narrowed };
}

/** FNV-1a over the core's UTF-16 units, modulo the number of parts (docs/format/v1.md §Split ZIPs). */
export function partOf(core: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < core.length; index += 1) {
    hash = Math.imul(hash ^ core.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash % count;
}

/** A layer with some of its streets, and only the precincts and places that these lead to. */
function narrow(layer: WireLayer, keep: (street: WireStreet) => boolean): WireLayer {
  const streets = layer.streets.filter(keep);
  const precincts = renumber(
    streets.flatMap(([, , , , , segments]) => segments.filter((_, at) => at % 4 === 3)),
  );
  const kept = precincts.old.map((old) => at(layer.precincts, old));
  const places = renumber(kept.flatMap((precinct) => precinct[4]));
  const cities = renumber(streets.map((street) => street[4]));
  return {
    ...layer,
    cities: cities.old.map((old) => at(layer.cities, old)),
    places: places.old.map((old) => at(layer.places, old)),
    precincts: kept.map(
      ([id, name, number, locality, placeIndexes, voting]): WirePrecinct => [
        id,
        name,
        number,
        locality,
        placeIndexes.map(places.now),
        voting,
      ],
    ),
    streets: streets.map(
      ([core, suffix, pre, post, city, segments, ...rest]): WireStreet => [
        core,
        suffix,
        pre,
        post,
        cities.now(city),
        segments.map((value, index) => (index % 4 === 3 ? precincts.now(value) : value)),
        ...rest,
      ],
    ),
  };
}

function renumber(used: readonly number[]): { old: readonly number[]; now: (old: number) => number } {
  const old = [...new Set(used)].sort((a, b) => a - b);
  const positions = new Map(old.map((value, position) => [value, position]));
  return { old, now: (value) => positions.get(value) ?? -1 };
}

function at<Value>(values: readonly Value[], index: number): Value {
  const value = values[index];
  if (value === undefined) throw new RangeError(`no entry ${index}`);
  return value;
}
