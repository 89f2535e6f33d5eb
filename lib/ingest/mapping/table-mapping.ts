// Owns what an office says of a table of its own: which column holds what. Kept with the office and applied again to the next
// file with the same columns. Shapes only, without zod: the desk's browser reads it, too.

import type { NumberedRecord } from '../tables/record-source';

/** What a row of the table says. `ranges`: a stretch of a street votes there. `addresses`: one address does. `precinctPlaces`: a
 *  precinct does. `ignored`: the table is not for voters. */
export const tableKinds = ['ranges', 'addresses', 'precinctPlaces', 'ignored'] as const;
export type TableKind = (typeof tableKinds)[number];

/** What a column may hold. Names that end in `Whole` or `Text` are composed, and are split (composed-*.ts). */
export const mappingFields = [
  /** `12 E Oak St Apt 4`, also with `, NATCHEZ MS 39120` behind it. */
  'addressWhole',
  'houseNumber',
  /** `1/2`, `A`: what stands behind the number, in a column of its own. */
  'houseSuffix',
  'rangeStart',
  'rangeEnd',
  /** `0-99 EVEN`, `101-199 (odd)`, `100 - 198`, `all`. Beside `rangeStart` and `rangeEnd` these count where they are filled, and
   *  the text where they are blank: lists that say `all` in a column of their own. */
  'rangeText',
  /** Odd, even or both, in any spelling. */
  'side',
  /** `E Oak St`. */
  'streetWhole',
  'streetDirection',
  /** The `COUNTY ROAD` of `COUNTY ROAD 4`, where the name is `4` alone (NENA St_PreTyp). */
  'streetPreType',
  /** The `OLD` of Old Main St, the `EXT` of Main St Ext, each in a column of its own (NENA St_PreMod, St_PosMod). */
  'streetPreMod',
  'streetPostMod',
  'streetName',
  'streetSuffix',
  'addressDirection',
  'unit',
  'city',
  'state',
  'zip',
  /** `NATCHEZ MS 39120`. */
  'cityStateZipWhole',
  'precinctId',
  'precinctName',
  'precinctSplit',
  /** Yes where everybody of the precinct votes by mail, and nobody at a place. */
  'precinctMailOnly',
  'placeId',
  'placeName',
  /** `City Hall - 200 Oak St, Natchez MS 39120`; then neither the name nor the address has a column of its own. */
  'placeNameAddressWhole',
  /** Where `placeAddressWhole` is a street without its number. */
  'placeHouseNumber',
  /** Street line, or all of it in one line. */
  'placeAddressWhole',
  'placeLine2',
  'placeCity',
  'placeState',
  'placeZip',
  'placeCityStateZipWhole',
  'placeDirections',
  'placeHours',
  'placeLatitude',
  'placeLongitude',
] as const;
export type MappingField = (typeof mappingFields)[number];

/** A table has no more columns: one with more is read as far as these. */
export const mostColumns = 1000;

/** One table's mapping. What comes from outside is looked at by ./table-mapping-schema.ts. */
export interface TableMapping {
  /** Names of the columns in the order of the table, trimmed; null: the table has no header. */
  header: string[] | null;
  /** How many columns it has. */
  width: number;
  kind: TableKind;
  /** Field -> column, from 0. */
  columns: Partial<Record<MappingField, number>>;
  /** What is true of every row and stands in no column. `zip` where a list of one ZIP has none. */
  always: { city: string | null; state: string | null; zip: string | null };
  /** It goes for tables of this name alone (pinned-mappings.ts); left out: for all with these columns. */
  table?: string | undefined;
}

/** How sure a guess is: `sure` by name and content, `likely` by one of them, `unsure` by neither much. */
export type Confidence = 'sure' | 'likely' | 'unsure';

/** What is proposed for a table before anybody has confirmed it. */
export interface MappingProposal {
  readonly mapping: TableMapping;
  readonly confidence: Readonly<Partial<Record<MappingField, Confidence>>>;
  /** Records before the first that counts: title lines, and the header. */
  readonly headerRow: number | null;
  /** The first rows of data as they stand. */
  readonly samples: readonly (readonly string[])[];
  /** There where the table is of another country, with the column that says so. */
  readonly otherCountry?: { readonly column: number; readonly sentence: string } | undefined;
}

/** The beginning of a table as it stands, for somebody who says which record names the columns. */
export interface TableStart {
  /** Records that are not blank; `width`: how many columns the table has where this one names them. */
  readonly lines: readonly (NumberedRecord & { readonly width: number })[];
  /** The same where none does. */
  readonly width: number;
}

/** A table that is no VIP table, as the desk shows it. */
export interface ForeignTable {
  readonly name: string;
  readonly proposal: MappingProposal;
  /** The office's own, where one fits: as it was confirmed, of whatever table that was. */
  readonly confirmed: TableMapping | null;
  /** The same with its columns where they stand in this table: so it was read. */
  readonly applied: TableMapping | null;
  readonly start: TableStart;
}
