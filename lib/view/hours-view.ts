// Owns how a place's hours read: rows by day, the line for right now, and the one for closing time.
// Says nothing where the hours are in doubt.

import { type ClockTime, closingTime, isReadable, minutesOf, openState } from '@/lib/core/hours/open-state';
import type { HoursOpen, IsoDate, Schedule } from '@/lib/core/vip';
import { format } from '@/lib/messages/format';
import type { Messages } from '@/lib/messages/messages';
import type { HoursRow, HoursView } from './outcome-view';
import { clockText, nearDayText } from './when';

/** What the view needs to know of a place's hours. `electionDate` dates schedules that have no date. */
export interface HoursInput {
  readonly hours: HoursOpen | undefined;
  readonly timeZone: string | null;
  readonly electionDate: IsoDate | null;
}

// Further ahead, "opens at …" only says again what the row of that day says.
const daysAhead = 7;

/** Rows where every schedule can be read, else the office's words, else that the list does not say. */
export function viewHours({ hours, electionDate }: HoursInput, messages: Messages, now: Date): HoursView {
  const heading = messages.result.hours;
  const schedules = hours?.schedules ?? [];
  if (schedules.length > 0 && schedules.every(isReadable)) {
    const { dayHeader, hoursHeader } = messages.hours;
    const rows = [...schedules].sort(byStart).map((schedule) => rowOf(schedule, electionDate, messages, now));
    return { kind: 'rows', heading, dayHeader, hoursHeader, rows };
  }
  const text = hours?.text ?? null;
  if (text !== null && text.trim() !== '') return { kind: 'text', heading, body: { text, lang: 'en' } };
  return { kind: 'note', heading, text: messages.hours.unknown };
}

/** "It was: 7 am to 7 pm", for hours that hold no more; null where they cannot be said in a line. */
export function viewHoursInWords(input: HoursInput, messages: Messages, now: Date): string | null {
  const view = viewHours(input, messages, now);
  if (view.kind === 'note') return null;
  const one = view.kind === 'rows' && view.rows.length === 1 ? view.rows[0] : undefined;
  const words = view.kind === 'text' ? view.body.text : (one?.hours ?? view.rows.map(dayAndHours).join('; '));
  return format(messages.result.itWas, { place: words });
}

function dayAndHours({ day, hours }: HoursRow): string {
  return `${day}, ${hours}`;
}

/** "Open now until 7 pm", "Opens at 7 am on …", "Closed at 7 pm"; null where nothing certain can be said. */
export function viewOpenLine(input: HoursInput, messages: Messages, now: Date): string | null {
  if (input.hours === undefined) return null;
  const state = openState(input.hours, input.timeZone, now, input.electionDate);
  if (state.kind === 'unknown') return null;
  const { openUntil, appointmentUntil, closedAndOpens, closedToday, closed } = messages.hours;
  if (state.kind === 'open') {
    const time = clockText(state.until.time, messages);
    return format(state.byAppointment ? appointmentUntil : openUntil, { time });
  }
  const isNear = state.opensAt !== null && daysBetween(state.today, state.opensAt.date) <= daysAhead;
  const next =
    state.opensAt === null || !isNear ? null : opensText(state.opensAt, state.today, messages, now);
  if (state.closedAt?.date !== state.today) return next ?? (state.opensAt === null ? closed : null);
  const time = clockText(state.closedAt.time, messages);
  return next === null ? format(closedToday, { time }) : format(closedAndOpens, { time, next });
}

/** The closing time that has passed today, at election's end: `19:00`; null while open, or in doubt. */
export function closedSince(input: HoursInput, now: Date): string | null {
  if (input.hours === undefined || input.electionDate === null) return null;
  const state = openState(input.hours, input.timeZone, now, input.electionDate);
  if (state.kind !== 'closed' || state.today !== input.electionDate || state.opensAt !== null) return null;
  return state.closedAt?.date === state.today ? state.closedAt.time : null;
}

/** "In line by 7 pm? Stay in line." from an hour before closing on election day; null at other times. */
export function viewInLine(input: HoursInput, messages: Messages, now: Date): string | null {
  const { hours, timeZone, electionDate } = input;
  if (hours === undefined || electionDate === null) return null;
  const state = openState(hours, timeZone, now, electionDate);
  const closes = closingTime(hours, electionDate, electionDate);
  if (state.kind === 'unknown' || closes === null) return null;
  const time = clockText(closes, messages);
  if (closedSince(input, now) !== null) return format(messages.hours.inLine, { time });
  const hourAhead = openState(hours, timeZone, new Date(now.getTime() + 3_600_000), electionDate);
  const closesSoon =
    state.kind === 'open' &&
    state.until.date === electionDate &&
    minutesOf(state.until.time) === minutesOf(closes) &&
    hourAhead.kind === 'closed';
  return closesSoon ? format(messages.hours.inLine, { time }) : null;
}

function opensText(at: ClockTime, today: IsoDate, messages: Messages, now: Date): string {
  const time = clockText(at.time, messages);
  if (at.date === today) return format(messages.hours.opensToday, { time });
  return format(messages.hours.opensOn, { time, date: nearDayText(at.date, messages, now) });
}

function rowOf(schedule: Schedule, electionDate: IsoDate | null, messages: Messages, now: Date): HoursRow {
  const from = clockText(schedule.startTime, messages);
  const to = clockText(schedule.endTime, messages);
  const span = format(messages.hours.span, { from, to });
  const hours = schedule.isByAppointment ? format(messages.hours.byAppointment, { hours: span }) : span;
  const first = schedule.startDate ?? schedule.endDate ?? electionDate;
  const last = schedule.endDate ?? schedule.startDate ?? electionDate;
  if (first === null || last === null) return { day: messages.hours.undated, date: null, hours };
  if (first === last) return { day: nearDayText(first, messages, now), date: first, hours };
  const days = { from: nearDayText(first, messages, now), to: nearDayText(last, messages, now) };
  return { day: format(messages.hours.dates, days), date: null, hours };
}

function daysBetween(from: IsoDate, to: IsoDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

function byStart(a: Schedule, b: Schedule): number {
  const key = ({ startDate, startTime }: Schedule) => `${startDate ?? ''} ${startTime}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}
