// Owns reading one column of a CSV file as a stream, row by row in the file's order. Memory does not grow
// with the file. Knows nothing of addresses. Written as the files of offices are: the same encodings and separators.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import Papa from 'papaparse';
import { type Encoding, inspectBytes } from '@/lib/ingest/files/inspect-bytes';
import { createTextDecoder } from '@/lib/ingest/files/text-decoder';
import { type CsvDialect, detectDialect } from '@/lib/ingest/tables/csv-dialect';

/** `column`: the header lacks it; `columns` says what is there. */
export class ColumnMissing extends Error {
  override readonly name = 'ColumnMissing';
  readonly columns: readonly string[];
  constructor(columns: readonly string[]) {
    super(`columns: ${columns.join(', ')}`);
    this.columns = columns;
  }
}

/** From this row on nobody can say where one ends and the next begins. `row` counts records, the header too. */
export class RowsBroken extends Error {
  override readonly name = 'RowsBroken';
  readonly row: number;
  constructor(row: number) {
    super(`row ${row}`);
    this.row = row;
  }
}

/** It is no text: `{looksLike: 'a PDF'}`. */
export class NoText extends Error {
  override readonly name = 'NoText';
  readonly looksLike: string;
  constructor(looksLike: string) {
    super(looksLike);
    this.looksLike = looksLike;
  }
}

/** A record longer than this has lost a quotation mark. */
const maxRecordChars = 1024 * 1024;
const batchChars = 64 * 1024;

/** The cells of one column, without the header, '' for a blank one. A blank line is a row where the column is the only one (RFC
 *  4180), else none. Commas without quotes in the last column belong to it. `-` is stdin.
 *  Throws ColumnMissing, RowsBroken, NoText, or what the file system says. */
export async function* columnCells(file: string, column: string): AsyncGenerator<string> {
  let header: Header | null = null;
  for await (const { row, cells, dialect } of records(file, column)) {
    if (header !== null) {
      if (!isBlankLine(cells, header)) yield cellOf(cells, header, dialect);
    } else if (cells.some((cell) => cell.trim() !== '')) {
      if (row === 1 && cells.length <= 2 && /^sep=.?$/i.test(cells[0]?.trim() ?? '')) continue;
      header = headerOf(cells, column);
    }
  }
  if (header === null) throw new ColumnMissing([]);
}

interface Header {
  /** Columns, those without a name behind the last one left out. */
  readonly width: number;
  readonly position: number;
}

function headerOf(cells: readonly string[], column: string): Header {
  const names = cells.map((name) => name.trim().toLowerCase());
  const position = names.indexOf(column.trim().toLowerCase());
  if (position === -1) throw new ColumnMissing(cells.map((name) => name.trim()));
  return { width: names.findLastIndex((name) => name !== '') + 1, position };
}

const isBlankLine = (cells: readonly string[], { width }: Header): boolean =>
  width > 1 && cells.length === 1 && cells[0]?.trim() === '';

function cellOf(cells: readonly string[], { width, position }: Header, { delimiter }: CsvDialect): string {
  if (position !== width - 1 || cells.length <= width) return cells[position] ?? '';
  const filled = Math.max(cells.findLastIndex((cell) => cell.trim() !== '') + 1, width);
  return cells.slice(position, filled).join(delimiter);
}

interface Row {
  readonly row: number;
  readonly cells: readonly string[];
  readonly dialect: CsvDialect;
}

async function* records(file: string, column: string): AsyncGenerator<Row> {
  const wanted = column.trim().toLowerCase();
  let dialect: CsvDialect | null = null;
  let rest = '';
  let row = 0;
  for await (const { text, isEnd } of batches(file)) {
    const input: string = rest + text;
    dialect ??= detectDialect(input, (name) => name.trim().toLowerCase() === wanted);
    const parsed = new Papa.Parser({ ...dialect }).parse(input, 0, !isEnd) as Papa.ParseResult<string[]>;
    const broken = new Set(parsed.errors.map((error) => error.row ?? 0));
    // What follows the last line break is no row.
    const ends = isEnd && (input === '' || input.endsWith(dialect.newline));
    const all = ends ? parsed.data.slice(0, -1) : parsed.data;
    for (const [index, cells] of all.entries()) {
      row += 1;
      // Within one line it is a stray mark, and the row is where it stands.
      if (broken.has(index) && cells.some((cell) => /[\r\n]/.test(cell.trimEnd()))) throw new RowsBroken(row);
      yield { row, cells, dialect };
    }
    rest = isEnd ? '' : input.slice(parsed.meta.cursor);
    if (rest.length > maxRecordChars) throw new RowsBroken(row + 1);
  }
}

interface Batch {
  readonly text: string;
  readonly isEnd: boolean;
}

/** Stretches long enough that most hold many records. */
async function* batches(file: string): AsyncGenerator<Batch> {
  const bytes: AsyncIterable<Uint8Array> = file === '-' ? process.stdin : createReadStream(file);
  let decode: ReturnType<typeof createTextDecoder> | null = null;
  let text = '';
  let isStarted = false;
  for await (const chunk of bytes) {
    decode ??= createTextDecoder(await encodingOf(file, chunk));
    text += decode(chunk);
    // What somebody types or another program writes is answered as it comes, once the header is there.
    isStarted ||= text.includes('\n');
    if (text.length < batchChars && (file !== '-' || !isStarted)) continue;
    yield { text, isEnd: false };
    text = '';
  }
  yield { text: text + (decode?.(new Uint8Array(), true) ?? ''), isEnd: true };
}

/** By all of a file's bytes, as of an office's; of a stream, or a file too large for that, by its first lines. */
async function encodingOf(file: string, first: Uint8Array): Promise<Encoding> {
  if (file !== '-') {
    const { size, isFile } = await regular(file);
    const whole = isFile ? await found(file, size, () => createReadStream(file)) : null;
    if (whole !== null) return whole;
  }
  const lines = first.subarray(0, first.lastIndexOf(0x0a) + 1 || first.length);
  return (await found(file, lines.length, () => [lines])) ?? 'utf-8';
}

/** What comes out of a pipe can be read once. */
async function regular(file: string): Promise<{ readonly size: number; readonly isFile: boolean }> {
  const about = await stat(file);
  return { size: about.size, isFile: about.isFile() };
}

async function found(
  name: string,
  sizeBytes: number,
  bytes: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Encoding | null> {
  const inspection = await inspectBytes({ name, sizeBytes, bytes });
  if (inspection.kind === 'text') return inspection.encoding;
  // A NUL somewhere in a long list is one row's fault.
  if (inspection.kind === 'refused' && inspection.code !== 'file-binary')
    throw new NoText(inspection.looksLike);
  if (inspection.kind === 'zip') throw new NoText('a ZIP or Excel (.xlsx) file');
  return inspection.kind === 'tooLarge' ? null : 'utf-8';
}
