// Owns the text of a cell's number: as the office sees it where that matters (a date without its year, a code with its zeros),
// else the number itself. Restores nothing that a spreadsheet has lost.

import { isPlace, type NumberMeaning } from './number-formats';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const dayMs = 86_400_000;
/** 31 December 9999 is the last day that Excel knows. */
const lastDay = 2_958_465;

/** `numberText('1234', {kind: 'number'}, false)` -> `1234`; `'45233'` with `d-mmm` -> `3-Nov`, with `m/d/yyyy` -> `2023-11-03`;
 *  `'0.3125'` with `h:mm AM/PM` -> `7:30 AM`. What is no number stays as it stands. */
export function numberText(stored: string, meaning: NumberMeaning, is1904: boolean): string {
  const value = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(value)) return stored;
  if (meaning.kind === 'digits') return digits(value, meaning.parts) ?? plain(value);
  if (meaning.kind === 'percent') return `${plain(value * 100)}%`;
  if (meaning.kind === 'number') return withDecimals(plain(value), meaning.decimals ?? 0);
  if (meaning.kind === 'date' && value >= 0 && value <= lastDay) return dateText(value, meaning.code, is1904);
  return plain(value);
}

/** Excel keeps and shows 15 digits; what stands behind them is the noise of binary fractions. */
function plain(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  return String(Number(value.toPrecision(15))).replace('e', 'E');
}

/** 101.1 is another precinct than 101.10, and both are the same number. None is cut off. */
function withDecimals(text: string, decimals: number): string {
  const point = text.indexOf('.');
  return point < 0 || text.includes('E') ? text : text.padEnd(point + 1 + decimals, '0');
}

/** Digits into their places from the right; what is left stands before the first of them. */
function digits(value: number, parts: readonly string[]): string | null {
  if (!Number.isInteger(value) || value < 0 || value >= 1e15) return null;
  let left = value === 0 && !parts.includes('0') ? '' : String(value);
  const first = parts.findIndex(isPlace);
  let text = '';
  for (let at = parts.length - 1; at >= 0; at -= 1) {
    const part = parts[at]!;
    if (!isPlace(part)) text = part.slice(1) + text;
    else if (at === first) text = left.padStart(part === '0' ? 1 : 0, '0') + text;
    else {
      text = (left.slice(-1) || (part === '0' ? '0' : '')) + text;
      left = left.slice(0, -1);
    }
  }
  return text.trim();
}

/** ISO where the format has day, month and year; else what Excel shows, so that a range that became a date can be told. */
function dateText(serial: number, code: string, is1904: boolean): string {
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  // A time of 23:59:59.9 is the next day's midnight.
  const time = seconds % 86_400;
  const day = Math.floor(serial) + (seconds === 86_400 ? 1 : 0);
  const { dateLetters, hasTime } = lettersOf(code);
  const has = (letter: string) => dateLetters.toLowerCase().includes(letter);
  if (!['d', 'm', 'y'].some(has)) return timeText(time, code);
  const { year, month, date } = dayOf(day, is1904);
  if (has('y') && has('m') && has('d')) {
    const iso = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
    return hasTime && time > 0
      ? `${iso}T${two(Math.floor(time / 3600))}:${two(Math.floor(time / 60) % 60)}:${two(time % 60)}`
      : iso;
  }
  return dateLetters
    .trim()
    .replace(/d+|m+|y+/gi, (letter) => partText(letter.toLowerCase(), year, month, date));
}

interface Letters {
  /** The code without what stands for a time. */
  readonly dateLetters: string;
  readonly hasTime: boolean;
}

/** `m` means minutes after hours and before seconds, else the month. */
function lettersOf(code: string): Letters {
  const parts = code.replace(/AM\/PM|A\/P/gi, '').match(/[a-z]+|[^a-z]+/gi) ?? [];
  const runs = parts.flatMap((part) => part.match(/h+|m+|s+|d+|y+|[^hmsdy]+/gi) ?? []);
  const named = runs.filter((run) => /^[hmsdy]/i.test(run)).map((run) => run.charAt(0).toLowerCase());
  let at = -1;
  let hasTime = false;
  const kept = runs.filter((run) => {
    if (!/^[hmsdy]/i.test(run)) return true;
    at += 1;
    const isMinutes = named[at] === 'm' && (named[at - 1] === 'h' || named[at + 1] === 's');
    const isTime = isMinutes || named[at] === 'h' || named[at] === 's';
    hasTime ||= isTime;
    return !isTime;
  });
  return { dateLetters: kept.join(''), hasTime };
}

function partText(part: string, year: number, month: number, date: number): string {
  const name = MONTHS[month - 1] ?? '';
  switch (part) {
    case 'd':
      return String(date);
    case 'm':
      return String(month);
    case 'mm':
      return two(month);
    case 'yy':
      return two(year % 100);
    default:
      return part.startsWith('y') ? String(year) : part.startsWith('m') ? name : two(date);
  }
}

/** Day 60 of the system of 1900 is 29 February 1900, which never was. */
function dayOf(day: number, is1904: boolean): { year: number; month: number; date: number } {
  if (!is1904 && day === 60) return { year: 1900, month: 2, date: 29 };
  const first = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  const at = new Date(first + day * dayMs);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

function timeText(time: number, code: string): string {
  const hours = Math.floor(time / 3600);
  const rest = `${two(Math.floor(time / 60) % 60)}${time % 60 === 0 ? '' : `:${two(time % 60)}`}`;
  if (!/AM\/PM|A\/P/i.test(code)) return `${hours}:${rest}`;
  return `${hours % 12 || 12}:${rest} ${hours < 12 ? 'AM' : 'PM'}`;
}

const two = (value: number): string => String(value).padStart(2, '0');
