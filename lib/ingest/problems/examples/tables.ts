// Owns examples of ids and yes/no cells that are wrong, in any table. Data only.

import type { tablesCodes } from '../codes/tables';
import type { ExamplesOf } from './example';
import { soundFeed } from './sound-feed';
import { inFile, moreColumns, soundStreet, street, streetsOfThree } from './spoil';

const precincts = soundFeed['precinct.txt'];
const places = soundFeed['polling_location.txt'];

export const tablesExamples = {
  'id-missing': {
    title: 'The row has no id',
    ...street(',201,299,odd,OAK,ST,Springvale,OH,43999,p1', soundStreet),
  },
  'id-damaged': {
    title: 'A spreadsheet has rounded the id',
    ...street(
      '1.23E+10,201,299,odd,OAK,ST,Springvale,OH,43999,p1',
      '12300000451,201,299,odd,OAK,ST,Springvale,OH,43999,p1',
    ),
  },
  'id-duplicate': {
    title: 'Rows with the same id say different things',
    ...inFile(
      'precinct.txt',
      4,
      [...precincts, 'p3,West,loc1,pl1', 'p3,East,loc1,pl2'],
      [...precincts, 'p3,West,loc1,pl1'],
    ),
    times: 2,
    beside: [streetsOfThree],
  },
  'id-repeated': {
    title: 'The same row stands twice',
    ...inFile('precinct.txt', 4, [...precincts, 'p2,South,loc1,pl2'], precincts),
  },
  'flag-unreadable': {
    title: 'The cell is neither yes nor no',
    ...moreColumns('precinct.txt', 2, ['is_mail_only', 'maybe', 'no'], ['is_mail_only', 'no', 'no']),
  },
  unreferenced: {
    title: 'Rows that nothing leads to',
    ...inFile(
      'polling_location.txt',
      4,
      [...places, 'pl3,Third School,3 Ash St,Springvale,OH,43999'],
      places,
    ),
  },
} as const satisfies ExamplesOf<typeof tablesCodes>;
