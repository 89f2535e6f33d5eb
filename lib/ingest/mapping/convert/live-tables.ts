// Owns what an office has live beside its streets, precincts and places, as tables of a feed: whom to call, its localities, the
// election where it is the same one. Written as an export is, so that nothing of it is lost. Knows no file.

import type { Dataset } from '@/lib/core/vip';
import type { FlatTable } from '../../export/flat-table';
import type { ExportedHours } from '../../export/hours-tables';
import { administrationTables, feedTables } from '../../export/office-tables';
import { precinctTables } from '../../export/precinct-tables';
import type { FeedTable } from '../../tables/feed-files';
import type { TableName } from '../../tables/vip-columns';
import { madeTable } from './made-records';

/** How problems name what is live. */
export const liveFile = 'what is live now';

/** `isSameDay`: the new list is for the election that is live. */
export function liveTables(live: Dataset, hours: ExportedHours, isSameDay: boolean): readonly FeedTable[] {
  const wanted = new Set(['state', 'locality', ...(isSameDay ? ['election'] : [])]);
  const tables = [...feedTables(live, hours), ...precinctTables(live, new Set())];
  return [...tables.filter(({ name }) => wanted.has(name)), ...administrationTables(live)]
    .map(asFeedTable)
    .filter((table) => table !== null);
}

/** Null where it has no row. */
export function asFeedTable({ name, columns, rows }: FlatTable): FeedTable | null {
  if (rows()[Symbol.iterator]().next().done === true) return null;
  return madeTable(
    name as TableName,
    liveFile,
    columns,
    columns.map(() => null),
    function* () {
      let row = 1;
      for (const cells of rows()) {
        row += 1;
        yield { row, cells };
      }
    },
  );
}
