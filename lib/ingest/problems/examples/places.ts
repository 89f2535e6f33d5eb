// Owns examples of what is wrong with polling places. Data only.

import type { placesCodes } from '../codes/places';
import type { ExamplesOf } from './example';
import { soundFeed } from './sound-feed';
import { moreColumns, oneRow, text } from './spoil';

const file = 'polling_location.txt';
const places = soundFeed[file];

/** Two places of parties, with the point of the second. */
const withParties = (point: string) =>
  text(file, `${places[0]},latitude,longitude,party`, `${places[1]},40.9,-83.3,D`, `${places[2]},${point},R`);
const northBoth = text(
  'precinct.txt',
  'id,name,locality_id,polling_location_ids',
  'p1,North,loc1,pl1 pl2',
  'p2,South,loc1,pl2',
);

export const placesExamples = {
  'place-name-missing': {
    title: 'The polling place has no name',
    ...oneRow(file, 2, 'pl1,,1 Oak St,Springvale,OH,43999'),
  },
  'place-says-by-mail': {
    title: 'It says “by mail” where the polling place should stand',
    ...oneRow(file, 2, 'pl1,Vote by Mail,1 Oak St,Springvale,OH,43999'),
    also: ['place-dangling'],
  },
  'place-address-missing': {
    title: 'The polling place has no address',
    ...oneRow(file, 2, 'pl1,First School,,Springvale,OH,43999'),
  },
  'place-address-without-number': {
    title: 'The address of the polling place has no number',
    ...oneRow(file, 2, 'pl1,First School,Oak St,Springvale,OH,43999'),
  },
  'place-zip-unreadable': {
    title: 'The ZIP of the polling place cannot be read',
    ...oneRow(file, 2, 'pl1,First School,1 Oak St,Springvale,OH,4399'),
  },
  'place-state-other': {
    title: 'The polling place lies in another state',
    ...oneRow(file, 2, 'pl1,First School,1 Oak St,Springvale,PA,43999'),
  },
  'place-point-unreadable': {
    title: 'The point on the map cannot be right',
    ...moreColumns(
      file,
      2,
      ['latitude,longitude', '40.9,83.3', '40.8,-83.4'],
      ['latitude,longitude', '40.9,-83.3', '40.8,-83.4'],
    ),
  },
  'place-point-shared': {
    title: 'Two polling places at one point',
    ...moreColumns(
      file,
      3,
      ['latitude,longitude', '40.9,-83.3', '40.9,-83.3'],
      ['latitude,longitude', '40.9,-83.3', '40.8,-83.4'],
    ),
  },
  'place-far-away': {
    title: 'Places of one precinct are far apart',
    files: [withParties('39.9,-83.3'), northBoth],
    at: { file, row: 3 },
    mended: { files: [withParties('40.8,-83.3'), northBoth] },
  },
  'access-fact-unreadable': {
    title: 'The cell about getting in is neither yes nor no',
    ...moreColumns(
      file,
      3,
      ['step_free_entrance', 'unknown', 'ramp'],
      ['step_free_entrance', 'unknown', 'yes'],
    ),
  },
  'access-date-unreadable': {
    title: 'The day of the check cannot be read',
    ...moreColumns(
      file,
      2,
      ['accessibility_checked_on', 'last fall', '2026-09-01'],
      ['accessibility_checked_on', '2025-10-06', '2026-09-01'],
    ),
  },
  'relay-phone-unreadable': {
    title: 'The relay number is no phone number',
    ...moreColumns(file, 2, ['relay_phone', 'ask us', '711'], ['relay_phone', '711', '711']),
  },
} as const satisfies ExamplesOf<typeof placesCodes>;
