// Owns what several offices make of one ZIP: a layer for each office and election, what must be confirmed,
// and where two offices claim the same numbers. Must not know of bytes.

import { townKey } from '@/lib/core/address/town';
import type { ShardLocality } from '@/lib/core/lookup/shard';
import { compareText } from './canonical-json';
import type { OfficePart } from './compile-office';
import type { Claim, Coverage } from './coverage';
import type { WireLayer, WireStreet } from './shard';

/** Two offices with ranges on the same numbers of the same street. Both layers stay; a look-up answers `conflict`. */
export interface Clash {
  readonly officeIds: readonly [string, string];
  readonly segmentPairs: number;
}

/** The layers of one ZIP in a fixed order: office, then election date and id. */
export function mergeZip(
  zip: string,
  parts: readonly OfficePart[],
  coverage: Coverage,
): readonly WireLayer[] {
  const streetless = coverage.withoutStreets(zip);
  const layers: WireLayer[] = [];
  for (const part of parts) {
    const layer = part.layers.get(zip);
    const here = streetless.filter((claim) => claim.officeId === part.officeId && partHas(part, claim));
    if (layer === undefined && here.length === 0) continue;
    const localities = [
      ...(layer?.localities ?? []).map((locality) => confirmed(zip, part, locality, coverage)),
      ...here.map(({ locality }) => locality.shard),
    ];
    layers.push({ ...(layer ?? emptyLayer(part)), localities });
  }
  return layers;
}

function partHas(part: OfficePart, claim: Claim): boolean {
  return part.localities.some(({ object }) => object.id === claim.locality.object.id);
}

function emptyLayer({ officeId, state, election }: OfficePart): WireLayer {
  return { officeId, state, election, localities: [], places: [], precincts: [], cities: [], streets: [] };
}

function confirmed(
  zip: string,
  part: OfficePart,
  locality: ShardLocality,
  coverage: Coverage,
): ShardLocality {
  const loaded = part.localities.find(({ object }) => object.id === locality.id);
  if (loaded === undefined) throw new Error(`not loaded: ${locality.id}`);
  return { ...locality, confirm: coverage.mustConfirm(zip, loaded, part.election.date) };
}

/** Count the pairs of segments that two offices both claim for one election day. O(segments), but for
 *  streets that both have. */
export function findClashes(layers: readonly WireLayer[]): readonly Clash[] {
  const clashes: Clash[] = [];
  for (const [index, a] of layers.entries()) {
    for (const b of layers.slice(index + 1)) {
      if (a.officeId === b.officeId || a.election.date !== b.election.date) continue;
      const segmentPairs = countShared(a, b);
      if (segmentPairs > 0) clashes.push({ officeIds: [a.officeId, b.officeId], segmentPairs });
    }
  }
  return clashes;
}

function countShared(a: WireLayer, b: WireLayer): number {
  const streets = new Map<string, WireStreet[]>();
  for (const street of b.streets) {
    const key = streetId(street, b);
    streets.set(key, [...(streets.get(key) ?? []), street]);
  }
  let pairs = 0;
  for (const street of a.streets) {
    for (const other of streets.get(streetId(street, a)) ?? []) pairs += overlaps(street[5], other[5]);
  }
  return pairs;
}

function streetId([core, suffix, pre, post, city]: WireStreet, layer: WireLayer): string {
  return [core, suffix, pre, post, townKey(layer.cities[city] ?? '')].join('\t');
}

function overlaps(a: readonly number[], b: readonly number[]): number {
  let count = 0;
  for (let i = 0; i < a.length; i += 4) {
    // Both are sorted by start: nothing after the end can reach back.
    for (let j = 0; j < b.length && b[j]! <= a[i + 1]!; j += 4) {
      const sameSide = a[i + 2] === 0 || b[j + 2] === 0 || a[i + 2] === b[j + 2];
      if (sameSide && b[j + 1]! >= a[i]!) count += 1;
    }
  }
  return count;
}

/** Add up the clashes of many ZIPs by pair of offices, sorted. */
export function sumClashes(clashes: readonly Clash[]): readonly Clash[] {
  const sums = new Map<string, Clash>();
  for (const { officeIds, segmentPairs } of clashes) {
    const key = officeIds.join('\t');
    sums.set(key, { officeIds, segmentPairs: segmentPairs + (sums.get(key)?.segmentPairs ?? 0) });
  }
  return [...sums].sort((a, b) => compareText(a[0], b[0])).map(([, clash]) => clash);
}
