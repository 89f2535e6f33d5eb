// Owns the decoded shape of a shard: what a look-up reads. How shards are written to bytes is
// lib/release's concern. Flat number arrays, so that decoding costs next to nothing.

import type { StreetKey } from '../address/street-key';
import type { ElectionAdministration, IsoDate, UnitRange } from '../vip';
import type { PlaceAnswer } from './outcome';

/** One ZIP's data (or one part of it, where a ZIP was split): a layer for each office and election. */
export interface Shard {
  readonly zip: string;
  readonly layers: readonly ShardLayer[];
}

export interface ShardLayer {
  readonly officeId: string;
  readonly election: { readonly id: string; readonly name: string; readonly date: IsoDate };
  readonly localities: readonly ShardLocality[];
  readonly precincts: readonly ShardPrecinct[];
  readonly places: readonly PlaceAnswer[];
  /** Town names as the office writes them; streets point in here. */
  readonly cities: readonly string[];
  readonly state: string;
  readonly streets: readonly ShardStreet[];
}

export interface ShardLocality {
  readonly id: string;
  readonly name: string;
  readonly type: string | null;
  readonly office: Pick<ElectionAdministration, 'id' | 'phone'> & { readonly name: string };
  /** The ZIP reaches into the area of an office that is not loaded: ask before showing a place. */
  readonly confirm: boolean;
  /** This ZIP has streets of this locality; false: places are loaded but no streets at all. */
  readonly streetsLoaded: boolean;
}

export interface ShardPrecinct {
  readonly id: string;
  readonly name: string;
  readonly number: string | null;
  /** Index into `localities`. */
  readonly locality: number;
  /** Indexes into `places`: of the split where it has its own, else of the precinct. */
  readonly places: readonly number[];
  /** What the office has declared of this precinct. `assigned` is the ordinary case. */
  readonly voting: 'assigned' | 'anyPlace' | 'byMail' | 'none';
}

/** A street of one town. `key.core` '*' stands for every street (VIP includes_all_streets). */
export interface ShardStreet {
  readonly key: StreetKey;
  /** As the office writes it: `LAKE ST S`. */
  readonly name: string;
  /** Index into `cities`. */
  readonly city: number;
  /** Four numbers a segment: start, end, parity (0 both, 1 odd, 2 even), precinct index. */
  readonly segments: readonly number[];
  /** Segment index -> what few segments have. */
  readonly extras: ReadonlyMap<number, SegmentExtra> | null;
}

export interface SegmentExtra {
  readonly prefix?: string;
  readonly suffix?: string;
  readonly units?: readonly UnitRange[];
}
