// Owns what can be wrong with an office's files: election, state, offices. Data only, as lib/ingest/problems/problem-codes says.

import type { CodeEntry } from './code-entry';

export const officesCodes = {
  'election-missing': {
    severity: 'fatal',
    meaning: 'The election file has no row that can be read.',
    remedy: 'Give it one row with the election date.',
  },
  'election-several': {
    severity: 'fatal',
    meaning: 'The election file has more than one election; a feed is for exactly one.',
    remedy: 'Keep the row of this election and publish the other as a feed of its own.',
  },
  'election-date-unreadable': {
    severity: 'fatal',
    meaning: 'The election date is not a day that can be read with certainty.',
    remedy: 'Write it as 2026-11-03 or 11/03/2026.',
  },
  'state-unknown': {
    severity: 'fatal',
    meaning: 'Nothing in the files says which state this is.',
    remedy: 'Name the state in the state file, or fill the state column of the streets.',
  },
  'state-not-the-offices': {
    severity: 'fatal',
    meaning: 'These files are of another state than the office they were uploaded to.',
    remedy: 'Choose the files of this office, or upload them where they belong.',
  },
  'locality-file-missing': {
    severity: 'warning',
    meaning: "There is no locality file, so the precincts' locality ids stand in for its names.",
    remedy: 'Add locality.txt with id, name, type and election_administration_id.',
  },
  'administration-dangling': {
    severity: 'warning',
    meaning: 'The election office that this row names is not in the election administration file.',
    remedy: 'Correct the id or add the office.',
  },
  'office-phone-missing': {
    severity: 'warning',
    meaning: 'No phone number is known for the office of this locality.',
    remedy:
      'Add a phone column to the election administration file, or the contact information that holds it.',
  },
  'report-uri-unreadable': {
    severity: 'warning',
    meaning: 'The page for reports is no web address. Voters get the mail address or the phone instead.',
    remedy: 'Write the whole address: https://elections.example/report.',
  },
  'language-unreadable': {
    severity: 'warning',
    meaning: 'The language is no language tag, so it is left out.',
    remedy: 'Write tags with blanks between them: en es zh-Hant.',
  },
  'time-zone-unreadable': {
    severity: 'warning',
    meaning: 'The time zone is not one that computers know, so it is left out.',
    remedy: 'Write a name such as America/Chicago.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
