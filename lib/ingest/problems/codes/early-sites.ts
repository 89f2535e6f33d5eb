// Owns what can be wrong with an office's files: early voting and drop boxes. Data only, as lib/ingest/problems/problem-codes says.

import type { CodeEntry } from './code-entry';

export const earlySitesCodes = {
  'site-dangling': {
    severity: 'warning',
    meaning:
      'The place or early-voting site that is named here is not in the files (or was set aside). Voters do not see it.',
    remedy: 'Correct the id or add the place.',
  },
  'site-unlinked': {
    severity: 'warning',
    meaning:
      'Nothing says which of several localities this early-voting site or drop box serves. Voters do not see it.',
    remedy: 'Link it to its localities or precincts (polling_location_ids, or the link tables of VIP 3.0).',
  },
  'site-dates-unreadable': {
    severity: 'warning',
    meaning:
      'The first or last day of the early-voting site cannot be read, or comes in the wrong order. It is left out.',
    remedy: 'Write both days as 2026-10-20.',
  },
  'site-other-election': {
    severity: 'warning',
    meaning:
      'Every day of this early-voting site or drop box lies after election day, or more than 100 days before it: they are those of ' +
      'another election. Voters see them as they stand.',
    remedy: 'Correct the days, or leave the site out of this list.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
