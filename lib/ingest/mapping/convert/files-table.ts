// Owns one table of a feed that is made of rows of several of an office's own files, and of what is live: problems name the file that a row comes from.

import type { ProblemLog } from '../../problems/problem';
import type { FeedTable } from '../../tables/feed-files';
import type { TableName } from '../../tables/vip-columns';
import { joinTables } from './join-tables';
import { liveFile } from './live-tables';
import { madeTable } from './made-records';
import type { NamedFile } from './named-file';

/** Number of the file, and the row there. */
export interface Spot {
  readonly file: number;
  readonly row: number;
}

export interface Entry extends Spot {
  readonly cells: readonly string[];
}

/** `live`: rows of what is live, which stand in none of the office's files. */
interface MadeOf {
  readonly table: TableName;
  readonly header: readonly string[];
  readonly labelsOf: (file: NamedFile) => readonly (string | null)[];
  readonly live: readonly (readonly string[])[];
  readonly files: readonly NamedFile[];
}

export function tableOfFiles(
  { table, header, labelsOf, live, files }: MadeOf,
  entries: () => readonly Entry[],
  log: ProblemLog,
): FeedTable {
  const ofFiles = files.map((named, file) =>
    madeTable(table, named.name, header, labelsOf(named), () =>
      entries().filter((entry) => entry.file === file),
    ),
  );
  const ofLive = madeTable(
    table,
    liveFile,
    header,
    header.map(() => null),
    () => live.map((cells, at) => ({ row: at + 2, cells })),
  );
  return joinTables(live.length === 0 ? ofFiles : [...ofFiles, ofLive], log);
}
