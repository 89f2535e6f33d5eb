// Owns the question whose a problem of a state's one file is: the row that it names is looked up, and followed to its locality. Reads
// the tables once more, for what a dataset no longer holds: rows that were set aside.

import { createProblemLog, type Problem } from './problems/problem';
import type { FeedTable } from './tables/feed-files';
import { knownColumns } from './tables/table-header';
import type { TableName } from './tables/vip-columns';
import { loadTable } from './tables/vip-tables';

/** By which column a row of a table leads to its locality: straight, or by a precinct or split. */
const linkColumns: Partial<
  Record<TableName, readonly (readonly [column: string, kind: 'locality' | 'precinct' | 'split'])[]>
> = {
  locality: [['id', 'locality']],
  precinct: [['locality_id', 'locality']],
  precinct_split: [['precinct_id', 'precinct']],
  street_segment: [
    ['precinct_id', 'precinct'],
    ['precinct_split_id', 'split'],
  ],
  precinct_polling_location: [['precinct_id', 'precinct']],
  precinct_early_vote_site: [['precinct_id', 'precinct']],
  precinct_split_polling_location: [['precinct_split_id', 'split']],
  locality_early_vote_site: [['locality_id', 'locality']],
};

/** Each problem's locality id as the file has it; null where it concerns the file, or what several offices may use. */
export async function localitiesOfProblems(
  tables: readonly FeedTable[],
  problems: readonly Problem[],
): Promise<readonly (string | null)[]> {
  const counts = { rowsIn: 0, rowsSetAside: 0 };
  const load = <Table extends TableName>(table: Table) =>
    loadTable(table, tables.find((one) => one.table === table)?.source, createProblemLog(), counts);
  const precincts = new Map((await load('precinct')).rows.map(({ cells }) => [cells.id, cells.localityId]));
  const splits = new Map(
    (await load('precinct_split')).rows.map(({ cells }) => [cells.id, cells.precinctId]),
  );
  const found = new Map<string, string>();
  for (const feed of tables) {
    const links = linkColumns[feed.table];
    const rows = new Set(
      problems.flatMap(({ file, row }) => (file === feed.source.name && row !== null ? [row] : [])),
    );
    if (links === undefined || rows.size === 0) continue;
    await readRows(feed, rows, (cells, row) => {
      for (const [column, kind] of links) {
        const id = cells.get(column) ?? '';
        const precinctId = kind === 'split' ? splits.get(id) : id;
        const locality = kind === 'locality' ? id : precincts.get(precinctId ?? '');
        if (locality !== undefined && locality !== '') found.set(`${feed.source.name}\n${row}`, locality);
      }
    });
  }
  return problems.map(({ file, row }) => found.get(`${file}\n${row}`) ?? null);
}

async function readRows(
  { table, source }: FeedTable,
  wanted: ReadonlySet<number>,
  take: (cells: ReadonlyMap<string, string>, row: number) => void,
): Promise<void> {
  const known = knownColumns(table);
  let names: readonly string[] = [];
  const read = (cells: readonly string[], row: number): boolean => {
    if (wanted.has(row)) take(new Map(names.map((name, at) => [name, cells[at]?.trim() ?? ''])), row);
    return true;
  };
  await source.read(
    {
      isKnownColumn: (name) => known.has(name),
      header: (cells) => {
        names = cells.map((cell) => cell.trim().toLowerCase());
        return true;
      },
      record: read,
      refused: read,
    },
    createProblemLog(),
  );
}
