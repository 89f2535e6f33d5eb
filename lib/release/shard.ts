// Owns the bytes of a shard as a reader sees them: the wire tuples, and their thin decoding into the
// look-up's Shard. Ships to voters: no writing side here (shard-encode.ts), nothing is copied that can be kept.

import { type StreetKey, streetKey } from '@/lib/core/address/street-key';
import type { PlaceAnswer } from '@/lib/core/lookup/outcome';
import type {
  SegmentExtra,
  Shard,
  ShardLayer,
  ShardLocality,
  ShardPrecinct,
  ShardStreet,
} from '@/lib/core/lookup/shard';

/** docs/format/v1.md §Shard. Tuples, since a state has 250,000 segments; places stay readable objects. */
export interface WireShard {
  readonly kind: 'shard';
  readonly zip: string;
  /** Part number from 0 and how many parts the ZIP has. */
  readonly part: readonly [index: number, count: number];
  /** Which rules the streets' keys were made by. */
  readonly keyVersion: number;
  readonly layers: readonly WireLayer[];
}

/** One office and election in one ZIP (docs/format/v1.md §5.1). */
export interface WireLayer {
  readonly officeId: string;
  readonly state: string;
  readonly election: ShardLayer['election'];
  readonly localities: readonly ShardLocality[];
  readonly places: readonly PlaceAnswer[];
  readonly precincts: readonly WirePrecinct[];
  readonly cities: readonly string[];
  readonly streets: readonly WireStreet[];
}

/** docs/format/v1.md §5.1; `locality` and `places` are indexes into the layer's lists. */
export type WirePrecinct = readonly [
  id: string,
  name: string,
  number: string | null,
  locality: number,
  places: readonly number[],
  voting: number,
];

/** Counts the changes to `streetKey` that give any street another key: raise it with each. A reader of
 *  another version makes its own keys from the names, which is slower and just as right. */
export const KEY_VERSION = 2;

/** `voting` on the wire is an index into this. */
export const VOTING = ['assigned', 'anyPlace', 'byMail', 'none'] as const;

/** The last two stand only where needed; `name` is null or missing where it is the key's words joined. */
export type WireStreet = readonly [
  core: string,
  suffix: string,
  pre: string,
  post: string,
  city: number,
  segments: readonly number[],
  name?: string | null,
  extras?: Readonly<Record<string, SegmentExtra>>,
];

/** The words of a key in the order of an address: `{pre: 'S', core: 'LAKE', suffix: 'ST'}` -> `S LAKE ST`. */
export function joinKey(core: string, suffix: string, pre: string, post: string): string {
  let name = pre === '' ? core : `${pre} ${core}`;
  if (suffix !== '') name += ` ${suffix}`;
  return post === '' ? name : `${name} ${post}`;
}

/** Thin view over parsed JSON whose hash was right, so whose shape is the compiler's.
 *  null where it is no shard at all (an object of another kind linked by mistake). */
export function decodeShard(parsed: unknown): Shard | null {
  const wire = parsed as WireShard | null;
  if (wire === null || typeof wire !== 'object' || wire.kind !== 'shard') return null;
  try {
    const keyOf = wire.keyVersion === KEY_VERSION ? keptKey : ownKey;
    return { zip: wire.zip, layers: wire.layers.map((layer) => decodeLayer(layer, keyOf)) };
  } catch {
    // Signed, yet not of this format: the caller answers `unsupported`, never a wrong place.
    return null;
  }
}

type KeyOf = (wire: WireStreet, name: string) => StreetKey;

const keptKey: KeyOf = ([core, suffix, pre, post]) => ({ pre, core, suffix, post });

const ownKey: KeyOf = (_, name) => streetKey(name);

function decodeLayer(wire: WireLayer, keyOf: KeyOf): ShardLayer {
  return {
    officeId: wire.officeId,
    election: wire.election,
    localities: wire.localities,
    precincts: wire.precincts.map(decodePrecinct),
    places: wire.places,
    cities: wire.cities,
    state: wire.state,
    streets: wire.streets.map((street) => decodeStreet(street, keyOf)),
  };
}

function decodePrecinct([id, name, number, locality, places, voting]: WirePrecinct): ShardPrecinct {
  const word = VOTING[voting];
  if (word === undefined) throw new RangeError(`voting ${voting}`);
  return { id, name, number, locality, places, voting: word };
}

function decodeStreet(wire: WireStreet, keyOf: KeyOf): ShardStreet {
  const [core, suffix, pre, post, city, segments, ownName, extras] = wire;
  const name = ownName ?? joinKey(core, suffix, pre, post);
  return {
    key: keyOf(wire, name),
    name,
    city,
    segments,
    extras:
      extras === undefined
        ? null
        : new Map(Object.entries(extras).map(([index, extra]) => [Number(index), extra])),
  };
}
