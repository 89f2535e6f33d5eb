// Owns which date a cell shows that was something else before a spreadsheet took it for one. A date with slashes is none of them: it
// may be written by either custom.

const months = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const longest = 24;

export type SpreadsheetDate =
  | { readonly kind: 'day'; readonly month: number; readonly day: number }
  /** `Jan-50`: `year` has two digits. */
  | { readonly kind: 'month'; readonly month: number; readonly year: number };

/** `2-Jan`, `2-Jan-26`, `2026-01-02` -> the second of January; `Jan-50` -> a month. Null for anything else, and for the first of a
 *  month with its year, which `1-50` becomes too. */
export function readSpreadsheetDate(cell: string): SpreadsheetDate | null {
  if (cell.length < 5 || cell.length > longest) return null;
  const named = /^(\d{1,2})-([A-Z]{3})(-(?:\d{2}|\d{4}))?$/i.exec(cell);
  if (named !== null) {
    const month = monthOf(named[2]!);
    const day = Number(named[1]);
    return named[3] !== undefined && day === 1 ? null : dayOf(month, day);
  }
  const iso = /^\d{4}-(\d{2})-(\d{2})(?:[ T]00:00(?::00(?:\.0{1,6})?)?)?$/.exec(cell);
  if (iso !== null) return Number(iso[2]) === 1 ? null : dayOf(Number(iso[1]), Number(iso[2]));
  const monthly = /^([A-Z]{3})-(\d{2})$/i.exec(cell);
  const month = monthly === null ? 0 : monthOf(monthly[1]!);
  return month === 0 ? null : { kind: 'month', month, year: Number(monthly![2]) };
}

/** 1-12 of the first three letters of a month; 0 for none. */
export function monthOf(word: string): number {
  return months.indexOf(word.slice(0, 3).toUpperCase()) + 1;
}

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day that some year has; null for another. */
export function dayOf(month: number, day: number): SpreadsheetDate | null {
  const length = lengths[month - 1];
  return length === undefined || day < 1 || day > length ? null : { kind: 'day', month, day };
}
