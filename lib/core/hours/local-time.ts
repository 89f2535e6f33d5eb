// Owns the step from an instant to the clock on a place's wall, by Intl's own zone data.
// Knows nothing of hours, elections or words.

import type { IsoDate } from '../vip';

/** What the clock on the wall says: `{date: '2026-11-03', minutes: 1145}` is 7:05 pm on November 3. */
export interface WallClock {
  readonly date: IsoDate;
  /** Minutes since midnight as the clock shows them, 0 to 1439. */
  readonly minutes: number;
}

// Making a formatter costs a hundred times what using it does, and there are few zones.
const formatters = new Map<string, Intl.DateTimeFormat | null>();

function formatterFor(timeZone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = makeFormatter(timeZone);
  formatters.set(timeZone, made);
  return made;
}

function makeFormatter(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
  } catch (error) {
    // RangeError is how Intl says "no such zone"; an office may have written one.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The wall clock in an IANA zone; null where this machine knows no such zone.
 *  `wallClock(new Date('2026-11-04T00:05:00Z'), 'America/Chicago')` -> `{date: '2026-11-03', minutes: 1085}`. */
export function wallClock(now: Date, timeZone: string): WallClock | null {
  const last = lastRead.get(timeZone);
  if (last?.atMs === now.getTime()) return last.clock;
  const clock = readClock(now, timeZone);
  lastRead.set(timeZone, { atMs: now.getTime(), clock });
  return clock;
}

// A page asks for one moment again and again.
const lastRead = new Map<string, { readonly atMs: number; readonly clock: WallClock | null }>();

function readClock(now: Date, timeZone: string): WallClock | null {
  const formatter = formatterFor(timeZone);
  if (formatter === null) return null;
  const parts: Record<string, string> = {};
  for (const part of formatter.formatToParts(now)) parts[part.type] = part.value;
  const year = String(parts.year).padStart(4, '0');
  return {
    date: `${year}-${parts.month}-${parts.day}`,
    minutes: Number(parts.hour) * 60 + Number(parts.minute),
  };
}

/** The instant at which a zone's clock shows a day and a time, in minutes since midnight; of the two that a clock set back
 *  shows twice, one; null where the zone is not known, or where the clock skips that time.
 *  `instantAt('2026-11-03', 420, 'America/Chicago')` -> 13:00 UTC. */
export function instantAt(date: IsoDate, minutes: number, timeZone: string): Date | null {
  const wanted = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000;
  let guess = wanted;
  // The distance from UTC at the guess leads to the instant; on a day of change, at the second try.
  for (let tries = 0; tries < 2; tries += 1) {
    const clock = wallClock(new Date(guess), timeZone);
    if (clock === null) return null;
    guess += wanted - (Date.parse(`${clock.date}T00:00:00Z`) + clock.minutes * 60_000);
  }
  const shown = wallClock(new Date(guess), timeZone);
  const isThere = shown?.date === date && shown.minutes === minutes;
  return isThere && !Number.isNaN(guess) ? new Date(guess) : null;
}

/** The wall clock at a fixed distance from UTC, in minutes east: -360 for `-06:00`. */
export function wallClockAtOffset(now: Date, offsetMinutes: number): WallClock {
  const shifted = new Date(now.getTime() + offsetMinutes * 60_000);
  return {
    date: shifted.toISOString().slice(0, 10),
    minutes: shifted.getUTCHours() * 60 + shifted.getUTCMinutes(),
  };
}

/** The calendar day in an IANA zone. Throws on a zone that does not exist: check with `isTimeZone` first. */
export function localDate(now: Date, timeZone: string): IsoDate {
  const clock = wallClock(now, timeZone);
  if (clock === null) throw new RangeError(`no such time zone: ${timeZone}`);
  return clock.date;
}

/** True for a zone this machine knows: `America/Chicago`. */
export function isTimeZone(timeZone: string): boolean {
  return formatterFor(timeZone) !== null;
}
