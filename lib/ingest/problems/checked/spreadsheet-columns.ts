// Owns what is checked of what spreadsheets do to columns and rows: cells cut off, moved, or computed wrongly. Data only.

import { soundFeed } from '../examples/sound-feed';
import { moreColumns, oneMore, soundStreet, street, text } from '../examples/spoil';
import type { CheckedItem } from './checked-item';
import { own, wholeList } from './own-lists';

const precincts = soundFeed['precinct.txt'];
/** `count` precincts of places of their own, a column of them moved by one row from row `from` on: up, or down. */
const shifted = (column: 'Pct' | 'Votes at', from: number, by: 'up' | 'down', count = 12) => {
  const rows = Array.from({ length: count }, (_, at) => ({
    Pct: String(at + 1).padStart(2, '0'),
    'Votes at': `Hall ${at + 1}`,
    Address: `${at + 1} Elm St`,
  }));
  return rows.map((row, at) => {
    if (at < from) return row;
    const other = by === 'up' ? rows[at + 1] : at === from ? undefined : rows[at - 1];
    return { ...row, [column]: other?.[column] ?? '' };
  });
};

export const spreadsheetColumnItems: readonly CheckedItem[] = [
  {
    item: 'Cells cut off at 40 or 255 characters',
    codes: ['cells-cut-off'],
    ways: [
      {
        way: 'one of 255',
        ...moreColumns(
          'polling_location.txt',
          2,
          ['directions', 'Go in by the side door. '.repeat(11).slice(0, 255), ''],
          ['', '', ''],
        ),
        found: [
          'warning cells-cut-off polling_location.txt:2 directions «Go in by the side door. Go in by the side door. Go in by the side door. Go in by the side door. Go in by the side door. Go in by the side door. Go in by the side door. Go in by the side door. Go in by…»',
        ],
      },
      {
        way: 'three names of 40',
        files: [
          text(
            'polling_location.txt',
            soundFeed['polling_location.txt'][0],
            ...['pl1', 'pl2', 'pl3'].map(
              (id, at) => `${id},${'ABC'[at]?.repeat(40)},${at + 1} Oak St,Springvale,OH,43999`,
            ),
          ),
          text('precinct.txt', ...precincts, 'p3,West,loc1,pl3'),
        ],
        beside: [
          text('street_segment.txt', ...soundFeed['street_segment.txt'], soundStreet.replace(',p1', ',p3')),
        ],
        found: [
          'warning cells-cut-off polling_location.txt:2 name «AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA»',
        ],
      },
      {
        way: 'three streets of 40',
        files: [
          text(
            'street_segment.txt',
            ...soundFeed['street_segment.txt'],
            ...'ABC'
              .split('')
              .map((letter, at) => `ss${at + 3},1,99,odd,${letter.repeat(40)},ST,Springvale,OH,43999,p1`),
          ),
        ],
        found: [
          'warning cells-cut-off street_segment.txt:4 street_name «AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA»',
        ],
      },
      own(
        'ranges',
        'ABC'.split('').map((letter, at) => ({
          Low: `${at + 4}01`,
          High: `${at + 4}99`,
          Pct: `0${at + 4}`,
          'Votes at': letter.repeat(40),
          Lat: '',
          Long: '',
        })),
        ['warning cells-cut-off list.csv:5 Votes at «AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA»'],
      ),
      own(
        'precinctPlaces',
        [{ 'Votes at': 'A'.repeat(40) }, { Pct: '05', 'Votes at': 'B'.repeat(41), Address: '5 Elm St' }],
        [],
        'a longer one shows that nothing cuts at 40',
      ),
    ],
  },
  {
    item: 'A column whose cells stand one row beside their own',
    happens:
      'Where it is certain nothing can be published. A column that only ends one row early is a warning.',
    codes: ['column-shifted', 'column-ends-early'],
    ways: [
      {
        way: 'the places of precincts, pushed down',
        files: [
          text(
            'precinct.txt',
            precincts[0],
            'p1,North,loc1,pl1',
            'p2,South,loc1,',
            'p3,West,loc1,pl2',
            ',,,pl1',
          ),
          text('street_segment.txt', ...soundFeed['street_segment.txt'], soundStreet.replace(',p1', ',p3')),
        ],
        forms: ['zip', 'workbook', 'tabs in UTF-16BE', 'XML 6.0'],
        found: ['fatal column-shifted precinct.txt:3 polling_location_ids «-»'],
      },
      {
        way: 'the precincts of streets, pushed down in a list of the office',
        around: 'own',
        ...wholeList('ranges', [
          { Low: '1', High: '99' },
          { Low: '101', High: '199', Pct: '' },
          { Low: '201', High: '299' },
          ',,,,,,,01,,,,,',
        ]),
        found: [
          'error precinct-missing list.csv:3 Pct «»',
          'error street-missing list.csv:5 Street «»',
          'error zip-unreadable list.csv:5 ZIP «»',
          'fatal column-shifted list.csv:3 Pct «-»',
        ],
        forms: [],
      },
      {
        way: 'the places of a list of precincts, pushed down',
        around: 'own',
        ...wholeList('precinctPlaces', [...shifted('Votes at', 4, 'down'), ',Hall 12,,,,,,,']),
        found: ['error precinct-missing list.csv:14 Pct «»', 'fatal column-shifted list.csv:6 Votes at «-»'],
      },
      {
        way: 'the places of a list of precincts, moved up',
        around: 'own',
        ...wholeList('precinctPlaces', shifted('Votes at', 4, 'up')),
        found: [
          'warning column-ends-early list.csv:13 Votes at «-»',
          'warning place-name-missing list.csv:13 Votes at «»',
        ],
      },
      {
        way: 'the precincts of that list, moved up',
        around: 'own',
        ...wholeList('precinctPlaces', shifted('Pct', 4, 'up')),
        found: [
          'error precinct-missing list.csv:13 Pct «»',
          'warning column-ends-early list.csv:13 Pct «-»',
          'conflict precinct-several-places list.csv:13 Votes at «-»',
        ],
      },
      {
        way: 'a note in the last line is no cell that was pushed out',
        around: 'own',
        ...wholeList('ranges', [
          { Low: '1', High: '99' },
          { Street: '', Low: '101', High: '199' },
          { Low: '201', High: '299' },
          { Low: '301', High: '399' },
          'Updated by the clerk,,,,,,,,,,,,',
        ]),
        found: [
          'error precinct-missing list.csv:6 Pct «»',
          'error street-missing list.csv:3 Street «»',
          'error zip-unreadable list.csv:6 ZIP «»',
        ],
      },
      {
        way: 'a list in which nothing has moved',
        around: 'own',
        ...wholeList('precinctPlaces', shifted('Pct', 99, 'up')),
        found: [],
      },
    ],
  },
  {
    item: 'Cells of a row one column beside their own',
    codes: ['cells-shifted'],
    ways: [
      {
        way: 'in a feed',
        ...street('ss3,201,299,odd,,OAK,ST,Springvale,OH,43999', soundStreet),
        found: [
          'error cells-shifted street_segment.txt:4 state «Springvale»',
          'error precinct-dangling street_segment.txt:4 precinct_id «43999»',
          'error street-missing street_segment.txt:4 street_name «»',
          'error zip-unreadable street_segment.txt:4 zip «OH»',
        ],
      },
    ],
  },
  {
    item: 'The error of a formula instead of a value (#REF!)',
    happens: 'What decides where somebody votes: the row is set aside. Words: read as blank.',
    codes: ['formula-error', 'formula-error-in-text'],
    ways: [
      {
        way: 'in a street',
        ...street(soundStreet.replace('OAK', '#REF!'), soundStreet),
        found: ['error formula-error street_segment.txt:4 street_name «#REF!»'],
      },
      {
        way: 'in a link',
        ...oneMore('precinct.txt', 'p3,West,loc1,#N/A', ''),
        forms: ['zip', 'workbook', 'tabs in UTF-16BE', 'XML 6.0'],
        found: ['error formula-error precinct.txt:4 polling_location_ids «#N/A»'],
      },
      {
        way: 'in directions',
        ...moreColumns('polling_location.txt', 2, ['directions', '#N/A', ''], ['', '', '']),
        found: ['warning formula-error-in-text polling_location.txt:2 directions «#N/A»'],
      },
      own('ranges', [{ Street: '#REF!' }], ['error formula-error list.csv:5 Street «#REF!»']),
      own(
        'precinctPlaces',
        [{ Pct: '#N/A' }],
        [
          'error formula-error list.csv:5 Pct «#N/A»',
          'error link-unreadable list.csv:5 - «03»',
          'warning unreferenced list.csv:5 Votes at «-»',
        ],
      ),
    ],
  },
];
