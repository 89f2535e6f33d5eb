// Owns what a package of an office program is (Excel, Word, OpenDocument …) and a workbook's way to its tables, one a sheet.
// Hidden sheets are named and not read; blank ones are none.

import type { Refusal } from '../files/file-signatures';
import type { ZipEntry } from '../files/zip-directory';
import type { ProblemLog } from '../problems/problem';
import { problemCodes } from '../problems/problem-codes';
import { maxRows } from '../tables/csv';
import type { RecordSource } from '../tables/record-source';
import { readSharedStrings } from './cell-string';
import { createRowTally, reportingFaults, sheetRecords } from './sheet-records';
import type { SheetContext } from './sheet-rows';
import { mainPart, readWorkbook, type Workbook } from './workbook';
import { type WorkbookParts, workbookParts } from './workbook-parts';

/** What a zip is. `archive`: none of the packages that are known. */
export type Package =
  | { readonly kind: 'workbook'; readonly parts: WorkbookParts; readonly path: string }
  | ({ readonly kind: 'refused' } & Refusal)
  | { readonly kind: 'archive' };

/** Asks the parts, not the name. Throws `WorkbookFault`, `PartRefused`. */
export async function packageOf(
  entries: readonly ZipEntry[],
  pause?: (bytes: number) => Promise<void>,
): Promise<Package> {
  const parts = workbookParts(entries, pause);
  const path = await mainPart(parts);
  if (path !== null) return officePackage(parts, path.toLowerCase());
  if (parts.has('META-INF/manifest.xml') && parts.has('content.xml')) {
    return { kind: 'refused', code: 'file-open-document', looksLike: 'an OpenDocument file (.ods, .odt)' };
  }
  if (parts.has('Index/Document.iwa')) {
    return { kind: 'refused', code: 'file-open-document', looksLike: 'a file of Numbers or Pages' };
  }
  return { kind: 'archive' };
}

function officePackage(parts: WorkbookParts, path: string): Package {
  if (path.startsWith('word/'))
    return { kind: 'refused', code: 'file-word', looksLike: 'a Word file (.docx)' };
  if (path.startsWith('ppt/')) return { kind: 'refused', code: 'file-word', looksLike: 'a PowerPoint file' };
  if (path.endsWith('.bin')) {
    return { kind: 'refused', code: 'file-old-excel', looksLike: 'a binary workbook of Excel (.xlsb)' };
  }
  return { kind: 'workbook', parts, path };
}

/** A table of a workbook. */
export interface Sheet {
  /** As the tab says. */
  readonly tab: string;
  readonly source: RecordSource;
}

/** Its sheets that hold something, in their order. What is wrong is reported. `mostRows`: of all sheets together. */
export async function openWorkbook(
  file: string,
  parts: WorkbookParts,
  path: string,
  log: ProblemLog,
  mostRows = maxRows,
): Promise<readonly Sheet[]> {
  const sheets: Sheet[] = [];
  const before = log.totals().fatals;
  await reportingFaults(file, log, async () => {
    const workbook = await readWorkbook(parts, path);
    const context = sharedContext(parts, workbook);
    const tally = createRowTally(mostRows);
    for (const { name, isHidden, path: sheetPath } of workbook.sheets) {
      const source = sheetRecords({
        name: `${file} / ${name}`,
        file,
        path: sheetPath,
        parts,
        context,
        tally,
      });
      if (isHidden) log.report('sheet-hidden', { file: source.name });
      else if (await holdsSomething(source, log)) sheets.push({ tab: name, source });
    }
    if (sheets.length === 0 && log.totals().fatals === before) log.report('file-empty', { file });
  });
  return sheets;
}

/** Texts are read once for all sheets, when the first is. */
function sharedContext(parts: WorkbookParts, workbook: Workbook): () => Promise<SheetContext> {
  let context: Promise<SheetContext> | null = null;
  const { stringsPath, meanings, is1904 } = workbook;
  const read = async (): Promise<SheetContext> => {
    const strings = stringsPath === null ? [] : await readSharedStrings(parts, stringsPath);
    return { strings, meanings, is1904 };
  };
  return () => {
    context ??= read();
    return context;
  };
}

async function holdsSomething(source: RecordSource, log: ProblemLog): Promise<boolean> {
  let isFound = false;
  const see = (cells: readonly string[]) => {
    isFound ||= cells.some((cell) => cell.trim() !== '');
    return !isFound;
  };
  const reader = { isKnownColumn: () => false, header: see, record: see, refused: see };
  // What is wrong with a row is told when the rows are read.
  const fatalOnly: ProblemLog = {
    ...log,
    report: (code, where, detail) => {
      if (problemCodes[code].severity === 'fatal') log.report(code, where, detail);
    },
  };
  await source.read(reader, fatalOnly);
  return isFound;
}
