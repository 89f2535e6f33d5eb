// Owns a polling place as a row of an office's own table gives it: its address from one line or from parts, and an id that is the same
// next year. Knows nothing of precincts.

import { canonicalWords } from '@/lib/core/address/canonical';
import { fold, words } from '@/lib/core/address/tokens';
import { readZip5 } from '../../tables/cells';
import { readOneLine } from '../../vip/place-address';
import type { MappingField, TableMapping } from '../table-mapping';
import { readNameAndAddress } from './composed-place';
import { readCityStateZip } from './composed-town';
import { type OfficeRow, stateCode } from './office-rows';

/** VIP column -> the fields that its cell comes from, the first one naming it in problems. Those that are a voter's address in a list of
 *  streets (`streetPlaceFields`) are the place's own in a list of precincts alone. */
export const placeColumns: readonly (readonly [name: string, ...fields: readonly MappingField[]])[] = [
  ['id', 'placeId', 'placeName', 'placeNameAddressWhole', 'placeAddressWhole'],
  ['name', 'placeName', 'placeNameAddressWhole'],
  ['structured_line_1', 'placeAddressWhole', 'streetWhole', 'streetName', 'placeNameAddressWhole'],
  ['structured_line_2', 'placeLine2'],
  [
    'structured_city',
    'placeCity',
    'placeCityStateZipWhole',
    'city',
    'cityStateZipWhole',
    'placeAddressWhole',
    'placeNameAddressWhole',
  ],
  [
    'structured_state',
    'placeState',
    'placeCityStateZipWhole',
    'state',
    'cityStateZipWhole',
    'placeAddressWhole',
    'placeNameAddressWhole',
  ],
  [
    'structured_zip',
    'placeZip',
    'placeCityStateZipWhole',
    'zip',
    'cityStateZipWhole',
    'placeAddressWhole',
    'placeNameAddressWhole',
  ],
  ['directions', 'placeDirections'],
  ['hours', 'placeHours'],
  ['latitude', 'placeLatitude'],
  ['longitude', 'placeLongitude'],
];

export interface PlaceCells {
  /** The same for two spellings of one place. */
  readonly key: string;
  readonly id: string;
  readonly state: string;
  /** In the order of `placeColumns`. */
  readonly cells: readonly string[];
}

interface Line {
  readonly line1: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
}

/** The fields that make a place; a change in one of them may make another. */
export const placeFields: readonly MappingField[] = [
  'placeId',
  'placeName',
  'placeNameAddressWhole',
  'placeHouseNumber',
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
];

/** The fields that make a place besides: in a list of precincts what reads like a voter's address is the place's own. */
export function streetPlaceFields(kind: string): readonly MappingField[] {
  if (kind !== 'precinctPlaces') return [];
  return [
    'houseNumber',
    'addressWhole',
    'streetDirection',
    'streetWhole',
    'streetName',
    'streetSuffix',
    'addressDirection',
    'city',
    'zip',
    'cityStateZipWhole',
  ];
}

/** `none`: the row names no place. `town`: what stands for town, state and ZIP cannot be cut. */
export function readPlaceCells(row: OfficeRow, { kind, always }: TableMapping): PlaceCells | 'none' | 'town' {
  const ownId = row.text('placeId');
  // A list of precincts has no voters' addresses: its streets and towns are the places'.
  const isPlaceList = kind === 'precinctPlaces';
  const ownLine = `${row.text('placeHouseNumber')} ${row.text('placeAddressWhole')}`.trim();
  const whole = ownLine || (isPlaceList ? streetLine(row) : '');
  const together = row.text('placeNameAddressWhole');
  if (row.text('placeName') + together + whole + ownId === '') return 'none';
  const composed = row.text('placeCityStateZipWhole') || (isPlaceList ? row.text('cityStateZipWhole') : '');
  const town = composed === '' ? { city: '', state: '', zip: '' } : readCityStateZip(composed);
  if (town === null) return 'town';
  const own = (place: MappingField, plain: MappingField) =>
    row.text(place) || (isPlaceList ? row.text(plain) : '');
  const city = own('placeCity', 'city') || town.city;
  const zip = own('placeZip', 'zip') || town.zip;
  const { name, line } = nameAndLine({ row, whole, together }, city, zip, always.city ?? '');
  const state = stateCode(own('placeState', 'state') || town.state || line.state || (always.state ?? ''));
  const cells = [name, line.line1, row.text('placeLine2'), city || line.city, state, zip || line.zip];
  const key = [name, line.line1, row.text('placeLine2'), city || line.city, readZip5(zip || line.zip)]
    .map(canonical)
    .join('|');
  const more = (['placeDirections', 'placeHours', 'placeLatitude', 'placeLongitude'] as const).map((field) =>
    row.text(field),
  );
  const id = ownId === '' ? `place-${slug(key)}` : ownId;
  return { key: ownId === '' ? key : `${ownId}|${key}`, id, state, cells: [id, ...cells, ...more] };
}

/** The columns of which a place's street may come. */
const addressFields: readonly MappingField[] = [
  'placeAddressWhole',
  'addressWhole',
  'streetWhole',
  'streetName',
];

/** False for what is left of the line above (`NATCHEZ MS 39120`, a total): a place without a street, in a list that has a column for it. */
export function hasOwnStreet(
  place: PlaceCells | 'none' | 'town',
  { columns }: TableMapping,
): place is PlaceCells {
  if (place === 'none' || place === 'town') return false;
  const [, name = '', line1 = ''] = place.cells;
  if (columns.placeNameAddressWhole !== undefined)
    return line1 !== '' || (readCityStateZip(name)?.zip ?? '') === '';
  if (!addressFields.some((field) => columns[field] !== undefined)) return true;
  return /\p{L}{2}/u.test(line1.replace(/(?:^|\s)[a-z]{2}\s+\d{5}(?:-\d{4})?$/i, ''));
}

function streetLine(row: OfficeRow): string {
  const parts = (
    [
      'houseNumber',
      'streetDirection',
      'streetWhole',
      'streetName',
      'streetSuffix',
      'addressDirection',
    ] as const
  ).map((field) => row.text(field));
  return row.text('addressWhole') || parts.filter((part) => part !== '').join(' ');
}

/** What cannot be cut is a name as it stands: half of it would be a guess. */
function nameAndLine(
  { row, whole, together }: { readonly row: OfficeRow; readonly whole: string; readonly together: string },
  city: string,
  zip: string,
  usualCity: string,
): { readonly name: string; readonly line: Line } {
  const cut = together === '' ? null : readNameAndAddress(together, city || usualCity);
  if (cut === null)
    return { name: together || row.text('placeName'), line: addressOf(whole, city, zip, usualCity) };
  const { name, ...line } = cut;
  const isWhole = line.city + line.state + line.zip === '';
  if (isWhole) return { name, line: addressOf(line.line1, city, zip, usualCity) };
  const isOther = line.zip !== '' && zip !== '' && readZip5(line.zip) !== readZip5(zip);
  if (!isOther) return { name, line: { ...line, city: line.city || usualCity } };
  const said = [line.city, line.state, line.zip].filter((part) => part !== '').join(' ');
  return { name, line: { line1: `${line.line1}, ${said}`, city: '', state: '', zip: '' } };
}

/** One line is cut only where no other column says town or ZIP. */
function addressOf(whole: string, city: string, zip: string, usualCity: string): Line {
  const plain = { line1: whole, city: '', state: '', zip: '' };
  const line = readOneLine(whole);
  const isCut = line.zip !== '' && (line.zip === zip || zip === '');
  if (!isCut) return { ...plain, city: city === '' ? usualCity : '' };
  if (line.city !== '' || city !== '')
    return { line1: line.line1, city: line.city, state: line.state, zip: line.zip };
  const end = ` ${usualCity}`.toUpperCase();
  const hasUsual = usualCity !== '' && line.line1.toUpperCase().endsWith(end);
  const line1 = hasUsual ? line.line1.slice(0, -end.length) : line.line1;
  return { line1, city: hasUsual ? usualCity : '', state: line.state, zip: line.zip };
}

function canonical(text: string): string {
  return canonicalWords(words(fold(text)))
    .map(({ word }) => word)
    .join(' ');
}

function slug(key: string): string {
  return key
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
