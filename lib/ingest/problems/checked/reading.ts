// Owns what is checked while rows are read: letters, cells, headers. Data only.

import { soundFeed } from '../examples/sound-feed';
import { oneMore, oneRow, soundStreet, street, text } from '../examples/spoil';
import { problemExamples } from '../problem-examples';
import type { CheckedItem } from './checked-item';
import { own } from './own-lists';

const textOnly = { forms: [] } as const;
const precincts = soundFeed['precinct.txt'];

export const readingItems: readonly CheckedItem[] = [
  {
    item: 'Bytes that are no letter in the encoding of the file',
    codes: ['bytes-undecodable'],
    ways: [
      {
        way: 'in a street of a file in Windows-1252',
        files: problemExamples['bytes-undecodable'].files,
        found: ['error bytes-undecodable street_segment.txt:4 street_name «CA�ON»'],
        ...textOnly,
      },
      {
        way: 'in the name of a place',
        files: [
          {
            kind: 'text',
            name: 'polling_location.txt',
            encoding: 'windows-1252',
            lines: oneRow(
              'polling_location.txt',
              2,
              'pl1,Caf\x81,1 Oak St,Springvale,OH,43999',
            ).files.flatMap((file) => (file.kind === 'text' ? file.lines : [])),
          },
        ],
        found: [
          'error bytes-undecodable polling_location.txt:2 name «Caf�»',
          'error place-dangling precinct.txt:2 polling_location_ids «pl1»',
        ],
        ...textOnly,
      },
      {
        way: 'a letter of Windows-1252 is one',
        files: [
          {
            kind: 'text',
            name: 'street_segment.txt',
            encoding: 'windows-1252',
            lines: [...soundFeed['street_segment.txt'], 'ss3,201,299,odd,CA\xd1ON,ST,Springvale,OH,43999,p1'],
          },
        ],
        found: [],
        gives: [3, 2, 2],
        ...textOnly,
      },
    ],
  },
  {
    item: 'Letters that were read in a wrong encoding once (CafÃ©)',
    codes: ['mojibake'],
    ways: [
      {
        way: 'in the name of a place',
        ...oneRow('polling_location.txt', 2, 'pl1,First CafÃ©,1 Oak St,Springvale,OH,43999'),
        found: ['warning mojibake polling_location.txt:2 name «First CafÃ©»'],
      },
      {
        way: 'in a street',
        ...street(soundStreet.replace('OAK', 'PEÃ‘A'), soundStreet),
        found: ['warning mojibake street_segment.txt:4 street_name «PEÃ‘A»'],
      },
      own('ranges', [{ Street: 'PeÃ±a St' }], ['warning mojibake list.csv:5 Street «PeÃ±a St»']),
      own(
        'precinctPlaces',
        [{ 'Votes at': 'St. Maryâ€™s Hall' }],
        ['warning mojibake list.csv:5 Votes at «St. Maryâ€™s Hall»'],
      ),
      {
        way: 'accents that are right',
        ...oneRow('polling_location.txt', 2, 'pl1,Café Âme,1 Oak St,Springvale,OH,43999'),
        found: [],
      },
    ],
  },
  {
    item: 'Rows with too few cells, and with too many',
    codes: ['row-too-few-cells', 'row-too-many-cells'],
    ways: [
      {
        way: 'too few in the list of streets',
        ...street('ss3,201,299,odd,OAK,ST,OH,43999,p1', soundStreet),
        found: ['error row-too-few-cells street_segment.txt:4 - «ss3 201 299 odd OAK ST OH 43999 p1»'],
        ...textOnly,
      },
      {
        way: 'too many in the list of precincts',
        ...oneMore('precinct.txt', 'p3,West,loc1,pl1,x', ''),
        found: ['error row-too-many-cells precinct.txt:4 - «p3 West loc1 pl1 x»'],
        ...textOnly,
      },
      {
        ...own('ranges', ['Oak St,201,299'], ['error row-too-few-cells list.csv:5 - «Oak St 201 299»']),
        forms: ['zip', 'tabs in UTF-16BE'],
      },
      {
        ...own(
          'precinctPlaces',
          ['04,Fire Hall,4 Elm St,Springvale, East Side,OH,43999,7am-8pm,,'],
          [
            'error row-too-many-cells list.csv:5 - «04 Fire Hall 4 Elm St Springvale  East Side OH 43999 7am-8pm»',
          ],
          'a comma without quotation marks in a short list of precincts',
        ),
        forms: ['zip', 'tabs in UTF-16BE'],
      },
      own('precinctPlaces', [{ City: 'Springvale, East Side' }], [], 'the comma in quotation marks'),
    ],
  },
  {
    item: 'A file that ends in the middle of a row',
    codes: ['file-cut'],
    ways: [
      {
        way: 'in the list of streets',
        files: problemExamples['file-cut'].files,
        found: ['error file-cut street_segment.txt:4 - «ss3 201 29»'],
        ...textOnly,
      },
      {
        ...own('ranges', [], []),
        files: own('ranges', ['Oak St,201,29'], []).files.map((file) =>
          file.kind === 'text' ? { ...file, isCut: true as const } : file,
        ),
        found: ['error file-cut list.csv:5 - «Oak St 201 29»'],
      },
    ],
  },
  {
    item: 'A quotation mark that never closes',
    codes: ['quote-unterminated'],
    ways: [
      {
        way: 'in a table of a feed',
        ...oneRow('precinct.txt', 2, 'p1,"North,loc1,pl1'),
        found: ['fatal quote-unterminated precinct.txt:2 - «-»'],
        ...textOnly,
      },
      {
        ...own(
          'ranges',
          ['"Oak St,201,299,Odd,Springvale,OH,43999,01,First School'],
          ['fatal quote-unterminated list.csv:5 - «-»'],
        ),
        forms: ['zip'],
      },
    ],
  },
  {
    item: 'Two columns of one name, or a column without',
    happens: 'Two of one name: nothing can be published. A column without a name is not read.',
    codes: ['header-duplicate', 'header-blank'],
    ways: [
      {
        way: 'two of one name',
        files: problemExamples['header-duplicate'].files,
        found: ['fatal header-duplicate precinct.txt:1 name «-»'],
        forms: ['zip', 'workbook', 'tabs in UTF-16BE'],
      },
      {
        way: 'two of one name that is not used',
        files: [
          text('precinct.txt', `${precincts[0]},note,note`, `${precincts[1]},a,b`, `${precincts[2]},a,b`),
        ],
        found: [],
        forms: ['zip', 'workbook'],
      },
      {
        way: 'one without a name',
        files: problemExamples['header-blank'].files,
        found: ['warning header-blank precinct.txt:1 5 «-»'],
        forms: ['zip', 'workbook', 'tabs in UTF-16BE'],
      },
    ],
  },
];
