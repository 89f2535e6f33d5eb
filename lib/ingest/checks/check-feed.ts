// Owns the checks that look across tables once all are read: files that are missing, precincts that no street leads to, offices
// without a phone, tables of which nothing is left. Changes nothing.

import type { ElectionAdministration, StreetSegment } from '@/lib/core/vip';
import type { ProblemLog } from '../problems/problem';
import type { LoadedTable, VipTables } from '../tables/vip-tables';
import type { PrecinctGraph, SplitNode } from '../vip/precinct-graph';
import type { LocalityRow } from '../vip/read-localities';
import { type PlaceRow, reportUnreferenced } from '../vip/read-places';

/** Reports a place file that is missing where the lists of precincts lead to places: known once these are read. */
export function reportMissingPlaces(
  tables: Pick<VipTables, 'polling_location' | 'precinct'>,
  log: ProblemLog,
): void {
  const { polling_location: places, precinct } = tables;
  if (places.isPresent || precinct.rows.every(({ cells }) => cells.pollingLocationIds === '')) return;
  log.report('file-missing', { file: places.file }, 'Precincts lead to polling places.');
}

/** One warning for all precincts that no street leads to. A precinct that is not voting needs none. */
export function reportPrecinctsWithoutStreets(
  table: LoadedTable<'precinct'>,
  graph: PrecinctGraph,
  log: ProblemLog,
): void {
  const idle = [...graph.precincts.values()].filter(
    ({ segments, precinct }) => segments === 0 && !precinct.isNotVoting,
  );
  const first = idle[0];
  if (first === undefined) return;
  const ids = idle.slice(0, 50).map(({ precinct }) => precinct.id);
  const where = { file: table.file, row: first.row, column: table.label('id'), value: ids.join(' ') };
  log.report('precinct-without-streets', where, `${idle.length} precincts, the first one here.`);
}

/** One warning for all sound splits that no street names. */
export function reportSplitsWithoutStreets(
  table: LoadedTable<'precinct_split'>,
  graph: PrecinctGraph,
  segments: readonly StreetSegment[],
  log: ProblemLog,
): void {
  if (graph.splits.size === 0) return;
  const named = new Set(segments.map(({ precinctSplitId }) => precinctSplitId));
  const isIdle = ({ split }: SplitNode) => graph.precincts.has(split.precinctId) && !named.has(split.id);
  const idle = [...graph.splits.values()].filter(isIdle);
  reportUnreferenced(
    table,
    idle.map(({ row, split }) => ({ row, cells: split })),
    log,
  );
}

/** One warning for all hours that neither a place nor the election has. */
export function reportIdleHours(
  {
    schedule,
    polling_location: places,
    election,
  }: Pick<VipTables, 'schedule' | 'polling_location' | 'election'>,
  log: ProblemLog,
): void {
  const used = new Set([...places.rows, ...election.rows].map(({ cells }) => cells.hoursOpenId));
  const idle = schedule.rows.filter(({ cells }) => !used.has(cells.hoursOpenId));
  reportUnreferenced(
    { file: schedule.file, label: () => schedule.label('hoursOpenId') },
    idle.map(({ row, cells }) => ({ row, cells: { id: cells.hoursOpenId } })),
    log,
  );
}

/** Localities whose office is unknown or has no phone number, and localities that no precinct names. */
export function reportOfficePhones(
  table: LoadedTable<'locality'>,
  localities: ReadonlyMap<string, LocalityRow>,
  administrations: ReadonlyMap<string, ElectionAdministration>,
  log: ProblemLog,
): void {
  for (const { locality, row } of localities.values()) {
    const id = locality.electionAdministrationId;
    const where = {
      file: table.file,
      row: row || null,
      column: table.label('electionAdministrationId'),
      value: id,
    };
    const office = id === null ? undefined : administrations.get(id);
    if (id !== null && office === undefined) log.report('administration-dangling', where);
    else if (office?.phone == null) log.report('office-phone-missing', where, `${locality.name}.`);
  }
  if (localities.size > 0) {
    reportUnreferenced(
      table,
      table.rows.filter(({ cells }) => !localities.has(cells.id)),
      log,
    );
  }
}

/** Fatal where rows were read and none was kept: a feed without precincts or places answers nothing. */
export function reportNothingLeft(
  { precinct, polling_location }: Pick<VipTables, 'precinct' | 'polling_location'>,
  graph: PrecinctGraph,
  places: ReadonlyMap<string, PlaceRow>,
  log: ProblemLog,
): void {
  if (precinct.isPresent && graph.precincts.size === 0) log.report('nothing-left', { file: precinct.file });
  else if (!precinct.isPresent && places.size === 0)
    log.report('nothing-left', { file: polling_location.file });
}

/** Fatal too: an office that has a street file, if only its header, would seem to have given no streets. */
export function reportNoStreetLeft(file: string, rowsIn: number, kept: number, log: ProblemLog): void {
  if (kept === 0) log.report('nothing-left', { file }, `${rowsIn} rows were read.`);
}
