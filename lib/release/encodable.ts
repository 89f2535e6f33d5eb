// Owns the two shapes between an office's rows and the wire: a row with its precinct, a precinct with its places.

import type { StreetSegment } from '@/lib/core/vip';
import type { VOTING } from './shard';

/** A precinct as one layer needs it: the places are already the split's or the precinct's. */
export interface EncodablePrecinct {
  readonly id: string;
  readonly name: string;
  readonly number: string | null;
  readonly localityId: string;
  readonly placeIds: readonly string[];
  readonly voting: (typeof VOTING)[number];
}

/** A row of the street list and the precinct it leads to: one object for all rows that share it. */
export interface EncodableSegment {
  readonly segment: StreetSegment;
  readonly precinct: EncodablePrecinct;
}

/** Rows of one ZIP, made anew whenever they are gone through: a state has two million. */
export interface ZipRows extends Iterable<EncodableSegment> {
  /** What they lead to, each once. */
  readonly precincts: ReadonlySet<EncodablePrecinct>;
}
