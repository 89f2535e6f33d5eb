// Owns how an upload of an example is shown: its files as numbered lines, the one that is meant marked. Knows no page: Markdown, the
// terminal and the desk draw the same lines.

import type {
  ExampleFile,
  ExampleLine,
  ExampleUpload,
  TextExample,
  WorkbookExample,
  ZipExample,
} from './example';

export interface ShownLine {
  /** The row as problems count it; '' where there is none. */
  readonly number: string;
  readonly text: string;
  /** The problem is found here. */
  readonly isMarked: boolean;
}

export interface ShownFile {
  readonly name: string;
  /** What its lines do not show: `It ends here, in the middle of the row.`; null: nothing. */
  readonly note: string | null;
  readonly lines: readonly ShownLine[];
}

/** Where a problem is found: `{file: 'precinct.txt', row: 4}`. */
export interface ExamplePlace {
  readonly file: string;
  readonly row: number | null;
}

/** Characters of a line that are shown. */
const MOST_CHARS = 400;

/** Every file of the upload; a sheet of a workbook is one by itself. `at` null: nothing is marked. */
export function shownFiles({ files }: ExampleUpload, at: ExamplePlace | null): readonly ShownFile[] {
  return files.flatMap((file) => shown(file).map((one) => marked(one, at)));
}

function marked(file: ShownFile, at: ExamplePlace | null): ShownFile {
  if (at === null || at.row === null || at.file !== file.name) return file;
  const row = String(at.row);
  return { ...file, lines: file.lines.map((line) => ({ ...line, isMarked: line.number === row })) };
}

function shown(file: ExampleFile): readonly ShownFile[] {
  switch (file.kind) {
    case 'text':
      return [{ name: file.name, note: noteOf(file), lines: numbered(file.lines) }];
    case 'workbook':
      return sheetsOf(file);
    case 'zip':
      return [{ name: file.name, note: faultOf(file), lines: file.entries.flatMap(entryLines) }];
    case 'bytes':
      return [{ name: file.name, note: `${file.is}. Its first bytes are ${file.hex}.`, lines: [] }];
    case 'unreadable':
      return [{ name: file.name, note: 'The disk gives nothing behind this.', lines: numbered(file.lines) }];
  }
}

function noteOf({ isCut, encoding }: TextExample): string | null {
  if (isCut) return 'It ends here, in the middle of the row.';
  return encoding === undefined ? null : 'Not saved as UTF-8.';
}

function numbered(lines: readonly ExampleLine[]): readonly ShownLine[] {
  const all: ShownLine[] = [];
  let row = 1;
  for (const each of lines) {
    const { line, times } = typeof each === 'string' ? { line: each, times: 1 } : each;
    all.push({ number: String(row), text: readable(line), isMarked: false });
    if (times > 1) {
      const text = `… and ${(times - 1).toLocaleString('en-US')} more rows like this`;
      all.push({ number: '', text, isMarked: false });
    }
    row += times;
  }
  return all;
}

/** A letter that stands for nothing is shown as Unicode shows it; a long line is cut. */
function readable(line: string): string {
  const text = line.replace(/[\u0080-\u009f]/g, '\ufffd');
  if (text.trim() === '') return '(blank)';
  if (text.length <= MOST_CHARS) return text;
  return `${text.slice(0, MOST_CHARS)}… (${text.length.toLocaleString('en-US')} characters)`;
}

function sheetsOf({ name, sheets, isDamaged }: WorkbookExample): readonly ShownFile[] {
  return sheets.map((sheet) => ({
    name: `${name} / ${sheet.name}`,
    note: sheet.isHidden
      ? 'A sheet that is hidden in the workbook.'
      : isDamaged
        ? 'A part that Excel writes is missing from the file.'
        : null,
    lines: sheet.rows.map((cells, at) => ({
      number: String(at + 1),
      text: `${cells
        .map((cell) => (typeof cell === 'string' ? cell : `=${cell.formula} (no result)`))
        .join(' | ')}${sheet.hiddenRows?.includes(at + 1) ? ' (hidden)' : ''}`,
      isMarked: false,
    })),
  }));
}

function faultOf({ fault }: ZipExample): string | null {
  if (fault === undefined) return 'A zip file with:';
  if (fault === 'notZip') return 'It begins as a zip file does, and what follows is none. It should hold:';
  if (fault === 'locked') return 'A zip file with a password, and in it:';
  return `A zip file that says its file has ${fault.declaresBytes.toLocaleString('en-US')} bytes:`;
}

function entryLines({ name, alikeBytes, times = 1 }: ZipExample['entries'][number]): readonly ShownLine[] {
  const size = alikeBytes === undefined ? '' : ` (${alikeBytes.toLocaleString('en-US')} bytes, all alike)`;
  const line = (text: string): ShownLine => ({ number: '', text, isMarked: false });
  const first = line(`${name.replace('#', '1')}${size}`);
  if (times === 1) return [first];
  return [first, line(`… and ${(times - 1).toLocaleString('en-US')} more files like this`)];
}
