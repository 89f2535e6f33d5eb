// Owns examples of what is wrong with tables of the office's own, and with what was said of their columns. Data only.

import type { mappingCodes } from '../codes/mapping';
import type { ExamplesOf, ExampleUpload, ProblemExample } from './example';
import { confirmed, ownList, ownMapping } from './own-list';
import { soundFeed } from './sound-feed';
import { splitExamples } from './splits';
import { text } from './spoil';

const [header, ...rows] = ownList;
const own = { around: 'own', officeState: 'OH' } as const;
const list = (...lines: readonly string[]): ExampleUpload => ({
  files: [text('list.csv', ...lines)],
  mappings: [ownMapping],
  officeState: 'OH',
});
const sound: ExampleUpload = list(...ownList);
const place = 'First School,"1 Elm St, Springvale, OH 43999"';

/** A feed in which a part of a precinct has a place of its own. */
const divided: ExampleUpload = {
  files: [
    ...Object.entries<readonly string[]>({ ...soundFeed, 'street_segment.txt': [] })
      .filter(([, lines]) => lines.length > 0)
      .map(([name, lines]) => text(name, ...lines)),
    text('precinct_split.txt', 'id,name,precinct_id', 'sp1,North side,p1'),
    text('precinct_split_polling_location.txt', 'precinct_split_id,polling_location_id', 'sp1,pl2'),
    text(
      'street_segment.txt',
      `${soundFeed['street_segment.txt'][0]},precinct_split_id`,
      'ss1,1,99,odd,OAK,ST,Springvale,OH,43999,p1,',
      'ss2,2,98,even,OAK,ST,Springvale,OH,43999,p2,',
      'ss3,1,99,both,FIR,ST,Springvale,OH,43999,p1,sp1',
    ),
  ],
  officeState: 'OH',
};

/** A table of the office's own, read by what it has confirmed, spoilt and mended. */
function table(
  mapping: ReturnType<typeof confirmed>,
  row: number | null,
  spoilt: readonly string[],
  mended: readonly string[],
): Pick<ProblemExample, 'around' | 'officeState' | 'mappings' | 'files' | 'at' | 'mended'> {
  const upload = (lines: readonly string[]): ExampleUpload => ({
    files: [text('list.csv', ...lines)],
    mappings: [mapping],
    officeState: 'OH',
  });
  return { ...own, ...upload(spoilt), at: { file: 'list.csv', row }, mended: upload(mended) };
}

const ranges = confirmed('ranges', [
  ['Street', 'streetWhole'],
  ['Numbers', 'rangeText'],
  ['Town', 'city'],
  ['ZIP', 'zip'],
  ['Pct', 'precinctId'],
  ['Votes at', 'placeName'],
  ['Place address', 'placeAddressWhole'],
]);
const rangesHeader = 'Street,Numbers,Town,ZIP,Pct,Votes at,Place address';
const rangesOf = (numbers: string) => [
  rangesHeader,
  `Oak St,2-98 even,Springvale,43999,01,${place}`,
  `Oak St,${numbers},Springvale,43999,01,${place}`,
];

const addresses = confirmed(
  'addresses',
  [
    ['Address', 'addressWhole'],
    ['Pct', 'precinctId'],
    ['Votes at', 'placeName'],
    ['Place address', 'placeAddressWhole'],
  ],
  { city: 'Springvale', zip: '43999' },
);
const addressesOf = (address: string) => [
  'Address,Pct,Votes at,Place address',
  `12 Oak St,01,${place}`,
  `${address},01,${place}`,
];

const towns = confirmed('ranges', [
  ['Street', 'streetWhole'],
  ['Low', 'rangeStart'],
  ['High', 'rangeEnd'],
  ['Side', 'side'],
  ['Town', 'cityStateZipWhole'],
  ['Pct', 'precinctId'],
  ['Votes at', 'placeName'],
  ['Place address', 'placeAddressWhole'],
]);
const townsOf = (town: string) => [
  'Street,Low,High,Side,Town,Pct,Votes at,Place address',
  `Oak St,1,99,Odd,Springvale OH 43999,01,${place}`,
  `Oak St,2,98,Even,${town},01,${place}`,
];

const townlessColumns = [
  ['Street', 'streetWhole'],
  ['Low', 'rangeStart'],
  ['High', 'rangeEnd'],
  ['Side', 'side'],
  ['Pct', 'precinctId'],
  ['Votes at', 'placeName'],
  ['Place address', 'placeAddressWhole'],
] as const;
const townless = [
  'Street,Low,High,Side,Pct,Votes at,Place address',
  `Oak St,1,99,Odd,01,${place}`,
  `Oak St,2,98,Even,01,${place}`,
];

const withHours = confirmed(
  'ranges',
  [...townlessColumns.slice(0, 4), ['ZIP', 'zip'], ...townlessColumns.slice(4), ['Hours', 'placeHours']],
  { city: 'Springvale' },
);
const hoursOf = (hours: string) => [
  'Street,Low,High,Side,ZIP,Pct,Votes at,Place address,Hours',
  `Oak St,1,99,Odd,43999,01,${place},7am-8pm`,
  `Oak St,2,98,Even,43999,01,${place},${hours}`,
];

const places = confirmed('precinctPlaces', [
  ['Pct', 'precinctId'],
  ['Votes at', 'placeName'],
  ['Place address', 'placeAddressWhole'],
]);
const placesHeader = 'Pct,Votes at,Place address';
/** Three precincts of each of two counties. */
const codesOf = (oak: string, elm: string): readonly string[] => [
  ...['01', '02', '03'].map(
    (code) => `${oak}${code},Oak School ${code},"${code} Elm St, Springvale, OH 43999"`,
  ),
  ...['01', '02', '03'].map((code) => `${elm}${code},Elm Hall ${code},"${code} Main St, Elmton, OH 43998"`),
];

const [firstOwn = '', ...moreOwn] = rows;
const otherOrder = 'Pct,Low,High,Side,Town,ZIP,Street,Votes at,Place address';
const second = '02,1,99,Odd,Springvale,43999,Ash St,Town Hall,"2 Elm St, Springvale, OH 43999"';
const secondMended = 'Ash St,1,99,Odd,Springvale,43999,02,Town Hall,"2 Elm St, Springvale, OH 43999"';

const grouped = confirmed(
  'ranges',
  [
    ['Pct', null],
    ['Votes at', 'placeName'],
    ['Place address', 'placeAddressWhole'],
    ['Street', 'streetWhole'],
    ['Low', 'rangeStart'],
    ['High', 'rangeEnd'],
    ['Pct (as above where blank)', 'precinctId'],
  ],
  { city: 'Springvale', zip: '43999' },
);
const groupedOf = (third: string) => [
  'Pct,Votes at,Place address,Street,Low,High',
  `01,${place},Ash St,1,99`,
  ',,,Elm St,1,99',
  '02,Town Hall,"2 Elm St, Springvale, OH 43999",Ash St,101,199',
  ',,,Fir St,1,99',
  `${third},Library,"3 Elm St, Springvale, OH 43999",Oak St,1,99`,
  ',,,Yew St,1,99',
];
export const mappingExamples = {
  'columns-unconfirmed': {
    title: 'Nobody has confirmed the columns',
    ...own,
    files: sound.files,
    at: { file: 'list.csv', row: 1 },
    mended: { ...sound, said: 'The same file, after somebody has confirmed which column holds what.' },
  },
  'columns-look-different': {
    title: 'A column holds something else than was confirmed',
    ...own,
    ...list(header ?? '', ...rows.map((row) => row.replace(/,43999,(\d\d),/, ',$1,43999,'))),
    at: { file: 'list.csv', row: 2 },
    mended: sound,
  },
  'header-in-the-middle': {
    title: 'A second header in the middle of the list',
    ...own,
    ...list(header ?? '', firstOwn, ...moreOwn, otherOrder, second),
    at: { file: 'list.csv', row: 5 },
    mended: list(header ?? '', firstOwn, ...moreOwn, secondMended),
  },
  'as-above-uncertain': {
    title: 'A blank cell that may mean what stands above, or may be forgotten',
    ...table(grouped, 6, groupedOf(''), groupedOf('03')),
    times: 2,
  },
  'file-not-a-list': {
    title: 'The table is no list of streets, precincts or places',
    ...own,
    files: [text('readme.csv', 'Dear county', 'here are our files of this week', 'regards')],
    at: { file: 'readme.csv', row: null },
    mended: sound,
  },
  'file-not-read': {
    title: 'A table beside the lists is not read',
    files: [text('readme.csv', 'Dear county', 'here are our files of this week', 'regards')],
    at: { file: 'readme.csv', row: null },
    mended: { said: 'Without the note. Nothing else has to change.', files: [] },
  },
  'lines-left-out': {
    title: 'Lines that are no data',
    ...own,
    ...list(...ownList, 'Total: 3'),
    at: { file: 'list.csv', row: 5 },
    mended: sound,
  },
  'range-unreadable': {
    title: 'The house numbers can be read in several ways',
    ...table(ranges, 3, rangesOf('1-9 or 11'), rangesOf('1-11 odd')),
  },
  'address-not-cut': {
    title: 'The parts of an address cannot be told apart',
    ...table(addresses, 3, addressesOf('14 Oak St 4'), addressesOf('14 Oak St Apt 4')),
  },
  'town-not-cut': {
    title: 'Town, state and ZIP cannot be told apart',
    ...table(towns, 3, townsOf('Springvale OH 4399'), townsOf('Springvale OH 43999')),
  },
  'zip-not-said': {
    title: 'Nobody said which ZIP or town the streets are of',
    ...table(confirmed('ranges', townlessColumns), null, townless, townless),
    mended: {
      said: 'The same file, after somebody has said at the desk that all of it is of Springvale, 43999.',
      files: [text('list.csv', ...townless)],
      mappings: [confirmed('ranges', townlessColumns, { city: 'Springvale', zip: '43999' })],
      officeState: 'OH',
    },
  },
  'precinct-codes-repeat': {
    title: 'Codes of precincts begin again in each county',
    ...own,
    files: [text('list.csv', placesHeader, ...codesOf('', ''))],
    mappings: [places],
    at: { file: 'list.csv', row: 5 },
    mended: {
      files: [text('list.csv', placesHeader, ...codesOf('OAK ', 'ELM '))],
      mappings: [places],
      officeState: 'OH',
    },
  },
  ...splitExamples,
  'place-described-twice': {
    title: 'The same place is described in two ways',
    ...table(withHours, 3, hoursOf('6am-8pm'), hoursOf('7am-8pm')),
  },
  'precinct-not-in-list': {
    title: 'A precinct that is live is not in the new list',
    ...table(
      places,
      null,
      [placesHeader, `01,${place}`],
      [placesHeader, `01,${place}`, '02,Town Hall,"2 Elm St, Springvale, OH 43999"'],
    ),
    said: 'The list that is live has streets of precincts 01 and 02.',
    live: sound,
  },
  'split-not-in-list': {
    title: 'A part of a precinct is not in the new list',
    ...table(
      places,
      null,
      [placesHeader, `p1,${place}`, 'p2,Town Hall,"2 Elm St, Springvale, OH 43999"'],
      [placesHeader, `p1,${place}`],
    ),
    said: 'In what is live, a part of precinct p1 votes at a place of its own.',
    live: divided,
    mended: sound,
  },
} as const satisfies ExamplesOf<typeof mappingCodes>;
