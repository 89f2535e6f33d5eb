// Owns the way from a file to its records: inspection, decoding, separators, quotes, limits of size.
// Knows nothing of what the columns mean. Cuts between byte chunks never change what is read.

import Papa from 'papaparse';
import { decodeText } from '../files/decode-text';
import { type Encoding, type Inspection, inspectBytes } from '../files/inspect-bytes';
import { type SourceFile, SourceReadError } from '../files/source-file';
import type { ProblemLog } from '../problems/problem';
import { type CsvDialect, detectDialect, separatorTold } from './csv-dialect';
import { type BatchSigns, type RecordReader, type RecordSource, signsOf } from './record-source';
import { mayBeGuarded, withoutGuards } from './text-guards';

// Large enough that a record's cost is not in the batch's overhead, small enough to stay in the cache.
const batchChars = 64 * 1024;
/** A record longer than this has lost a quotation mark. */
const maxRecordChars = 1024 * 1024;
/** Without the header. */
export const maxRows = 2_000_000;

/** How a file was found to be written, so that every reading of it takes it for the same. */
export interface CsvForm {
  readonly encoding: Encoding;
  readonly dialect: CsvDialect;
}

/** A file of separated values as a table. */
export const csvRecords = (file: SourceFile, form?: CsvForm): RecordSource => ({
  name: file.name,
  read: (reader, log) => readCsv(file, reader, log, form),
});

/** Reads one file record by record. Everything wrong with the file itself is reported here. A first line `sep=;` counts as a
 *  row and is no record. */
export async function readCsv(
  file: SourceFile,
  reader: RecordReader,
  log: ProblemLog,
  form?: CsvForm,
): Promise<void> {
  try {
    const encoding = form?.encoding ?? (await encodingOf(file, log));
    if (encoding === null) return;
    await readBatches(file, encoding, createBatchParser(file.name, reader, log, form?.dialect ?? null));
  } catch (error) {
    if (!(error instanceof SourceReadError)) throw error;
    log.report('file-unreadable', { file: file.name }, `${error.message}.`);
  }
}

async function encodingOf(file: SourceFile, log: ProblemLog): Promise<Encoding | null> {
  const inspection = await inspectBytes(file);
  if (inspection.kind === 'text') return inspection.encoding;
  reportNoText(file.name, inspection, log);
  return null;
}

function reportNoText(
  file: string,
  inspection: Exclude<Inspection, { readonly kind: 'text' }>,
  log: ProblemLog,
): void {
  if (inspection.kind === 'empty') log.report('file-empty', { file });
  else if (inspection.kind === 'tooLarge') log.report('file-too-large', { file });
  else if (inspection.kind === 'zip')
    log.report('file-binary', { file }, 'This is a ZIP or Excel (.xlsx) file.');
  else log.report(inspection.code, { file }, `This is ${inspection.looksLike}.`);
}

type BatchParser = (text: string, isEnd: boolean) => boolean;

async function readBatches(file: SourceFile, encoding: Encoding, batch: BatchParser): Promise<void> {
  let pending: string[] = [];
  let pendingChars = 0;
  for await (const text of decodeText(file, encoding)) {
    pending.push(text);
    pendingChars += text.length;
    if (pendingChars < batchChars) continue;
    if (!batch(pending.join(''), false)) return;
    pending = [];
    pendingChars = 0;
  }
  batch(pending.join(''), true);
}

/** A function that takes the next stretch of text and says whether to go on. */
function createBatchParser(
  file: string,
  reader: RecordReader,
  log: ProblemLog,
  known: CsvDialect | null,
): BatchParser {
  let dialect = known;
  let rest = '';
  let rows = 0;
  let headerRow = 0;

  return (text: string, isEnd: boolean): boolean => {
    const input = rest + text;
    dialect ??= detectDialect(input, reader.isKnownColumn);
    if (headerRow === 0) headerRow = separatorTold(input) === null ? 1 : 2;
    const parsed = parse(input, dialect, isEnd);
    const signs = signsOf(input);
    const openEnd = isEnd && !input.endsWith(dialect.newline);
    const hasGuards = mayBeGuarded(input);
    const mayBeLong = input.length > maxRecordChars;
    for (let i = 0; i < parsed.records.length; i++) {
      const found = parsed.records[i]!;
      const cells = hasGuards ? withoutGuards(found) : found;
      const row = ++rows;
      if (parsed.unterminated === i) {
        log.report('quote-unterminated', { file, row });
        return false;
      }
      if (mayBeLong && charsOf(cells) > maxRecordChars) {
        log.report('quote-unterminated', { file, row, value: cells.join(dialect.delimiter) });
        return false;
      }
      if (parsed.malformed?.has(i) === true) {
        log.report('quote-malformed', { file, row, value: cells.join(' ') });
        reader.refused(cells, row);
      } else if (!accept(cells, row, signs, openEnd && i === parsed.records.length - 1)) return false;
    }
    rest = input.slice(parsed.cursor);
    if (rest.length > maxRecordChars) {
      log.report('quote-unterminated', { file, row: rows + 1, value: rest });
      return false;
    }
    return true;
  };

  function accept(cells: readonly string[], row: number, signs: BatchSigns, isLast: boolean): boolean {
    if (row > maxRows + 1) {
      log.report('file-too-large', { file, row });
      return false;
    }
    if (row <= headerRow) return row < headerRow || reader.header(cells);
    return isBlank(cells) || reader.record(cells, row, signs, isLast);
  }
}

function charsOf(cells: readonly string[]): number {
  return cells.reduce((sum, { length }) => sum + length, cells.length - 1);
}

interface ParsedBatch {
  readonly records: readonly (readonly string[])[];
  /** Records with a badly closed quotation; null for none. */
  readonly malformed: ReadonlySet<number> | null;
  /** The record whose quotation never closes; -1 for none. */
  readonly unterminated: number;
  /** Where the records end and the rest begins. */
  readonly cursor: number;
}

function parse(input: string, dialect: CsvDialect, isEnd: boolean): ParsedBatch {
  const result: Papa.ParseResult<string[]> = new Papa.Parser({ ...dialect }).parse(input, 0, !isEnd);
  const records = result.data;
  // What follows a closing line break at the very end is no record.
  if (isEnd && records.length > 0 && input.endsWith(dialect.newline)) {
    const last = records[records.length - 1]!;
    if (last.length === 1 && last[0] === '') records.pop();
  }
  const missing = result.errors.find((error) => error.code === 'MissingQuotes');
  const malformed = result.errors.filter((error) => error.row !== undefined && error.row < records.length);
  return {
    records,
    malformed: malformed.length === 0 ? null : new Set(malformed.map((error) => error.row ?? -1)),
    unterminated: missing?.row ?? -1,
    cursor: result.meta.cursor,
  };
}

/** A record that counts as none. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
