// Owns what is checked of precincts and what they lead to. Data only.

import { soundFeed } from '../examples/sound-feed';
import { text, thirdPrecinct, widened } from '../examples/spoil';
import type { CheckedItem } from './checked-item';
import { hall, own } from './own-lists';

const precincts = soundFeed['precinct.txt'];
const places = soundFeed['polling_location.txt'];
const both = text('precinct.txt', precincts[0], 'p1,North,loc1,pl1 pl2', precincts[2]);

export const precinctItems: readonly CheckedItem[] = [
  {
    item: 'A place with no precinct',
    happens: 'Left out, with one warning for all.',
    codes: ['unreferenced'],
    ways: [
      {
        way: 'in a feed',
        files: [text('polling_location.txt', ...places, 'pl3,Third School,3 Ash St,Springvale,OH,43999')],
        found: ['warning unreferenced polling_location.txt:4 id «pl3»'],
      },
    ],
  },
  {
    item: 'A precinct that leads to several places on election day',
    happens:
      'Voters see all of them, and that the list disagrees with itself; unless the office has declared vote centers or places of parties.',
    codes: ['precinct-several-places'],
    ways: [
      {
        way: 'in its list',
        files: [both],
        found: ['conflict precinct-several-places precinct.txt:2 polling_location_ids «pl1 pl2»'],
      },
      {
        way: 'by a table of links',
        files: [
          text('precinct.txt', 'id,name,locality_id', 'p1,North,loc1', 'p2,South,loc1'),
          text(
            'precinct_polling_location.txt',
            'precinct_id,polling_location_id',
            'p1,pl1',
            'p1,pl2',
            'p2,pl2',
          ),
        ],
        found: [
          'conflict precinct-several-places precinct_polling_location.txt:3 polling_location_id «pl1 pl2»',
        ],
      },
      own(
        'ranges',
        [{ ...hall, Pct: '01', Low: '201', High: '299' }],
        ['conflict precinct-several-places list.csv:5 Votes at «-»'],
      ),
      own('precinctPlaces', [{ Pct: '01' }], ['conflict precinct-several-places list.csv:5 Votes at «-»']),
      {
        way: 'declared as vote centers',
        files: [both, text('locality.txt', ...widened('locality.txt', ['uses_vote_centers', 'yes']))],
        found: [],
      },
      {
        way: 'one place for each party',
        files: [both, text('polling_location.txt', ...widened('polling_location.txt', ['party', 'D', 'R']))],
        found: [],
      },
      {
        way: 'one place under two ids',
        files: [
          both,
          text('polling_location.txt', places[0], places[1], 'pl2,FIRST SCHOOL,1 OAK ST,SPRINGVALE,OH,43999'),
        ],
        found: [],
      },
      {
        way: 'the second is for early voting',
        files: [
          text('precinct.txt', precincts[0], 'p1,North,loc1,pl1 pl3', precincts[2]),
          text(
            'polling_location.txt',
            `${places[0]},is_early_voting`,
            `${places[1]},`,
            `${places[2]},`,
            'pl3,Annex,3 Ash St,Springvale,OH,43999,yes',
          ),
        ],
        found: [],
      },
    ],
  },
  {
    item: 'A precinct with no place',
    happens: 'Set aside with its streets; unless it is mail-only or declared as not voting.',
    codes: ['precinct-without-place'],
    ways: [
      {
        way: 'in its list',
        ...thirdPrecinct('p3,West,loc1,', ''),
        found: ['error precinct-without-place precinct.txt:4 polling_location_ids «»'],
      },
      {
        way: 'where links stand in a table of their own',
        files: [
          text('precinct.txt', 'id,name,locality_id', 'p1,North,loc1', 'p2,South,loc1'),
          text('precinct_polling_location.txt', 'precinct_id,polling_location_id', 'p1,pl1'),
        ],
        found: [
          'error precinct-without-place precinct.txt:3 id «p2»',
          'warning unreferenced polling_location.txt:3 id «pl2»',
        ],
      },
      {
        way: 'with a place for early voting only',
        files: [
          text('polling_location.txt', ...widened('polling_location.txt', ['is_early_voting', 'yes', ''])),
        ],
        found: ['error precinct-without-place precinct.txt:2 polling_location_ids «pl1»'],
      },
      own(
        'ranges',
        [{ Pct: '03', 'Votes at': '', 'Place address': '', Hours: '', Lat: '', Long: '' }],
        ['error precinct-without-place list.csv:5 Pct «03»'],
      ),
      own('precinctPlaces', ['04,,,,,,,,'], ['error precinct-without-place list.csv:5 Pct «04»']),
      {
        way: 'mail-only',
        files: [
          text('precinct.txt', ...widened('precinct.txt', ['is_mail_only', '', '']), 'p3,West,loc1,,yes'),
        ],
        beside: thirdPrecinct('', '').beside ?? [],
        found: [],
        gives: [3, 3, 2],
      },
      {
        way: 'a mail-only locality',
        files: [
          text('locality.txt', ...widened('locality.txt', ['is_mail_only', 'true'])),
          text('precinct.txt', precincts[0], precincts[1], 'p2,South,loc1,'),
        ],
        found: ['warning unreferenced polling_location.txt:3 id «pl2»'],
      },
      {
        way: 'declared as not voting',
        files: [
          text('precinct.txt', ...widened('precinct.txt', ['is_not_voting', '', '']), 'p3,West,loc1,,yes'),
        ],
        beside: thirdPrecinct('', '').beside ?? [],
        found: [],
        gives: [3, 3, 2],
      },
    ],
  },
  {
    item: '“By mail” where the polling place should stand',
    happens:
      'Set aside with its precincts, until somebody says that they vote by mail. Nobody is sent to it.',
    codes: ['place-says-by-mail'],
    ways: [
      {
        way: 'in a feed',
        files: [text('polling_location.txt', places[0], places[1], 'pl2,Vote by Mail,,Springvale,OH,43999')],
        found: [
          'error place-says-by-mail polling_location.txt:3 name «Vote by Mail»',
          'error place-dangling precinct.txt:3 polling_location_ids «pl2»',
        ],
      },
      own(
        'ranges',
        [
          {
            Pct: '03',
            'Votes at': 'MAIL BALLOT PRECINCT',
            'Place address': '',
            Hours: '',
            Lat: '',
            Long: '',
          },
        ],
        [
          'error place-says-by-mail list.csv:5 Votes at «MAIL BALLOT PRECINCT»',
          'error place-dangling list.csv:5 Votes at «place-mail-ballot-precinct»',
        ],
      ),
      own(
        'precinctPlaces',
        ['04,Vote by mail,,,,,,,'],
        [
          'error place-says-by-mail list.csv:5 Votes at «Vote by mail»',
          'error place-dangling list.csv:5 Votes at «place-vote-by-mail»',
        ],
      ),
      {
        way: 'declared as mail-only',
        files: [
          text('precinct.txt', ...widened('precinct.txt', ['is_mail_only', '', 'yes'])),
          text('polling_location.txt', places[0], places[1], 'pl2,Vote by Mail,,Springvale,OH,43999'),
        ],
        found: ['warning unreferenced polling_location.txt:3 id «pl2»'],
      },
    ],
  },
];
