// Owns the question which record of a table names its columns, and where its data begin. Sees cells only.

import { namesField } from './aliases';
import { columnWords, sameName } from './column-words';

/** Whether a cell is the name of a column that some field may have. */
export const isColumnName = (cell: string): boolean => namesField(columnWords(cell));

/** A header stands among the first records or nowhere. */
export const headerWithin = 40;

export interface HeaderFound {
  /** Index of the record that names the columns; null for none. */
  readonly header: number | null;
  /** Index of the first record that may be data; the number of records where there is none. */
  readonly firstData: number;
  /** Somebody has said so: names stand in this record alone. */
  readonly isSaid: boolean;
}

/** `records`: the first of the table, blank ones left out. `known`: headers that somebody has confirmed before. */
export function findHeader(
  records: readonly (readonly string[])[],
  known: readonly (readonly string[])[] = [],
): HeaderFound {
  const headers = new Set(known.map(lineOfNames));
  const same = records.slice(0, headerWithin).findIndex((cells) => headers.has(lineOfNames(cells)));
  if (same >= 0) return { header: same, firstData: same + 1, isSaid: true };
  const usual = usualFilled(records);
  const values = valuesByColumn(records);
  let best = { at: -1, score: 0 };
  for (let at = 0; at < Math.min(headerWithin, records.length); at++) {
    const score = headerScore(records[at]!, usual, values);
    if (score > best.score) best = { at, score };
  }
  if (best.at < 0) best = { at: headerByContrast(records, usual, values), score: 0 };
  return { ...headerSaid(records, best.at >= 0 ? best.at : null), isSaid: false };
}

/** The same where it is known which record it is; null: none. */
export function headerSaid(records: readonly (readonly string[])[], header: number | null): HeaderFound {
  if (header !== null) return { header, firstData: header + 1, isSaid: true };
  const usual = usualFilled(records);
  const firstData = records.findIndex((cells) => filled(cells) * 2 > usual);
  return { header: null, firstData: Math.max(0, firstData), isSaid: true };
}

/** How many columns count: as far as the header has names, or most records have cells. */
export function usualWidth(records: readonly (readonly string[])[], header: number | null): number {
  return widthOf(records.map(lastFilled), header);
}

/** The same with blank cells at their ends: how many separators a row usually has. */
export function usualCells(records: readonly (readonly string[])[], header: number | null): number {
  return widthOf(
    records.map(({ length }) => length),
    header,
  );
}

/** As `usualWidth` for each of the records that may be the header, in their order. */
export function widthsByHeader(records: readonly (readonly string[])[]): readonly number[] {
  const widths = records.map(lastFilled);
  return widths.slice(0, headerWithin).map((_, header) => widthOf(widths, header));
}

function widthOf(widths: readonly number[], header: number | null): number {
  const named = header === null ? 0 : (widths[header] ?? 0);
  // Wider than nine in ten of the others is an outlier's cell too many.
  const sorted = widths.slice(header === null ? 0 : header + 1).toSorted((a, b) => a - b);
  return Math.max(1, named, sorted[Math.floor((sorted.length - 1) * 0.9)] ?? 0);
}

const lineOfNames = (cells: readonly string[]): string =>
  cells.slice(0, lastFilled(cells)).map(sameName).join('\t');
const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length;
const lastFilled = (cells: readonly string[]): number =>
  cells.findLastIndex((cell) => cell.trim() !== '') + 1;

/** How many cells most records have. */
function usualFilled(records: readonly (readonly string[])[]): number {
  const counts = records.map(filled).toSorted((a, b) => a - b);
  return counts[Math.floor(counts.length / 2)] ?? 0;
}

type Values = readonly ReadonlyMap<string, number>[];

/** Column -> value -> how many different records have it: a header that is printed again counts once. */
function valuesByColumn(records: readonly (readonly string[])[]): Values {
  const distinct = new Map(records.map((cells) => [JSON.stringify(cells), cells]));
  const values: Map<string, number>[] = [];
  for (const cells of distinct.values()) {
    for (const [column, cell] of cells.entries()) {
      values[column] ??= new Map();
      values[column].set(cell.trim(), (values[column].get(cell.trim()) ?? 0) + 1);
    }
  }
  return values;
}

/** 0 for no header. A name that other rows have in the same column is a value. */
function headerScore(cells: readonly string[], usual: number, values: Values): number {
  const count = filled(cells);
  if (count * 2 < usual) return 0;
  let names = 0;
  for (const [column, cell] of cells.entries()) {
    if (cell.trim() === '') continue;
    const isValue = (values[column]?.get(cell.trim()) ?? 0) > 1;
    if (isValue || startsWithDigit(cell)) names -= 1;
    else if (isColumnName(cell)) names += 1;
  }
  const needed = count === 1 ? 1 : 2;
  return names >= needed && (names * 2 >= count || names >= 4) ? names : 0;
}

/** A first full record of words over columns of numbers is a header in words that nobody here knows. */
function headerByContrast(records: readonly (readonly string[])[], usual: number, values: Values): number {
  const at = records.slice(0, headerWithin).findIndex((cells) => filled(cells) * 2 > usual);
  const cells = records[at];
  const rest = records.slice(at + 1);
  if (cells === undefined || rest.length < 3) return -1;
  const isWords = cells.every((cell, column) => {
    if (cell.trim() === '') return true;
    return !/\d/.test(cell) && values[column]?.get(cell.trim()) === 1;
  });
  if (!isWords || new Set(cells.map(sameName)).size < filled(cells)) return -1;
  const isNumbers = cells.some((cell, column) => {
    if (cell.trim() === '') return false;
    const below = rest.map((record) => (record[column] ?? '').trim()).filter((value) => value !== '');
    return below.length >= 3 && below.every((value) => /\d/.test(value));
  });
  return isNumbers ? at : -1;
}

/** Numbers, ranges and addresses do; hardly any name of a column does. */
const startsWithDigit = (cell: string): boolean => /^\d/.test(cell.trim());
