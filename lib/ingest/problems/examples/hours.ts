// Owns examples of what is wrong with hours. Data only.

import type { hoursCodes } from '../codes/hours';
import type { ExamplesOf } from './example';
import { inFile, moreColumns, sound, text, widened } from './spoil';

const header = 'id,hours_open_id,start_time,end_time,start_date,end_date';
const good = 'sc1,ho1,07:00:00-05:00,19:00:00-05:00,2026-11-03,2026-11-03';
const linked = text('polling_location.txt', ...widened('polling_location.txt', ['hours_open_id', 'ho1', '']));
const withoutZone = text(
  'locality.txt',
  'id,name,type,election_administration_id',
  'loc1,Made-up,county,ea1',
);
const schedule = (row: string) => text('schedule.txt', header, row);

/** A schedule of a place, spoilt; the place is around it. */
const spoiltSchedule = (row: string) => ({
  ...inFile('schedule.txt', 2, [header, row], [header, good]),
  beside: [linked],
  also: ['hours-dangling'] as const,
});

export const hoursExamples = {
  'hours-unreadable': {
    title: 'The hours cannot be read',
    ...moreColumns(
      'polling_location.txt',
      2,
      ['hours', '6 to 7', '7am-8pm'],
      ['hours', '6:00 AM - 7:00 PM', '7am-8pm'],
    ),
  },
  'hours-reversed': {
    title: 'The hours end before they begin',
    ...moreColumns(
      'polling_location.txt',
      2,
      ['hours', '7:00 PM - 8:00 AM', '7am-8pm'],
      ['hours', '7:00 AM - 8:00 PM', '7am-8pm'],
    ),
  },
  'hours-dangling': {
    title: 'The hours are not in the files',
    files: [linked],
    at: { file: 'polling_location.txt', row: 2 },
    mended: { files: [linked, schedule(good)] },
  },
  'schedule-unreadable': {
    title: 'A date or time of a schedule cannot be read',
    ...spoiltSchedule('sc1,ho1,7 am,19:00:00-05:00,2026-11-03,2026-11-03'),
  },
  'schedule-reversed': {
    title: 'The schedule ends before it begins',
    ...spoiltSchedule('sc1,ho1,19:00:00-05:00,07:00:00-05:00,2026-11-03,2026-11-03'),
  },
  'schedule-without-zone': {
    title: 'Times without a time zone',
    files: [schedule('sc1,ho1,07:00,19:00,2026-11-03,2026-11-03'), withoutZone],
    at: { file: 'schedule.txt', row: 2 },
    beside: [linked],
    mended: { files: [schedule('sc1,ho1,07:00,19:00,2026-11-03,2026-11-03'), sound('locality.txt')] },
  },
  'schedule-other-day': {
    title: 'The hours are of other days than election day',
    files: [linked, schedule('sc1,ho1,07:00:00-05:00,19:00:00-05:00,2026-10-20,2026-11-02')],
    at: { file: 'polling_location.txt', row: 2 },
    mended: { files: [linked, schedule(good)] },
  },
} as const satisfies ExamplesOf<typeof hoursCodes>;
