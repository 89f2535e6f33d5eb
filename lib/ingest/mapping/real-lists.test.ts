import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasSharedData, sharedData } from '@/tests/shared-data';
import { csvRecords } from '../csv';
import { proposeMapping } from './guess-mapping';
import { layoutOf } from './table-layout';

/** File -> kind, and field -> the office's own name of the column. */
const lists: readonly (readonly [path: string, kind: string, columns: Readonly<Record<string, string>>])[] = [
  [
    'street-lists/summit-co/allAddresses.csv',
    'ranges',
    {
      rangeStart: 'HS_NUM_FRM',
      rangeEnd: 'HS_NUM_TO',
      streetDirection: 'STDIR_CODE',
      streetName: 'STREET_NAME',
      streetSuffix: 'STYP_CODE',
      precinctId: 'PRECINCT',
      precinctSplit: 'SPLIT_CODE',
    },
  ],
  [
    'street-lists/watertown-ma/street_ranges.csv',
    'ranges',
    {
      rangeStart: 'start',
      rangeEnd: 'end',
      rangeText: 'type',
      side: 'side',
      streetWhole: 'street_key',
      precinctId: 'precinct',
    },
  ],
  [
    'street-lists/watertown-ma/precinct_polling_places.csv',
    'precinctPlaces',
    {
      precinctId: 'precinct',
      placeName: 'polling_place',
      placeHouseNumber: 'street_number',
      placeAddressWhole: 'street_name',
    },
  ],
  [
    'messy/vip-exercise/addresses.csv',
    'addresses',
    {
      addressWhole: 'Street',
      unit: 'Apt',
      city: 'City',
      state: 'State',
      zip: 'Zip',
      precinctId: 'Precinct ID',
    },
  ],
  [
    'messy/vip-exercise/precinct_polling_list.csv',
    'precinctPlaces',
    {
      precinctId: 'Precinct',
      placeAddressWhole: 'Street',
      placeCity: 'City',
      placeCityStateZipWhole: 'State/ZIP',
    },
  ],
  [
    'messy/florida/Esc20160607_PctPoll.txt',
    'precinctPlaces',
    {
      precinctId: 'PrecinctNumber',
      placeName: 'PollingLocation',
      placeAddressWhole: 'Address1',
      placeLine2: 'Address2',
      placeCity: 'City',
      placeZip: 'Zip',
    },
  ],
  [
    'polling-places/Mississippi_2018-11-06.csv',
    'precinctPlaces',
    {
      precinctId: 'precinct_id',
      precinctName: 'precinct_name',
      placeName: 'name',
      placeAddressWhole: 'address',
      placeState: 'state',
    },
  ],
  [
    'polling-places/North_Carolina_2018-11-06.csv',
    'precinctPlaces',
    {
      precinctName: 'precinct_name',
      placeId: 'polling_place_id',
      placeName: 'name',
      placeAddressWhole: 'address',
      placeState: 'state',
    },
  ],
];

const proposed = async (path: string) => {
  const bytes = new Uint8Array(readFileSync(sharedData(...path.split('/'))));
  const source = csvRecords({ name: basename(path), sizeBytes: bytes.length, bytes: () => [bytes] });
  return proposeMapping(source.name, await layoutOf(source), null);
};

describe.skipIf(!hasSharedData)('proposeMapping on lists that offices published', () => {
  it.each(lists)('%s', async (path, kind, columns) => {
    const { mapping } = await proposed(path);
    const names = Object.entries(mapping.columns).map(([field, column]) => [field, mapping.header?.[column]]);
    expect({ kind: mapping.kind, columns: Object.fromEntries(names) }).toEqual({ kind, columns });
  });

  it.each(['README.md', 'messy/uk-fixtures/small-files-nearly_empty.csv'])(
    'proposes nothing for %s',
    async (path) => {
      expect((await proposed(path)).mapping.kind).toBe('ignored');
    },
  );
});
