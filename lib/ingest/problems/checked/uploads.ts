// Owns what can be uploaded: the same small list in every form that an office may have it in. Data only.

import { confirmed, ownList, ownMapping } from '../examples/own-list';
import { soundFeed } from '../examples/sound-feed';
import { text, widened } from '../examples/spoil';
import { problemExamples } from '../problem-examples';
import { type CheckedItem, feedForms, type Way } from './checked-item';
import { ownUpload } from './own-lists';

const everyTable = Object.keys(soundFeed) as (keyof typeof soundFeed)[];
/** Directions with a line break inside quotation marks, and letters that are no ASCII. */
const directions = text(
  'polling_location.txt',
  ...widened('polling_location.txt', ['directions', '"Side door,\nby the gym of Peña"', '']),
);
/** The three tables of the smallest office; docs/columns.md shows them. */
export const smallOffice: Readonly<Record<string, readonly string[]>> = {
  'polling_location.csv': [
    'id,name,structured_line_1,structured_city,structured_state,structured_zip',
    'school,First School,1 Oak St,Springvale,OH,43999',
  ],
  'precinct.csv': ['id,name,polling_location_ids', '01,North,school'],
  'street_segment.csv': [
    'start_house_number,end_house_number,odd_even_both,street_name,street_suffix,city,state,zip,precinct_id',
    '1,99,odd,OAK,ST,Springvale,OH,43999,01',
    '2,98,even,OAK,ST,Springvale,OH,43999,01',
  ],
};
const noHeader = { ...ownMapping, header: null };
const alone = (way: string, upload: Omit<Way, 'way' | 'found'>): Way => ({
  way,
  around: 'own',
  officeState: 'OH',
  found: [],
  gives: [3, 2, 2],
  forms: [],
  ...upload,
});
/** The list with another separator. */
const parted = (by: string) =>
  ownList.map((line) =>
    line
      .split('"')
      .map((part, at) => (at % 2 === 0 ? part.replaceAll(',', by) : `"${part}"`))
      .join(''),
  );

const oldFeed: Way = {
  way: 'VIP 3.0, with its own columns and a table of links',
  without: everyTable,
  files: [
    text('source.csv', 'id,vip_id,name,datetime', '1,39,Made-up County,2026-10-01'),
    text('state.csv', 'id,name', '39,Ohio'),
    text('election.csv', 'id,date,election_type,state_id,polling_hours', '1,2026-11-03,General,39,7am-8pm'),
    text('election_administration.csv', 'id,name,phone', '1,Made-up County Clerk,555-0100'),
    text('locality.csv', 'id,name,type,state_id,election_administration_id', '1,Made-up,county,39,1'),
    text('precinct.csv', 'id,name,number,locality_id', '1,North,01,1', '2,South,02,1'),
    text(
      'polling_location.csv',
      'id,address_location_name,address_line1,address_city,address_state,address_zip',
      '1,First School,1 Oak St,Springvale,OH,43999',
      '2,Second School,2 Elm St,Springvale,OH,43999',
    ),
    text('precinct_polling_location.csv', 'precinct_id,polling_location_id', '1,1', '2,2'),
    text(
      'street_segment.csv',
      'id,start_house_number,end_house_number,odd_even_both,non_house_address_street_direction,non_house_address_street_name,non_house_address_street_suffix,non_house_address_city,non_house_address_state,non_house_address_zip,precinct_id',
      '1,1,99,odd,N,OAK,ST,Springvale,OH,43999,1',
      '2,2,98,even,N,OAK,ST,Springvale,OH,43999,2',
    ),
  ],
  found: [],
  gives: [2, 2, 2],
  forms: ['zip', 'workbook'],
};

export const uploadItems: readonly CheckedItem[] = [
  {
    item: 'A VIP feed, flat (3.0, 5.1, 5.2, 6.0) or XML (3.x, 5.x, 6.0)',
    happens: 'It is read, zipped or not, with the columns of any version.',
    codes: [],
    ways: [
      { way: 'VIP 6.0', files: [], found: [], gives: [2, 2, 2], forms: feedForms },
      {
        way: 'VIP 5.1: a place’s address in one line, its point in one cell',
        files: [
          text(
            'polling_location.txt',
            'id,name,address_line,lat_long',
            'pl1,First School,"1 Oak St, Springvale, OH 43999","40.9,-83.3"',
            'pl2,Second School,"2 Elm St, Springvale, OH 43999","40.8,-83.4"',
          ),
        ],
        found: [],
        gives: [2, 2, 2],
      },
      oldFeed,
    ],
  },
  {
    item: 'Three tables alone: polling_location, precinct, street_segment',
    happens: 'The office says at the desk which election it is; its name and phone are known.',
    codes: [],
    ways: [
      {
        way: 'the smallest office',
        around: 'own',
        files: Object.entries(smallOffice).map(([name, lines]) => text(name, ...lines)),
        officeState: 'OH',
        found: [],
        gives: [2, 1, 1],
      },
      {
        way: 'in the columns of VIP 6.0',
        around: 'own',
        files: [
          text('polling_location.csv', ...soundFeed['polling_location.txt']),
          text('precinct.csv', 'id,name,polling_location_ids', 'p1,North,pl1', 'p2,South,pl2'),
          text('street_segment.csv', ...soundFeed['street_segment.txt']),
        ],
        officeState: 'OH',
        found: [],
        gives: [2, 2, 2],
        forms: [],
      },
      {
        way: 'with schedules and localities',
        around: 'own',
        files: [
          text('polling_location.csv', ...widened('polling_location.txt', ['hours_open_id', 'ho1', 'ho1'])),
          text('precinct.csv', ...soundFeed['precinct.txt']),
          text('street_segment.csv', ...soundFeed['street_segment.txt']),
          text('locality.csv', ...soundFeed['locality.txt']),
          text('election_administration.csv', ...soundFeed['election_administration.txt']),
          text(
            'schedule.csv',
            'hours_open_id,start_time,end_time,start_date',
            'ho1,07:00:00-05:00,19:00:00-05:00,2026-11-03',
          ),
        ],
        officeState: 'OH',
        found: [],
        gives: [2, 2, 2],
        forms: [],
      },
    ],
  },
  {
    item: 'Whatever the county has: one joined table, or a list of precincts and places',
    happens:
      'Columns are proposed by their names and cells, beside sample rows; somebody confirms them once, and they are remembered. Nothing is read by a guess.',
    codes: ['columns-unconfirmed', 'columns-look-different', 'file-not-a-list'],
    ways: [
      alone('ranges', { files: [text('list.csv', ...ownList)], mappings: [ownMapping] }),
      alone('addresses', { ...ownUpload('addresses', []), gives: [2, 2, 2] }),
      alone('precincts and places, over the streets that are live', {
        files: [
          text(
            'places.csv',
            'Pct,Votes at,Place address',
            '01,New Hall,"9 Elm St, Springvale, OH 43999"',
            '02,Town Hall,"2 Elm St, Springvale, OH 43999"',
          ),
        ],
        mappings: [
          confirmed('precinctPlaces', [
            ['Pct', 'precinctId'],
            ['Votes at', 'placeName'],
            ['Place address', 'placeAddressWhole'],
          ]),
        ],
        live: { files: [text('list.csv', ...ownList)], mappings: [ownMapping], officeState: 'OH' },
      }),
      alone('columns in another order', {
        files: [text('list.csv', ...ownList.map((line) => line.replace(/^([^,]*),([^,]*),/, '$2,$1,')))],
        mappings: [ownMapping],
      }),
      {
        way: 'nobody has confirmed the columns',
        around: 'own',
        files: [text('list.csv', ...ownList)],
        officeState: 'OH',
        found: ['fatal columns-unconfirmed list.csv:1 - «-»'],
      },
      {
        way: 'the columns hold something else than was confirmed',
        around: 'own',
        files: problemExamples['columns-look-different'].files,
        mappings: [ownMapping],
        officeState: 'OH',
        found: ['fatal columns-look-different list.csv:2 ZIP «01»'],
      },
      {
        way: 'a letter',
        around: 'own',
        files: problemExamples['file-not-a-list'].files,
        officeState: 'OH',
        found: ['fatal file-not-a-list readme.csv:- - «-»'],
      },
    ],
  },
  {
    item: 'CSV with commas, tabs, semicolons or pipes, with a header or without; XLSX; a name that lies',
    happens: 'What a file is, is asked of its bytes.',
    codes: [],
    ways: [
      alone('tabs', { files: [text('list.txt', ...parted('\t'))], mappings: [ownMapping] }),
      alone('semicolons, called .csv', {
        files: [text('list.csv', ...parted(';'))],
        mappings: [ownMapping],
      }),
      alone('pipes', { files: [text('list.dat', ...parted('|'))], mappings: [ownMapping] }),
      alone('no header', { files: [text('list.csv', ...ownList.slice(1))], mappings: [noHeader] }),
      alone('a workbook called .csv', {
        files: [
          {
            kind: 'workbook',
            name: 'list.csv',
            sheets: [
              { name: 'Sheet1', rows: parted('\t').map((line) => line.replaceAll('"', '').split('\t')) },
            ],
          },
        ],
        mappings: [ownMapping],
      }),
      alone('title lines above the header', {
        files: [text('list.csv', 'Made-up County', 'Street list of October 1', ...ownList)],
        mappings: [ownMapping],
      }),
    ],
  },
  {
    item: 'UTF-8 with or without a byte order mark, UTF-16, Windows-1252; line breaks inside quotation marks',
    happens: 'The encoding is told by the bytes of the whole file.',
    codes: [],
    ways: [
      {
        way: 'letters and a line break in the directions of a place',
        files: [directions],
        found: [],
        gives: [2, 2, 2],
        forms: feedForms,
      },
    ],
  },
  {
    item: 'Boundaries of precincts (GeoJSON)',
    happens:
      'Compared with the lists and drawn on the map. A boundary never overrides a street: what is wrong with it is a warning.',
    codes: [
      'boundary-file-unreadable',
      'boundary-not-in-degrees',
      'boundary-latitude-first',
      'boundary-invalid',
      'boundary-without-precinct',
      'precinct-without-boundary',
    ],
    ways: (
      [
        ['boundary-file-unreadable', 'precincts.geojson:- - «-»'],
        ['boundary-not-in-degrees', 'precincts.geojson:- - «-»'],
        ['boundary-latitude-first', 'precincts.geojson:- - «-»'],
        ['boundary-invalid', 'precincts.geojson:- - «South»'],
        ['boundary-without-precinct', 'precincts.geojson:- name «Elsewhere»'],
        ['precinct-without-boundary', 'precinct.txt:3 name «South»'],
      ] as const
    ).map(([code, where]) => ({
      way: problemExamples[code].title,
      files: problemExamples[code].files,
      found: [`warning ${code} ${where}`],
      gives: [2, 2, 2] as const,
      forms: [],
    })),
  },
];
