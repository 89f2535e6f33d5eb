// Owns the street's part of a row: its name, town, state and ZIP as a street segment has them. Knows nothing of numbers.

import type { MappingField, TableMapping } from '../table-mapping';
import { readCityStateZip } from './composed-town';
import { type OfficeRow, stateCode } from './office-rows';

/** The columns of a street segment that are made of an office's rows. */
export const streetColumns = [
  'start_house_number',
  'end_house_number',
  'odd_even_both',
  'includes_all_addresses',
  'house_number_prefix',
  'house_number_suffix',
  'street_direction',
  'street_name',
  'street_suffix',
  'address_direction',
  'unit_number',
  'city',
  'state',
  'zip',
  'precinct_id',
] as const;

/** What the office calls them; null where it has no such column. */
export function streetLabels(row: OfficeRow): readonly (string | null)[] {
  const number = row.label('rangeStart', 'rangeText', 'houseNumber', 'addressWhole');
  const town = (field: MappingField) => row.label(field, 'cityStateZipWhole', 'addressWhole');
  return [
    number,
    row.label('rangeEnd', 'rangeText', 'houseNumber', 'addressWhole'),
    row.label('side', 'rangeText', 'houseNumber', 'addressWhole'),
    row.label('rangeText', 'rangeStart'),
    number,
    number,
    row.label('streetDirection'),
    row.label('streetName', 'streetWhole', 'addressWhole'),
    row.label('streetSuffix'),
    row.label('addressDirection'),
    row.label('unit', 'addressWhole'),
    town('city'),
    town('state'),
    town('zip'),
    row.label(
      'precinctId',
      'precinctName',
      'placeId',
      'placeName',
      'placeNameAddressWhole',
      'placeAddressWhole',
    ),
  ];
}

/** The fields of which the words of a street are made. */
export const streetFields: readonly MappingField[] = [
  'streetDirection',
  'streetPreType',
  'streetPreMod',
  'streetPostMod',
  'streetName',
  'streetWhole',
  'streetSuffix',
  'addressDirection',
];

/** The fields of which town, state and ZIP are made. */
export const townFields: readonly MappingField[] = ['city', 'state', 'zip', 'cityStateZipWhole'];

export interface StreetCells {
  readonly direction: string;
  readonly name: string;
  readonly suffix: string;
  readonly post: string;
}

export interface TownCells {
  readonly city: string;
  readonly state: string;
  readonly zip: string;
}

/** `Acton_St` is what some exports make of `Acton St`. */
export function readStreet(row: OfficeRow): StreetCells {
  const plain = row.text('streetName') || row.text('streetWhole');
  const typed = withPreType(row.text('streetPreType'), plain);
  const name = typed.includes('_') ? typed.replace(/_+/g, ' ').trim() : typed;
  const direction = row.text('streetDirection');
  const suffix = row.text('streetSuffix');
  const post = row.text('addressDirection');
  const [before, behind] = [row.text('streetPreMod'), row.text('streetPostMod')];
  if (name === '' || before + behind === '') return { direction, name, suffix, post };
  // Old N Main St, Main St N Ext: these words stand outermost, and VIP has no column for them.
  const words = [before, direction, name, suffix, post, behind].filter((word) => word !== '');
  return { direction: '', name: words.join(' '), suffix: '', post: '' };
}

/** `COUNTY ROAD` and `4` -> `COUNTY ROAD 4`; a name that has it already stays. */
function withPreType(type: string, name: string): string {
  if (type === '' || name === '' || `${name} `.toUpperCase().startsWith(`${type.toUpperCase()} `))
    return name;
  return `${type} ${name}`;
}

const anyZip = '00000';

/** Town, state and ZIP of a row; null where they cannot be cut. `found` is what the address itself says. Where the
 *  table has no ZIPs at all, and nobody said one, it is any ZIP of the town (VIP 6.0 StreetSegment.Zip `00000`). */
export function readTown(row: OfficeRow, { always }: TableMapping, found: TownCells): TownCells | null {
  const composed = row.text('cityStateZipWhole');
  const town = composed === '' ? found : readCityStateZip(composed);
  if (town === null) return null;
  const city = row.text('city') || town.city || found.city || (always.city ?? '');
  const state = stateCode(row.text('state')) || town.state || found.state || (always.state ?? '');
  const hasZips = row.has('zip') || row.has('cityStateZipWhole');
  const usual = hasZips ? '' : (always.zip ?? (city === '' ? '' : anyZip));
  return { city, state, zip: row.text('zip') || town.zip || found.zip || usual };
}

export const noTown: TownCells = { city: '', state: '', zip: '' };
