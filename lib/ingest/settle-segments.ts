// Owns the last look at segments once the state is known: other states' rows go, blank states are filled.

import type { StreetSegment } from '@/lib/core/vip';
import type { PrecinctGraph } from './precinct-graph';
import type { ProblemLog } from './problem';
import type { ReadSegments } from './read-segments';
import { RowNumbers } from './row-numbers';
import type { RowCounts } from './table-reader';

/** The segments that will be in the dataset, and the row of each. */
export interface SettledSegments {
  readonly segments: readonly StreetSegment[];
  readonly rows: RowNumbers;
}

/** Sets aside what lies in another state than the office's. */
export function settleSegments(
  file: string,
  read: ReadSegments,
  state: string,
  graph: PrecinctGraph,
  log: ProblemLog,
  counts: RowCounts,
): SettledSegments {
  if (read.segments.every((segment) => segment.state === state)) return read;
  const segments: StreetSegment[] = [];
  const rows = new RowNumbers();
  for (const [i, segment] of read.segments.entries()) {
    const row = read.rows.at(i);
    if (segment.state !== '' && segment.state !== state) {
      log.report(
        'segment-state-other',
        { file, row, column: read.stateLabel, value: segment.state },
        `The office is in ${state}.`,
      );
      counts.rowsSetAside++;
      const node = graph.precincts.get(segment.precinctId);
      if (node !== undefined) node.segments--;
      continue;
    }
    segments.push(segment.state === '' ? { ...segment, state } : segment);
    rows.push(row);
  }
  return { segments, rows };
}
