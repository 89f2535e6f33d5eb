// Owns examples of what is wrong with election, state and offices. Data only.

import type { officesCodes } from '../codes/offices';
import type { ExamplesOf } from './example';
import { soundFeed } from './sound-feed';
import { inFile, moreColumns, oneRow, sound, text } from './spoil';

const places = soundFeed['polling_location.txt'];
const withoutState = text('polling_location.txt', ...places.map((row) => row.replace(',OH,', ',,')));

export const officesExamples = {
  'election-missing': {
    title: 'The file names no election',
    ...inFile('election.txt', null, ['id,date'], ['id,date', 'e1,2026-11-03']),
  },
  'election-several': {
    title: 'The file names several elections',
    ...inFile('election.txt', 3, ['id,date', 'e1,2026-11-03', 'e2,2026-12-01'], ['id,date', 'e1,2026-11-03']),
  },
  'election-date-unreadable': {
    title: 'The election date cannot be read',
    ...inFile('election.txt', 2, ['id,date', 'e1,3.11.2026'], ['id,date', 'e1,2026-11-03']),
  },
  'state-unknown': {
    title: 'Nothing says which state this is',
    files: [withoutState],
    without: ['state.txt', 'street_segment.txt'],
    at: { file: 'state.txt', row: null },
    mended: { files: [withoutState, sound('state.txt')], without: ['street_segment.txt'] },
  },
  'state-not-the-offices': {
    title: 'The files are of another state',
    said: 'Uploaded at the desk of an office in Mississippi.',
    files: [sound('state.txt')],
    officeState: 'MS',
    at: { file: 'state.txt', row: null },
    mended: {
      said: 'Uploaded at the desk of the office in Ohio.',
      files: [sound('state.txt')],
      officeState: 'OH',
    },
  },
  'locality-file-missing': {
    title: 'There is no locality file',
    said: 'The precincts name loc1, and there is no locality.txt.',
    files: [sound('precinct.txt')],
    without: ['locality.txt'],
    at: { file: 'locality.txt', row: null },
    mended: { files: [sound('locality.txt')] },
  },
  'administration-dangling': {
    title: 'The election office is not in the files',
    ...oneRow('locality.txt', 2, 'loc1,Made-up,county,st39,ea2,America/New_York,'),
    also: ['unreferenced'],
  },
  'office-phone-missing': {
    title: 'No phone number is known',
    files: [
      text('election_administration.txt', 'id,name', 'ea1,Made-up County Clerk'),
      sound('locality.txt'),
    ],
    at: { file: 'locality.txt', row: 2 },
    mended: { files: [sound('election_administration.txt')] },
  },
  'report-uri-unreadable': {
    title: 'The page for reports is no web address',
    ...moreColumns(
      'election_administration.txt',
      2,
      ['report_uri', 'see our web page'],
      ['report_uri', 'https://elections.example/report'],
    ),
  },
  'language-unreadable': {
    title: 'The language is no language tag',
    ...moreColumns('election_administration.txt', 2, ['languages', 'en Spanish'], ['languages', 'en es']),
  },
  'time-zone-unreadable': {
    title: 'The time zone is not known',
    ...oneRow('locality.txt', 2, 'loc1,Made-up,county,st39,ea1,Eastern time,'),
  },
} as const satisfies ExamplesOf<typeof officesCodes>;
