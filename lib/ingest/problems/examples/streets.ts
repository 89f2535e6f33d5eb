// Owns examples of what is wrong with street segments. Data only.

import type { streetsCodes } from '../codes/streets';
import type { ExamplesOf } from './example';
import { soundFeed } from './sound-feed';
import { inFile, moreColumns, soundStreet, street, streetsOfThree, text, widened } from './spoil';

const precincts = soundFeed['precinct.txt'];
const segments = soundFeed['street_segment.txt'];
const wholeStreet = [
  segments[0].replace('odd_even_both', 'odd_even_both,includes_all_addresses'),
  'ss1,1,99,odd,,OAK,ST,Springvale,OH,43999,p1',
  'ss2,,,,yes,ELM,ST,Springvale,OH,43999,p2',
];
const everyStreet = 'ss3,,,,*,,,OH,43999,p1';

export const streetsExamples = {
  'number-missing': {
    title: 'A house number is missing',
    ...street('ss3,201,,odd,OAK,ST,Springvale,OH,43999,p1', soundStreet),
  },
  'number-unreadable': {
    title: 'A house number is not a whole number',
    ...inFile(
      'street_segment.txt',
      4,
      [...segments, 'ss3,201B,201B,odd,OAK,ST,Springvale,OH,43999,p1'],
      [
        ...widened('street_segment.txt', ['house_number_suffix', '', '']),
        'ss3,201,201,odd,OAK,ST,Springvale,OH,43999,p1,B',
      ],
    ),
    times: 2,
  },
  'number-zero': {
    title: 'The range runs from 0 to 0',
    ...street('ss3,0,0,both,ELM,ST,Springvale,OH,43999,p1', 'ss3,1,60,both,ELM,ST,Springvale,OH,43999,p1'),
  },
  'range-from-zero': {
    title: 'The range begins at 0',
    ...street('ss3,0,98,even,ELM,ST,Springvale,OH,43999,p1', 'ss3,2,98,even,ELM,ST,Springvale,OH,43999,p1'),
  },
  'range-reversed': {
    title: 'The range starts after it ends',
    ...street('ss3,299,201,odd,OAK,ST,Springvale,OH,43999,p1', soundStreet),
  },
  'parity-unreadable': {
    title: 'The side of the street cannot be read',
    ...street('ss3,201,299,left,OAK,ST,Springvale,OH,43999,p1', soundStreet),
  },
  'parity-contradicted': {
    title: 'Side and numbers contradict each other',
    ...street('ss3,202,298,odd,OAK,ST,Springvale,OH,43999,p1', soundStreet),
  },
  'street-missing': {
    title: 'The row names no street',
    ...street('ss3,201,299,odd,,ST,Springvale,OH,43999,p1', soundStreet),
  },
  'zip-unreadable': {
    title: 'The ZIP cannot be read',
    ...street('ss3,201,299,odd,OAK,ST,Springvale,OH,4399,p1', soundStreet),
  },
  'city-missing': {
    title: 'Rows name no city',
    ...street('ss3,201,299,odd,OAK,ST,,OH,43999,p1', soundStreet),
  },
  'every-street-uncertain': {
    title: 'A row for every street beside rows that were set aside',
    ...inFile(
      'street_segment.txt',
      4,
      [...segments, everyStreet, 'ss4,201,299,odd,,ST,Springvale,OH,43999,p2'],
      [...segments, everyStreet, 'ss4,201,299,odd,ELM,ST,Springvale,OH,43999,p2'],
    ),
    also: ['street-missing'],
  },
  'street-uncertain': {
    title: 'A row for a whole street beside a row whose numbers cannot be read',
    ...inFile(
      'street_segment.txt',
      3,
      [...wholeStreet, 'ss3,2-Jan,9,both,,ELM,ST,Springvale,OH,43999,p1'],
      [...wholeStreet, 'ss3,1,9,both,,ASH,ST,Springvale,OH,43999,p1'],
    ),
    also: ['number-became-date', 'precinct-without-streets'],
  },
  'numbers-withheld': {
    title: 'Numbers that a row which was set aside holds, too',
    ...inFile(
      'street_segment.txt',
      2,
      [...segments, 'ss3,51,59,odd,OAK,ST,Springvale,OH,43999,p9'],
      [...segments, soundStreet],
    ),
    also: ['precinct-dangling'],
  },
  'range-yields': {
    title: 'A single number inside a range',
    said: 'The office has declared that a single number beats a range.',
    singleNumberBeatsRange: true,
    ...inFile(
      'street_segment.txt',
      2,
      [...segments, 'ss3,51,51,odd,OAK,ST,Springvale,OH,43999,p2'],
      [...segments, 'ss3,101,101,odd,OAK,ST,Springvale,OH,43999,p2'],
    ),
  },
  'segment-state-other': {
    title: 'The street lies in another state',
    ...street('ss3,201,299,odd,OAK,ST,Springvale,PA,43999,p1', soundStreet),
  },
  'segment-state-missing': {
    title: 'Rows name no state',
    ...street('ss3,201,299,odd,OAK,ST,Springvale,,43999,p1', soundStreet),
  },
  'unit-unreadable': {
    title: 'Unit numbers that make no range',
    ...moreColumns(
      'street_segment.txt',
      2,
      ['start_apartment_number,end_apartment_number', '5,', ','],
      ['start_apartment_number,end_apartment_number', '5,8', ','],
    ),
    also: ['precinct-without-streets'],
  },
  'segment-id-repeated': {
    title: 'Two rows of streets have the same id',
    ...street('ss1,201,299,odd,OAK,ST,Springvale,OH,43999,p1', soundStreet),
  },
  'overlap-conflict': {
    title: 'Two rows claim the same numbers for different places',
    ...street(
      'ss3,99,199,odd,Oak,Street,SPRINGVALE,OH,43999,p2',
      'ss3,101,199,odd,Oak,Street,SPRINGVALE,OH,43999,p2',
    ),
    times: 2,
  },
  'overlap-same-place': {
    title: 'Two rows claim the same numbers',
    ...street(
      'ss3,99,199,odd,Oak,Street,SPRINGVALE,OH,43999,p1',
      'ss3,101,199,odd,Oak,Street,SPRINGVALE,OH,43999,p1',
    ),
    times: 2,
  },
  'precinct-without-streets': {
    title: 'No address leads to a precinct',
    files: [text('precinct.txt', ...precincts, 'p3,West,loc1,pl1')],
    at: { file: 'precinct.txt', row: 4 },
    mended: { files: [text('precinct.txt', ...precincts, 'p3,West,loc1,pl1'), streetsOfThree] },
  },
} as const satisfies ExamplesOf<typeof streetsCodes>;
