// Owns the last look at segments once all rows are read and the state is known: other states' rows go, blank states are filled,
// and no row for every street answers for one that was set aside.

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

/** Sets aside what lies in another state than the office's, and rows for every street that would answer for rows set aside. */
export function settleSegments(
  file: string,
  read: ReadSegments,
  state: string,
  graph: PrecinctGraph,
  log: ProblemLog,
  counts: RowCounts,
): SettledSegments {
  const own = ofState(file, read, state, graph, log, counts);
  const isWhole = read.setAside.isEmpty || own.segments.every((segment) => !segment.includesAllStreets);
  return isWhole ? own : withoutUncertain(file, read, own, graph, log, counts);
}

function ofState(
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
      setAside(segment, graph, counts);
      read.setAside.add(row, segment.zip, destinationOf(segment, graph));
      continue;
    }
    segments.push(segment.state === '' ? { ...segment, state } : segment);
    rows.push(row);
  }
  return { segments, rows };
}

/** A row for every street is the last word only where all others were heard: what was set aside answers `missing`, never the
 *  place of the rest. */
function withoutUncertain(
  file: string,
  read: ReadSegments,
  settled: SettledSegments,
  graph: PrecinctGraph,
  log: ProblemLog,
  counts: RowCounts,
): SettledSegments {
  const segments: StreetSegment[] = [];
  const rows = new RowNumbers();
  for (const [i, segment] of settled.segments.entries()) {
    const row = settled.rows.at(i);
    const hidden = segment.includesAllStreets
      ? read.setAside.behind(segment.zip, destinationOf(segment, graph) ?? '')
      : null;
    if (hidden !== null) {
      const where = { file, row, column: read.streetLabel, value: segment.zip };
      log.report('every-street-uncertain', where, `Row ${hidden} is set aside.`);
      setAside(segment, graph, counts);
      continue;
    }
    segments.push(segment);
    rows.push(row);
  }
  return { segments, rows };
}

function destinationOf({ precinctId, precinctSplitId }: StreetSegment, graph: PrecinctGraph): string | null {
  const end = precinctSplitId === null ? graph.precincts.get(precinctId) : graph.splits.get(precinctSplitId);
  return end?.destination?.key ?? null;
}

function setAside({ precinctId }: StreetSegment, graph: PrecinctGraph, counts: RowCounts): void {
  counts.rowsSetAside++;
  const node = graph.precincts.get(precinctId);
  if (node !== undefined) node.segments--;
}
