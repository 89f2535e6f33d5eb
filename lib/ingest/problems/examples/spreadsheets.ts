// Owns examples of what spreadsheet programs do to cells on the way. Data only.

import type { spreadsheetsCodes } from '../codes/spreadsheets';
import type { ExamplesOf } from './example';
import { soundFeed } from './sound-feed';
import { inFile, moreColumns, oneRow, soundStreet, street, text } from './spoil';

const [header] = soundFeed['street_segment.txt'];

const manyStreets = [
  ...soundFeed['street_segment.txt'],
  ...[2, 4, 6, 8, 10, 12, 14].map((at) => `ss${at + 1},${at}01,${at}99,odd,OAK,ST,Springvale,OH,43999,p1`),
];
const lastStreet = (city: string) => `ss17,1601,1699,odd,OAK,ST,${city},OH,43999,p1`;
/** The last six of them, the ZIP of the first dragged over the others. */
const draggedZips = manyStreets.slice(4).map((line, at) => line.replace('43999', String(43999 + at)));

export const spreadsheetsExamples = {
  'number-became-date': {
    title: 'A house number became a date',
    ...street('ss3,2-Jan,299,odd,OAK,ST,Springvale,OH,43999,p1', soundStreet),
  },
  'number-formatted': {
    title: 'A house number with comma, point or exponent',
    ...street(
      'ss3,"1,201",1299,odd,OAK,ST,Springvale,OH,43999,p1',
      'ss3,1201,1299,odd,OAK,ST,Springvale,OH,43999,p1',
    ),
  },
  'text-became-date': {
    title: 'A name became a date',
    ...oneRow('precinct.txt', 2, 'p1,2-Jan,loc1,pl1'),
    mended: {
      files: [
        text('precinct.txt', soundFeed['precinct.txt'][0], 'p1,1-2,loc1,pl1', soundFeed['precinct.txt'][2]),
      ],
    },
  },
  'formula-error': {
    title: 'The error of a formula instead of a value',
    ...street('ss3,201,299,odd,#REF!,ST,Springvale,OH,43999,p1', soundStreet),
  },
  'formula-error-in-text': {
    title: 'The error of a formula instead of words',
    ...moreColumns(
      'polling_location.txt',
      2,
      ['directions', '#N/A', ''],
      ['directions', 'By the gym door', ''],
    ),
  },
  'cells-shifted': {
    title: 'The cells of a row stand one column beside',
    ...street('ss3,201,299,odd,,OAK,ST,Springvale,OH,43999', soundStreet),
    also: ['precinct-dangling', 'street-missing', 'zip-unreadable'],
  },
  'column-shifted': {
    title: 'The cells of a column stand one row beside',
    ...inFile(
      'street_segment.txt',
      3,
      [
        header,
        'ss1,1,99,odd,OAK,ST,Springvale,OH,43999,p1',
        'ss2,2,98,even,OAK,ST,Springvale,OH,43999,',
        'ss3,1,99,odd,ELM,ST,Springvale,OH,43999,p2',
        'ss4,2,98,even,ELM,ST,Springvale,OH,43999,p1',
        ',,,,,,,,,p2',
      ],
      [
        header,
        'ss1,1,99,odd,OAK,ST,Springvale,OH,43999,p1',
        'ss2,2,98,even,OAK,ST,Springvale,OH,43999,p2',
        'ss3,1,99,odd,ELM,ST,Springvale,OH,43999,p1',
        'ss4,2,98,even,ELM,ST,Springvale,OH,43999,p2',
      ],
    ),
    also: [
      'precinct-missing',
      'id-missing',
      'street-missing',
      'number-missing',
      'parity-unreadable',
      'zip-unreadable',
    ],
  },
  'counted-on': {
    title: 'A spreadsheet has counted on instead of copying',
    ...inFile('street_segment.txt', 5, [...manyStreets.slice(0, 4), ...draggedZips], manyStreets),
    times: 6,
  },
  'column-ends-early': {
    title: 'The only blank of a column is in its last row',
    ...inFile(
      'street_segment.txt',
      11,
      [...manyStreets, lastStreet('')],
      [...manyStreets, lastStreet('Springvale')],
    ),
    also: ['city-missing'],
  },
} as const satisfies ExamplesOf<typeof spreadsheetsCodes>;
