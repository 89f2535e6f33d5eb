// Owns cells that are merged downwards: what is drawn beside several rows is stored in the first of them alone. Their list stands behind
// the rows (ECMA-376 part 1, 18.3.1.55), so that the sheet is run through once before.

import { piecesOf } from '../files/decode-text';
import { createTextDecoder } from '../files/text-decoder';
import { columnOf } from './cell-reference';
import type { SheetRow } from './sheet-rows';
import { PartRefused, type WorkbookParts } from './workbook-parts';

/** A column of cells that are one: rows from 1, the column from 0. */
export interface MergedCells {
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** A sheet that is longer than this is an export, in which nothing is merged. */
const mostBytes = 64 * 1024 * 1024;
const mostMerged = 100_000;
/** No tag of one is longer. */
const longestTag = 200;
const mergedTag = /<(?:[\w-]{1,30}:)?mergeCell [^>]{0,100}?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g;

/** Those of a sheet that reach over several rows. What is wrong with the sheet is said by whoever reads its rows. */
export async function readMergedCells(parts: WorkbookParts, path: string): Promise<readonly MergedCells[]> {
  const merged: MergedCells[] = [];
  const decode = createTextDecoder('utf-8');
  let kept = '';
  try {
    for await (const chunk of parts.chunks(path, mostBytes)) {
      for (const piece of piecesOf(chunk)) {
        const text = kept + decode(piece);
        for (const [, column = '', first, last] of text.matchAll(mergedTag)) {
          const [firstRow, lastRow] = [Number(first), Number(last)];
          if (lastRow > firstRow && merged.length < mostMerged)
            merged.push({ column: columnOf(column), firstRow, lastRow });
        }
        kept = text.slice(lastTag(text));
      }
    }
  } catch (error) {
    if (error instanceof PartRefused) return [];
    throw error;
  }
  return merged;
}

/** Where a tag begins that has not ended. */
function lastTag(text: string): number {
  const open = text.lastIndexOf('<');
  return open < 0 || text.indexOf('>', open) >= 0 || text.length - open > longestTag ? text.length : open;
}

/** Takes the rows in their order, and gives each the texts that reach down to it. A row that holds nothing else stays blank. */
export function createMergedFill(merged: readonly MergedCells[]): (row: SheetRow) => SheetRow {
  if (merged.length === 0) return (row) => row;
  const waiting = merged.toSorted((a, b) => b.firstRow - a.firstRow);
  let open: { readonly column: number; readonly lastRow: number; readonly text: string }[] = [];
  return (row) => {
    open = open.filter(({ lastRow }) => lastRow >= row.row);
    let cells: string[] | null = null;
    if (row.cells.some((cell) => cell.trim() !== '')) {
      for (const { column, text } of open) {
        if ((row.cells[column] ?? '') !== '') continue;
        cells ??= [...row.cells];
        while (cells.length <= column) cells.push('');
        cells[column] = text;
      }
    }
    for (let next = waiting.at(-1); next !== undefined && next.firstRow <= row.row; next = waiting.at(-1)) {
      waiting.pop();
      const text = next.firstRow === row.row ? (row.cells[next.column] ?? '') : '';
      if (text !== '') open.push({ column: next.column, lastRow: next.lastRow, text });
    }
    return cells === null ? row : { ...row, cells };
  };
}
