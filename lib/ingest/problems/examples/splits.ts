// Owns examples of parts of precincts that an office's streets name and its list of places does not. Data only.

import type { mappingCodes } from '../codes/mapping';
import type { ExamplesOf } from './example';
import { confirmed } from './own-list';
import { text } from './spoil';

const places = confirmed('precinctPlaces', [
  ['Pct', 'precinctId'],
  ['Votes at', 'placeName'],
  ['Place address', 'placeAddressWhole'],
]);
const placesHeader = 'Pct,Votes at,Place address';
const wardHeader = 'Street,Low,High,Side,ZIP,Ward,Pct';
const wardRows = ['Oak St,1,99,Odd,43999,1,2', 'Oak St,2,98,Even,43999,2,1'];
const partRows = ['Oak St,1,99,Odd,43999,1,A', 'Oak St,2,98,Even,43999,2,B'];
const wardPlaces = [
  '1,First School,"1 Elm St, Springvale, OH 43999"',
  '2,Town Hall,"2 Elm St, Springvale, OH 43999"',
];
const wardStreets = (ward: 'precinctId' | null, number: 'precinctSplit' | 'precinctId' | null) =>
  confirmed(
    'ranges',
    [
      ['Street', 'streetWhole'],
      ['Low', 'rangeStart'],
      ['High', 'rangeEnd'],
      ['Side', 'side'],
      ['ZIP', 'zip'],
      ['Ward', ward],
      ['Pct', number],
    ],
    { city: 'Springvale' },
  );

export const splitExamples = {
  'splits-not-in-places': {
    title: 'Wards were taken for precincts, and precincts for their parts',
    around: 'own',
    officeState: 'OH',
    files: [text('list.csv', placesHeader, ...wardPlaces), text('streets.csv', wardHeader, ...wardRows)],
    mappings: [places, wardStreets('precinctId', 'precinctSplit')],
    at: { file: 'streets.csv', row: 2 },
    mended: {
      said: 'The same files, after somebody has said at the desk that Pct is the precinct, and that Ward is not needed.',
      files: [text('list.csv', placesHeader, ...wardPlaces), text('streets.csv', wardHeader, ...wardRows)],
      mappings: [places, wardStreets(null, 'precinctId')],
      officeState: 'OH',
    },
  },
  'splits-left-out': {
    title: 'Parts of precincts are left out',
    around: 'own',
    officeState: 'OH',
    files: [text('list.csv', placesHeader, ...wardPlaces), text('streets.csv', wardHeader, ...partRows)],
    mappings: [places, wardStreets('precinctId', 'precinctSplit')],
    at: { file: 'streets.csv', row: 2 },
    mended: {
      said: 'The same files, after somebody has said at the desk that the column Pct is not needed.',
      files: [text('list.csv', placesHeader, ...wardPlaces), text('streets.csv', wardHeader, ...partRows)],
      mappings: [places, wardStreets('precinctId', null)],
      officeState: 'OH',
    },
  },
} as const satisfies ExamplesOf<Pick<typeof mappingCodes, 'splits-left-out' | 'splits-not-in-places'>>;
