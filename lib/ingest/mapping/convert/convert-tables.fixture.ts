// Owns the way from an office's own files to answers, for tests: a mapping as somebody confirms it, a dataset, a release, look-ups.

import type { Dataset } from '@/lib/core/vip';
import { textFile } from '@/lib/ingest/feed.fixture';
import { createProblemLog } from '@/lib/ingest/problems/problem';
import { type ReadVipFlat, readFeed } from '@/lib/ingest/read-vip-flat';
import { csvRecords } from '@/lib/ingest/tables/csv';
import type { FeedTable } from '@/lib/ingest/tables/feed-files';
import { standInTables } from '@/lib/ingest/tables/stand-in-files';
import { blanksOf } from '../doubtful-groups';
import { dataRecords, layoutOf } from '../table-layout';
import type { MappingField, TableKind } from '../table-mapping';
import { convertTables } from './convert-tables';

/** A file with what an office says of it: field -> name of its column. */
export interface MappedFile {
  readonly name: string;
  readonly text: string;
  readonly kind: TableKind;
  readonly columns: Readonly<Partial<Record<MappingField, string>>>;
  readonly always?: { readonly city?: string; readonly state?: string; readonly zip?: string };
}

interface Beside {
  readonly feed?: readonly FeedTable[];
  readonly live?: Dataset | null;
  readonly state?: string;
  readonly singleNumberBeatsRange?: boolean;
}

/** Reads the files as an upload of theirs is read. */
export async function readMapped(files: readonly MappedFile[], beside: Beside = {}): Promise<ReadVipFlat> {
  const { feed = [], live = null, state = 'OH', singleNumberBeatsRange = false } = beside;
  const log = createProblemLog();
  const tables = await Promise.all(
    files.map(async ({ name, text, kind, columns, always }) => {
      const source = csvRecords(textFile(name, text));
      const layout = await layoutOf(source);
      const at = (column: string) => {
        const position = layout.header?.indexOf(column) ?? -1;
        if (position < 0) throw new Error(`${name} has no column ${column}`);
        return position;
      };
      const entries = Object.entries(columns).map(([field, column]) => [field, at(column)] as const);
      return {
        source: dataRecords(source, layout),
        blanks: blanksOf(layout),
        mapping: {
          header: layout.header === null ? null : [...layout.header],
          width: layout.width,
          kind,
          columns: Object.fromEntries(entries),
          always: { city: null, state: null, zip: null, ...always },
        },
      };
    }),
  );
  const made = await convertTables(
    { tables, feed, live, electionDate: '2026-11-03', officeState: state },
    log,
  );
  const all = [...feed, ...made];
  const known = {
    name: 'Made-up County',
    phone: '555-0100',
    election: { name: 'General', date: '2026-11-03' },
  };
  const options = { officeId: 'made-up', officeState: state, singleNumberBeatsRange };
  return readFeed([...all, ...standInTables(all, known)], options, log);
}

/** The dataset, or an error that says why there is none. */
export function datasetOf({ dataset, problems }: ReadVipFlat): Dataset {
  if (dataset === null) throw new Error(JSON.stringify(problems, null, 1));
  return dataset;
}

/** `code row column`, in the order found. */
export function problemsOf({ problems }: ReadVipFlat, ...without: readonly string[]): readonly string[] {
  return problems
    .filter(({ code, severity }) => severity !== 'warning' && !without.includes(code))
    .map(({ code, row, column }) => `${code} ${row} ${column}`);
}
