// Owns which columns of a table a repair may be about: of a feed's table by its header, of an office's own by its confirmed mapping.
// Positions only; knows no repair.

import type { TableMapping } from '../mapping/table-mapping';
import type { TableHeader } from '../tables/table-header';
import type { TableName } from '../tables/vip-columns';

/** A ZIP and the state that it lies in. -1: no such column. */
export interface ZipColumns {
  readonly zip: number;
  readonly state: number;
  /** What every row says that has no state of its own; null: the office's. */
  readonly always: string | null;
}

/** Columns of a table of ranges. -1: no such column. */
export interface StreetColumns {
  readonly start: number;
  readonly end: number;
  readonly side: number;
  readonly street: number;
  readonly city: number;
  readonly state: number;
  readonly zip: number;
  readonly precinctId: number;
}

export interface RepairColumns {
  /** Rows of another width are not repaired, but for those whose cells have moved. */
  readonly width: number;
  /** A table of the office's own: blank cells past its last column say nothing, and its precincts are joined by words, too. */
  readonly isOwn: boolean;
  readonly zips: readonly ZipColumns[];
  /** `NATICK MA 1760` in one cell. */
  readonly townLines: readonly number[];
  /** First, last or single house numbers. */
  readonly houseNumbers: readonly number[];
  /** First and last house number in one cell. */
  readonly rangeTexts: readonly number[];
  /** Columns that name a precinct of the table of precincts. */
  readonly precinctLinks: readonly number[];
  /** Names of polling places, where no other column says who votes by mail. */
  readonly placeNames: readonly number[];
  /** Null where the table has no rows of streets, or their cells are composed. */
  readonly street: StreetColumns | null;
}

/** The columns of a feed's table. */
export function columnsOfFeed<Field extends string>(
  table: TableName,
  header: TableHeader<Field>,
): RepairColumns {
  const at = (field: string) => header.position(field as Field);
  const isStreets = table === 'street_segment';
  return {
    width: header.width,
    isOwn: false,
    zips: [{ zip: at('zip'), state: at('state'), always: null }],
    townLines: [],
    houseNumbers: [at('startHouseNumber'), at('endHouseNumber')],
    rangeTexts: [],
    precinctLinks: [at('precinctId')],
    placeNames: [],
    street: isStreets
      ? {
          start: at('startHouseNumber'),
          end: at('endHouseNumber'),
          side: at('oddEvenBoth'),
          street: at('streetName'),
          city: at('city'),
          state: at('state'),
          zip: at('zip'),
          precinctId: at('precinctId'),
        }
      : null,
  };
}

/** The columns of an office's own table. Its precincts are joined by words too, so that only a list of places has ids. */
export function columnsOfMapping({ columns, width, kind, always }: TableMapping): RepairColumns {
  const at = (field: keyof TableMapping['columns']) => columns[field] ?? -1;
  const ranges = {
    start: at('rangeStart'),
    end: at('rangeEnd'),
    side: at('side'),
    street: columns.streetName ?? at('streetWhole'),
    city: at('city'),
    state: at('state'),
    zip: at('zip'),
    precinctId: at('precinctId'),
  };
  const { start, end, street, zip } = ranges;
  const isPlain = kind === 'ranges' && Math.min(start, end, street, zip) >= 0;
  return {
    width,
    isOwn: true,
    zips: [
      { zip, state: at('state'), always: always.state },
      { zip: at('placeZip'), state: at('placeState'), always: always.state },
    ],
    townLines: [at('cityStateZipWhole'), at('placeCityStateZipWhole')],
    houseNumbers: [at('houseNumber'), start, end],
    rangeTexts: [at('rangeText')],
    precinctLinks: kind === 'precinctPlaces' ? [] : [at('precinctId')],
    placeNames: columns.precinctMailOnly === undefined ? [at('placeName')] : [],
    street: isPlain ? ranges : null,
  };
}
