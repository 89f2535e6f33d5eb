// Owns the way of everything that an office can send: files in, what they are, the office's own tables by their mappings, one
// dataset and its problems out. Knows no store and no screen.

import type { Dataset } from '@/lib/core/vip';
import { type Boundary, readBoundaries } from './checks/boundary-file';
import { type ByteWatch, watchBytes } from './files/byte-watch';
import { openFiles } from './files/open-files';
import type { SourceFile } from './files/source-file';
import { mapTables } from './mapping/map-tables';
import type { ForeignTable, TableMapping } from './mapping/table-mapping';
import { createProblemLog } from './problems/problem';
import { type FeedOptions, type ReadVipFlat, readFeed } from './read-vip-flat';
import { UploadRepairs } from './suggestions/repair-upload';
import type { AcceptedRepair, Suggestion } from './suggestions/suggestion';
import type { CellEdits } from './tables/cell-edits';
import type { FeedTable } from './tables/feed-files';
import { editedRecords, type RecordSource } from './tables/record-source';
import { type KnownOfOffice, standInTables } from './tables/stand-in-files';

export interface UploadOptions extends FeedOptions {
  /** Cells that an office corrected after it had uploaded the file. */
  readonly edits?: CellEdits;
  /** What stands in for files that the upload leaves out. */
  readonly known?: KnownOfOffice;
  /** How tables of the office's own are to be read, the latest first. */
  readonly mappings?: readonly TableMapping[];
  /** The row of every such table that somebody says names its columns; null: none does; left out: it is looked for. */
  readonly headerRow?: number | null | undefined;
  /** Waited for between chunks of what is unpacked, so that others get the processor. */
  readonly pause?: () => Promise<void>;
  /** What the office has live. */
  readonly live?: Dataset | null;
  /** Called now and then with the number of bytes looked at so far, those that are unpacked or read again among them: it grows
   *  before the first row is told to `onProgress`, too. */
  readonly onBytes?: (bytes: number) => void;
  /** Look for repairs that could be offered. Left out: only where something was accepted. */
  readonly suggestions?: boolean;
  /** Repairs that somebody accepted: each is applied where the cells still prove it. */
  readonly accepted?: readonly AcceptedRepair[];
}

export interface ReadUpload extends ReadVipFlat {
  /** Tables of the office's own, with what was proposed or applied. */
  readonly foreign: readonly ForeignTable[];
  /** What stood for which table of the feed. */
  readonly tables: readonly FeedTable[];
  /** Every table as it stands: problems name their files and rows. Tables of one XML file share its name. */
  readonly sources: readonly RecordSource[];
  /** Repairs that are offered, and those that were applied; [] where nobody asked. */
  readonly suggestions: readonly Suggestion[];
}

/** Reads an upload, zips opened. `readUpload([{name: 'streets.csv', …}], {mappings, …})`. */
export async function readUpload(
  files: readonly SourceFile[],
  options: UploadOptions = {},
): Promise<ReadUpload> {
  const log = createProblemLog();
  const watch = watchOf(options);
  const opened = await openFiles(watch === null ? files : files.map(watch.file), log, watch ?? options);
  const repairs = repairsOf(options);
  const feed = repairs
    ? await repairs.feed(opened.feed)
    : opened.feed.map(({ table, source }) => ({ table, source: editedRecords(source, options.edits) }));
  const mapped = await mapTables(
    {
      tables: opened.foreign,
      prepare: repairs && ((own) => repairs.own(own)),
      edits: options.edits,
      mappings: options.mappings ?? [],
      headerRow: options.headerRow,
      feed,
      live: options.live ?? null,
      electionDate: options.known?.election?.date ?? null,
      officeState: options.officeState ?? null,
    },
    log,
  );
  const tables = [...feed, ...mapped.feed];
  const standIns = options.known === undefined ? [] : standInTables(tables, options.known);
  const boundaries: Boundary[] = [];
  for (const file of opened.boundaries) boundaries.push(...(await readBoundaries(file, log)));
  const read = await readFeed([...tables, ...standIns], { ...options, boundaries }, log);
  const sources = [...opened.feed.map(({ source }) => source), ...mapped.sources];
  return {
    ...read,
    foreign: mapped.foreign,
    tables,
    sources: repairs ? sources.map((source) => repairs.shown(source)) : sources,
    suggestions: repairs?.suggestions ?? [],
  };
}

/** Null where nobody asks: a table is read once more for it. */
function repairsOf({ suggestions, accepted = [], edits, officeState }: UploadOptions) {
  if (suggestions !== true && accepted.length === 0) return null;
  return new UploadRepairs({ edits, accepted, officeState: officeState ?? null });
}

function watchOf({ onBytes, pause }: UploadOptions): ByteWatch | null {
  return onBytes === undefined ? null : watchBytes(onBytes, pause);
}
