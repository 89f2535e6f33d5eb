// Owns what is checked of rows by those above them: blank cells that mean what stands above, cells over which a spreadsheet has counted
// on, a second list below the first. Data only.

import { confirmed } from '../examples/own-list';
import { soundFeed } from '../examples/sound-feed';
import { text } from '../examples/spoil';
import type { CheckedItem, Way } from './checked-item';
import { own } from './own-lists';

const places = ['First School', 'Town Hall', 'Library', 'Fire Hall'];
const names = 'Ash,Birch,Cedar,Elm,Fir,Gum'.split(',');

/** Four precincts of six streets, A to Z in each; number and place stand in the first row of each. `change`: cells of one row. */
function grouped(
  change: (cells: readonly string[], row: number) => readonly string[],
): Omit<Way, 'way' | 'found'> {
  const rows = places.flatMap((place, group) =>
    names.map((name, at) => [
      at === 0 ? `0${group + 1}` : '',
      ...(at === 0 ? [place, `"${group + 1} Elm St, Springvale, OH 43999"`] : ['', '']),
      `${name} St`,
      `${group}01`,
      `${group}99`,
      String(43001 + group),
    ]),
  );
  const columns = [
    ['Pct', null],
    ['Votes at', 'placeName'],
    ['Place address', 'placeAddressWhole'],
    ['Street', 'streetWhole'],
    ['Low', 'rangeStart'],
    ['High', 'rangeEnd'],
    ['ZIP', 'zip'],
    ['Pct (as above where blank)', 'precinctId'],
  ] as const;
  const lines = rows.map((cells, at) => change(cells, at + 2).join(','));
  return {
    around: 'own',
    files: [text('list.csv', 'Pct,Votes at,Place address,Street,Low,High,ZIP', ...lines)],
    mappings: [confirmed('ranges', columns, { city: 'Springvale' })],
    officeState: 'OH',
  };
}

const uncertain = (from: number, to: number) =>
  Array.from(
    { length: to - from + 1 },
    (_, at) => `error as-above-uncertain list.csv:${from + at} Pct (as above where blank) «»`,
  );

const [header, ...segments] = soundFeed['street_segment.txt'];
/** Rows of a feed besides, each a block of one street. */
const blocks = (zips: readonly number[]) =>
  text(
    'street_segment.txt',
    header,
    ...segments,
    ...zips.map((zip, at) => `ss${at + 3},${at + 3}01,${at + 3}99,odd,OAK,ST,Springvale,OH,${zip},p1`),
  );

export const groupItems: readonly CheckedItem[] = [
  {
    item: 'A cell that was forgotten where a blank one means what stands above',
    codes: ['as-above-uncertain'],
    ways: [
      {
        way: 'its place is there',
        ...grouped((cells, row) => (row === 14 ? cells.with(0, '') : cells)),
        found: uncertain(14, 19),
      },
      {
        way: 'its streets begin again',
        ...grouped((cells, row) => (row === 14 ? cells.with(0, '').with(1, '').with(2, '') : cells)),
        found: uncertain(14, 19),
      },
      { way: 'all are there', ...grouped((cells) => cells), found: [] },
    ],
  },
  {
    item: 'A ZIP or precinct over which a spreadsheet has counted on (39120, 39121, 39122)',
    codes: ['counted-on'],
    ways: [
      {
        way: 'in a feed',
        files: [blocks([43999, 43999, 43999, 43999, 44000, 44001, 44002, 44003, 44004])],
        found: [43999, 44000, 44001, 44002, 44003, 44004].map(
          (zip, at) => `error counted-on street_segment.txt:${at + 7} zip «${zip}»`,
        ),
      },
      { way: 'three rows may be so', files: [blocks([43999, 43999, 43999, 44000, 44001])], found: [] },
    ],
  },
  {
    item: 'A second list below the first, with its columns in another order',
    codes: ['header-in-the-middle'],
    ways: [
      own(
        'ranges',
        ['Pct,Low,High,Side,Town,St,ZIP,Street,Votes at,Place address,Hours,Lat,Long'],
        [
          'fatal header-in-the-middle list.csv:5 - «Pct, Low, High, Side, Town, St, ZIP, Street, Votes at, Place address, Hours, Lat, Long»',
        ],
      ),
      own(
        'ranges',
        ['Street,Low,High,Side,Town,St,ZIP,Pct,Votes at,Place address,Hours,Lat,Long', {}],
        ['warning lines-left-out list.csv:5 - «-»'],
        'the same header again is left out',
      ),
    ],
  },
];
