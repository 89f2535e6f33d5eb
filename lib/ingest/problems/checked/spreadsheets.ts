// Owns what is checked of what spreadsheets do to single cells. Data only.

import { moreColumns, oneRow, soundStreet, street } from '../examples/spoil';
import type { CheckedItem } from './checked-item';
import { own } from './own-lists';

export const spreadsheetItems: readonly CheckedItem[] = [
  {
    item: 'A house number that became a date (2-Jan for 1-2)',
    codes: ['number-became-date'],
    ways: [
      {
        way: 'as the first number',
        ...street('ss3,2-Jan,299,odd,OAK,ST,Springvale,OH,43999,p1', soundStreet),
        found: ['error number-became-date street_segment.txt:4 start_house_number «2-Jan»'],
      },
      {
        way: 'as the last number, with its year',
        ...street('ss3,201,1/2/2026,odd,OAK,ST,Springvale,OH,43999,p1', soundStreet),
        found: ['error number-became-date street_segment.txt:4 end_house_number «1/2/2026»'],
      },
      {
        way: 'as a unit',
        ...moreColumns(
          'street_segment.txt',
          2,
          ['start_apartment_number,end_apartment_number', '2-Jan,2-Jan', ','],
          ['', '', ''],
        ),
        found: [
          'error number-became-date street_segment.txt:2 start_apartment_number «2-Jan»',
          'warning precinct-without-streets precinct.txt:2 id «p1»',
        ],
      },
      own('ranges', [{ Low: 'Jan-02' }], ['error number-became-date list.csv:5 Low «Jan-02»']),
      own(
        'addresses',
        [{ Address: '2-Jan Oak St' }],
        ['error address-not-cut list.csv:5 Address «2-Jan Oak St»'],
      ),
    ],
  },
  {
    item: 'The name or number of a precinct that became a date',
    codes: ['text-became-date'],
    ways: [
      {
        way: 'as its name',
        ...oneRow('precinct.txt', 2, 'p1,2-Jan,loc1,pl1'),
        found: ['warning text-became-date precinct.txt:2 name «2-Jan»'],
      },
      own('precinctPlaces', [{ Pct: '4-Jan' }], ['warning text-became-date list.csv:5 Pct «4-Jan»']),
      own('ranges', [{ Pct: '2-Jan' }], ['warning text-became-date list.csv:5 Pct «2-Jan»']),
      {
        way: 'a name that only looks like one',
        ...oneRow('precinct.txt', 2, 'p1,Jan-Mar Rd,loc1,pl1'),
        found: [],
      },
    ],
  },
  {
    item: 'A long id that was rounded (1.23E+10)',
    codes: ['id-damaged'],
    ways: [
      {
        way: 'of a street',
        ...street('1.23E+10,201,299,odd,OAK,ST,Springvale,OH,43999,p1', soundStreet),
        found: ['error id-damaged street_segment.txt:4 id «1.23E+10»'],
      },
      {
        way: 'of a precinct',
        ...oneRow('precinct.txt', 2, '1.23E+10,North,loc1,pl1'),
        forms: ['zip', 'workbook', 'tabs in UTF-16BE', 'XML 6.0'],
        found: [
          'error id-damaged precinct.txt:2 id «1.23E+10»',
          'error precinct-dangling street_segment.txt:2 precinct_id «p1»',
        ],
      },
      {
        way: 'of a place',
        ...oneRow('polling_location.txt', 2, '1.23E+10,First School,1 Oak St,Springvale,OH,43999'),
        found: [
          'error id-damaged polling_location.txt:2 id «1.23E+10»',
          'error place-dangling precinct.txt:2 polling_location_ids «pl1»',
        ],
      },
      own(
        'precinctPlaces',
        [{ Pct: '1.23E+10' }],
        ['error id-damaged list.csv:5 Pct «1.23E+10»', 'error precinct-dangling list.csv:5 Pct «1.23E+10»'],
      ),
    ],
  },
  {
    item: 'A house number with comma, point or exponent (1,234 or 101.0)',
    codes: ['number-formatted'],
    ways: [
      {
        way: 'in a feed',
        ...street('ss3,"1,201",1299,odd,OAK,ST,Springvale,OH,43999,p1', soundStreet),
        found: ['error number-formatted street_segment.txt:4 start_house_number «1,201»'],
      },
      own('ranges', [{ High: '299.0' }], ['error number-formatted list.csv:5 High «299.0»']),
    ],
  },
  {
    item: 'A ZIP that lost its leading zero, and one with .0 behind it',
    happens: 'A street: the row is set aside. A polling place: shown as it stands, with a warning.',
    codes: ['zip-unreadable', 'place-zip-unreadable'],
    ways: [
      {
        way: 'four digits',
        ...street(soundStreet.replace('43999', '4399'), soundStreet),
        found: ['error zip-unreadable street_segment.txt:4 zip «4399»'],
      },
      {
        way: 'as a number with a point',
        ...street(soundStreet.replace('43999', '43999.0'), soundStreet),
        found: ['error zip-unreadable street_segment.txt:4 zip «43999.0»'],
      },
      {
        way: 'of a place',
        ...oneRow('polling_location.txt', 2, 'pl1,First School,1 Oak St,Springvale,OH,43999.0'),
        found: ['warning place-zip-unreadable polling_location.txt:2 structured_zip «43999.0»'],
      },
      own('ranges', [{ ZIP: '43999.0' }], ['error zip-unreadable list.csv:5 ZIP «43999.0»']),
      own('precinctPlaces', [{ Zip: '4399' }], ['warning place-zip-unreadable list.csv:5 Zip «4399»']),
      {
        way: 'ZIP+4 is sound',
        ...street(soundStreet.replace('43999', '43999-1234'), soundStreet),
        found: [],
      },
      {
        way: 'ZIP+4 without its hyphen, too',
        ...street(soundStreet.replace('43999', '439991234'), soundStreet),
        found: [],
      },
      own('ranges', [{ ZIP: '43999-1234' }], [], 'ZIP+4 in a list of the office'),
    ],
  },
];
