// Owns examples of what is likely wrong by what stands around it. Data only.

import type { likelyCodes } from '../codes/likely';
import type { ExamplesOf } from './example';
import { soundFeed } from './sound-feed';
import { inFile } from './spoil';

const segments = soundFeed['street_segment.txt'];

/** Seven blocks of one side of a street; `third` is the precinct of the block from 301. */
const blocks = (third: string) => [
  ...segments,
  ...[1, 2, 3, 4, 5, 6].map(
    (block) => `o${block},${block}01,${block}99,odd,OAK,ST,Springvale,OH,43999,${block === 3 ? third : 'p1'}`,
  ),
];

export const likelyExamples = {
  'range-differs-from-neighbours': {
    title: 'A range votes elsewhere than all around it',
    ...inFile('street_segment.txt', 6, blocks('p2'), blocks('p1')),
  },
} as const satisfies ExamplesOf<typeof likelyCodes>;
