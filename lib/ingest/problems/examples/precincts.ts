// Owns examples of what is wrong with precincts, and with what they link to. Data only.

import type { precinctsCodes } from '../codes/precincts';
import type { ExamplesOf } from './example';
import { moreColumns, oneRow, soundStreet, street, text, thirdPrecinct, widened } from './spoil';

const split = text('precinct_split.txt', 'id,precinct_id', 'sp1,p1');
const unlinked = text('precinct.txt', 'id,name,locality_id', 'p1,North,loc1', 'p2,South,loc1');
const links = 'precinct_id,polling_location_id';

/** Streets with a column of splits. */
const streetsWith = (...splits: readonly [string, string]) =>
  text('street_segment.txt', ...widened('street_segment.txt', ['precinct_split_id', ...splits]));

export const precinctsExamples = {
  'locality-dangling': {
    title: 'The locality is not in the files',
    ...thirdPrecinct('p3,West,loc2,pl1', 'p3,West,loc1,pl1'),
  },
  'place-dangling': {
    title: 'The polling place is not in the files',
    ...thirdPrecinct('p3,West,loc1,pl9', 'p3,West,loc1,pl1'),
  },
  'link-unreadable': {
    title: 'A link to a polling place is damaged',
    files: [text('precinct_polling_location.txt', links, 'p1,pl1', 'p1', 'p2,pl2'), unlinked],
    at: { file: 'precinct_polling_location.txt', row: 3 },
    also: ['row-too-few-cells'],
    mended: { files: [text('precinct_polling_location.txt', links, 'p1,pl1', 'p2,pl2'), unlinked] },
  },
  'precinct-dangling': {
    title: 'The precinct is not in the files',
    ...street('ss3,201,299,odd,OAK,ST,Springvale,OH,43999,p9', soundStreet),
  },
  'precinct-missing': {
    title: 'The row names no precinct',
    ...street('ss3,201,299,odd,OAK,ST,Springvale,OH,43999,', soundStreet),
  },
  'split-dangling': {
    title: 'The precinct split is not in the files',
    files: [streetsWith('sp1', 'sp9'), split],
    at: { file: 'street_segment.txt', row: 3 },
    also: ['precinct-without-streets'],
    mended: { files: [streetsWith('sp1', ''), split] },
  },
  'split-file-missing': {
    title: 'There is no file of precinct splits',
    ...moreColumns('street_segment.txt', 2, ['precinct_split_id', 'sp1', ''], ['precinct_split_id', '', '']),
  },
  'split-other-precinct': {
    title: 'The split belongs to another precinct',
    files: [streetsWith('sp1', 'sp1'), split],
    at: { file: 'street_segment.txt', row: 3 },
    also: ['precinct-without-streets'],
    mended: { files: [streetsWith('sp1', ''), split] },
  },
  'precinct-without-place': {
    title: 'The precinct has no polling place',
    ...thirdPrecinct('p3,West,loc1,', 'p3,West,loc1,pl1'),
  },
  'precinct-several-places': {
    title: 'The precinct has several polling places',
    ...oneRow('precinct.txt', 2, 'p1,North,loc1,pl1 pl2'),
  },
} as const satisfies ExamplesOf<typeof precinctsCodes>;
