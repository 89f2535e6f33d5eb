// Owns the small tables in memory: every one but street_segment, which is never held as cells.

import type { FeedFiles } from './feed-files';
import type { ProblemLog } from './problem';
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
  /** The column as the file calls it. */
  readonly label: (field: FieldOf<Table>) => string;
  readonly rows: readonly TableRow<Table>[];
  /** Records whose form is damaged. They are reported and not among `rows`, but what they name is not whole. */
  readonly damaged: readonly DamagedRow[];
}

export interface DamagedRow {
  readonly row: number;
  readonly cells: readonly string[];
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
  const damaged: DamagedRow[] = [];
  let label = (field: FieldOf<Table>): string => newestName(table, field);
  if (source === undefined) return { file: `${table}.txt`, isPresent: false, label, rows, damaged };
  const start = (header: TableHeader<FieldOf<Table>>) => {
    label = (field) => header.label(field);
    const columns = fields.map((field) => [field, header.position(field)] as const);
    return (cells: readonly string[], row: number) => {
      const values: Partial<Record<FieldOf<Table>, string>> = {};
      for (const [field, position] of columns) values[field] = (cells[position] ?? '').trim();
      rows.push({ row, cells: values as Record<FieldOf<Table>, string> });
      return true;
    };
  };
  await readTable(table, source, log, counts, start, (cells, row) => damaged.push({ row, cells }));
  for (const field of fields) reportCutCells(source.name, label(field), rows, field, log);
  return { file: source.name, isPresent: true, label: (name) => label(name), rows, damaged };
}

function newestName<Table extends TableName>(table: Table, field: FieldOf<Table>): string {
  const { fields }: { readonly fields: Readonly<Record<string, readonly string[]>> } = vipTables[table];
  return fields[field]?.[0] ?? field;
}

/** The lengths at which dBase-style exports and old spreadsheets cut, and how many cells make it a sign. */
const cutLengths = [
  { chars: 255, cells: 1 },
  { chars: 40, cells: 3 },
];

/** Once a column: several cells of just that length, and none longer. */
function reportCutCells<Table extends TableName>(
  file: string,
  column: string,
  rows: readonly TableRow<Table>[],
  field: FieldOf<Table>,
  log: ProblemLog,
): void {
  let longest = 0;
  for (const { cells } of rows) longest = Math.max(longest, cells[field].length);
  for (const { chars, cells } of cutLengths) {
    if (longest !== chars) continue;
    const cut = rows.filter((row) => row.cells[field].length === chars);
    const first = cut[0];
    if (first === undefined || cut.length < cells) continue;
    log.report(
      'cells-cut-off',
      { file, row: first.row, column, value: first.cells[field] },
      `${cut.length} cells, the first one here.`,
    );
  }
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
