// Owns what is checked of hours and days. Data only.

import { soundFeed } from '../examples/sound-feed';
import { moreColumns, text, widened } from '../examples/spoil';
import type { CheckedItem, Way } from './checked-item';
import { library, own } from './own-lists';

const places = soundFeed['polling_location.txt'];
const schedule = (...rows: readonly string[]) =>
  text('schedule.txt', 'id,hours_open_id,start_time,end_time,start_date,end_date', ...rows);
const linked = text('polling_location.txt', ...widened('polling_location.txt', ['hours_open_id', 'ho1', '']));
const withoutZone = text(
  'locality.txt',
  'id,name,type,election_administration_id',
  'loc1,Made-up,county,ea1',
);
const election = (column: string, cell: string) =>
  text('election.txt', `id,date,name,${column}`, `e1,2026-11-03,General Election,${cell}`);
const words = (cell: string, found: readonly string[], way: string): Way => ({
  way,
  ...moreColumns('polling_location.txt', 2, ['hours', cell, '7am-8pm'], ['', '', '']),
  found,
});
const day = (first: string, last = first) => `sc1,ho1,07:00:00-05:00,19:00:00-05:00,${first},${last}`;
const site = (first: string, last: string) =>
  text(
    'early_vote_site.txt',
    'id,name,address_line1,address_city,address_state,address_zip,start_date,end_date,days_times_open',
    `1,Annex,3 Ash St,Springvale,OH,43999,${first},${last},Weekdays 9 to 5`,
  );

export const hoursItems: readonly CheckedItem[] = [
  {
    item: 'Hours without a time zone',
    codes: ['schedule-without-zone'],
    ways: [
      {
        way: 'and the locality has none',
        files: [schedule('sc1,ho1,07:00,19:00,2026-11-03,2026-11-03'), linked, withoutZone],
        found: ['warning schedule-without-zone schedule.txt:2 start_time «07:00»'],
      },
      {
        way: 'at one end only',
        files: [schedule('sc1,ho1,07:00:00-05:00,19:00:00,2026-11-03,2026-11-03'), linked, withoutZone],
        found: ['warning schedule-without-zone schedule.txt:2 start_time «07:00:00-05:00»'],
      },
      {
        way: 'of the election',
        files: [
          schedule('sc1,ho1,07:00,19:00,2026-11-03,2026-11-03'),
          election('hours_open_id', 'ho1'),
          withoutZone,
        ],
        found: ['warning schedule-without-zone schedule.txt:2 start_time «07:00»'],
      },
      {
        way: 'and the locality has one',
        files: [schedule('sc1,ho1,07:00,19:00,2026-11-03,2026-11-03'), linked],
        found: [],
      },
      {
        way: 'with their distance from UTC',
        files: [schedule(day('2026-11-03')), linked, withoutZone],
        found: [],
      },
    ],
  },
  {
    item: 'Hours that close before they open',
    happens:
      'A schedule is set aside, with the others of the same hours. Words are left out, with a warning.',
    codes: ['schedule-reversed', 'hours-reversed'],
    ways: [
      {
        way: 'in a schedule',
        files: [schedule('sc1,ho1,19:00:00-05:00,07:00:00-05:00,2026-11-03,2026-11-03'), linked],
        found: [
          'error schedule-reversed schedule.txt:2 end_time «07:00:00-05:00»',
          'warning hours-dangling polling_location.txt:2 hours_open_id «ho1»',
        ],
      },
      {
        way: 'days in the wrong order',
        files: [schedule(day('2026-11-03', '2026-11-01')), linked],
        found: [
          'error schedule-reversed schedule.txt:2 end_date «2026-11-01»',
          'warning hours-dangling polling_location.txt:2 hours_open_id «ho1»',
        ],
      },
      words(
        '7:00 PM - 8:00 AM',
        ['warning hours-reversed polling_location.txt:2 hours «7:00 PM - 8:00 AM»'],
        'in words of a place',
      ),
      {
        way: 'in words of the election',
        files: [election('polling_hours', '19:00-07:00')],
        found: ['warning hours-reversed election.txt:2 polling_hours «19:00-07:00»'],
      },
      own(
        'ranges',
        [{ ...library, Hours: '8pm-7am' }],
        ['warning hours-reversed list.csv:5 Hours «8pm-7am»'],
      ),
      own('precinctPlaces', [{ Hours: '8pm-7am' }], ['warning hours-reversed list.csv:5 Hours «8pm-7am»']),
      words('7am-7pm', [], 'in order'),
    ],
  },
  {
    item: 'Hours that cannot be read for sure',
    happens: 'Words: voters see them as they stand. A schedule is set aside.',
    codes: ['hours-unreadable', 'schedule-unreadable'],
    ways: [
      words(
        '7 - 7',
        ['warning hours-unreadable polling_location.txt:2 hours «7 - 7»'],
        'which half of the day',
      ),
      {
        way: 'in a schedule',
        files: [schedule('sc1,ho1,7 am,19:00:00-05:00,2026-11-03,2026-11-03'), linked],
        found: [
          'error schedule-unreadable schedule.txt:2 start_time «7 am»',
          'warning hours-dangling polling_location.txt:2 hours_open_id «ho1»',
        ],
      },
      own('precinctPlaces', [{ Hours: 'all day' }], ['warning hours-unreadable list.csv:5 Hours «all day»']),
    ],
  },
  {
    item: 'A day that is not the election’s',
    codes: ['schedule-other-day', 'site-other-election'],
    ways: [
      {
        way: 'in the hours of a place',
        files: [schedule(day('2024-11-05')), linked],
        found: ['warning schedule-other-day polling_location.txt:2 hours_open_id «ho1»'],
      },
      {
        way: 'in the hours of the election',
        files: [schedule(day('2024-11-05')), election('hours_open_id', 'ho1')],
        found: ['warning schedule-other-day election.txt:2 hours_open_id «ho1»'],
      },
      {
        way: 'early voting of last time',
        files: [site('2024-10-20', '2024-10-30')],
        found: ['warning site-other-election early_vote_site.txt:2 start_date «2024-10-20»'],
      },
      {
        way: 'early voting after the election',
        files: [site('2026-11-10', '2026-11-20')],
        found: ['warning site-other-election early_vote_site.txt:2 start_date «2026-11-10»'],
      },
      {
        way: 'a drop box of last time',
        files: [
          text(
            'polling_location.txt',
            `${places[0]},is_drop_box,hours_open_id`,
            `${places[1]},,`,
            `${places[2]},,`,
            'pl3,Drop box,3 Ash St,Springvale,OH,43999,yes,ho1',
          ),
          schedule(day('2024-10-20', '2024-11-05')),
        ],
        found: ['warning site-other-election polling_location.txt:4 hours_open_id «ho1»'],
      },
      { way: 'early voting of this one', files: [site('2026-10-06', '2026-11-01')], found: [] },
      {
        way: 'hours of several days, election day among them',
        files: [schedule(day('2026-11-02', '2026-11-03')), linked],
        found: [],
      },
    ],
  },
  {
    item: 'An election whose date cannot be read, several elections, or none',
    codes: ['election-date-unreadable', 'election-several', 'election-missing', 'file-missing'],
    ways: [
      {
        way: 'a day first',
        files: [text('election.txt', 'id,date', 'e1,13/11/2026')],
        found: ['fatal election-date-unreadable election.txt:2 date «13/11/2026»'],
      },
      {
        way: 'two of them',
        files: [text('election.txt', 'id,date', 'e1,2026-11-03', 'e2,2026-12-01')],
        found: ['fatal election-several election.txt:3 - «-»'],
      },
      {
        way: 'no row',
        files: [text('election.txt', 'id,date')],
        found: ['fatal election-missing election.txt:- - «-»'],
        forms: ['zip'],
      },
      {
        way: 'no file, and the office has not said',
        files: [],
        without: ['election.txt'],
        found: ['fatal file-missing election.txt:- - «-»'],
      },
    ],
  },
];
