// Owns the checks that look across tables once all are read: places beside each other and beside the state,
// precincts that no street leads to, offices without a phone. Changes nothing.

import { distanceMetres } from '@/lib/core/geometry/distance';
import type { ElectionAdministration, IsoDate, PollingLocation, StreetSegment } from '@/lib/core/vip';
import { type PrecinctGraph, type SplitNode, servesOnElectionDay } from './precinct-graph';
import type { ProblemLog } from './problem';
import type { LocalityRow } from './read-localities';
import { type PlaceRow, reportUnreferenced } from './read-places';
import type { LoadedTable, VipTables } from './vip-tables';

const farKm = 30;

/** Reports a place file that is missing where the lists of precincts lead to places: known once these are read. */
export function reportMissingPlaces(
  tables: Pick<VipTables, 'polling_location' | 'precinct'>,
  log: ProblemLog,
): void {
  const { polling_location: places, precinct } = tables;
  if (places.isPresent || precinct.rows.every(({ cells }) => cells.pollingLocationIds === '')) return;
  log.report('file-missing', { file: places.file }, 'Precincts lead to polling places.');
}

/** Places in another state, sharing a point, far from their precinct's others, or not open on election day. */
export function reportPlaces(
  tables: Pick<VipTables, 'polling_location' | 'early_vote_site'>,
  places: ReadonlyMap<string, PlaceRow>,
  graph: PrecinctGraph,
  state: string,
  electionDate: IsoDate,
  log: ProblemLog,
): void {
  const at = (row: number, field: 'latitude' | 'hoursOpenId', value: string) => {
    const { file, label } = tables.polling_location;
    return { file, row, column: label(field), value };
  };
  for (const { place, table, row } of places.values()) {
    if (place.state !== '' && place.state !== state) {
      const { file, label } = tables[table];
      const where = { file, row, column: label('state'), value: place.state };
      log.report('place-state-other', where, `The office is in ${state}.`);
    }
    if (isOpenOnOtherDaysOnly(place, electionDate)) {
      log.report('schedule-other-day', at(row, 'hoursOpenId', place.id), `Election day is ${electionDate}.`);
    }
  }
  for (const [first, second] of sharedPoints(places.values())) {
    const where = at(second.row, 'latitude', String(second.place.latLng));
    log.report('place-point-shared', where, `Row ${first.row} stands there too.`);
  }
  for (const { place, row, km } of farPlaces(places, graph)) {
    log.report('place-far-away', at(row, 'latitude', String(place.latLng)), `${Math.round(km)} km.`);
  }
}

function isOpenOnOtherDaysOnly(place: PollingLocation, electionDate: IsoDate): boolean {
  const schedules = place.hours?.schedules ?? [];
  if (schedules.length === 0 || !servesOnElectionDay(place)) return false;
  return schedules.every(
    ({ startDate, endDate }) =>
      (startDate !== null && startDate > electionDate) || (endDate !== null && endDate < electionDate),
  );
}

/** Each place whose point an earlier one with another address has. */
function sharedPoints(places: Iterable<PlaceRow>): readonly (readonly [PlaceRow, PlaceRow])[] {
  const firstAt = new Map<string, PlaceRow>();
  const pairs: (readonly [PlaceRow, PlaceRow])[] = [];
  for (const row of places) {
    if (row.place.latLng === null) continue;
    const key = row.place.latLng.join(' ');
    const first = firstAt.get(key);
    if (first === undefined) firstAt.set(key, row);
    else if (addressKey(first.place) !== addressKey(row.place)) pairs.push([first, row]);
  }
  return pairs;
}

function addressKey({ line1, zip }: PollingLocation): string {
  return `${line1} ${zip.slice(0, 5)}`.toUpperCase().replace(/[^A-Z0-9]+/g, ' ');
}

function farPlaces(rows: ReadonlyMap<string, PlaceRow>, graph: PrecinctGraph) {
  const far = new Map<string, PlaceRow & { readonly km: number }>();
  for (const { precinct } of graph.precincts.values()) {
    const [first, ...others] = precinct.pollingLocationIds.flatMap((id) => {
      const row = rows.get(id);
      return row !== undefined && row.place.latLng !== null && servesOnElectionDay(row.place) ? [row] : [];
    });
    for (const row of others) {
      const km = distanceMetres(first!.place.latLng!, row.place.latLng!) / 1000;
      if (km > farKm) far.set(row.place.id, { ...row, km });
    }
  }
  return far.values();
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
