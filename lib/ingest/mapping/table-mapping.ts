// Owns what an office says of a table of its own: which column holds what. Kept with the office and applied again to the next
// file with the same columns. Shapes only.

import { z } from 'zod';

/** What a row of the table says. `ranges`: a stretch of a street votes there. `addresses`: one address does. `precinctPlaces`: a
 *  precinct does. `ignored`: the table is not for voters. */
export const tableKinds = ['ranges', 'addresses', 'precinctPlaces', 'ignored'] as const;
export type TableKind = (typeof tableKinds)[number];

/** What a column may hold. Names that end in `Whole` or `Text` are composed, and are split (composed-*.ts). */
export const mappingFields = [
  /** `12 E Oak St Apt 4`, also with `, NATCHEZ MS 39120` behind it. */
  'addressWhole',
  'houseNumber',
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
  'placeId',
  'placeName',
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
const mostNameChars = 1000;

export const tableMappingSchema = z.object({
  /** Names of the columns in the order of the table, trimmed; null: the table has no header. */
  header: z.array(z.string().max(mostNameChars)).max(mostColumns).nullable(),
  /** How many columns it has. */
  width: z.number().int().positive().max(mostColumns),
  kind: z.enum(tableKinds),
  /** Field -> column, from 0. */
  columns: z.partialRecord(
    z.enum(mappingFields),
    z
      .number()
      .int()
      .nonnegative()
      .max(mostColumns - 1),
  ),
  /** What is true of every row and stands in no column. `zip` where a list of one ZIP has none. */
  always: z.object({
    city: z.string().max(mostNameChars).nullable(),
    state: z.string().max(mostNameChars).nullable(),
    zip: z.string().max(mostNameChars).nullable(),
  }),
});

/** One table's mapping. */
export type TableMapping = z.infer<typeof tableMappingSchema>;

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
}

/** A table that is no VIP table, as the desk shows it. */
export interface ForeignTable {
  readonly name: string;
  readonly proposal: MappingProposal;
  /** The office's own, where one fits; then it was applied. */
  readonly confirmed: TableMapping | null;
}
