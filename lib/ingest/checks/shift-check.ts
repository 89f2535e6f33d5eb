// Owns which columns of a table are watched for a shift by one row, and the report of one.

import type { ProblemLog } from '../problems/problem';
import type { TableHeader } from '../tables/table-header';
import { type FieldOf, type TableName, vipTables } from '../tables/vip-columns';
import { ColumnShiftWatch, type WatchedColumns } from './column-shift';

export interface ShiftCheck {
  /** One record of the table's full width. */
  readonly accept: (cells: readonly string[], row: number) => void;
  /** Once, at the end of the table. */
  readonly end: () => void;
}

/** The check for one table. A shift is reported in the row of the blank cell at which it begins or ends. */
export function createShiftCheck<Table extends TableName>(
  table: Table,
  file: string,
  header: TableHeader<FieldOf<Table>>,
  log: ProblemLog,
): ShiftCheck {
  const fields = Object.keys(vipTables[table].fields) as FieldOf<Table>[];
  const at = (field: string) => header.position(field as FieldOf<Table>);
  const has = (position: number) => position >= 0;
  const columns =
    table === 'street_segment' ? streetColumns(at) : { full: fields.map(at), grouping: [], range: null };
  const needed = new Set(neededFields.map(at).filter(has));
  const watch = new ColumnShiftWatch({
    ...columns,
    full: columns.full.filter(has),
    grouping: columns.grouping.filter(has),
  });
  return {
    accept: (cells, row) => watch.accept(cells, row),
    end: () => {
      for (const { code, row, position, detail } of watch.end()) {
        if (code === 'column-ends-early' && !needed.has(position)) continue;
        log.report(code, { file, row, column: header.labelAt(position) }, detail);
      }
    },
  };
}

/** Whoever leaves one of these blank has most likely lost it; directions or hours are blank where nobody knows any. */
const neededFields = [
  'name',
  'line1',
  'streetName',
  'city',
  'zip',
  'localityId',
  'precinctId',
  'pollingLocationId',
  'pollingLocationIds',
];

/** Few, since there may be two million rows: those that decide where a voter is sent. */
function streetColumns(at: (field: string) => number): WatchedColumns {
  const grouping = ['streetName', 'city', 'zip', 'precinctId'].map(at);
  const range = { start: at('startHouseNumber'), end: at('endHouseNumber'), side: at('oddEvenBoth') };
  return { full: [...grouping, ...Object.values(range)], grouping, range };
}
