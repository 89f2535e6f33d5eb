// Owns examples of what is wrong with the form of a file's rows: header, quotation marks, letters, cells. Data only.

import type { readingCodes } from '../codes/reading';
import type { ExamplesOf } from './example';
import { filesExamples } from './files';
import { soundFeed } from './sound-feed';
import { inFile, moreColumns, oneRow, soundStreet, street, text } from './spoil';

const precincts = soundFeed['precinct.txt'];
const segments = soundFeed['street_segment.txt'];

const directions = 'Go in by the side door on Oak Street and follow the yellow signs to the gym. ';

export const readingExamples = {
  ...filesExamples,
  'column-missing': {
    title: 'A column is missing',
    ...inFile('precinct.txt', 1, ['name,locality_id', 'North,loc1', 'South,loc1'], precincts),
  },
  'header-duplicate': {
    title: 'Two columns have the same name',
    ...inFile(
      'precinct.txt',
      1,
      [`${precincts[0]},Name`, `${precincts[1]},Northern`, `${precincts[2]},Southern`],
      precincts,
    ),
  },
  'header-blank': {
    title: 'A column has no name',
    ...moreColumns('precinct.txt', 1, ['', '1', '2'], ['number', '1', '2']),
  },
  'quote-unterminated': {
    title: 'A quotation mark that never closes',
    ...oneRow('precinct.txt', 2, 'p1,"North,loc1,pl1'),
  },
  'quote-malformed': {
    title: 'A quoted cell goes on after its end',
    ...street(
      'ss3,201,299,odd,"OAK" GROVE",ST,Springvale,OH,43999,p1',
      'ss3,201,299,odd,"OAK ""GROVE""",ST,Springvale,OH,43999,p1',
    ),
  },
  'cell-too-long': {
    title: 'A cell is far too long',
    ...oneRow('precinct.txt', 2, `p1,${'North '.repeat(2000)},loc1,pl1`),
  },
  'bytes-undecodable': {
    title: 'A letter that cannot be read',
    ...street(
      'ss3,201,299,odd,CA\x81ON,ST,Springvale,OH,43999,p1',
      'ss3,201,299,odd,CAÑON,ST,Springvale,OH,43999,p1',
    ),
    files: [
      {
        kind: 'text',
        name: 'street_segment.txt',
        lines: [...segments, 'ss3,201,299,odd,CA\x81ON,ST,Springvale,OH,43999,p1'],
        encoding: 'windows-1252',
      },
    ],
  },
  mojibake: {
    title: 'Letters were read in the wrong encoding',
    ...oneRow('polling_location.txt', 2, 'pl1,First CafÃ©,1 Oak St,Springvale,OH,43999'),
    mended: {
      files: [
        text(
          'polling_location.txt',
          soundFeed['polling_location.txt'][0],
          'pl1,First Café,1 Oak St,Springvale,OH,43999',
          soundFeed['polling_location.txt'][2],
        ),
      ],
    },
  },
  'row-too-few-cells': {
    title: 'A row has too few cells',
    ...street('ss3,201,299,odd,OAK,ST,OH,43999,p1', soundStreet),
  },
  'row-too-many-cells': {
    title: 'A row has too many cells',
    ...street(
      'ss3,201,299,odd,OAK,ST,Springvale, East Side,OH,43999,p1',
      'ss3,201,299,odd,OAK,ST,"Springvale, East Side",OH,43999,p1',
    ),
  },
  'more-not-listed': {
    title: 'More of the same, which is counted and not listed',
    ...inFile('street_segment.txt', null, [...segments, { line: 'ss3,201,299', times: 20_001 }], segments),
    also: ['row-too-few-cells'],
  },
  'nothing-left': {
    title: 'Not one row can be used',
    ...inFile(
      'street_segment.txt',
      null,
      [segments[0], segments[1].replace('odd', 'left'), segments[2].replace('even', 'right')],
      segments,
    ),
    also: ['parity-unreadable', 'precinct-without-streets'],
  },
  'cells-cut-off': {
    title: 'Cells are cut off at the same length',
    ...moreColumns(
      'polling_location.txt',
      2,
      ['directions', directions.repeat(4).slice(0, 255), ''],
      ['directions', directions.trim(), ''],
    ),
  },
} as const satisfies ExamplesOf<typeof readingCodes>;
