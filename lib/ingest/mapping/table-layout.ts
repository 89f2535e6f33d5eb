// Owns where a table of an office's own has its header and its rows of data, and the way to these rows alone: title lines, headers
// that are printed again, page and total lines are left out. Knows not what a column holds.

import { createProblemLog, type ProblemLog } from '../problems/problem';
import type { NumberedRecord, RecordSource } from '../tables/record-source';
import { createAsideTest } from './aside-lines';
import { type Doubts, DoubtWatch } from './doubtful-groups';
import { findHeader, headerSaid, isColumnName, usualCells, usualWidth } from './find-header';
import type { MadeColumn } from './made-column';
import { MadeCells, madeColumnsOf } from './made-columns';
import { createOtherHeaderTest } from './other-header';
import { stackedNames, stackedWith } from './stacked-header';

export interface TableLayout {
  /** Names of the columns, trimmed, one for each of `width`; '' for one without; null: the table has no header. */
  readonly header: readonly string[] | null;
  /** How a problem names each column: the office's own name, `column 3` for a blank one, `ZIP (column 7)` for one that
   *  stands twice. Of each of `width`, and no two alike. */
  readonly labels: readonly string[];
  /** How many columns count, the made ones among them. */
  readonly width: number;
  /** Columns behind the table's own that no cell of a row holds. */
  readonly made: readonly MadeColumn[];
  /** Of each made column: where a blank cell does not mean what stands above. [] before the whole table was looked at. */
  readonly doubts: Doubts;
  /** The records that the names of the columns stand in: none, one, or two. */
  readonly headings: readonly (readonly string[])[];
  /** How many cells a row may have: blank ones behind the last column come of separators that every row has. */
  readonly mostCells: number;
  /** The row of the header, the lower one of two; null for none. */
  readonly headerRow: number | null;
  /** The first row that may be data. */
  readonly firstRow: number;
  /** Title lines before the header, as they stand. */
  readonly preamble: readonly NumberedRecord[];
  /** The first rows of data, at most `sampledRows`. */
  readonly sample: readonly NumberedRecord[];
}

/** Rows that are looked at to see what columns hold. */
export const sampledRows = 1000;

/** What is said of a table's header by others than the table. */
export interface HeaderHints {
  /** Names that somebody has confirmed before, whatever words they are. */
  readonly knownHeaders?: readonly (readonly string[])[];
  /** The row that somebody says holds the names; null: none does. A row that is not there says nothing. */
  readonly headerRow?: number | null | undefined;
  /** How many columns count, where more was seen of the table than is handed on. */
  readonly width?: number;
}

/** Looks at the beginning of a table. What is wrong with the file is not reported here: whoever reads it all does that. */
export async function layoutOf(source: RecordSource, hints: HeaderHints = {}): Promise<TableLayout> {
  return withDoubts(source, layoutOfHead(await headOf(source), hints));
}

/** The layout with what the whole table says of its made columns. Where it has none nothing is read. */
export async function withDoubts(source: RecordSource, layout: TableLayout): Promise<TableLayout> {
  if (layout.made.every(({ within }) => within !== undefined)) return layout;
  const watch = new DoubtWatch(layout.made, layout.labels.slice(0, layout.width - layout.made.length));
  await dataRecords(source, layout, watch).read(
    { isKnownColumn: isColumnName, header: () => true, record: () => true, refused: () => undefined },
    createProblemLog(),
  );
  return { ...layout, doubts: watch.doubts() };
}

/** The same of records that were read before: `head`, as `headOf` gives them. */
export function layoutOfHead(
  head: readonly NumberedRecord[],
  { knownHeaders = [], headerRow: saidRow, width: saidWidth }: HeaderHints = {},
): TableLayout {
  const records = head.map(({ cells }) => cells);
  const said = saidRow === null ? null : head.findIndex(({ row }) => row === saidRow);
  const found =
    saidRow === undefined || said === -1 ? findHeader(records, knownHeaders) : headerSaid(records, said);
  const stacked = found.header === null || found.isSaid ? null : stackedWith(records, found.header);
  const at = stacked === null ? found : { header: stacked.lower, firstData: stacked.lower + 1 };
  const own = saidWidth ?? usualWidth(records, at.header);
  const headings =
    stacked === null
      ? records.slice(at.header ?? 0, at.header === null ? 0 : at.header + 1)
      : records.slice(stacked.upper, stacked.lower + 1);
  const [upper, lower] = headings;
  const names = upper === undefined || lower === undefined ? upper : stackedNames(upper, lower);
  const headerRow = at.header === null ? null : head[at.header]!.row;
  const preamble = head.slice(0, at.firstData - headings.length);
  const firstRow = head[at.firstData]?.row ?? (head.at(-1)?.row ?? 0) + 1;
  const isAside = createAsideTest({ headings, width: own, preamble });
  const data = head.slice(at.firstData).filter(({ cells }) => !isAside(cells));
  const drawn =
    names === undefined ? null : Array.from({ length: own }, (_, column) => (names[column] ?? '').trim());
  const made = madeColumnsOf(
    drawn,
    own,
    data.map(({ cells }) => cells),
  );
  const cells = new MadeCells(made, own);
  const mostCells = Math.max(own, usualCells(records, at.header));
  const width = own + made.length;
  const header = drawn === null ? null : [...drawn, ...made.map(({ name }) => name)];
  return {
    header,
    labels: labelsOf(header, width, made),
    width,
    made,
    doubts: [],
    headings,
    mostCells,
    headerRow,
    firstRow,
    preamble,
    sample:
      made.length === 0
        ? data
        : data.flatMap(({ row, cells: found }) => {
            const extended = cells.extended(withoutBlankEnd(found, own, mostCells), row);
            return extended === null ? [] : [{ row, cells: extended }];
          }),
  };
}

/** The first `sampledRows` records of a table that are not blank, title lines and header among them. */
export async function headOf(source: RecordSource): Promise<readonly NumberedRecord[]> {
  const head: NumberedRecord[] = [];
  const take = (cells: readonly string[], row: number): boolean => {
    if (cells.some((cell) => cell.trim() !== '')) head.push({ row, cells: [...cells] });
    return head.length < sampledRows;
  };
  await source.read(
    {
      isKnownColumn: isColumnName,
      header: (cells) => take(cells, 1),
      record: (cells, row) => take(cells, row),
      refused: () => undefined,
    },
    createProblemLog(),
  );
  return head;
}

function labelsOf(
  header: readonly string[] | null,
  width: number,
  made: readonly MadeColumn[],
): readonly string[] {
  return Array.from({ length: width }, (_, column) => {
    const name = header?.[column] ?? made[column - width + made.length]?.name ?? '';
    if (name === '') return `column ${column + 1}`;
    return header?.indexOf(name) === column ? name : `${name} (column ${column + 1})`;
  });
}

/** The header, then the rows of data, by their numbers in the office's file. A table without a header gets its labels for one.
 *  What is left out behind the first row of data is reported once (`lines-left-out`). */
export function dataRecords(source: RecordSource, layout: TableLayout, watch?: DoubtWatch): RecordSource {
  return { name: source.name, read: (reader, log) => readData(source, layout, reader, log, watch) };
}

/** Every record but the header, under the labels of the columns: title lines and totals too, for somebody who looks at them. */
export function labelledRecords(source: RecordSource, layout: TableLayout): RecordSource {
  const { labels, headerRow, made, width, firstRow, doubts } = layout;
  return {
    name: source.name,
    read: (reader, log) => {
      const above = new MadeCells(made, width - made.length, doubts);
      const whole = (cells: readonly string[], row: number) =>
        made.length === 0 || row < firstRow ? cells : (above.extended(cells, row) ?? cells);
      const record: Reader['record'] = (cells, row, signs, isLast) =>
        row === headerRow || reader.record(whole(cells, row), row, signs, isLast);
      const header = (cells: readonly string[]) =>
        reader.header(labels, labels) && record(cells, 1, anySigns, false);
      return source.read({ ...reader, header, record }, log);
    },
  };
}

type Reader = Parameters<RecordSource['read']>[0];
/** What is not known of a first record: it may hold anything. */
const anySigns = { damaged: true, mojibake: true };

async function readData(
  source: RecordSource,
  layout: TableLayout,
  reader: Reader,
  log: ProblemLog,
  watch?: DoubtWatch,
) {
  const { made } = layout;
  const ownWidth = layout.width - made.length;
  const isAside = createAsideTest({ ...layout, width: ownWidth });
  const isOtherHeader = createOtherHeaderTest(layout.header?.slice(0, ownWidth) ?? null);
  const above = new MadeCells(made, ownWidth, layout.doubts);
  const leftOut: number[] = [];
  const begin = () => reader.header(layout.labels, layout.labels);
  const record: Reader['record'] = (cells, row, signs, isLast) => {
    if (row === layout.headerRow) return begin();
    if (row < layout.firstRow) return true;
    if (isAside(cells)) {
      leftOut.push(row);
      return true;
    }
    if (isOtherHeader(cells)) {
      log.report('header-in-the-middle', { file: source.name, row, value: cells.join(', ') });
      return true;
    }
    const own = withoutBlankEnd(cells, ownWidth, layout.mostCells);
    if (made.length === 0) return reader.record(own, row, signs, isLast);
    const extended = above.extended(own, row);
    if (extended === null) watch?.line(row);
    else if (own.length === ownWidth) watch?.row(own, extended.slice(ownWidth), row);
    else watch?.broken(row);
    return extended === null || reader.record(extended, row, signs, isLast);
  };
  await source.read(
    {
      isKnownColumn: isColumnName,
      header: (cells) => (layout.headerRow !== null || begin()) && record(cells, 1, anySigns, false),
      record,
      refused: (cells, row) => {
        above.forgetAll();
        watch?.broken(row);
        reader.refused(cells, row);
      },
    },
    log,
  );
  if (leftOut.length === 0) return;
  const shown = leftOut.slice(0, 10).join(', ');
  const more = leftOut.length > 10 ? ` and ${leftOut.length - 10} more` : '';
  log.report('lines-left-out', { file: source.name, row: leftOut[0] ?? null }, `Rows ${shown}${more}.`);
}

/** Blank cells past the last column say nothing where rows usually have them. In one row alone they are what a separator without quotation
 *  marks has pushed out. */
function withoutBlankEnd(cells: readonly string[], width: number, mostCells: number): readonly string[] {
  if (cells.length <= width || cells.length > mostCells) return cells;
  for (let at = width; at < cells.length; at++) if (cells[at]!.trim() !== '') return cells;
  return cells.slice(0, width);
}
