// Owns the last look at segments once all rows are read and the state is known: other states' rows go, blank states are filled,
// and no wider row is the last word on addresses of rows that were set aside (docs/adr/0040).

import type { StreetSegment } from '@/lib/core/vip';
import type { ProblemLog } from '../problems/problem';
import type { RowCounts } from '../tables/table-reader';
import type { PrecinctGraph } from '../vip/precinct-graph';
import { countedRuns } from './counted-on';
import type { SingleNumbers } from './declared-singles';
import { RowNumbers } from './row-numbers';
import type { ReadSegments, SettledSegments } from './segments-read';
import { type WithheldRows, withheldRows } from './withheld-rows';

/** With the rows that were set aside, as far as they can be read. */
export interface SettledStreets extends SettledSegments {
  readonly withheld: WithheldRows;
}

export interface SettleOptions {
  /** Two-letter postal code of the office's state. */
  readonly state: string;
  /** Declared: then a range is wider than a number that cannot be read. null: nobody has declared it. */
  readonly beats: SingleNumbers | null;
}

/** Sets aside what lies in another state than the office's, and rows for every street, or every number of a street, that would answer
 *  for rows of which nobody can read where they lie. */
export function settleSegments(
  file: string,
  read: ReadSegments,
  options: SettleOptions,
  graph: PrecinctGraph,
  log: ProblemLog,
  counts: RowCounts,
): SettledStreets {
  read.fillStates(options.state);
  const ofOffice = ofState(file, read, options.state, graph, log, counts);
  const own = withoutCounted(file, read, ofOffice, graph, log, counts);
  if (read.setAside.isEmpty) return { ...own, withheld: { segments: [], rows: new RowNumbers() } };
  const settled = withoutUncertain(file, read, own, options, graph, log, counts);
  return { ...settled, withheld: withheldRows(read.setAside, settled.segments) };
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
    if (segment.state !== state) {
      log.report(
        'segment-state-other',
        { file, row, column: read.stateLabel, value: segment.state },
        `The office is in ${state}.`,
      );
      setAside(read, segment, row, graph, counts);
      continue;
    }
    segments.push(segment);
    rows.push(row);
  }
  return { segments, rows };
}

/** Over such rows a spreadsheet has counted on: nobody knows which of them still says what it said. */
function withoutCounted(
  file: string,
  read: ReadSegments,
  settled: SettledSegments,
  graph: PrecinctGraph,
  log: ProblemLog,
  counts: RowCounts,
): SettledSegments {
  const runs = countedRuns(settled);
  if (runs.length === 0) return settled;
  const aside = new Set<number>();
  for (const { field, members } of runs) {
    const rowOf = (at: number) => settled.rows.at(members.at(at)!);
    const detail = `It counts up by one from row ${rowOf(0)} to row ${rowOf(-1)}.`;
    for (const member of members) {
      const segment = settled.segments[member]!;
      const row = settled.rows.at(member);
      log.report(
        'counted-on',
        { file, row, column: read.countedLabels[field], value: segment[field] },
        detail,
      );
      if (!aside.has(member)) setAside(read, segment, row, graph, counts);
      aside.add(member);
    }
  }
  const segments: StreetSegment[] = [];
  const rows = new RowNumbers();
  for (const [i, segment] of settled.segments.entries()) {
    if (aside.has(i)) continue;
    segments.push(segment);
    rows.push(settled.rows.at(i));
  }
  return { segments, rows };
}

/** A wider row is the last word only where all others were heard: what was set aside answers `missing`, never the place of the rest. */
function withoutUncertain(
  file: string,
  read: ReadSegments,
  settled: SettledSegments,
  { beats }: SettleOptions,
  graph: PrecinctGraph,
  log: ProblemLog,
  counts: RowCounts,
): SettledSegments {
  const segments: StreetSegment[] = [];
  const rows = new RowNumbers();
  for (const [i, segment] of settled.segments.entries()) {
    const row = settled.rows.at(i);
    const hidden = hiddenRow(
      read,
      segment,
      destinationOf(segment, graph) ?? '',
      beats?.isDeclared(segment) === true,
    );
    if (hidden === null) {
      segments.push(segment);
      rows.push(row);
      continue;
    }
    const isEvery = segment.includesAllStreets;
    const where = { file, row, column: read.streetLabel, value: segment.streetName };
    const detail = `Row ${hidden} is set aside.`;
    if (isEvery) log.report('every-street-uncertain', where, `ZIP ${segment.zip}. ${detail}`);
    else log.report('street-uncertain', where, detail);
    setAside(read, segment, row, graph, counts);
  }
  return { segments, rows };
}

/** The row for which this one would answer, and nobody knows where it lies; null for none. */
function hiddenRow(
  { setAside }: ReadSegments,
  segment: StreetSegment,
  destination: string,
  singleNumberBeatsRange: boolean,
): number | null {
  if (segment.includesAllStreets) return setAside.behind(segment.zip, destination);
  const isRange = segment.startHouseNumber !== segment.endHouseNumber;
  const isWide = segment.includesAllAddresses || (singleNumberBeatsRange && isRange);
  return isWide ? setAside.behindStreet(segment, destination) : null;
}

function destinationOf({ precinctId, precinctSplitId }: StreetSegment, graph: PrecinctGraph): string | null {
  const end = precinctSplitId === null ? graph.precincts.get(precinctId) : graph.splits.get(precinctSplitId);
  return end?.destination?.key ?? null;
}

function setAside(
  read: ReadSegments,
  segment: StreetSegment,
  row: number,
  graph: PrecinctGraph,
  counts: RowCounts,
): void {
  counts.rowsSetAside++;
  const node = graph.precincts.get(segment.precinctId);
  if (node !== undefined) node.segments--;
  read.setAside.addSegment(segment, row, destinationOf(segment, graph));
}
