// Owns what is checked of the points of places: boundaries, places far apart, two at one point. Data only.

import { soundFeed } from '../examples/sound-feed';
import { text, widened } from '../examples/spoil';
import type { CheckedItem } from './checked-item';
import { library, own, wholeList } from './own-lists';

const precincts = soundFeed['precinct.txt'];
const places = soundFeed['polling_location.txt'];
/** The two places with these points; the columns are called as `names` says. */
const points = (first: string, second: string, names = 'latitude,longitude') =>
  text('polling_location.txt', ...widened('polling_location.txt', [names, first, second]));
/** Places at these points, all of precinct p1, each of a party of its own. */
const ofOnePrecinct = (...at: readonly string[]) => [
  text(
    'polling_location.txt',
    `${places[0]},latitude,longitude,party`,
    ...at.map(
      (point, n) => `pl${n + 1},School ${n + 1},${n + 1} Oak St,Springvale,OH,43999,${point},${'ABCD'[n]}`,
    ),
  ),
  text(
    'precinct.txt',
    precincts[0],
    `p1,North,loc1,${at.map((_, n) => `pl${n + 1}`).join(' ')}`,
    'p2,South,loc1,pl2',
  ),
];
const ring = (x: number, y: number) =>
  `[[[${x},${y}],[${x + 0.2},${y}],[${x + 0.2},${y + 0.2}],[${x},${y + 0.2}],[${x},${y}]]]`;
const boundaries = text(
  'precincts.geojson',
  '{"type":"FeatureCollection","features":[',
  `{"type":"Feature","properties":{"name":"North"},"geometry":{"type":"Polygon","coordinates":${ring(-83.4, 40.8)}}},`,
  `{"type":"Feature","properties":{"name":"South"},"geometry":{"type":"Polygon","coordinates":${ring(-83.2, 40.8)}}}`,
  ']}',
);

export const placePointItems: readonly CheckedItem[] = [
  {
    item: 'A place outside the office’s boundaries',
    codes: ['place-outside-boundary'],
    ways: [
      {
        way: 'in a feed',
        files: [points('40.9,-83.3', '40.9,-82.9'), boundaries],
        found: ['warning place-outside-boundary polling_location.txt:3 latitude «40.9,-82.9»'],
      },
      {
        way: 'with its point in one column',
        files: [points('"40.9,-83.3"', '"40.9,-82.9"', 'lat_long'), boundaries],
        found: ['warning place-outside-boundary polling_location.txt:3 lat_long «40.9,-82.9»'],
      },
      {
        ...own('precinctPlaces', [], ['warning place-outside-boundary list.csv:3 Lat «40.9123,-82.8456»']),
        ...wholeList('precinctPlaces', [
          {
            Pct: 'North',
            'Votes at': 'First School',
            Address: '1 Elm St',
            Lat: '40.9123',
            Long: '-83.3456',
          },
          { Pct: 'South', 'Votes at': 'Town Hall', Address: '2 Elm St', Lat: '40.9123', Long: '-82.8456' },
        ]),
        beside: [boundaries],
      },
      { way: 'inside', files: [points('40.9,-83.3', '40.9,-83.1'), boundaries], found: [] },
      {
        way: 'at the border, as points beside a building are',
        files: [points('40.9,-83.3', '40.9,-82.995'), boundaries],
        found: [],
      },
    ],
  },
  {
    item: 'A place more than 30 km from its precinct’s other places',
    codes: ['place-far-away'],
    ways: [
      {
        way: 'one of two',
        files: ofOnePrecinct('40.9,-83.3', '39.9,-83.3'),
        found: ['warning place-far-away polling_location.txt:3 latitude «39.9,-83.3»'],
      },
      {
        way: 'the first of three is the one that stands out',
        files: ofOnePrecinct('39.9,-83.3', '40.9,-83.3', '40.8,-83.3'),
        found: ['warning place-far-away polling_location.txt:2 latitude «39.9,-83.3»'],
      },
      {
        way: 'of a part of the precinct',
        files: [
          points('40.9,-83.3', '39.9,-83.3'),
          text('precinct.txt', precincts[0], precincts[1], 'p2,South,loc1,pl1'),
          text('precinct_split.txt', 'id,name,precinct_id', 'sp1,A,p1'),
          text('precinct_split_polling_location.txt', 'precinct_split_id,polling_location_id', 'sp1,pl2'),
          text('street_segment.txt', ...widened('street_segment.txt', ['precinct_split_id', 'sp1', ''])),
        ],
        found: ['warning place-far-away polling_location.txt:3 latitude «39.9,-83.3»'],
      },
      own(
        'ranges',
        [{ ...library, Pct: '01', Lat: '39.9123', Long: '-83.3456' }],
        [
          'conflict precinct-several-places list.csv:5 Votes at «-»',
          'warning place-far-away list.csv:5 Lat «39.9123,-83.3456»',
        ],
      ),
      { way: 'not so far', files: ofOnePrecinct('40.9,-83.3', '40.7,-83.3'), found: [] },
    ],
  },
  {
    item: 'Two places at one point',
    codes: ['place-point-shared'],
    ways: [
      {
        way: 'in a feed',
        files: [points('40.9,-83.3', '40.9,-83.3')],
        found: ['warning place-point-shared polling_location.txt:3 latitude «40.9,-83.3»'],
      },
      {
        way: 'rounded by another program',
        files: [points('40.9,-83.3', '40.900001,-83.300001')],
        found: ['warning place-point-shared polling_location.txt:3 latitude «40.900001,-83.300001»'],
      },
      {
        way: 'with its point in one column',
        files: [points('"40.9 -83.3"', '"40.9 -83.3"', 'lat_long')],
        found: ['warning place-point-shared polling_location.txt:3 lat_long «40.9,-83.3»'],
      },
      own(
        'precinctPlaces',
        [{ Lat: '40.9123', Long: '-83.3456' }],
        ['warning place-point-shared list.csv:5 Lat «40.9123,-83.3456»'],
      ),
      {
        way: 'two names of one building',
        files: [
          text(
            'polling_location.txt',
            `${places[0]},latitude,longitude`,
            `${places[1]},40.9,-83.3`,
            'pl2,Gym of the school,1 OAK STREET,Springvale,OH,43999,40.9,-83.3',
          ),
        ],
        found: [],
      },
    ],
  },
  {
    item: 'A point that cannot be right',
    codes: ['place-point-unreadable'],
    ways: [
      own(
        'precinctPlaces',
        [1, 2, 3, 4, 5, 6].map((at) => ({
          Pct: `1${at}`,
          'Votes at': `Hall ${at}`,
          Address: `${at} Fir St`,
          Lat: `40.${at}`,
          Long: `-83.${at}`,
        })),
        [],
        'degrees with one decimal are a point',
      ),
      {
        way: 'without its minus',
        files: [points('40.9,83.3', '40.8,-83.4')],
        found: ['warning place-point-unreadable polling_location.txt:2 longitude «83.3»'],
      },
      {
        way: 'longitude first',
        files: [points('-83.3,40.9', '40.8,-83.4')],
        found: ['warning place-point-unreadable polling_location.txt:2 latitude «-83.3»'],
      },
      own(
        'precinctPlaces',
        [{ Lat: '40.9123', Long: '83.3456' }],
        ['warning place-point-unreadable list.csv:5 Long «83.3456»'],
      ),
    ],
  },
];
