// Owns ids: one row for each, and what to do about rows without one or with one in common.
// Knows nothing of what the rows mean.

import { canonicalWords } from '@/lib/core/address/canonical';
import { fold, words } from '@/lib/core/address/tokens';
import type { ProblemLog } from '../problems/problem';
import { isSpreadsheetNumber } from './cells';
import type { RowCounts } from './table-reader';
import type { FieldOf, TableName } from './vip-columns';
import type { DamagedRow, LoadedTable, TableRow } from './vip-tables';

/** The tables whose rows others refer to. */
export type TableWithId = Extract<
  TableName,
  | 'locality'
  | 'election_administration'
  | 'election_official'
  | 'polling_location'
  | 'early_vote_site'
  | 'precinct'
  | 'precinct_split'
>;

export interface IdIndex<Table extends TableWithId> {
  /** The row of an id; undefined where there is none, or where several disagree. */
  readonly byId: ReadonlyMap<string, TableRow<Table>>;
  /** Ids that are in the file but cannot be used. */
  readonly unusable: ReadonlySet<string>;
}

/** One row an id. Rows that say the same count once, the last of them (warning); rows that differ are all set aside (error), and so is
 *  a row beside one that is damaged and may have its id: nobody can tell that they say the same.
 *  `isUsed` spares a county the troubles of the state's file: ids that nobody refers to are not reported. */
export function indexById<Table extends TableWithId>(
  table: LoadedTable<Table>,
  log: ProblemLog,
  counts: RowCounts,
  isUsed: (id: string) => boolean = () => true,
): IdIndex<Table> {
  const groups = groupById(table, log, counts);
  const damaged = damagedById(table);
  const byId = new Map<string, TableRow<Table>>();
  const unusable = new Set<string>();
  for (const [id, [first, ...others]] of groups) {
    if (first === undefined) continue;
    const differ = others.filter((other) => !saysTheSame(first, other));
    const twin = damaged
      .get(id)
      ?.find(({ readings }) => !readings.some((cells) => saysTheSame(first, { cells })));
    if (differ.length === 0 && twin === undefined) byId.set(id, others.at(-1) ?? first);
    else unusable.add(id);
    if (!isUsed(id)) continue;
    const where = { file: table.file, column: idColumn(table), value: id };
    if (differ.length === 0 && twin === undefined) {
      for (const { row } of others) log.report('id-repeated', { ...where, row }, `Same as row ${first.row}.`);
      continue;
    }
    const rows = [first, ...others];
    counts.rowsSetAside += rows.length;
    for (const { row } of rows) {
      const partner = rows.find((other) => other.row !== row)?.row ?? twin?.row;
      log.report('id-duplicate', { ...where, row }, `Row ${partner} has the same id.`);
    }
  }
  return { byId, unusable };
}

function groupById<Table extends TableWithId>(table: LoadedTable<Table>, log: ProblemLog, counts: RowCounts) {
  const groups = new Map<string, TableRow<Table>[]>();
  for (const row of table.rows) {
    const id = row.cells.id;
    if (id === '' || isSpreadsheetNumber(id)) {
      const code = id === '' ? 'id-missing' : 'id-damaged';
      log.report(code, { file: table.file, row: row.row, column: idColumn(table), value: id });
      counts.rowsSetAside++;
      continue;
    }
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [row]);
    else group.push(row);
  }
  return groups;
}

/** Damaged rows by each id that one way of putting them together gives. */
function damagedById<Table extends TableWithId>({ damaged }: LoadedTable<Table>) {
  const found = new Map<string, DamagedRow<Table>[]>();
  for (const row of damaged) {
    for (const id of new Set(row.readings.map(({ id }) => id))) {
      const rows = found.get(id);
      if (rows === undefined) found.set(id, [row]);
      else rows.push(row);
    }
  }
  return found;
}

// Every table here has the field, which TypeScript cannot see through the type parameter.
function idColumn<Table extends TableWithId>(table: LoadedTable<Table>): string {
  return table.label('id' as FieldOf<Table>);
}

// `300 N STATE ST` and `300 North State St.` are one; a feed that lists a place once for each of its uses often
// spells it both ways.
type Said<Table extends TableWithId> = Pick<TableRow<Table>, 'cells'>;

function saysTheSame<Table extends TableWithId>(a: Said<Table>, b: Said<Table>): boolean {
  return essence(a) === essence(b);
}

function essence<Table extends TableWithId>(row: Said<Table>): string {
  return Object.values<string>(row.cells).map(canonicalText).join('\n');
}

function canonicalText(cell: string): string {
  return canonicalWords(words(fold(cell)))
    .map(({ word }) => word)
    .join(' ');
}
