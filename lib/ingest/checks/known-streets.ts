// Owns what the checks of streets share, worked out once: which segments are of one street, and where each leads. Reports
// nothing.

import type { StreetSegment } from '@/lib/core/vip';
import { type StreetGroups, streetGroups } from '../segments/street-groups';
import type { Destination, PrecinctGraph } from '../vip/precinct-graph';

export interface KnownStreets {
  readonly streets: StreetGroups;
  /** Segment -> where it leads. */
  readonly destinations: readonly Destination[];
}

/** Both for segments that have been settled. */
export function knownStreets(segments: readonly StreetSegment[], graph: PrecinctGraph): KnownStreets {
  return { streets: streetGroups(segments), destinations: destinationsOf(segments, graph) };
}

const nowhere: Destination = { key: '', label: '' };

function destinationsOf(segments: readonly StreetSegment[], graph: PrecinctGraph): readonly Destination[] {
  let precinct: string | null = null;
  let split: string | null = null;
  let destination = nowhere;
  return segments.map(({ precinctId, precinctSplitId }) => {
    if (precinctId === precinct && precinctSplitId === split) return destination;
    precinct = precinctId;
    split = precinctSplitId;
    const node = split === null ? graph.precincts.get(precinctId) : graph.splits.get(split);
    // A segment without a destination was set aside before.
    destination = node?.destination ?? nowhere;
    return destination;
  });
}
