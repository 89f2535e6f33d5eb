// Owns an example of each cause that an approver has to take note of (./change-causes.ts): what is live, and the list that comes after
// it. Data only; ./cause-examples.test.ts reads and compares them.

import type { ExampleUpload } from '@/lib/ingest/problems/examples/example';
import { soundFeed } from '@/lib/ingest/problems/examples/sound-feed';
import { sound, text } from '@/lib/ingest/problems/examples/spoil';
import type { CauseCode } from './change-causes';

export interface CauseExample {
  readonly title: string;
  readonly meaning: string;
  readonly remedy: string;
  /** null: whatever is live, and be it nothing. */
  readonly live: ExampleUpload | null;
  readonly draft: ExampleUpload;
  /** Other causes that cannot but come with it. */
  readonly also?: readonly CauseCode[];
  /** What is known beside the two lists. */
  readonly facts?: {
    readonly today?: string;
    /** The list was published before. */
    readonly isOfBefore?: true;
    /** What was put right in an earlier list and is as it was before, as sentences. */
    readonly lostFixes?: readonly string[];
  };
}

const [precinctHeader, , south] = soundFeed['precinct.txt'];
const [streetHeader, odd, even] = soundFeed['street_segment.txt'];
const livePrecincts: ExampleUpload = { files: [sound('precinct.txt')] };
const liveStreets: ExampleUpload = { files: [sound('street_segment.txt')] };
const precincts = (...rows: readonly string[]): ExampleUpload => ({
  files: [text('precinct.txt', precinctHeader, ...rows)],
});
const streets = (...rows: readonly string[]): ExampleUpload => ({
  files: [text('street_segment.txt', streetHeader, ...rows)],
});

/** Code -> its example. A new cause without one does not compile. */
export const causeExamples: Readonly<Record<CauseCode, CauseExample>> = {
  'precincts-change-place': {
    title: 'Many precincts change their place',
    meaning: 'More than 5 of 100 precincts have another polling place than on the list that is live.',
    remedy:
      'Compare with what was decided. If the places have really changed, take note of it; if not, the column of places was mixed up.',
    live: livePrecincts,
    draft: precincts('p1,North,loc1,pl2', south),
  },
  'precinct-loses-place': {
    title: 'A precinct loses its place',
    meaning:
      'A precinct that has a polling place on the live list has none on this one, or is not on it any more.',
    remedy: 'Check that it votes by mail, was merged, or is not voting. Else link it to its place.',
    live: livePrecincts,
    draft: {
      files: [text('precinct.txt', precinctHeader, south), text('street_segment.txt', streetHeader, even)],
    },
    also: ['addresses-vanish'],
  },
  'precincts-swap-places': {
    title: 'Precincts have each other’s place',
    meaning: 'Two precincts have changed places with each other, which nearly always is a mix-up.',
    remedy: 'Ask whoever made the list. Rows that were sorted without one of their columns look like this.',
    live: livePrecincts,
    draft: precincts('p1,North,loc1,pl2', 'p2,South,loc1,pl1'),
    also: ['precincts-change-place'],
  },
  'addresses-move': {
    title: 'Addresses are in another precinct',
    meaning:
      'More than 5 of 1,000 house numbers are in another precinct than on the live list, and vote elsewhere for it.',
    remedy:
      'Look at the examples on the comparison. If lines were drawn anew, take note of it; if not, a column has slipped.',
    live: liveStreets,
    draft: streets(
      'ss1,1,99,odd,OAK,ST,Springvale,OH,43999,p2',
      even,
      'ss3,1,9,odd,ELM,ST,Springvale,OH,43999,p1',
    ),
  },
  'addresses-vanish': {
    title: 'Addresses are no longer on the list',
    meaning:
      'More than 2 of 100 house numbers, or of whole streets, are on the live list and not on this one.',
    remedy: 'Check whether the file is whole, and of all of the office. Voters there will be told to call.',
    live: liveStreets,
    draft: {
      files: [text('street_segment.txt', streetHeader, odd)],
    },
  },
  'election-over': {
    title: 'The election of this list is over',
    meaning: 'The day of the election lies before today, so it may be last election’s file.',
    remedy: 'Upload the list of the coming election, or correct its date.',
    live: null,
    draft: { said: 'Uploaded on November 10, 2026.', files: [sound('election.txt')] },
    facts: { today: '2026-11-10' },
  },
  'same-file-again': {
    title: 'The list was published before',
    meaning: 'This list is the same, word for word, as one that was published earlier.',
    remedy:
      'Check that it is not the file of last time. If nothing has changed, there is nothing to publish.',
    live: null,
    draft: { said: 'Uploaded again, with nothing changed.', files: [sound('street_segment.txt')] },
    facts: { isOfBefore: true },
  },
  'fix-lost': {
    title: 'What was put right before is wrong again',
    meaning:
      'Something that was put right in an earlier list, at the desk or in a file, is on this one as it was before.',
    remedy:
      'Correct it where the list is kept, so that it stays right; or correct it here once more. If it was right before, take note of it.',
    live: {
      said: 'In an earlier upload row 2 led to precinct p2, and somebody had it put right to p1.',
      files: [sound('street_segment.txt')],
    },
    draft: {
      said: 'The next upload has p2 again.',
      ...streets(odd.replace('p1', 'p2'), even, 'ss3,201,299,odd,OAK,ST,Springvale,OH,43999,p1'),
    },
    also: ['addresses-move'],
    facts: { lostFixes: ['1-99 OAK ST, Springvale: South again, and had been put right to North'] },
  },
  'many-conflicts': {
    title: 'Many rows contradict each other',
    meaning:
      'More than 5 of 1,000 rows of the street list contradict another row, so that voters there are told to call.',
    remedy:
      'Correct the rows that the problems of the list name (overlap-conflict, precinct-several-places).',
    live: null,
    draft: streets(odd, even, 'ss3,99,199,odd,OAK,ST,Springvale,OH,43999,p2'),
  },
};
