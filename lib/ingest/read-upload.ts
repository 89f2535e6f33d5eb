// Owns the way of everything that an office can send: files in, what they are, the office's own tables by their mappings, one
// dataset and its problems out. Knows no store and no screen.

import type { Dataset } from '@/lib/core/vip';
import type { CellEdits } from './cell-edits';
import { type Boundary, readBoundaries } from './checks/boundary-file';
import { mapTables } from './mapping/map-tables';
import type { ForeignTable, TableMapping } from './mapping/table-mapping';
import { openFiles } from './open-files';
import { createProblemLog } from './problem';
import { type FeedOptions, type ReadVipFlat, readFeed } from './read-vip-flat';
import { editedRecords, type RecordSource } from './record-source';
import type { SourceFile } from './source-file';
import { type KnownOfOffice, standInTables } from './stand-in-files';

export interface UploadOptions extends FeedOptions {
  /** Cells that an office corrected after it had uploaded the file. */
  readonly edits?: CellEdits;
  /** What stands in for files that the upload leaves out. */
  readonly known?: KnownOfOffice;
  /** How tables of the office's own are to be read, the latest first. */
  readonly mappings?: readonly TableMapping[];
  /** Waited for between chunks of what is unpacked, so that others get the processor. */
  readonly pause?: () => Promise<void>;
  /** What the office has live. */
  readonly live?: Dataset | null;
}

export interface ReadUpload extends ReadVipFlat {
  /** Tables of the office's own, with what was proposed or applied. */
  readonly foreign: readonly ForeignTable[];
  /** Every table that was read, as it stands: problems name their files and rows. */
  readonly sources: readonly RecordSource[];
}

/** Reads an upload, zips opened. `readUpload([{name: 'streets.csv', …}], {mappings, …})`. */
export async function readUpload(
  files: readonly SourceFile[],
  options: UploadOptions = {},
): Promise<ReadUpload> {
  const log = createProblemLog();
  const opened = await openFiles(files, log, options);
  const feed = opened.feed.map(({ table, source }) => ({
    table,
    source: editedRecords(source, options.edits),
  }));
  const mapped = await mapTables(
    {
      tables: opened.foreign,
      edits: options.edits,
      mappings: options.mappings ?? [],
      feed,
      live: options.live ?? null,
      officeState: options.officeState ?? null,
    },
    log,
  );
  const tables = [...feed, ...mapped.feed];
  const standIns = options.known === undefined ? [] : standInTables(tables, options.known);
  const boundaries: Boundary[] = [];
  for (const file of opened.boundaries) boundaries.push(...(await readBoundaries(file, log)));
  const read = await readFeed([...tables, ...standIns], { ...options, boundaries }, log);
  const sources = [...opened.feed.map(({ source }) => source), ...opened.foreign];
  return { ...read, foreign: mapped.foreign, sources };
}
