// Owns finding streets in decoded shards by name: the shard's own streets are the dictionary.
// Built once for each shard and forgotten with it.

import { directionsOf, squash } from '../address/street-key';
import { townKey } from '../address/town';
import type { Shard, ShardLayer, ShardStreet } from './shard';

/** A street with what its comparison needs, ready made. */
export interface StreetRef {
  readonly zip: string;
  readonly layer: ShardLayer;
  readonly street: ShardStreet;
  /** Core without blanks. */
  readonly core: string;
  /** Directions without their place: see `directionsOf`. */
  readonly directions: string;
  readonly town: string;
}

export interface ShardIndex {
  readonly byCore: ReadonlyMap<string, readonly StreetRef[]>;
  /** `shapeOf` of every core: a run of words of another first letter or length is no street here. */
  readonly shapes: ReadonlySet<number>;
  /** Streets that stand for every street of a town. */
  readonly wildcards: readonly StreetRef[];
  readonly towns: ReadonlySet<string>;
  readonly layers: readonly ShardLayer[];
}

/** What makes two entries of the lists the same street: ZIP, canonical name with the directions in their
 *  place, town, state. */
export function streetId({ zip, core, street: { key }, town, layer }: StreetRef): string {
  return `${zip}|${key.pre}|${core}|${key.suffix}|${key.post}|${town}|${layer.state}`;
}

const cache = new WeakMap<Shard, ShardIndex>();

/** Index of one shard; the second call for the same shard costs nothing. */
export function indexOf(shard: Shard): ShardIndex {
  const known = cache.get(shard);
  if (known !== undefined) return known;
  const byCore = new Map<string, StreetRef[]>();
  const wildcards: StreetRef[] = [];
  const towns = new Set<string>();
  for (const layer of shard.layers) {
    const townKeys = layer.cities.map(townKey);
    for (const town of townKeys) if (town !== '') towns.add(town);
    for (const street of layer.streets) {
      const core = squash(street.key.core);
      const town = townKeys[street.city] ?? '';
      const ref = { zip: shard.zip, layer, street, core, directions: directionsOf(street.key), town };
      if (core === '*') wildcards.push(ref);
      else push(byCore, core, ref);
    }
  }
  const shapes = new Set([...byCore.keys()].map((core) => shapeOf(core, core.replaceAll(' ', '').length)));
  const index = { byCore, shapes, wildcards, towns, layers: shard.layers };
  cache.set(shard, index);
  return index;
}

/** First letter and count of letters in one number: cheaper to look up than the letters themselves. */
export function shapeOf(text: string, letters: number): number {
  return text.charCodeAt(0) * 1024 + letters;
}

function push(map: Map<string, StreetRef[]>, key: string, ref: StreetRef): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [ref]);
  else list.push(ref);
}
