import { expect, it } from 'vitest';
import { wholeHead, wholeLine, wholeRow } from './whole-report';
import { withNeeds } from './work';

const MB = 1024 * 1024;
const bare = { seconds: 4, processorSeconds: 5, peakBytes: 90 * MB };
const took = (peakMb: number) => ({ seconds: 40, processorSeconds: 50, peakBytes: peakMb * MB });

it('meets the limit of memory where it is just reached, and not where it is just missed', () => {
  const isMet = (peakMb: number) => wholeLine({ work: 'compare', taken: took(peakMb), why: '' }, bare).isMet;
  expect([isMet(700), isMet(701)]).toEqual([true, false]);
});

it('says time as a ratio to the bare pass, and what something that died said last', () => {
  const died = wholeLine({ work: 'publish', taken: null, why: 'heap out of memory' }, bare);
  const text = [
    wholeHead(2_000_000, 1024),
    wholeRow(wholeLine({ work: 'compare', taken: took(650), why: '' }, bare)),
  ];
  expect(text.join('')).toMatch(/^2,000,000 rows.*1024 MB/);
  expect(text.join('')).toMatch(/^compare +40\.0 s +10\.0 x +650 MB +met$/m);
  expect(wholeRow(died)).toMatch(/^publish +- +- +- +DIED: heap out of memory$/m);
  expect(died.isMet).toBe(false);
});

it('measures what another piece of work needs before it', () => {
  expect(withNeeds(['lookup', 'compare'])).toEqual(['publish', 'compare', 'compile', 'lookup']);
});
