// Owns the shape of one office's election within a release, on its way back to a dataset. A type only.

import type { LocalityObject } from '../format';
import type { ListedLayer } from '../precinct-list';
import type { WireLayer } from '../shard';

/** One office's election as a release has it. */
export interface ReleasePart {
  readonly officeId: string;
  readonly state: string;
  readonly election: WireLayer['election'];
  /** ZIP and layer, by ZIP. */
  readonly layers: readonly (readonly [zip: string, layer: WireLayer])[];
  /** Precincts that no street leads to. */
  readonly listed: readonly ListedLayer[];
  /** Those in which it has precincts. */
  readonly localities: readonly LocalityObject[];
}
