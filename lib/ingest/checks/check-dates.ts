// Owns the checks that days are those of the election: hours of election day that are not on it, and early voting of another election.
// Changes nothing.

import type { HoursOpen, IsoDate, PollingLocation } from '@/lib/core/vip';
import type { ProblemLog } from '../problems/problem';
import type { LoadedTable, VipTables } from '../tables/vip-tables';
import { servesOnElectionDay } from '../vip/precinct-graph';
import type { PlaceRow } from '../vip/read-places';

/** No state lets anybody vote earlier: longer before an election day it was another one. */
const mostDaysBefore = 100;
const dayMs = 86_400_000;

type Tables = Pick<VipTables, 'election' | 'polling_location' | 'early_vote_site'>;

/** Hours of election day that are on other days (`schedule-other-day`), and sites whose days are another election's
 *  (`site-other-election`). */
export function reportOtherDays(
  tables: Tables,
  election: { readonly date: IsoDate; readonly hours: HoursOpen | null },
  places: ReadonlyMap<string, PlaceRow>,
  log: ProblemLog,
): void {
  const { date } = election;
  const detail = `Election day is ${date}.`;
  if (isOnOtherDays(election.hours, date)) {
    log.report('schedule-other-day', hoursAt(tables.election, tables.election.rows[0]?.row ?? null), detail);
  }
  for (const { place, table, row } of places.values()) {
    if (servesOnElectionDay(place)) {
      if (isOnOtherDays(place.hours, date))
        log.report('schedule-other-day', hoursAt(tables.polling_location, row), detail);
    } else if (isOfOtherElection(place, date))
      log.report('site-other-election', siteAt(tables, table, place, row), detail);
  }
}

function isOnOtherDays(hours: HoursOpen | null, date: IsoDate): boolean {
  const schedules = hours?.schedules ?? [];
  return (
    schedules.length > 0 &&
    schedules.every(
      ({ startDate, endDate }) =>
        (startDate !== null && startDate > date) || (endDate !== null && endDate < date),
    )
  );
}

/** Every day that it names is behind election day, or long before it. */
function isOfOtherElection({ openDates, hours }: PollingLocation, date: IsoDate): boolean {
  const spans = [...(openDates === null ? [] : [openDates]), ...(hours?.schedules ?? [])];
  const oldest = new Date(Date.parse(`${date}T00:00:00Z`) - mostDaysBefore * dayMs)
    .toISOString()
    .slice(0, 10);
  return (
    spans.length > 0 &&
    spans.every(
      ({ startDate, endDate }) =>
        (startDate !== null && startDate > date) || (endDate !== null && endDate < oldest),
    )
  );
}

function hoursAt(table: LoadedTable<'election'> | LoadedTable<'polling_location'>, row: number | null) {
  const value = table.rows.find((one) => one.row === row)?.cells.hoursOpenId ?? null;
  return { file: table.file, row, column: table.label('hoursOpenId'), value };
}

function siteAt(tables: Tables, table: PlaceRow['table'], { openDates }: PollingLocation, row: number) {
  const value = openDates?.startDate ?? openDates?.endDate ?? null;
  if (table === 'early_vote_site') {
    const { file, label } = tables.early_vote_site;
    return { file, row, column: label(openDates?.startDate == null ? 'endDate' : 'startDate'), value };
  }
  const { file, label } = tables.polling_location;
  if (openDates === null) return hoursAt(tables.polling_location, row);
  return { file, row, column: label(openDates.startDate === null ? 'openEndDate' : 'openStartDate'), value };
}
