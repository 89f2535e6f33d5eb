// Owns the reports on overlapping ranges. The finding is in overlap.ts.

import type { PrecinctGraph } from './precinct-graph';
import type { ProblemLog } from './problem';
import type { SettledSegments } from './settle-segments';

/** x */
export function reportOverlaps(
  file: string,
  settled: SettledSegments,
  graph: PrecinctGraph,
  log: ProblemLog,
): void {}
