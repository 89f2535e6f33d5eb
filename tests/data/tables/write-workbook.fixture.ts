// Owns the writing of a county's table as a workbook: numbers as numbers with the formats that show their zeros, texts in every way that
// a cell may hold one, the table somewhere on its sheet, groups merged, and sheets beside it.

import { byteFile } from '@/lib/ingest/feed.fixture';
import type { SourceFile } from '@/lib/ingest/files/source-file';
import { type MadeCell, madeWorkbook } from '@/lib/ingest/xlsx/workbook.fixture';
import type { WrittenTable } from './write-table.fixture';

export interface Sheeting {
  /** Cell of the heading's first name, from 0. */
  readonly row: number;
  readonly column: number;
  /** Name of a column whose cells are merged while they are the same. */
  readonly merged?: string;
  readonly is1904?: boolean;
}

export const sheetName = 'List';
/** Styles by their number, as the fixture counts them. */
const formats = ['00000', '000', '0', 14] as const;
const styles = { zip: 1, three: 2, plain: 3, date: 4 } as const;
const longestWhole = 15;

/** `lines`: the table's own, its heading first. */
export function writeWorkbook(
  { columns, rows }: WrittenTable,
  { row, column, merged, is1904 }: Sheeting,
): SourceFile {
  const left: null[] = new Array<null>(column).fill(null);
  const heading = [...left, ...columns.map(({ name }, at): MadeCell => (at === 1 ? richText(name) : name))];
  const table: MadeCell[][] = rows.map((one, at) => [
    ...left,
    ...columns.map(({ cell }, of) => cellOf(cell(one), at + of)),
  ]);
  const ranges =
    merged === undefined
      ? []
      : mergeDown(table, column + columns.findIndex(({ name }) => name === merged), row + 2);
  const title: MadeCell[] = [...left, 'Example County'];
  const above = Array.from({ length: row }, (_, at): readonly MadeCell[] => (at === 1 ? title : []));
  const legend = [
    ['Code', 'Meaning'],
    ['O', 'odd'],
    ['E', 'even'],
    ['B', 'both sides of the street'],
  ];
  const bytes = madeWorkbook({
    sheets: [
      { name: 'Legend', rows: legend },
      { name: sheetName, rows: [...above, heading, ...table], merged: ranges },
      { name: 'Old', rows: [heading, ...table.slice(0, 3)], state: 'hidden' },
    ],
    formats: [...formats],
    ...(is1904 === true && { is1904 }),
  });
  return byteFile('list.xlsx', bytes);
}

/** The same text, stored in one way or another. */
function cellOf(text: string, at: number): MadeCell {
  if (text === '') return null;
  if (/^\d+$/.test(text) && text.length < longestWhole) {
    const style = text.length === 5 ? styles.zip : text.length === 3 ? styles.three : styles.plain;
    const isShown = text.length === 5 || text.length === 3 || !text.startsWith('0');
    if (isShown)
      return { xml: `<c r="$" s="${style}"><v>${Number(text)}${at % 4 === 0 ? '.0' : ''}</v></c>` };
  }
  if (at % 3 === 1) return { xml: `<c r="$" t="str"><f>A1&amp;""</f><v>${escaped(text)}</v></c>` };
  return at % 3 === 2 ? richText(text) : text;
}

function richText(text: string): MadeCell {
  const cut = Math.ceil(text.length / 2);
  const run = (part: string) => `<r><rPr><b/></rPr><t xml:space="preserve">${escaped(part)}</t></r>`;
  return { xml: `<c r="$" t="inlineStr"><is>${run(text.slice(0, cut))}${run(text.slice(cut))}</is></c>` };
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Leaves the first of equal cells below each other, and says which are one. `firstRow`: Excel's number of the first row. */
function mergeDown(table: MadeCell[][], column: number, firstRow: number): readonly string[] {
  const letter = String.fromCharCode('A'.charCodeAt(0) + column);
  const ranges: string[] = [];
  const key = (at: number) => JSON.stringify(table[at]?.[column] ?? null).replace('.0<', '<');
  for (let at = 0; at < table.length; ) {
    let end = at + 1;
    while (end < table.length && key(end) === key(at)) end++;
    for (let blank = at + 1; blank < end; blank++) table[blank]![column] = null;
    if (end - at > 1) ranges.push(`${letter}${firstRow + at}:${letter}${firstRow + end - 1}`);
    at = end;
  }
  return ranges;
}
