// Owns the small tables in memory: every one but street_segment, which is never held as cells.

import { CutCells } from '../checks/cut-cells';
import type { ProblemLog } from '../problems/problem';
import { alignments } from '../segments/row-extent';
import { linesOf } from '../segments/set-aside-rows';
import type { FeedFiles } from './feed-files';
import type { RecordSource } from './record-source';
import type { TableHeader } from './table-header';
import { type RowCounts, readTable } from './table-reader';
import { type FieldOf, type TableName, vipTables } from './vip-columns';

/** One record, cells trimmed, '' for a column that the file does not have. */
export interface TableRow<Table extends TableName> {
  readonly row: number;
  readonly cells: Readonly<Record<FieldOf<Table>, string>>;
}

export interface LoadedTable<Table extends TableName> {
  /** As the office calls it; `precinct.txt` where there is none. */
  readonly file: string;
  readonly isPresent: boolean;
  /** Made of the office's own rows: its ids stand in no file. */
  readonly isMade: boolean;
  /** The column as the file calls it; the newest VIP name where it has none. */
  readonly label: (field: FieldOf<Table>) => string;
  readonly has: (field: FieldOf<Table>) => boolean;
  readonly rows: readonly TableRow<Table>[];
  /** Records whose form is damaged. They are reported and not among `rows`, but what they name is not whole. */
  readonly damaged: readonly DamagedRow<Table>[];
}

export interface DamagedRow<Table extends TableName = TableName> {
  readonly row: number;
  readonly cells: readonly string[];
  /** Every way to put it together that has the table's width. */
  readonly readings: readonly TableRow<Table>['cells'][];
  /** The file ends in the middle of it. */
  readonly isCut: boolean;
}

export type VipTables = { readonly [Table in TableName]: LoadedTable<Table> };

/** Reads a whole table. Where `source` is undefined the table is empty and not present. */
export async function loadTable<Table extends TableName>(
  table: Table,
  source: RecordSource | undefined,
  log: ProblemLog,
  counts: RowCounts,
): Promise<LoadedTable<Table>> {
  const fields = Object.keys(vipTables[table].fields) as FieldOf<Table>[];
  const rows: TableRow<Table>[] = [];
  const damaged: DamagedRow<Table>[] = [];
  let label = (field: FieldOf<Table>): string => newestName(table, field);
  let has = (_: FieldOf<Table>): boolean => false;
  if (source === undefined)
    return { file: `${table}.txt`, isPresent: false, isMade: false, label, has, rows, damaged };
  let width = 0;
  let columns: readonly (readonly [FieldOf<Table>, number])[] = [];
  const valuesOf = (cells: readonly string[]): TableRow<Table>['cells'] => {
    const values: Partial<Record<FieldOf<Table>, string>> = {};
    for (const [field, position] of columns) values[field] = (cells[position] ?? '').trim();
    return values as Record<FieldOf<Table>, string>;
  };
  const start = (header: TableHeader<FieldOf<Table>>) => {
    label = (field) => header.label(field);
    has = (field) => header.position(field) >= 0;
    width = header.width;
    columns = fields.map((field) => [field, header.position(field)] as const);
    return (cells: readonly string[], row: number) => {
      rows.push({ row, cells: valuesOf(cells) });
      return true;
    };
  };
  await readTable(table, source, log, counts, start, (cells, row, _readings, isCut) => {
    const readings = linesOf(cells).flatMap((line) => [...alignments(line, width)].map(valuesOf));
    damaged.push({ row, cells, readings, isCut });
  });
  const isMade = source.isMade === true;
  for (const field of fields) {
    if (isMade && isId(field)) continue;
    const cut = new CutCells();
    for (const { cells, row } of rows) cut.note(cells[field], row);
    cut.report(source.name, label(field), log);
  }
  return {
    file: source.name,
    isPresent: true,
    isMade,
    label: (field) => label(field),
    has: (field) => has(field),
    rows,
    damaged,
  };
}

const isId = (field: string): boolean => /^id$|Ids?$/.test(field);

function newestName<Table extends TableName>(table: Table, field: FieldOf<Table>): string {
  const { fields }: { readonly fields: Readonly<Record<string, readonly string[]>> } = vipTables[table];
  return fields[field]?.[0] ?? field;
}

/** Every table but street_segment, which is listed empty: its cells are never all in memory. */
export async function loadTables(
  files: FeedFiles,
  log: ProblemLog,
  counts: RowCounts,
  onProgress?: (rowsRead: number) => void,
): Promise<VipTables> {
  const load = async <Table extends TableName>(table: Table): Promise<LoadedTable<Table>> => {
    const loaded = await loadTable(
      table,
      table === 'street_segment' ? undefined : files.get(table),
      log,
      counts,
    );
    onProgress?.(counts.rowsIn);
    return loaded;
  };
  return {
    source: await load('source'),
    state: await load('state'),
    election: await load('election'),
    locality: await load('locality'),
    election_administration: await load('election_administration'),
    election_official: await load('election_official'),
    department: await load('department'),
    contact_information: await load('contact_information'),
    schedule: await load('schedule'),
    polling_location: await load('polling_location'),
    early_vote_site: await load('early_vote_site'),
    locality_early_vote_site: await load('locality_early_vote_site'),
    precinct_early_vote_site: await load('precinct_early_vote_site'),
    state_early_vote_site: await load('state_early_vote_site'),
    precinct: await load('precinct'),
    precinct_split: await load('precinct_split'),
    precinct_polling_location: await load('precinct_polling_location'),
    precinct_split_polling_location: await load('precinct_split_polling_location'),
    street_segment: await load('street_segment'),
  };
}
