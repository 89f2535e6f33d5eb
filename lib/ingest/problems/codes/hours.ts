// Owns what can be wrong with an office's files: hours. Data only, as lib/ingest/problems/problem-codes says.

import type { CodeEntry } from './code-entry';

export const hoursCodes = {
  'hours-unreadable': {
    severity: 'warning',
    meaning: 'The hours cannot be read with certainty. Voters see them word for word.',
    remedy: 'Write them as 7:00 AM - 7:00 PM, or as schedules.',
  },
  'hours-reversed': {
    severity: 'warning',
    meaning: 'The hours end before they begin, so they are left out.',
    remedy: 'Correct am and pm, as in 7:00 AM - 8:00 PM.',
  },
  'hours-dangling': {
    severity: 'warning',
    meaning: 'No schedule has this hours_open_id, so no hours are shown.',
    remedy: 'Correct the id or add the schedule.',
  },
  'schedule-unreadable': {
    severity: 'error',
    meaning: 'A date or time of the schedule cannot be read.',
    remedy: 'Write dates as 2026-11-03 and times as 07:00:00-06:00.',
  },
  'schedule-reversed': {
    severity: 'error',
    meaning: 'The schedule ends before it begins.',
    remedy: 'Correct the times or the dates.',
  },
  'schedule-without-zone': {
    severity: 'warning',
    meaning: "Times stand without a time zone. They are taken to be the place's own.",
    remedy: 'Write the distance from UTC behind the time (07:00:00-06:00), or give the locality a time_zone.',
  },
  'schedule-other-day': {
    severity: 'warning',
    meaning: 'These hours are for election day, and none of their days is election day.',
    remedy: 'Correct the dates; if they are those of an early-voting site, mark it as is_early_voting.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
