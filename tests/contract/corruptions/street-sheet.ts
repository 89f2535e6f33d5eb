// Owns the street list as a sheet that somebody works on: columns exchanged, taken out, or leading elsewhere.

import type { FieldOf } from '@/lib/ingest/tables/vip-columns';
import type { Corrupted } from './corruption';
import type { GoodFeed } from './good-feeds';
import { columnOf, filesOf, placeOf, type Sheet, sheetOf, withColumn, withSheets } from './sheet';

export type Streets = Sheet<'street_segment'>;
export type Field = FieldOf<'street_segment'>;

export const streetsOf = (feed: GoodFeed): Streets => sheetOf(feed.sheets, 'street_segment');

export const made = (feed: GoodFeed, after: Streets, rest: Omit<Corrupted, 'files'>): Corrupted => ({
  files: filesOf(withSheets(feed.sheets, after)),
  ...rest,
});

export const all = (sheet: Streets): readonly number[] => sheet.rows.map((_, index) => index);

/** Two columns with each other's cells, under headers that stayed. */
export function exchanged(sheet: Streets, one: Field, other: Field): Streets {
  const [ones, others] = [columnOf(sheet, one), columnOf(sheet, other)];
  const half = withColumn(sheet, one, (_, index) => others[index] ?? '');
  return withColumn(half, other, (_, index) => ones[index] ?? '');
}

/** Only the header and the other columns are left. */
export function without(sheet: Streets, field: Field): Streets {
  const at = placeOf(sheet, field);
  const header = sheet.header.toSpliced(at, 1);
  return { ...sheet, header, rows: sheet.rows.map((row) => row.toSpliced(at, 1)) };
}

export const isFilled = (sheet: Streets, field: Field): boolean =>
  columnOf(sheet, field).some((cell) => cell !== '');

/** Street rows with all that says where they lead exchanged along: what is left are sound rows that lead elsewhere. */
export function leadingAs(sheet: Streets, from: (index: number) => number): Streets {
  const fields = ['precinctId', 'precinctSplitId'] as const;
  return fields.reduce<Streets>((each, field) => {
    const cells = columnOf(sheet, field);
    return withColumn(each, field, (_, index) => cells[from(index)] ?? '');
  }, sheet);
}
