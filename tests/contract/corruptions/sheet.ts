// Owns a feed's files as somebody has them open in a spreadsheet: rows of cells, columns by the field that they hold. Knows
// nothing of what goes wrong with them.

import { byteFile, textFile } from '@/lib/ingest/feed.fixture';
import type { SourceFile } from '@/lib/ingest/files/source-file';
import { columnName } from '@/lib/ingest/tables/csv-dialect';
import { tableOf as tableNamed } from '@/lib/ingest/tables/feed-files';
import { type FieldOf, type TableName, vipTables } from '@/lib/ingest/tables/vip-columns';
import { type Table, tableOf, textOf } from '@/scripts/drill/county-feed';

/** One file of a feed. `rows[i]` is row `i + 2` of it, as problems count. */
export interface Sheet<Name extends TableName = TableName> extends Table {
  readonly table: Name;
  readonly file: string;
}

export type Sheets = ReadonlyMap<TableName, Sheet>;
export type Row = readonly string[];

/** The sheets of files by their names: `[['precinct.txt', 'id,name\n…'], …]`. */
export function sheetsOf(files: Iterable<readonly [file: string, text: string]>): Sheets {
  const sheets = new Map<TableName, Sheet>();
  for (const [file, text] of files) {
    const table = tableNamed(file);
    if (table !== null) sheets.set(table, { table, file, ...tableOf(text) });
  }
  return sheets;
}

/** The sheet of a table. Throws where the feed has none: ask `has` before. */
export function sheetOf<Name extends TableName>(sheets: Sheets, table: Name): Sheet<Name> {
  const sheet = sheets.get(table);
  if (sheet === undefined) throw new Error(`no sheet ${table}`);
  return sheet as Sheet<Name>;
}

/** Where a field's column stands; -1 where the sheet has none. */
export function placeOf<Name extends TableName>(sheet: Sheet<Name>, field: FieldOf<Name>): number {
  const aliases: Readonly<Record<string, readonly string[]>> = vipTables[sheet.table].fields;
  const names = sheet.header.map(columnName);
  const name = aliases[field]?.find((alias) => names.includes(alias));
  return name === undefined ? -1 : names.indexOf(name);
}

/** The column as the file calls it: what a problem has to say. */
export function labelOf<Name extends TableName>(sheet: Sheet<Name>, field: FieldOf<Name>): string {
  return sheet.header[placeOf(sheet, field)] ?? field;
}

/** One cell; '' where the sheet has no such column. */
export function cellOf<Name extends TableName>(sheet: Sheet<Name>, row: Row, field: FieldOf<Name>): string {
  return row[placeOf(sheet, field)] ?? '';
}

/** All cells of a column, from the first row on. */
export function columnOf<Name extends TableName>(
  sheet: Sheet<Name>,
  field: FieldOf<Name>,
): readonly string[] {
  return sheet.rows.map((row) => cellOf(sheet, row, field));
}

/** The sheet with a column's cells changed; the same cell leaves a row as it is. */
export function withColumn<Name extends TableName>(
  sheet: Sheet<Name>,
  field: FieldOf<Name>,
  change: (cell: string, index: number) => string,
): Sheet<Name> {
  const at = placeOf(sheet, field);
  if (at < 0) return sheet;
  return { ...sheet, rows: sheet.rows.map((row, index) => row.with(at, change(row[at] ?? '', index))) };
}

/** The sheet with other rows. */
export function withRows<Name extends TableName>(sheet: Sheet<Name>, rows: readonly Row[]): Sheet<Name> {
  return { ...sheet, rows };
}

/** The feed with some of its sheets changed. */
export function withSheets(sheets: Sheets, ...changed: readonly Sheet[]): Sheets {
  return new Map([...sheets, ...changed.map((sheet) => [sheet.table, sheet] as const)]);
}

/** The numbers of these rows as problems count them: the header is row 1. */
export function rowNumbers(indexes: readonly number[]): readonly number[] {
  return indexes.map((index) => index + 2);
}

/** The files as they are saved: UTF-8, one line break after each row. */
export function filesOf(sheets: Sheets): readonly SourceFile[] {
  return [...sheets.values()].map((sheet) => textFile(sheet.file, textOf(sheet)));
}

/** The same with one file's bytes made by hand from its text; null takes the file away. */
export function filesWith(
  sheets: Sheets,
  file: string,
  remake: (text: string) => Uint8Array | string | null,
): readonly SourceFile[] {
  return [...sheets.values()].flatMap((sheet) => {
    if (sheet.file !== file) return [textFile(sheet.file, textOf(sheet))];
    const made = remake(textOf(sheet));
    if (made === null) return [];
    return [typeof made === 'string' ? textFile(file, made) : byteFile(file, made)];
  });
}
