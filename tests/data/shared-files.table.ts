// Owns what is right for each of the files that offices published and that break importers: how it is read, or why it is not. Said by
// looking at the files, not at what the reader does with them. Data only: no row of a file stands here.

import type { MappingField, TableKind } from '@/lib/ingest/mapping/table-mapping';
import type { ProblemCode } from '@/lib/ingest/problems/problem-codes';

/** A list that is read once its columns are confirmed. */
export interface ReadFile {
  readonly kind: Exclude<TableKind, 'ignored'>;
  /** Field -> the office's own name of the column; `column 3` where it has none. */
  readonly columns: Readonly<Partial<Record<MappingField, string>>>;
  /** Rows of data, counted by another program. */
  readonly rows: number;
  /** The row that names the columns; null for none. */
  readonly headerRow: number | null;
  /** What has to be said beside the columns: no column holds it. */
  readonly asks?: readonly string[];
  /** The tables of a feed that its rows become. */
  readonly becomes: readonly string[];
  /** What a list of places gives alone, read as it is proposed in an office of the state. */
  readonly gives?: {
    readonly state: string;
    readonly precincts: number;
    readonly places: number;
    /** Rows or precincts that answer nothing. */
    readonly errors: number;
    readonly conflicts: number;
  };
  /** What makes it hard to read. */
  readonly mess?: string;
}

/** A file that is not read. */
export interface RefusedFile {
  readonly code: ProblemCode;
  /** Column that says so, where it is one. */
  readonly column?: string;
  readonly why: string;
  /** What is wrong with it as a file, which would be said once its columns were confirmed all the same. */
  readonly also?: ProblemCode;
  /** Something that stands in it, as it is read. */
  readonly cell?: string;
}

/** Their precincts come of the list of places, or of what is live. */
const STREETS = ['street_segment'];
const PLACES = ['polling_location', 'precinct', 'precinct_polling_location'];
const askTown = 'Say which column holds the town or the ZIP, or give the town that is the same in every row.';

/** Below ../shared/data, with `/`. */
export const readFiles: Readonly<Record<string, ReadFile>> = {
  'street-lists/summit-co/allAddresses.csv': {
    kind: 'ranges',
    columns: {
      rangeStart: 'HS_NUM_FRM',
      rangeEnd: 'HS_NUM_TO',
      streetDirection: 'STDIR_CODE',
      streetName: 'STREET_NAME',
      streetSuffix: 'STYP_CODE',
      precinctId: 'PRECINCT',
      precinctSplit: 'SPLIT_CODE',
    },
    rows: 1872,
    headerRow: 1,
    asks: [askTown],
    becomes: STREETS,
    mess: 'Sides are codes of its own, a street is called 97, and no column says a town or a ZIP.',
  },
  'street-lists/summit-co/precinct7.csv': {
    kind: 'ranges',
    columns: {
      rangeStart: 'HS_NUM_FRM',
      rangeEnd: 'HS_NUM_TO',
      streetDirection: 'STDIR_CODE',
      streetName: 'STREET_NAME',
      streetSuffix: 'STYP_CODE',
      precinctId: 'PRECINCT',
      precinctSplit: 'SPLIT_CODE',
    },
    rows: 142,
    headerRow: 1,
    asks: [askTown],
    becomes: STREETS,
    mess: 'One precinct and one split in every row.',
  },
  'street-lists/watertown-ma/street_ranges.csv': {
    kind: 'ranges',
    columns: {
      rangeStart: 'start',
      rangeEnd: 'end',
      rangeText: 'type',
      side: 'side',
      streetWhole: 'street_key',
      precinctId: 'precinct',
    },
    rows: 486,
    headerRow: 1,
    asks: [askTown],
    becomes: STREETS,
    mess: 'Blanks of streets are underscores; most rows are the whole street; some name no precinct.',
  },
  'street-lists/watertown-ma/precinct_polling_places.csv': {
    kind: 'precinctPlaces',
    columns: {
      precinctId: 'precinct',
      placeName: 'polling_place',
      placeHouseNumber: 'street_number',
      placeAddressWhole: 'street_name',
    },
    rows: 12,
    headerRow: 1,
    becomes: PLACES,
    gives: { state: 'MA', precincts: 12, places: 8, errors: 0, conflicts: 0 },
    mess: 'The address of a place stands in two columns.',
  },
  'messy/vip-exercise/addresses.csv': {
    kind: 'addresses',
    columns: {
      addressWhole: 'Street',
      unit: 'Apt',
      city: 'City',
      state: 'State',
      zip: 'Zip',
      precinctId: 'Precinct ID',
    },
    rows: 41,
    headerRow: 1,
    becomes: STREETS,
    mess: 'Precincts of 14 states by their numbers, one of them of another state than its row.',
  },
  'messy/vip-exercise/precinct_polling_list.csv': {
    kind: 'precinctPlaces',
    columns: {
      precinctId: 'Precinct',
      placeAddressWhole: 'Street',
      placeCity: 'City',
      placeCityStateZipWhole: 'State/ZIP',
    },
    rows: 33,
    headerRow: 1,
    becomes: PLACES,
    mess: 'Rows with cells too few, precincts by letters of their state, one with two hyphens.',
  },
  'messy/florida/Esc20160607_PctPoll.txt': {
    kind: 'precinctPlaces',
    columns: {
      precinctId: 'PrecinctNumber',
      placeName: 'PollingLocation',
      placeAddressWhole: 'Address1',
      placeLine2: 'Address2',
      placeCity: 'City',
      placeZip: 'Zip',
    },
    rows: 79,
    headerRow: 1,
    becomes: PLACES,
    gives: { state: 'FL', precincts: 79, places: 73, errors: 0, conflicts: 0 },
    mess: 'Tabs under .txt, quotes only where a cell holds a comma.',
  },
  'messy/florida/MRT20120615_PctPoll.xlsx': {
    kind: 'precinctPlaces',
    columns: {
      precinctId: 'column 2',
      placeName: 'column 3',
      placeAddressWhole: 'column 4',
      placeCity: 'column 5',
      placeZip: 'column 6',
    },
    rows: 31,
    headerRow: null,
    becomes: PLACES,
    gives: { state: 'FL', precincts: 31, places: 31, errors: 0, conflicts: 0 },
    mess: 'No header; two blank sheets behind it; the first column is the same code in every row.',
  },
  'polling-places/Mississippi_2018-11-06.csv': {
    kind: 'precinctPlaces',
    columns: {
      precinctId: 'precinct_id (with county_name)',
      precinctName: 'precinct_name',
      placeName: 'name',
      placeAddressWhole: 'address',
      placeState: 'state',
    },
    rows: 1741,
    headerRow: 1,
    becomes: PLACES,
    gives: { state: 'MS', precincts: 1695, places: 1669, errors: 46, conflicts: 5 },
    mess: 'A whole state: codes come again from county to county. Read from scanned pages: rows without a code, of which five have a street.',
  },
  'polling-places/North_Carolina_2018-11-06.csv': {
    kind: 'precinctPlaces',
    columns: {
      precinctId: 'precinct_name (with county_name)',
      placeName: 'name',
      placeAddressWhole: 'address',
      placeState: 'state',
    },
    rows: 2706,
    headerRow: 1,
    becomes: PLACES,
    gives: { state: 'NC', precincts: 2706, places: 2700, errors: 0, conflicts: 0 },
    mess: 'A whole state; precincts have names and no codes; these, and numbers of places, begin again in every county.',
  },
};

const uk = 'It is a list of the United Kingdom: its postal codes are none of the United States.';

/** The same for what is not read, each uploaded alone. */
export const refusedFiles: Readonly<Record<string, RefusedFile>> = {
  'messy/uk-fixtures/democracy-counts-utf-16le.csv': {
    code: 'file-not-a-list',
    column: 'PostCode',
    why: `${uk} UTF-16 without a mark.`,
    cell: 'WORMLEY COMMUNITY CENTRE',
  },
  'messy/uk-fixtures/ems-dcounts-districts.csv': { code: 'file-not-a-list', column: 'PostCode', why: uk },
  'messy/uk-fixtures/ems-dcounts-stations-small.csv': {
    code: 'file-not-a-list',
    column: 'PostCode',
    why: uk,
  },
  'messy/uk-fixtures/ems-dcounts-stations.csv': { code: 'file-not-a-list', column: 'PostCode', why: uk },
  'messy/uk-fixtures/ems-idox-eros.csv': { code: 'file-not-a-list', column: 'HousePostCode', why: uk },
  'messy/uk-fixtures/ems-other.csv': { code: 'file-not-a-list', column: 'PCODE', why: uk },
  'messy/uk-fixtures/ems-xpress-dc.csv': { code: 'file-not-a-list', column: 'Post_Code', why: uk },
  'messy/uk-fixtures/ems-xpress-weblookup.CSV': { code: 'file-not-a-list', column: 'PostCode', why: uk },
  'messy/uk-fixtures/encoding-windows1252.tsv': {
    code: 'file-not-a-list',
    column: 'Post_Code',
    why: `${uk} Windows-1252 with tabs.`,
    cell: 'Lôn Capel / Chapel Lane',
  },
  'messy/uk-fixtures/ext-csv-with-tsv-ext.tsv': {
    code: 'file-not-a-list',
    column: 'HousePostCode',
    why: `${uk} Commas under .tsv.`,
    cell: 'FAIR VIEW  YOUTH & COMMUNITY CENTRE',
  },
  'messy/uk-fixtures/ext-tsv-with-csv-ext.csv': {
    code: 'file-not-a-list',
    column: 'Post_Code',
    why: `${uk} Tabs under .csv.`,
    cell: 'Stryd y Parad/Parade Street',
  },
  'messy/uk-fixtures/incomplete-file.CSV': {
    code: 'file-not-a-list',
    column: 'Polling_Place_Postcode',
    why: `${uk} It is cut off within a quotation, which is said once somebody takes it for a list all the same.`,
    also: 'quote-unterminated',
  },
  'messy/uk-fixtures/not-a-csv.csv': {
    code: 'file-not-a-list',
    column: 'HousePostCode',
    why: `A zip under .csv is opened. In it: ${uk}`,
    cell: 'FAIR VIEW  YOUTH & COMMUNITY CENTRE',
  },
  'messy/uk-fixtures/ems-fcs.json': {
    code: 'file-json',
    why: 'A list in JSON. What an office can make of its system in minutes is a CSV file, and only that is checked cell by cell.',
  },
  'messy/uk-fixtures/ems-other.json': { code: 'file-json', why: 'JSON that is no list.' },
  'messy/uk-fixtures/invalid.json': {
    code: 'file-not-a-list',
    why: 'Sentences under .json: the content decides, and it is no list.',
  },
  'messy/uk-fixtures/small-files-empty.csv': { code: 'file-empty', why: 'Not one byte.' },
  'messy/uk-fixtures/small-files-empty2.csv': { code: 'file-empty', why: 'Not one byte.' },
  'messy/uk-fixtures/small-files-nearly_empty.csv': {
    code: 'file-not-a-list',
    why: 'Three words that are the names of nothing, and no row.',
  },
  'street-lists/summit-co/precinct8split.json': {
    code: 'file-json',
    why: 'Names of districts by split, in JSON. Voters need none of them.',
  },
  'polling-places/LICENSE-CC-BY-4.0': { code: 'file-not-a-list', why: 'The text of a licence.' },
};
