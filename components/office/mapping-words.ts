// Owns what kinds of tables and the meanings of columns are called on the desk, in a clerk's words.

import type { Confidence, MappingField, TableKind } from '@/lib/ingest/mapping/table-mapping';

export const kindWords: Readonly<Record<TableKind, string>> = {
  ranges: 'Each row is a stretch of a street',
  addresses: 'Each row is one address',
  precinctPlaces: 'Each row is a precinct and its polling place',
  ignored: 'Not for voters: leave it out',
};

export const fieldWords: Readonly<Record<MappingField, string>> = {
  addressWhole: 'Whole address (12 E Oak St Apt 4)',
  houseNumber: 'House number',
  houseSuffix: 'Behind the house number (1/2, A)',
  rangeStart: 'First house number',
  rangeEnd: 'Last house number',
  rangeText: 'House numbers (101-199 odd)',
  side: 'Odd, even or both',
  streetWhole: 'Street (E Oak St)',
  streetDirection: 'Direction before the street (E)',
  streetPreType: 'Kind of street before the name (County Road)',
  streetPreMod: 'Word before the street name (Old)',
  streetPostMod: 'Word after the kind of street (Ext)',
  streetName: 'Street name alone (Oak)',
  streetSuffix: 'Kind of street (St)',
  addressDirection: 'Direction after the street (NW)',
  unit: 'Apartment or unit',
  city: 'Town',
  state: 'State',
  zip: 'ZIP',
  cityStateZipWhole: 'Town, state and ZIP together',
  precinctId: 'Precinct number or code',
  precinctName: 'Precinct name',
  precinctSplit: 'Part of a precinct (split)',
  precinctMailOnly: 'Votes by mail only (yes or no)',
  placeId: 'Polling place number or code',
  placeName: 'Polling place name',
  placeNameAddressWhole: 'Polling place name and address together',
  placeHouseNumber: 'House number of the polling place',
  placeAddressWhole: 'Polling place address',
  placeLine2: 'Polling place address, second line',
  placeCity: 'Polling place town',
  placeState: 'Polling place state',
  placeZip: 'Polling place ZIP',
  placeCityStateZipWhole: 'Polling place town, state and ZIP together',
  placeDirections: 'How to find the polling place',
  placeHours: 'Hours of the polling place',
  placeLatitude: 'Latitude of the polling place',
  placeLongitude: 'Longitude of the polling place',
};

/** The fields of a list to choose from, in groups. */
export const fieldGroups: readonly { readonly label: string; readonly fields: readonly MappingField[] }[] = [
  { label: 'Voter’s address', fields: startingWith((field) => !/^(?:place|precinct)/.test(field)) },
  { label: 'Precinct', fields: startingWith((field) => field.startsWith('precinct')) },
  { label: 'Polling place', fields: startingWith((field) => field.startsWith('place')) },
];

function startingWith(test: (field: string) => boolean): readonly MappingField[] {
  return (Object.keys(fieldWords) as MappingField[]).filter(test);
}

export const NOT_NEEDED = 'Not needed';

export const confidenceWords: Readonly<Record<Confidence | 'chosen', string>> = {
  sure: 'Name and content fit',
  likely: 'We think so',
  unsure: 'We are not sure: please look',
  chosen: 'Chosen by you',
};

export const alwaysWords = {
  city: 'Town in every row',
  state: 'State in every row',
  zip: 'ZIP in every row',
} as const;

/** `House number`, or `column 3` where it has no name. */
export function columnName(header: readonly string[] | null, column: number): string {
  return header?.[column] || `Column ${column + 1}`;
}
