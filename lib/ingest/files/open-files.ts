// Owns the question what each file of an upload is, asked of its content: a table of a VIP feed, a table of the office's own,
// boundaries, or something that is not read. Its name only says which table. Reads no more than it needs to know.

import { createProblemLog, type ProblemLog } from '../problems/problem';
import { type FeedTable, tableOf } from '../tables/feed-files';
import type { RecordSource } from '../tables/record-source';
import { tableOfHeader } from '../tables/table-of-header';
import type { TableName } from '../tables/vip-columns';
import { openWorkbook, packageOf, type Sheet } from '../xlsx/open-workbook';
import { reportingFaults } from '../xlsx/sheet-records';
import { vipXmlTables } from '../xml/vip-xml-tables';
import { expandEntries, maxEntries } from './expand-zip';
import { inspectBytes } from './inspect-bytes';
import { openText } from './open-text';
import type { NotRead, OpenedFile } from './opened-file';
import { chunksOf, type SourceFile, SourceReadError } from './source-file';
import { isOfTheSystem } from './system-files';
import { readZipDirectory } from './zip-directory';

/** An upload by what its files are. */
export interface OpenedFiles {
  /** Tables of a VIP feed, flat or out of XML. */
  readonly feed: readonly FeedTable[];
  /** Tables of the office's own: the first record is handed on as the header, whatever it is. */
  readonly foreign: readonly RecordSource[];
  /** GeoJSON. */
  readonly boundaries: readonly SourceFile[];
}

export interface OpenOptions {
  /** Waited for between chunks of what is unpacked, so that others get the processor. */
  readonly pause?: (bytes: number) => Promise<void>;
}

/** Looks at each file; what cannot be read is reported. Beside tables of a VIP feed that is a warning: a folder may hold a
 *  letter, too. */
export async function openFiles(
  files: readonly SourceFile[],
  log: ProblemLog,
  options: OpenOptions = {},
): Promise<OpenedFiles> {
  const opened: OpenedFile[] = [];
  for (const file of files) {
    if (!isOfTheSystem(file.name)) opened.push(...(await openSafely(file, log, options, false)));
  }
  const feed: FeedTable[] = [];
  for (const each of opened) {
    if (each.kind === 'feed') feed.push(each);
    else if (each.kind === 'notRead') {
      const table = tableOf(each.file);
      if (table !== null) feed.push({ table, source: unreadTable(each) });
    }
  }
  for (const each of opened) if (each.kind === 'notRead') reportNotRead(each, feed.length > 0, log);
  return {
    feed,
    foreign: opened.flatMap((each) => (each.kind === 'foreign' ? [each.source] : [])),
    boundaries: opened.flatMap((each) => (each.kind === 'boundaries' ? [each.file] : [])),
  };
}

/** A table of a feed is there, if only to say why it cannot be read: it is not missing. */
const unreadTable = ({ file, code, detail }: NotRead): RecordSource => ({
  name: file,
  read: async (_reader, log) => log.report(code, { file }, detail),
});

function reportNotRead({ file, code, detail }: NotRead, isBesideFeed: boolean, log: ProblemLog): void {
  if (tableOf(file) !== null) return;
  if (isBesideFeed) log.report('file-ignored', { file, value: code }, detail);
  else log.report(code, { file }, detail);
}

async function openSafely(
  file: SourceFile,
  log: ProblemLog,
  options: OpenOptions,
  isInArchive: boolean,
): Promise<readonly OpenedFile[]> {
  let opened: readonly OpenedFile[] = [];
  await reportingFaults(file.name, log, async () => {
    try {
      opened = await openFile(file, log, options, isInArchive);
    } catch (error) {
      if (!(error instanceof SourceReadError)) throw error;
      opened = notRead(file, 'file-unreadable', `${error.message}.`);
    }
  });
  return opened;
}

const notRead = ({ name }: SourceFile, code: NotRead['code'], detail?: string): readonly OpenedFile[] => [
  { kind: 'notRead', file: name, code, ...(detail === undefined ? {} : { detail }) },
];

async function openFile(
  file: SourceFile,
  log: ProblemLog,
  options: OpenOptions,
  isInArchive: boolean,
): Promise<readonly OpenedFile[]> {
  const inspection = await inspectBytes(file);
  switch (inspection.kind) {
    case 'empty':
      return notRead(file, 'file-empty');
    case 'tooLarge':
      return notRead(file, 'file-too-large');
    case 'refused':
      return notRead(file, inspection.code, `This is ${inspection.looksLike}.`);
    case 'zip':
      return openZip(file, log, options, isInArchive);
    case 'text':
      return openedText(await openText(file, inspection.encoding, namedTable(file.name)), log);
  }
}

async function openedText(opened: OpenedFile, log: ProblemLog): Promise<readonly OpenedFile[]> {
  if (opened.kind !== 'vipXml') return [opened];
  const tables = await vipXmlTables(opened.file, log);
  return tables.map((table) => ({ kind: 'feed', ...table }));
}

/** A zip of more is not read into memory. */
const mostZipBytes = 512 * 1024 * 1024;

async function openZip(
  file: SourceFile,
  log: ProblemLog,
  options: OpenOptions,
  isInArchive: boolean,
): Promise<readonly OpenedFile[]> {
  const bytes = await wholeOf(file);
  if (bytes === null) return notRead(file, 'archive-too-large');
  const directory = readZipDirectory(bytes, maxEntries, file.range);
  if (!directory.ok) return notRead(file, directory.error);
  const found = await packageOf(directory.value, options.pause);
  if (found.kind === 'refused') return notRead(file, found.code, `This is ${found.looksLike}.`);
  if (found.kind === 'workbook') {
    const sheets = await openWorkbook(file.name, found.parts, found.path, log);
    return Promise.all(sheets.map((sheet) => openSheet(file.name, sheet, sheets.length === 1)));
  }
  if (isInArchive) return notRead(file, 'archive-nested');
  const entries = await expandEntries(directory.value, file.name, options.pause);
  if (!entries.ok) {
    log.report(entries.error.code, { file: file.name, value: entries.error.value });
    return [];
  }
  const opened: OpenedFile[] = [];
  for (const entry of entries.value) {
    opened.push(...(await openSafely(paused(entry, options), log, options, true)));
  }
  return opened;
}

async function wholeOf(file: SourceFile): Promise<Uint8Array | null> {
  // Chunks that are kept beside the whole would be the file twice.
  let whole = new Uint8Array(Math.min(file.sizeBytes, mostZipBytes));
  let at = 0;
  for await (const chunk of chunksOf(file)) {
    const end = at + chunk.length;
    if (end > mostZipBytes) return null;
    if (end > whole.length) {
      const larger = new Uint8Array(Math.max(end, 2 * whole.length));
      larger.set(whole);
      whole = larger;
    }
    whole.set(chunk, at);
    at = end;
  }
  return whole.subarray(0, at);
}

function paused(entry: SourceFile, { pause }: OpenOptions): SourceFile {
  if (pause === undefined) return entry;
  return {
    ...entry,
    async *bytes() {
      for await (const chunk of entry.bytes()) {
        await pause(chunk.length);
        yield chunk;
      }
    },
  };
}

/** By the name of its tab, of a file with one sheet also by that of the file, else by its first row. */
async function openSheet(file: string, { tab, source }: Sheet, isOnly: boolean): Promise<OpenedFile> {
  const table =
    tableOf(`${tab}.csv`) ?? (isOnly ? namedTable(file) : null) ?? (await tableOfFirstRow(source));
  return table === null ? { kind: 'foreign', source } : { kind: 'feed', table, source };
}

async function tableOfFirstRow(source: RecordSource): Promise<TableName | null> {
  let table: TableName | null = null;
  const header = (cells: readonly string[]) => {
    table = tableOfHeader(cells);
    return false;
  };
  const reader = { isKnownColumn: () => false, header, record: () => false, refused: () => {} };
  await source.read(reader, createProblemLog());
  return table;
}

/** The table that a file's name says, whatever follows the last point of it: `precinct.xlsx`, `PRECINCT`. */
function namedTable(name: string): TableName | null {
  return tableOf(name) ?? tableOf(`${name.replace(/\.[^.\\/]{0,8}$/, '')}.csv`);
}
