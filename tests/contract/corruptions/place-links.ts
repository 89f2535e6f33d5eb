// Owns where a feed says which place a precinct votes at: in the precincts themselves, or in a table of links.

import type { FieldOf, TableName } from '@/lib/ingest/tables/vip-columns';
import { columnOf, type Sheet, type Sheets, sheetOf, withColumn } from './sheet';

/** The sheet and column that say which place a precinct votes at, and those that say of which precinct. */
export function linksOf(sheets: Sheets) {
  return sheets.has('precinct_polling_location')
    ? ({
        sheet: sheetOf(sheets, 'precinct_polling_location') as Sheet,
        place: 'pollingLocationId',
        precinct: 'precinctId',
      } as const)
    : ({ sheet: sheetOf(sheets, 'precinct') as Sheet, place: 'pollingLocationIds', precinct: 'id' } as const);
}

export const cells = (sheet: Sheet, field: string) => columnOf(sheet, field as FieldOf<TableName>);
export const changed = (sheet: Sheet, field: string, change: (cell: string, index: number) => string) =>
  withColumn(sheet, field as FieldOf<TableName>, change);
