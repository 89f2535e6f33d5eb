// Owns the step from a named time zone to its distance from UTC on given days (VIP 6.0 Schedule.TimeZone).
// Knows nothing of schedules.

import { wallClock } from '@/lib/core/hours/local-time';
import type { IsoDate } from '@/lib/core/vip';

/** `('America/Chicago', '2026-11-03', '2026-11-03')` -> `-06:00`. Null where no computer knows the zone, or where it
 *  is not the same on both days: clocks change in between. */
export function zoneOffset(timeZone: string, first: IsoDate, last: IsoDate): string | null {
  const offset = offsetMinutes(timeZone, first);
  if (offset === null || offset !== offsetMinutes(timeZone, last)) return null;
  const size = Math.abs(offset);
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

// At noon in UTC every zone of the United States has changed its clocks, if it does that day.
function offsetMinutes(timeZone: string, date: IsoDate): number | null {
  const noon = Date.parse(`${date}T12:00:00Z`);
  const clock = timeZone === '' ? null : wallClock(new Date(noon), timeZone);
  if (clock === null) return null;
  return (Date.parse(`${clock.date}T00:00:00Z`) - noon) / 60_000 + clock.minutes;
}
