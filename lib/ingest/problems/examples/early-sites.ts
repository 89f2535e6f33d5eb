// Owns examples of what is wrong with early voting and drop boxes. Data only.

import type { earlySitesCodes } from '../codes/early-sites';
import type { ExamplesOf } from './example';
import { soundFeed } from './sound-feed';
import { inFile, oneRow, text } from './spoil';

const [localityHeader] = soundFeed['locality.txt'];
const siteHeader = 'id,name,address_line1,address_city,address_state,address_zip,start_date,end_date';
const places = soundFeed['polling_location.txt'];

const box = text(
  'polling_location.txt',
  ...places.map((row, at) => `${row},${at === 0 ? 'is_drop_box' : 'no'}`),
  'pl3,Drop box,3 Ash St,Springvale,OH,43999,yes',
);
/** Two localities; `ids` are what the first one has beside its precincts' places. */
const localities = (ids: string) =>
  text(
    'locality.txt',
    localityHeader,
    `loc1,Made-up,county,st39,ea1,America/New_York,${ids}`,
    'loc2,Other,county,st39,ea1,America/New_York,',
  );
const southIsOther = text(
  'precinct.txt',
  'id,name,locality_id,polling_location_ids',
  'p1,North,loc1,pl1',
  'p2,South,loc2,pl2',
);

export const earlySitesExamples = {
  'site-dangling': {
    title: 'The early-voting site is not in the files',
    ...oneRow('locality.txt', 2, 'loc1,Made-up,county,st39,ea1,America/New_York,pl9'),
  },
  'site-unlinked': {
    title: 'Nothing says whom the site serves',
    files: [box, localities('')],
    at: { file: 'polling_location.txt', row: 4 },
    beside: [southIsOther],
    mended: { files: [box, localities('pl3')] },
  },
  'site-dates-unreadable': {
    title: 'The days of early voting cannot be right',
    ...inFile(
      'early_vote_site.txt',
      2,
      [siteHeader, '1,Annex,3 Ash St,Springvale,OH,43999,2026-10-20,2026-10-19'],
      [siteHeader, '1,Annex,3 Ash St,Springvale,OH,43999,2026-10-20,2026-10-30'],
    ),
  },
  'site-other-election': {
    title: 'The days of early voting are another election’s',
    ...inFile(
      'early_vote_site.txt',
      2,
      [siteHeader, '1,Annex,3 Ash St,Springvale,OH,43999,2024-10-20,2024-10-30'],
      [siteHeader, '1,Annex,3 Ash St,Springvale,OH,43999,2026-10-20,2026-10-30'],
    ),
  },
} as const satisfies ExamplesOf<typeof earlySitesCodes>;
