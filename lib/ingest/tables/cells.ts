// Owns the reading of single cells: numbers, flags, ZIPs, dates, lists of ids. Each gives null where the
// cell cannot be read with certainty; nobody here guesses or reports.

import { STATES } from '@/lib/core/usps/states';
import type { IsoDate, OddEvenBoth } from '@/lib/core/vip';

const TRUE_WORDS: ReadonlySet<string> = new Set(['true', 'yes', '1', 't', 'y']);
const FALSE_WORDS: ReadonlySet<string> = new Set(['', 'false', 'no', '0', 'f', 'n']);

/** `yes`, `TRUE`, `1` -> true; blank, `no`, `false`, `0` -> false; anything else -> null (xs:boolean, VIP 3 yesNoEnum). */
export function readFlag(cell: string): boolean | null {
  if (cell === '') return false;
  const word = cell.toLowerCase();
  return TRUE_WORDS.has(word) ? true : FALSE_WORDS.has(word) ? false : null;
}

const SIDE_WORDS: ReadonlyMap<string, OddEvenBoth> = new Map([
  ['odd', 'odd'],
  ['o', 'odd'],
  ['even', 'even'],
  ['e', 'even'],
  ['both', 'both'],
  ['b', 'both'],
  ['all', 'both'],
]);

/** `odd`, `EVEN`, `Both` (VIP OebEnum), and the initials and `all` of other exports; null for anything else. */
export function readSide(cell: string): OddEvenBoth | null {
  return SIDE_WORDS.get(cell) ?? SIDE_WORDS.get(cell.toLowerCase()) ?? null;
}

/** House numbers of more digits than this are damage, and would not fit 32 bits. */
const maxNumberDigits = 9;

/** `0112` -> 112; `12A`, `-5`, `1,000`, `2-Jan`, blank -> -1. Without regular expressions: it runs twice a segment. */
export function readWholeNumber(cell: string): number {
  if (cell.length === 0 || cell.length > maxNumberDigits) return -1;
  let value = 0;
  for (let i = 0; i < cell.length; i++) {
    const digit = cell.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** The five digits of `39120`, `39120-1234` or `391201234`; '' for anything else (VIP 6.0 StreetSegment.Zip). */
export function readZip5(cell: string): string {
  const isFive = cell.length === 5;
  const isNine = cell.length === 9 || (cell.length === 10 && cell[5] === '-');
  if (!isFive && !isNine) return '';
  for (let i = 0; i < cell.length; i++) {
    if (i === 5 && cell.length === 10) continue;
    const unit = cell.charCodeAt(i);
    if (unit < 0x30 || unit > 0x39) return '';
  }
  return isFive ? cell : cell.slice(0, 5);
}

/** `2026-11-03` and `11/03/2026` -> `2026-11-03`, also with the midnight that databases add and the zone that
 *  xs:date may have; null for anything else, or a day that no calendar has. */
export function readDate(cell: string): IsoDate | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?(?:Z|[+-]\d{2}:\d{2})?$/.exec(cell);
  if (iso !== null) return calendarDay(iso[1]!, iso[2]!, iso[3]!);
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: 0?0:00(?::00)?| 12:00(?::00)? AM)?$/i.exec(cell);
  return us === null ? null : calendarDay(us[3]!, us[1]!, us[2]!);
}

function calendarDay(year: string, month: string, day: string): IsoDate | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  // Date turns February 30 into March 2; only a day that exists comes back as it went in.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}

/** Ids parted by blanks, commas or semicolons, each once: `poll1 poll2` -> `['poll1', 'poll2']` (xs:IDREFS). Ids with
 *  blanks in them, which VIP has not but offices do, are kept whole where all that commas part are `known`. */
export function readIds(cell: string, known: ReadonlySet<string>): readonly string[] {
  if (cell === '') return [];
  if (known.has(cell)) return [cell];
  const parts = distinct(cell.split(/[,;]/).map((part) => part.trim()));
  return parts.every((part) => known.has(part)) ? parts : distinct(cell.split(/[\s,;]+/));
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id) => id !== ''))];
}

/** True for `1.23E+10`: what a spreadsheet makes of a long id. */
export function isSpreadsheetNumber(cell: string): boolean {
  return /^\d(?:\.\d+)?E\+\d+$/i.test(cell);
}

/** `MS`, `ms`, `Mississippi` -> `MS`; null for what names no state. */
export function readState(cell: string): string | null {
  return STATES.get(cell.toUpperCase().replace(/[\s_]+/g, ' ')) ?? null;
}

/** Blank means silent: '' -> null. */
export function textOrNull(cell: string): string | null {
  return cell === '' ? null : cell;
}
