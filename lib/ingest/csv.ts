// Owns the way from a file to its records: inspection, decoding, separators, quotes, limits of size.
// Knows nothing of what the columns mean. Cuts between byte chunks never change what is read.

import Papa from 'papaparse';
import { type CsvDialect, detectDialect } from './csv-dialect';
import { decodeText } from './decode-text';
import { type Encoding, inspectBytes } from './inspect-bytes';
import type { ProblemLog } from './problem';
import type { BatchSigns, RecordReader, RecordSource } from './record-source';
import { type SourceFile, SourceReadError } from './source-file';

// Large enough that a record's cost is not in the batch's overhead, small enough to stay in the cache.
const batchChars = 64 * 1024;
/** A record longer than this has lost a quotation mark. */
const maxRecordChars = 1024 * 1024;
/** Without the header. */
const maxRows = 2_000_000;

/** A file of separated values as a table. */
export const csvRecords = (file: SourceFile): RecordSource => ({
  name: file.name,
  read: (reader, log) => readCsv(file, reader, log),
});

/** Reads one file record by record. Everything wrong with the file itself is reported here. */
export async function readCsv(file: SourceFile, reader: RecordReader, log: ProblemLog): Promise<void> {
  try {
    const encoding = await encodingOf(file, log);
    if (encoding !== null) await readBatches(file, encoding, reader, log);
  } catch (error) {
    if (!(error instanceof SourceReadError)) throw error;
    log.report('file-unreadable', { file: file.name }, `${error.message}.`);
  }
}

async function encodingOf(file: SourceFile, log: ProblemLog): Promise<Encoding | null> {
  const inspection = await inspectBytes(file);
  const where = { file: file.name };
  switch (inspection.kind) {
    case 'text':
      return inspection.encoding;
    case 'empty':
      log.report('file-empty', where);
      return null;
    case 'tooLarge':
      log.report('file-too-large', where);
      return null;
    case 'binary':
      log.report('file-binary', where, `This is ${inspection.looksLike}.`);
      return null;
  }
}

async function readBatches(file: SourceFile, encoding: Encoding, reader: RecordReader, log: ProblemLog) {
  const batch = createBatchParser(file.name, reader, log);
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
function createBatchParser(file: string, reader: RecordReader, log: ProblemLog) {
  let dialect: CsvDialect | null = null;
  let rest = '';
  let rows = 0;

  return (text: string, isEnd: boolean): boolean => {
    const input = rest + text;
    dialect ??= detectDialect(input, reader.isKnownColumn);
    const parsed = parse(input, dialect, isEnd);
    const signs = signsOf(input);
    const openEnd = isEnd && !input.endsWith(dialect.newline);
    for (let i = 0; i < parsed.records.length; i++) {
      const cells = parsed.records[i]!;
      const row = ++rows;
      if (parsed.unterminated === i) {
        log.report('quote-unterminated', { file, row });
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
    if (row === 1) return reader.header(cells);
    return isBlank(cells) || reader.record(cells, row, signs, isLast);
  }
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

function signsOf(text: string): BatchSigns {
  return {
    damaged: text.includes('\ufffd'),
    mojibake: text.includes('Ã') || text.includes('Â') || text.includes('â€'),
    numberSign: text.includes('#'),
  };
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
