// Owns whether a place is open: what an office's schedules mean at an instant, on the place's own clock.
// Must rather say "unknown" than be wrong by an hour. Knows no words.

import type { HoursOpen, IsoDate, Schedule } from '../vip';
import { type WallClock, wallClock, wallClockAtOffset } from './local-time';

/** A day and a time of day on the place's own clock: `{date: '2026-11-03', time: '19:00'}`. */
export interface ClockTime {
  readonly date: IsoDate;
  readonly time: string;
}

/** `unknown` wherever the office's data, or the zone, leaves any doubt. In `closed`, `closedAt` is the last
 *  closing before now and `opensAt` the next opening; null where there is none. `today` is the place's own. */
export type OpenState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'open'; readonly until: ClockTime; readonly byAppointment: boolean }
  | {
      readonly kind: 'closed';
      readonly today: IsoDate;
      readonly closedAt: ClockTime | null;
      readonly opensAt: ClockTime | null;
    };

const unknown: OpenState = { kind: 'unknown' };
const minutesADay = 24 * 60;

/** Minutes since midnight: `07:30` -> 450, `24:00` -> 1440; null for what is no time of day. */
export function minutesOf(time: string): number | null {
  const match = /^(\d{2}):(\d{2})(?::00)?$/.exec(time);
  if (match === null) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minutes <= minutesADay ? minutes : null;
}

/** Minutes east of UTC: `-06:00` -> -360, `Z` -> 0; null for what is no offset. */
export function offsetMinutesOf(offset: string): number | null {
  if (offset === 'Z') return 0;
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(offset);
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}

/** True where a schedule's dates exist and it says a span within one day. One that ends before it starts (22:00 to 02:00, or a
 *  slip of am and pm) is refused: nobody can tell which it is. */
export function isReadable(schedule: Schedule): boolean {
  const start = minutesOf(schedule.startTime);
  const end = minutesOf(schedule.endTime);
  if (start === null || end === null || start >= end) return false;
  if (!isDay(schedule.startDate) || !isDay(schedule.endDate)) return false;
  return schedule.startDate === null || schedule.endDate === null || schedule.startDate <= schedule.endDate;
}

function isDay(date: IsoDate | null): boolean {
  return date === null || (/^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date)));
}

/** Whether a place is open now. Schedules without any date count for `electionDate` alone, and for no day
 *  where that is null. `unknown` where there are no schedules, one of them cannot be read, the zone is
 *  unknown and the feed gives no offset, or the feed's offset contradicts the zone. */
export function openState(
  hours: HoursOpen,
  timeZone: string | null,
  now: Date,
  electionDate: IsoDate | null = null,
): OpenState {
  const spans: Span[] = [];
  for (const schedule of hours.schedules) {
    if (!isReadable(schedule)) return unknown;
    const dates = datesOf(schedule, electionDate);
    const clock = clockOf(schedule, dates, timeZone, now);
    if (dates === null || clock === null) return unknown;
    spans.push({ ...dates, schedule, clock });
  }
  const today = spans[0]?.clock.date;
  if (today === undefined) return unknown;
  return (
    openNow(spans) ?? { kind: 'closed', today, closedAt: lastClosing(spans), opensAt: nextOpening(spans) }
  );
}

/** Latest closing on a day among schedules that need no appointment: `19:00`; null where none is known. */
export function closingTime(hours: HoursOpen, date: IsoDate, electionDate: IsoDate | null): string | null {
  let latest: string | null = null;
  for (const schedule of hours.schedules) {
    if (!isReadable(schedule) || schedule.isByAppointment) continue;
    const dates = datesOf(schedule, electionDate);
    if (dates === null || date < dates.first || date > dates.last) continue;
    if (latest === null || schedule.endTime > latest) latest = schedule.endTime;
  }
  return latest;
}

/** Earliest opening on a day among schedules that need no appointment: `07:00`; null where none is known. */
export function openingTime(hours: HoursOpen, date: IsoDate, electionDate: IsoDate | null): string | null {
  const starts = hours.schedules
    .filter((schedule) => isReadable(schedule) && !schedule.isByAppointment)
    .filter((schedule) => {
      const dates = datesOf(schedule, electionDate);
      return dates !== null && dates.first <= date && date <= dates.last;
    })
    .map(({ startTime }) => startTime);
  return starts.sort()[0] ?? null;
}

interface Dates {
  readonly first: IsoDate;
  readonly last: IsoDate;
}

/** A schedule with its days and the clock to read it by. Every day of it has the same times. */
interface Span extends Dates {
  readonly schedule: Schedule;
  readonly clock: WallClock;
}

function datesOf(schedule: Schedule, electionDate: IsoDate | null): Dates | null {
  const first = schedule.startDate ?? schedule.endDate ?? electionDate;
  const last = schedule.endDate ?? schedule.startDate ?? electionDate;
  return first === null || last === null ? null : { first, last };
}

/** The clock a schedule is told by. The feed's offset counts only while it agrees with the zone, for offices
 *  copy winter's offset into summer's elections; and one that disagrees leaves the time in doubt. */
function clockOf(
  schedule: Schedule,
  dates: Dates | null,
  timeZone: string | null,
  now: Date,
): WallClock | null {
  const zoned = timeZone === null ? null : wallClock(now, timeZone);
  if (schedule.utcOffset === null) return zoned;
  const offset = offsetMinutesOf(schedule.utcOffset);
  if (offset === null || dates === null) return null;
  if (timeZone === null || zoned === null) return wallClockAtOffset(now, offset);
  const agrees = [dates.first, dates.last].every((date) =>
    isLocal(date, schedule.startTime, offset, timeZone),
  );
  return agrees ? zoned : null;
}

function isLocal(date: IsoDate, time: string, offsetMinutes: number, timeZone: string): boolean {
  const minutes = minutesOf(time) ?? 0;
  const instant = new Date(Date.parse(`${date}T00:00:00Z`) + (minutes - offsetMinutes) * 60_000);
  const clock = wallClock(instant, timeZone);
  return clock !== null && clock.date === date && clock.minutes === minutes;
}

function openNow(spans: readonly Span[]): OpenState | null {
  const open = spans.filter(
    (span) =>
      isOn(span) && startOf(span.schedule) <= span.clock.minutes && span.clock.minutes < endOf(span.schedule),
  );
  const walkIn = open.filter((span) => !span.schedule.isByAppointment);
  const best = latest(walkIn) ?? latest(open);
  if (best === null) return null;
  const { isByAppointment } = best.schedule;
  const alike = spans.filter((span) => span.schedule.isByAppointment === isByAppointment && isOn(span));
  return {
    kind: 'open',
    until: { date: best.clock.date, time: endOfRow(best.schedule.endTime, alike) },
    byAppointment: isByAppointment,
  };
}

/** Today is one of its days. */
function isOn({ first, last, clock }: Span): boolean {
  return first <= clock.date && clock.date <= last;
}

/** 7 to 12 and 12 to 19 make one row that ends at 19: nobody is sent home at noon. */
function endOfRow(end: string, spans: readonly Span[]): string {
  const next = spans.find(({ schedule }) => schedule.startTime <= end && schedule.endTime > end);
  return next === undefined ? end : endOfRow(next.schedule.endTime, spans);
}

function latest(spans: readonly Span[]): Span | null {
  return spans.reduce<Span | null>(
    (best, span) => (best === null || span.schedule.endTime > best.schedule.endTime ? span : best),
    null,
  );
}

function nextOpening(spans: readonly Span[]): ClockTime | null {
  const openings: ClockTime[] = [];
  for (const { first, last, schedule, clock } of spans) {
    if (schedule.isByAppointment) continue;
    const from =
      first > clock.date ? first : startOf(schedule) > clock.minutes ? clock.date : dayAfter(clock.date, 1);
    if (from <= last) openings.push({ date: from, time: schedule.startTime });
  }
  return openings.sort(byMoment)[0] ?? null;
}

function lastClosing(spans: readonly Span[]): ClockTime | null {
  const closings: ClockTime[] = [];
  for (const { first, last, schedule, clock } of spans) {
    if (schedule.isByAppointment) continue;
    const until =
      last < clock.date ? last : endOf(schedule) <= clock.minutes ? clock.date : dayAfter(clock.date, -1);
    if (until >= first) closings.push({ date: until, time: schedule.endTime });
  }
  return closings.sort(byMoment).at(-1) ?? null;
}

function byMoment(a: ClockTime, b: ClockTime): number {
  const left = `${a.date} ${a.time}`;
  const right = `${b.date} ${b.time}`;
  return left < right ? -1 : left > right ? 1 : 0;
}

function dayAfter(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * minutesADay * 60_000).toISOString().slice(0, 10);
}

// Spans hold readable schedules only.
function startOf(schedule: Schedule): number {
  return minutesOf(schedule.startTime) ?? 0;
}

function endOf(schedule: Schedule): number {
  return minutesOf(schedule.endTime) ?? 0;
}
