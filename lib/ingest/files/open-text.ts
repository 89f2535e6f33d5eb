// Owns what a file of text is: separated values of a feed's table or of the office's own, GeoJSON, VIP XML, or nothing that is
// read. How it is written is decided here, once for all readings of it.

import Papa from 'papaparse';
import { type CsvForm, csvRecords } from '../tables/csv';
import { detectDialect, separatorTold } from '../tables/csv-dialect';
import { knownColumns } from '../tables/table-header';
import { everyKnownColumn, tableOfHeader } from '../tables/table-of-header';
import type { TableName } from '../tables/vip-columns';
import { decodeText } from './decode-text';
import type { Encoding } from './inspect-bytes';
import type { OpenedFile } from './opened-file';
import type { SourceFile } from './source-file';
import { createGeoJsonSearch, formatChars, formatOf } from './text-formats';

/** What it is. `named` is the table that its name says. Throws `SourceReadError`. */
export async function openText(
  file: SourceFile,
  encoding: Encoding,
  named: TableName | null,
): Promise<OpenedFile> {
  const start = await startOf(file, encoding);
  const format = formatOf(start);
  // What calls itself a map is no list, and its own reader says best what is wrong with it.
  if (/\.geojson$/i.test(file.name) && format.kind !== 'refused') return { kind: 'boundaries', file };
  switch (format.kind) {
    case 'refused':
      return { kind: 'notRead', file: file.name, code: format.code, detail: `This is ${format.looksLike}.` };
    case 'vipXml':
      return { kind: 'vipXml', file };
    case 'json':
      return (await isGeoJson(file, encoding))
        ? { kind: 'boundaries', file }
        : { kind: 'notRead', file: file.name, code: 'file-json' };
    case 'separated':
      return openSeparated(file, encoding, start, named);
  }
}

function openSeparated(
  file: SourceFile,
  encoding: Encoding,
  start: string,
  named: TableName | null,
): OpenedFile {
  const known = named === null ? everyKnownColumn() : knownColumns(named);
  const form: CsvForm = { encoding, dialect: detectDialect(start, (name) => known.has(name)) };
  const source = csvRecords(file, form);
  const table = named ?? tableOfHeader(headerOf(start, form));
  return table === null ? { kind: 'foreign', source } : { kind: 'feed', table, source };
}

function headerOf(start: string, { dialect }: CsvForm): readonly string[] {
  const position = separatorTold(start) === null ? 0 : 1;
  const parsed = new Papa.Parser({ ...dialect, preview: position + 1 }).parse(start, 0, false);
  const records: readonly (readonly string[])[] = parsed.data;
  return records[position] ?? [];
}

/** The same stretch wherever the bytes are cut. */
async function startOf(file: SourceFile, encoding: Encoding): Promise<string> {
  let start = '';
  for await (const text of decodeText(file, encoding)) {
    start += text;
    if (start.length >= formatChars) break;
  }
  return start.slice(0, formatChars);
}

async function isGeoJson(file: SourceFile, encoding: Encoding): Promise<boolean> {
  const isFound = createGeoJsonSearch();
  for await (const text of decodeText(file, encoding)) if (isFound(text)) return true;
  return false;
}
