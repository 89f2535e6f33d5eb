// Owns what can be wrong with an office's files: ids and flags, in any table. Data only, as lib/ingest/problems/problem-codes says.

import type { CodeEntry } from './code-entry';

export const tablesCodes = {
  'id-missing': {
    severity: 'error',
    meaning: 'The row has no id.',
    remedy: 'Give the row an id of its own.',
  },
  'id-damaged': {
    severity: 'error',
    meaning: 'A spreadsheet has rewritten this id as a rounded number (1.23E+10).',
    remedy: 'Format the column as text in the spreadsheet and fill the ids in again.',
  },
  'id-duplicate': {
    severity: 'error',
    meaning: 'Several rows share this id and say different things, so all of them are set aside.',
    remedy: 'Give each its own id, or remove the row that is out of date.',
  },
  'id-repeated': {
    severity: 'warning',
    meaning: 'The same row stands in the file more than once. The last one counts.',
    remedy: 'Remove the repetition.',
  },
  'flag-unreadable': {
    severity: 'error',
    meaning: 'The cell must say yes or no (true, false, 1, 0 are fine too).',
    remedy: 'Write yes or no, or leave the cell blank for no.',
  },
  unreferenced: {
    severity: 'warning',
    meaning: 'Rows of this file are not used by any other row, so they are left out.',
    remedy: 'Nothing to do if the file covers a larger area; else check the ids that should lead here.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
