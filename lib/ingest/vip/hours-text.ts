// Owns the reading of hours that an office wrote as words: `6:00 AM - 7:00 PM` (VIP 3.0 polling_hours, VIP 5
// Hours). Reads what has one meaning and nothing else.

export interface DayHours {
  /** `HH:MM`, 24 h. */
  readonly startTime: string;
  readonly endTime: string;
}

const CLOCK = String.raw`(\d{1,2})(?::?(\d{2}))?(?::00)?\s*(am|pm|a\.m\.|p\.m\.|a|p)?|(noon|midnight)`;
const RANGE = new RegExp(`^(?:${CLOCK})\\s*(?:-|–|—|to|until|till)\\s*(?:${CLOCK})$`);

/** `7:00 am - 7:00 pm` -> `{startTime: '07:00', endTime: '19:00'}`. Null where it is not one plain range: `6-7`
 *  (which half of the day?), `7am-8pm, closed for lunch`, or an end that is not after the start. */
export function readHoursText(text: string): DayHours | null {
  const span = spanOf(text);
  if (span === null || span.end <= span.start) return null;
  return { startTime: clockText(span.start), endTime: clockText(span.end) };
}

/** True for one plain range that ends where it begins or before: `7:00 PM - 7:00 AM`. An end at midnight may be the day's. */
export function isReversedHours(text: string): boolean {
  const span = spanOf(text);
  return span !== null && span.end !== 0 && span.end <= span.start;
}

/** Minutes since midnight; null where it is not one range whose ends have one meaning. */
function spanOf(text: string): { readonly start: number; readonly end: number } | null {
  // No range is longer, and the expression backtracks over blanks.
  const match = text.length > 80 ? null : RANGE.exec(text.trim().toLowerCase());
  if (match === null) return null;
  const [, startHour, startMinute, startHalf, startWord, endHour, endMinute, endHalf, endWord] = match;
  const start = clockMinutes(startHour, startMinute, startHalf, startWord);
  const end = clockMinutes(endHour, endMinute, endHalf, endWord);
  return start === null || end === null ? null : { start, end };
}

function clockMinutes(
  hourText: string | undefined,
  minuteText: string | undefined,
  half: string | undefined,
  word: string | undefined,
): number | null {
  if (word !== undefined) return word === 'noon' ? 12 * 60 : 0;
  const hour = Number(hourText);
  const minute = Number(minuteText ?? '0');
  if (minute > 59) return null;
  if (half === undefined) {
    // Without am or pm only a written-out 24-hour time is certain: 06:00, 0600, 19:00.
    const isWrittenOut = minuteText !== undefined && hourText?.length === 2 && hour <= 23;
    return isWrittenOut ? hour * 60 + minute : null;
  }
  if (hour < 1 || hour > 12) return null;
  return ((hour % 12) + (half.startsWith('p') ? 12 : 0)) * 60 + minute;
}

function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
