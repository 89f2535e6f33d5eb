// Owns one question: is election day over where the voter votes? Must never say so too early.
// Knows nothing of closing times: someone in line at closing time still votes.

import type { IsoDate } from '../vip';
import { wallClock } from './local-time';

// The last inhabited US zone to reach midnight (American Samoa, UTC-11). Where nobody knows the zone it
// decides, so that an election is never called over while a US polling place is still in its day.
const latestUsZone = 'Pacific/Pago_Pago';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** True from the local midnight that ends `date`. An unknown zone (null, or no such name) waits for the
 *  last US midnight. `electionOver('2026-11-03', 'America/Chicago', new Date('2026-11-04T06:00:00Z'))` -> true. */
export function electionOver(date: IsoDate, timeZone: string | null, now: Date): boolean {
  // Zones lie between UTC-12 and UTC+14, so nearly every call is settled without asking Intl,
  // which would cost more than the whole look-up.
  const endUtcMs = endOf(date);
  if (now.getTime() < endUtcMs - 14 * hourMs) return false;
  if (now.getTime() >= endUtcMs + 12 * hourMs) return true;
  const clock = (timeZone === null ? null : wallClock(now, timeZone)) ?? wallClock(now, latestUsZone);
  return clock !== null && clock.date > date;
}

// A release has a handful of election days, and reading a date costs as much as the rest.
const ends = new Map<IsoDate, number>();

function endOf(date: IsoDate): number {
  let endUtcMs = ends.get(date);
  if (endUtcMs === undefined) {
    endUtcMs = Date.parse(`${date}T00:00:00Z`) + dayMs;
    ends.set(date, endUtcMs);
  }
  return endUtcMs;
}
