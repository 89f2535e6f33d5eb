// Owns precinct ids that a spreadsheet has changed where they are referred to. Offered where the id leads nowhere as it stands, and
// exactly one precinct of the list has an id of which a spreadsheet makes this. Zeros are put back only where a spreadsheet has taken them
// from the whole column, and from a list that has no shorter number: its 7 may be a precinct that is missing (docs/adr/0055).

import { cellKind } from './cell-kind';
import { dayOf, monthOf, readSpreadsheetDate, type SpreadsheetDate } from './spreadsheet-dates';

/** `precinct-id`: `7` -> `007`, `12.0` -> `12`, `2-Jan` -> `1-2`, `1-Mar` -> `MAR1`. */
export const precinctIds = cellKind('precinct-id', ({ columns, facts: { precinctIds: ids } }) => {
  if (ids === null || columns.precinctLinks.every((column) => column < 0)) return null;
  const originals = originalsOf(ids);
  return {
    columns: columns.precinctLinks,
    // An office's own tables are joined without regard to zeros anyway (mapping/convert/precinct-codes).
    mend: (cell) =>
      ids.has(cell) || (columns.isOwn && /^\d+$/.test(cell)) ? null : originalOf(cell, originals),
    refutes: (cell) => isPadded(cell),
    isSure: (cell) => !isPadded(originalOf(cell, originals) ?? ''),
  };
});

/** What a spreadsheet shows -> the ids that it may have been, written as American spreadsheets read them; `null`: several. */
type Originals = ReadonlyMap<string, string | null>;

/** An id by what a spreadsheet makes of it. A date that could be another id by the custom of other countries is none. */
export function originalsOf(ids: ReadonlySet<string>): Originals {
  const found = new Map<string, string | null>();
  const add = (image: string | null, id: string) => {
    if (image !== null) found.set(image, found.has(image) && found.get(image) !== id ? null : id);
  };
  const abroad = new Set<string>();
  let shortest = Number.POSITIVE_INFINITY;
  for (const id of ids) if (isNumber(id)) shortest = Math.min(shortest, id.length);
  for (const id of ids) {
    if (isPadded(id) && id.length > shortest) found.set(numberImage(id), null);
    else if (isNumber(id)) add(numberImage(id), id);
    else {
      const { here, there } = datesOf(id);
      add(dateImage(here), id);
      const other = dateImage(there);
      if (other !== null && other !== dateImage(here)) abroad.add(other);
    }
  }
  for (const image of abroad) if (found.has(image)) found.set(image, null);
  return found;
}

/** The one id that became this; null for none, or several. */
export function originalOf(cell: string, originals: Originals): string | null {
  const number = /^(\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.0{1,2})?$/.exec(cell)?.[1]?.replaceAll(',', '');
  const image = number === undefined ? dateImage(readSpreadsheetDate(cell)) : numberImage(number);
  return (image === null ? null : originals.get(image)) ?? null;
}

const isNumber = (id: string): boolean => /^\d{1,15}$/.test(id);

const isPadded = (id: string): boolean => /^0\d/.test(id) && isNumber(id);

const numberImage = (digits: string): string => digits.replace(/^0+(?=\d)/, '');

function dateImage(date: SpreadsheetDate | null): string | null {
  if (date === null) return null;
  return date.kind === 'day' ? `day ${date.month} ${date.day}` : `month ${date.month} ${date.year}`;
}

/** `1-2` is January 2 here and 1 February there. */
function datesOf(id: string): {
  readonly here: SpreadsheetDate | null;
  readonly there: SpreadsheetDate | null;
} {
  const numbers = /^(\d{1,2})[-/](\d{1,2}|\d{4})$/.exec(id);
  if (numbers !== null) {
    const [first, second] = [Number(numbers[1]), Number(numbers[2])];
    return { here: dayOf(first, second) ?? monthly(first, second), there: dayOf(second, first) };
  }
  const words = /^([A-Z]{3,9})[ -]?(\d{1,2})$/i.exec(id);
  if (words === null || !isMonth(words[1]!)) return { here: null, there: null };
  const [month, number] = [monthOf(words[1]!), Number(words[2])];
  return { here: dayOf(month, number) ?? monthly(month, number), there: null };
}

function monthly(month: number, year: number): SpreadsheetDate | null {
  return month >= 1 && month <= 12 ? { kind: 'month', month, year: year % 100 } : null;
}

const names =
  'JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER SEPT'.split(' ');

const isMonth = (word: string): boolean =>
  (word.length === 3 && monthOf(word) > 0) || names.includes(word.toUpperCase());
