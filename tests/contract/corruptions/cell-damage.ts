// Owns what happens to single cells of a column, and what has to be found at exactly these.

import type { ProblemCode } from '@/lib/ingest/problems/problem-codes';
import type { FieldOf, TableName } from '@/lib/ingest/tables/vip-columns';
import type { Corrupted, Corruption } from './corruption';
import { indexesWhere, some } from './rows';
import { cellOf, filesOf, labelOf, placeOf, rowNumbers, sheetOf, withColumn, withSheets } from './sheet';

export interface CellDamage<Name extends TableName> {
  readonly title: string;
  readonly table: Name;
  readonly field: FieldOf<Name>;
  readonly to: (cell: string) => string;
  readonly code: ProblemCode;
  /** Cells that it can happen to; left out: all that are not blank. */
  readonly of?: (cell: string) => boolean;
  /** To every such cell, not to some. */
  readonly all?: true;
  readonly also?: readonly ProblemCode[];
}

/** How many cells are hit where not all are. */
const CELLS = 7;

/** One column's cells, some or all, made into something else. */
export function damage<Name extends TableName>(one: CellDamage<Name>): Corruption {
  const { title, table, field, to, code, of = (cell) => cell !== '', all, also } = one;
  const make: Corruption['make'] = (feed, random): Corrupted | null => {
    if (!feed.sheets.has(table)) return null;
    const sheet = sheetOf(feed.sheets, table);
    if (placeOf(sheet, field) < 0) return null;
    const can = indexesWhere(sheet, (row) => {
      const cell = cellOf(sheet, row, field);
      return of(cell) && to(cell) !== cell;
    });
    const hit = all ? can : some(random, CELLS, can);
    if (hit.length === 0) return null;
    const isHit = new Set(hit);
    const after = withColumn(sheet, field, (cell, index) => (isHit.has(index) ? to(cell) : cell));
    return {
      files: filesOf(withSheets(feed.sheets, after)),
      found: [{ code, file: sheet.file, rows: rowNumbers(hit), column: labelOf(sheet, field) }],
      also: also ?? [],
      ...(table === 'street_segment' ? { touched: hit } : {}),
    };
  };
  return { title, make };
}
