// Owns hours: schedules by hours_open_id, and hours written as words. Knows nothing of places.

import { isTimeZone } from '@/lib/core/hours/local-time';
import type { HoursOpen, IsoDate, Schedule } from '@/lib/core/vip';
import type { ProblemLog } from '../problems/problem';
import { readDate, readFlag } from '../tables/cells';
import type { RowCounts } from '../tables/table-reader';
import type { LoadedTable, TableRow } from '../tables/vip-tables';
import { isReversedHours, readHoursText } from './hours-text';
import { zoneOffset } from './zone-offset';

/** hours_open_id -> its schedules, in the file's order (VIP 6.0 HoursOpen). */
export type SchedulesById = ReadonlyMap<string, readonly Schedule[]>;

/** Rows that cannot be read, or that close before they open, are reported and set aside, and with them all
 *  that belongs to the same id: half of a place's hours would send people to a closed door. */
export function readSchedules(
  table: LoadedTable<'schedule'>,
  hasTimeZone: boolean,
  log: ProblemLog,
  counts: RowCounts,
): SchedulesById {
  const byId = new Map<string, Schedule[]>();
  const withoutZone: TableRow<'schedule'>[] = [];
  const damaged = new Set(table.damaged.flatMap(({ cells }) => cells.map((cell) => cell.trim())));
  for (const row of table.rows) {
    const schedule = readSchedule(table, row, log);
    if (schedule === null) {
      counts.rowsSetAside++;
      damaged.add(row.cells.hoursOpenId);
      continue;
    }
    if (schedule.utcOffset === null && row.cells.timeZone === '') withoutZone.push(row);
    const id = row.cells.hoursOpenId;
    const others = byId.get(id);
    if (others === undefined) byId.set(id, [schedule]);
    else others.push(schedule);
  }
  const first = withoutZone[0];
  if (first !== undefined && !hasTimeZone) {
    const where = {
      file: table.file,
      row: first.row,
      column: table.label('startTime'),
      value: first.cells.startTime,
    };
    const many = withoutZone.length === 1 ? '' : `${withoutZone.length} schedules, the first one here.`;
    log.report('schedule-without-zone', where, many === '' ? undefined : many);
  }
  for (const id of damaged) byId.delete(id);
  return byId;
}

function readSchedule(table: LoadedTable<'schedule'>, { row, cells }: TableRow<'schedule'>, log: ProblemLog) {
  const report = (code: 'schedule-unreadable' | 'schedule-reversed', field: keyof typeof cells): null => {
    log.report(code, { file: table.file, row, column: table.label(field), value: cells[field] });
    return null;
  };
  const start = readTime(cells.startTime);
  if (start === null) return report('schedule-unreadable', 'startTime');
  const end = readTime(cells.endTime);
  if (end === null) return report('schedule-unreadable', 'endTime');
  const startDate = cells.startDate === '' ? null : readDate(cells.startDate);
  if (startDate === null && cells.startDate !== '') return report('schedule-unreadable', 'startDate');
  const endDate = cells.endDate === '' ? startDate : readDate(cells.endDate);
  if (endDate === null && cells.endDate !== '') return report('schedule-unreadable', 'endDate');
  if (end.clock <= start.clock) return report('schedule-reversed', 'endTime');
  if (startDate !== null && endDate !== null && endDate < startDate)
    return report('schedule-reversed', 'endDate');
  const zone = cells.timeZone;
  if (zone !== '' && !isTimeZone(zone)) {
    log.report('time-zone-unreadable', {
      file: table.file,
      row,
      column: table.label('timeZone'),
      value: zone,
    });
  }
  // The two ends of one opening lie on the same clock; if they do not, the place's zone decides.
  const written = start.offset === end.offset ? start.offset : null;
  const schedule: Schedule = {
    startDate,
    endDate,
    startTime: start.clock,
    endTime: end.clock,
    utcOffset: written ?? (startDate === null ? null : zoneOffset(zone, startDate, endDate ?? startDate)),
    isByAppointment: readFlag(cells.isOnlyByAppointment) === true,
  };
  return schedule;
}

/** `07:00:00-06:00` -> `{clock: '07:00', offset: '-06:00'}` (VIP 6.0 TimeWithZone); also `7:00`, `07:00:00Z` and
 *  `7:00 PM`. */
function readTime(cell: string): { readonly clock: string; readonly offset: string | null } | null {
  const match = /^(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?: ?([AP])M)?(Z|[+-]\d{2}:\d{2})?$/i.exec(cell);
  if (match === null) return null;
  const [, hourText, minute, half, zone] = match;
  const hour = half === undefined ? Number(hourText) : hourOfDay(Number(hourText), half);
  if (hour === null || hour > 23 || Number(minute) > 59) return null;
  const clock = `${String(hour).padStart(2, '0')}:${minute}`;
  return { clock, offset: zone?.toUpperCase() === 'Z' ? '+00:00' : (zone ?? null) };
}

function hourOfDay(hour: number, half: string): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
}

/** What went wrong beside the hours; the caller knows file, row and column. */
export type HoursTrouble = 'hours-dangling' | 'hours-unreadable' | 'hours-reversed';

/** The hours of a place or an election: its schedules where it links to some, else its words. Words that
 *  read as one range become a schedule on `date`; a range that ends before it begins is left out. They stay words where they do
 *  not, or where `date` is null: the hours of an early-voting site are those of days that the words rarely say. */
export function readHours(
  hoursOpenId: string,
  words: string,
  date: IsoDate | null,
  schedules: SchedulesById,
): { readonly hours: HoursOpen | null; readonly trouble: HoursTrouble | null } {
  const linked = hoursOpenId === '' ? undefined : schedules.get(hoursOpenId);
  if (linked !== undefined) return { hours: { schedules: linked, text: null }, trouble: null };
  const dangling = hoursOpenId === '' ? null : 'hours-dangling';
  if (words === '') return { hours: null, trouble: dangling };
  if (isReversedHours(words)) return { hours: null, trouble: 'hours-reversed' };
  if (date === null) return { hours: { schedules: [], text: words }, trouble: dangling };
  const range = readHoursText(words);
  if (range === null)
    return { hours: { schedules: [], text: words }, trouble: dangling ?? 'hours-unreadable' };
  const schedule: Schedule = {
    startDate: date,
    endDate: date,
    ...range,
    utcOffset: null,
    isByAppointment: false,
  };
  return { hours: { schedules: [schedule], text: null }, trouble: dangling };
}
