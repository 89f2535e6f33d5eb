// Owns what is checked of ids and what they lead to. Data only.

import { soundFeed } from '../examples/sound-feed';
import { oneMore, oneRow, soundStreet, street, text, thirdPrecinct, widened } from '../examples/spoil';
import type { CheckedItem } from './checked-item';
import { own } from './own-lists';

const places = soundFeed['polling_location.txt'];

export const idItems: readonly CheckedItem[] = [
  {
    item: 'A row without its id',
    codes: ['id-missing', 'precinct-missing'],
    ways: [
      {
        way: 'a street',
        ...street(soundStreet.replace('ss3', ''), ''),
        found: ['error id-missing street_segment.txt:4 id «»'],
      },
      {
        way: 'a precinct',
        ...oneMore('precinct.txt', ',West,loc1,pl1', ''),
        forms: ['zip', 'workbook', 'tabs in UTF-16BE', 'XML 6.0'],
        found: ['error id-missing precinct.txt:4 id «»'],
      },
      {
        way: 'a place',
        ...oneMore('polling_location.txt', ',Third School,3 Ash St,Springvale,OH,43999', ''),
        found: ['error id-missing polling_location.txt:4 id «»'],
      },
      {
        way: 'a street without its precinct',
        ...street('ss3,201,299,odd,OAK,ST,Springvale,OH,43999,', ''),
        found: ['error precinct-missing street_segment.txt:4 precinct_id «»'],
      },
      own('ranges', [{ Pct: '' }], ['error precinct-missing list.csv:5 Pct «»']),
      // Where cells were one, it is of the row above, which has a place already.
      own(
        'precinctPlaces',
        [{ Pct: '' }],
        [
          'error precinct-missing list.csv:5 Pct «»',
          'conflict precinct-several-places list.csv:5 Votes at «-»',
        ],
      ),
    ],
  },
  {
    item: 'Two rows with one id',
    happens: 'Rows that say different things are set aside, all of them. The same row twice counts once.',
    codes: ['id-duplicate', 'id-repeated', 'segment-id-repeated'],
    ways: [
      {
        way: 'precincts that differ',
        files: [text('precinct.txt', ...soundFeed['precinct.txt'], 'p2,East,loc1,pl1')],
        found: ['error id-duplicate precinct.txt:3 id «p2»', 'error id-duplicate precinct.txt:4 id «p2»'],
      },
      {
        way: 'places that differ',
        files: [text('polling_location.txt', ...places, 'pl2,Other School,9 Elm St,Springvale,OH,43999')],
        found: [
          'error id-duplicate polling_location.txt:3 id «pl2»',
          'error id-duplicate polling_location.txt:4 id «pl2»',
          'error place-dangling precinct.txt:3 polling_location_ids «pl2»',
        ],
      },
      {
        way: 'localities that differ',
        ...oneMore('locality.txt', 'loc1,Other,city,st39,ea1,America/New_York,', ''),
        found: [
          'error id-duplicate locality.txt:2 id «loc1»',
          'error id-duplicate locality.txt:3 id «loc1»',
          'error locality-dangling precinct.txt:2 locality_id «loc1»',
          'error locality-dangling precinct.txt:3 locality_id «loc1»',
          'fatal nothing-left precinct.txt:- - «-»',
          'fatal nothing-left street_segment.txt:- - «-»',
        ],
      },
      {
        way: 'the same place in two spellings',
        files: [
          text('polling_location.txt', ...places, 'pl2,SECOND SCHOOL,2 Elm Street,Springvale,OH,43999-1234'),
        ],
        found: ['warning id-repeated polling_location.txt:4 id «pl2»'],
      },
      {
        way: 'two streets',
        ...street(soundStreet.replace('ss3', 'ss1'), ''),
        found: ['warning segment-id-repeated street_segment.txt:4 id «ss1»'],
      },
    ],
  },
  {
    item: 'An id that leads nowhere',
    happens:
      'The row is set aside, with what refers to it. An office or a site that is not there is a warning.',
    codes: [
      'precinct-dangling',
      'place-dangling',
      'locality-dangling',
      'split-dangling',
      'administration-dangling',
      'hours-dangling',
      'site-dangling',
    ],
    ways: [
      {
        way: 'a street to its precinct',
        ...street(soundStreet.replace(',p1', ',p9'), ''),
        found: ['error precinct-dangling street_segment.txt:4 precinct_id «p9»'],
      },
      {
        way: 'a precinct to its place',
        ...thirdPrecinct('p3,West,loc1,pl9', ''),
        found: ['error place-dangling precinct.txt:4 polling_location_ids «pl9»'],
      },
      {
        way: 'a precinct to one of its two places',
        ...thirdPrecinct('p3,West,loc1,pl1 pl9', ''),
        found: ['error place-dangling precinct.txt:4 polling_location_ids «pl9»'],
      },
      {
        way: 'a precinct to its locality',
        ...thirdPrecinct('p3,West,loc9,pl1', ''),
        found: ['error locality-dangling precinct.txt:4 locality_id «loc9»'],
      },
      {
        way: 'a street to the part of its precinct',
        files: [
          text('precinct_split.txt', 'id,precinct_id', 'sp1,p1'),
          text('street_segment.txt', ...widened('street_segment.txt', ['precinct_split_id', 'sp1', 'sp9'])),
        ],
        found: [
          'error split-dangling street_segment.txt:3 precinct_split_id «sp9»',
          'warning precinct-without-streets precinct.txt:3 id «p2»',
        ],
      },
      {
        way: 'a place to its hours',
        files: [
          text('polling_location.txt', ...widened('polling_location.txt', ['hours_open_id', 'ho1', ''])),
        ],
        found: ['warning hours-dangling polling_location.txt:2 hours_open_id «ho1»'],
      },
      {
        way: 'a locality to a site of early voting',
        ...oneRow('locality.txt', 2, 'loc1,Made-up,county,st39,ea1,America/New_York,pl9'),
        found: ['warning site-dangling locality.txt:2 polling_location_ids «pl9»'],
      },
      {
        way: 'a locality to its office',
        ...oneRow('locality.txt', 2, 'loc1,Made-up,county,st39,ea9,America/New_York,'),
        found: [
          'warning administration-dangling locality.txt:2 election_administration_id «ea9»',
          'warning unreferenced election_administration.txt:2 id «ea1»',
        ],
      },
      own(
        'ranges',
        [{ Pct: '03', 'Votes at': '', 'Place address': '', Hours: '', Lat: '', Long: '' }],
        ['error precinct-without-place list.csv:5 Pct «03»'],
      ),
    ],
  },
  {
    item: 'A row that nothing refers to',
    happens:
      'A place, an office, hours: left out, with one warning a file for all of them. A precinct without streets: kept, with a warning.',
    codes: ['unreferenced', 'precinct-without-streets'],
    ways: [
      {
        way: 'a place',
        ...oneMore('polling_location.txt', 'pl3,Third School,3 Ash St,Springvale,OH,43999', ''),
        found: ['warning unreferenced polling_location.txt:4 id «pl3»'],
      },
      {
        way: 'a precinct',
        ...oneMore('precinct.txt', 'p3,West,loc1,pl1', ''),
        found: ['warning precinct-without-streets precinct.txt:4 id «p3»'],
      },
      {
        way: 'a locality',
        ...oneMore('locality.txt', 'loc2,Other,city,st39,ea1,America/New_York,', ''),
        found: ['warning unreferenced locality.txt:3 id «loc2»'],
      },
      {
        way: 'an office',
        ...oneMore('election_administration.txt', 'ea2,Other Clerk,555-0101', ''),
        found: ['warning unreferenced election_administration.txt:3 id «ea2»'],
      },
      {
        way: 'a split',
        files: [text('precinct_split.txt', 'id,name,precinct_id', 'sp1,North side,p1')],
        found: ['warning unreferenced precinct_split.txt:2 id «sp1»'],
      },
      {
        way: 'hours',
        files: [
          text(
            'schedule.txt',
            'id,hours_open_id,start_time,end_time,start_date,end_date',
            'sc1,ho9,07:00:00-05:00,19:00:00-05:00,2026-11-03,2026-11-03',
          ),
        ],
        found: ['warning unreferenced schedule.txt:2 hours_open_id «ho9»'],
      },
      {
        way: 'a drop box needs no precinct',
        files: [
          text(
            'polling_location.txt',
            `${places[0]},is_drop_box`,
            `${places[1]},`,
            `${places[2]},`,
            'pl3,Drop box,3 Ash St,Springvale,OH,43999,yes',
          ),
        ],
        found: [],
      },
    ],
  },
];
