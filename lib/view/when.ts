// Owns how days and times of day read in a language. Knows no zone but the one it is given.

import { wallClock, wallClockAtOffset } from '@/lib/core/hours/local-time';
import { minutesOf } from '@/lib/core/hours/open-state';
import type { IsoDate } from '@/lib/core/vip';
import { format } from '@/lib/messages/format';
import type { Messages } from '@/lib/messages/messages';

type Year = 'withYear' | 'withoutYear';

// Making a formatter costs a hundred times what using it does, and a page's worth of them was felt.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(tag: string, part: 'weekday' | Year): Intl.DateTimeFormat {
  const key = `${tag} ${part}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(tag, {
    ...(part === 'weekday' ? { weekday: 'long' } : { month: 'long', day: 'numeric' }),
    ...(part === 'withYear' ? { year: 'numeric' } : {}),
    timeZone: 'UTC',
  });
  formats.set(key, made);
  return made;
}

/** `2026-11-03` -> "Tuesday, November 3"; with the year where asked. What is no date stays as it was written.
 *  Weekday and date are joined by the language's own text: Intl puts a comma into Spanish, and Spanish does not. */
export function dayText(date: IsoDate, messages: Messages, year: Year): string {
  const midnight = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime())) return date;
  return format(messages.hours.day, {
    weekday: formatOf(messages.tag, 'weekday').format(midnight),
    date: formatOf(messages.tag, year).format(midnight),
  });
}

/** The day as people say it: without the year while it is this year's. */
export function nearDayText(date: IsoDate, messages: Messages, now: Date): string {
  const isThisYear = date.slice(0, 4) === String(now.getUTCFullYear());
  return dayText(date, messages, isThisYear ? 'withoutYear' : 'withYear');
}

/** The day of an instant on a place's own clock; `slackHours` east of UTC where its zone is not known. */
export function localDay(instant: Date, timeZone: string | null, slackHours: number): IsoDate {
  const local = timeZone === null ? null : wallClock(instant, timeZone);
  return (local ?? wallClockAtOffset(instant, slackHours * 60)).date;
}

/** `19:00` -> "7 pm", `12:00` -> "12 noon", `07:30` -> "7:30 am". Not by Intl: its blanks and dots changed
 *  between versions, and the plain pages must come out the same on every machine. */
export function clockText(time: string, messages: Messages): string {
  const minutes = minutesOf(time);
  return minutes === null ? time : clockTextOf(minutes, messages);
}

/** An instant as "Tuesday, November 3, 6:10 pm" in a zone; in UTC, and saying so, where the zone is unknown.
 *  The year is said where it is not that of `now`. */
export function momentText(
  instant: Date,
  timeZone: string | null,
  messages: Messages,
  now: Date = instant,
): string {
  const local = timeZone === null ? null : wallClock(instant, timeZone);
  const clock = local ?? wallClock(instant, 'UTC');
  if (clock === null) throw new Error('UTC is not known');
  const moment = format(messages.hours.moment, {
    date: nearDayText(clock.date, messages, now),
    time: clockTextOf(clock.minutes, messages),
  });
  return local === null ? `${moment} UTC` : moment;
}

function clockTextOf(minutes: number, messages: Messages): string {
  const { clock, am, pm, noon, midnight, exact } = messages.hours;
  const hour = Math.floor(minutes / 60) % 24;
  const rest = String(minutes % 60).padStart(2, '0');
  const shownHour = clock === '24' ? hour : hour % 12 === 0 ? 12 : hour % 12;
  const article = shownHour === 1 ? exact.atOne : exact.atOthers;
  if (clock === '24') return format(article, { time: `${hour}:${rest}` });
  if (hour === 12 && rest === '00') return format(article, { time: noon });
  if (hour === 0 && rest === '00') return format(article, { time: midnight });
  const digits = rest === '00' ? String(shownHour) : `${shownHour}:${rest}`;
  return format(article, { time: format(hour < 12 ? am : pm, { time: digits }) });
}
