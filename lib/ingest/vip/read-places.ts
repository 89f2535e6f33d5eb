// Owns polling places: their address in any of the versions' columns, their point and their hours.
// Reads only the places that somebody refers to; a county's file may list the whole state's.

import { isInUnitedStates } from '@/lib/core/geometry/united-states';
import type { IsoDate, LatLng, PollingLocation } from '@/lib/core/vip';
import { hasHouseNumber } from '../checks/house-number-in-line';
import { zipDamage } from '../checks/spreadsheet-cells';
import type { ProblemLog } from '../problems/problem';
import type { ProblemCode } from '../problems/problem-codes';
import { readFlag, readZip5, textOrNull } from '../tables/cells';
import { indexById } from '../tables/id-index';
import type { RowCounts } from '../tables/table-reader';
import type { LoadedTable, TableRow } from '../tables/vip-tables';
import { nameOf, saysByMail } from './mail-words';
import { readOpenDates } from './open-dates';
import { type PlaceAddress, readPlaceAddress } from './place-address';
import { readAccessibility } from './read-access';
import { readHours, type SchedulesById } from './read-hours';

export interface PlaceRow {
  readonly place: PollingLocation;
  readonly table: 'polling_location' | 'early_vote_site';
  readonly row: number;
}

export interface PlaceContext {
  readonly electionDate: IsoDate;
  readonly schedules: SchedulesById;
  readonly log: ProblemLog;
  readonly counts: RowCounts;
}

/** Id -> place, for the places in `usedIds` (null: all), early-voting sites and drop boxes. The others are one
 *  warning. State is the row's own and may be ''. */
export function readPlaces(
  table: LoadedTable<'polling_location'>,
  usedIds: ReadonlySet<string> | null,
  context: PlaceContext,
): ReadonlyMap<string, PlaceRow> {
  const standAlone = new Set(table.rows.filter(standsAlone).map(({ cells }) => cells.id));
  const isUsed = (id: string) => usedIds === null || usedIds.has(id) || standAlone.has(id);
  const { byId } = indexById(table, context.log, context.counts, isUsed);
  const places = new Map<string, PlaceRow>();
  const unused: TableRow<'polling_location'>[] = [];
  for (const [id, row] of byId) {
    if (!isUsed(id)) {
      unused.push(row);
      continue;
    }
    const place = readPlace(table, row, context);
    if (place === null) context.counts.rowsSetAside++;
    else places.set(id, { place, table: 'polling_location', row: row.row });
  }
  reportUnreferenced(table, unused, context.log);
  return places;
}

/** One warning a file: how many rows nobody refers to, the first one's row, and the first ids. */
export function reportUnreferenced(
  table: { readonly file: string; readonly isMade?: boolean; readonly label: (field: 'id') => string },
  rows: readonly { readonly row: number; readonly cells: { readonly id: string } }[],
  log: ProblemLog,
): void {
  const first = rows[0];
  if (first === undefined) return;
  const ids = rows.slice(0, 50).map(({ cells }) => cells.id);
  const value = table.isMade === true ? null : ids.join(' ');
  const where = { file: table.file, row: first.row, column: table.label('id'), value };
  log.report('unreferenced', where, `${rows.length} rows, the first one here.`);
}

// No precinct needs to name an early-voting site or a drop box, or what an export says is kept without one.
function standsAlone({ cells }: TableRow<'polling_location'>): boolean {
  return [cells.isEarlyVoting, cells.isDropBox, cells.isKept].some((cell) => readFlag(cell) === true);
}

function readPlace(
  table: LoadedTable<'polling_location'>,
  { row, cells }: TableRow<'polling_location'>,
  context: PlaceContext,
): PollingLocation | null {
  const report = (code: ProblemCode, field: keyof typeof cells, detail?: string) =>
    context.log.report(
      code,
      { file: table.file, row, column: table.label(field), value: cells[field] },
      detail,
    );
  const isDropBox = readFlag(cells.isDropBox);
  const isEarlyVoting = readFlag(cells.isEarlyVoting);
  if (isDropBox === null) report('flag-unreadable', 'isDropBox');
  if (isEarlyVoting === null) report('flag-unreadable', 'isEarlyVoting');
  if (isDropBox === null || isEarlyVoting === null) return null;
  const address = readPlaceAddress(cells);
  const name = nameOf(cells);
  if (!isDropBox && !isEarlyVoting && saysByMail(name)) {
    report('place-says-by-mail', cells.name !== '' ? 'name' : 'buildingName');
    return null;
  }
  reportAddress(address, name, report);
  const wordsDate = isDropBox || isEarlyVoting ? null : context.electionDate;
  const { hours, trouble } = readHours(cells.hoursOpenId, cells.hours, wordsDate, context.schedules);
  if (trouble !== null) report(trouble, trouble === 'hours-dangling' ? 'hoursOpenId' : 'hours');
  return {
    id: cells.id,
    name,
    ...address,
    zip: placeZip(address.zip),
    latLng: readPoint(cells, report),
    directions: textOrNull(cells.directions),
    entrance: textOrNull(cells.entrance),
    accessibility: readAccessibility(cells, report),
    hours,
    openDates: readOpenDates(cells.openStartDate, cells.openEndDate, (code, field) =>
      report(code, field === 'startDate' ? 'openStartDate' : 'openEndDate'),
    ),
    photoUri: textOrNull(cells.photoUri),
    isDropBox,
    isEarlyVoting,
    party: textOrNull(cells.party),
  };
}

type Report = (code: ProblemCode, field: 'latitude' | 'longitude' | 'latLong') => void;

/** What is missing from the name and address that voters will read. */
export function reportAddress(
  address: PlaceAddress,
  name: string,
  report: (code: ProblemCode, field: 'name' | 'line1' | 'zip', detail?: string) => void,
): void {
  if (name === '') report('place-name-missing', 'name');
  if (address.line1 === '') report('place-address-missing', 'line1');
  else if (!hasHouseNumber([address.line1, address.line2, address.line3])) {
    report('place-address-without-number', 'line1');
  }
  if (readZip5(address.zip) === '') {
    report('place-zip-unreadable', 'zip', zipDamage(address.zip, address.state));
  }
}

/** `237046818` -> `23704-6818`: the same ZIP+4, as people write it; what is no ZIP stays as it stands. */
export function placeZip(zip: string): string {
  return readZip5(zip) !== '' && zip.length === 9 ? `${zip.slice(0, 5)}-${zip.slice(5)}` : zip;
}

type PointCells = Readonly<Record<'latitude' | 'longitude' | 'latLong', string>>;

function readPoint(cells: PointCells, report: Report): LatLng | null {
  const [latitude = '', longitude = ''] =
    cells.latitude === '' && cells.longitude === ''
      ? cells.latLong.split(/[\s,;]+/)
      : [cells.latitude, cells.longitude];
  if (latitude === '' && longitude === '') return null;
  const point: LatLng = [degrees(latitude), degrees(longitude)];
  if (isInUnitedStates(point)) return point;
  const isOneCell = cells.latitude === '' && cells.longitude === '';
  // With a longitude of the country's middle: then it is the other one that is wrong.
  const isLatitudeSound = isInUnitedStates([point[0], -90]);
  report('place-point-unreadable', isOneCell ? 'latLong' : isLatitudeSound ? 'longitude' : 'latitude');
  return null;
}

function degrees(cell: string): number {
  return /^[+-]?\d{1,3}(?:\.\d+)?$/.test(cell) ? Number(cell) : Number.NaN;
}
