// Owns trying every parser with 5,000 inputs of the day's seed, a share of them in each test file, so that all processors have
// something to do. `npm run test:long` tries them with 500,000. What fails is tried again by the command that the failure prints.

import { afterAll, describe, expect, it } from 'vitest';
import { fuzz } from './fuzz-parser';
import { parsers } from './parsers';

const SEED = 20261103;
const COUNT = 5_000;

/** How many files there are: `fuzz-1.test.ts` … */
export const SHARES = 4;

/** Registers the tests of one share, 1 to `SHARES`: each parser is in exactly one. */
export function tryShare(share: number): void {
  afterAll(() => {
    // What the desk in memory has set.
    for (const name of ['office', 'publish'])
      delete (globalThis as Record<symbol, unknown>)[Symbol.for(`levee.${name}-ports`)];
  });

  describe('whatever comes in', () => {
    const own = parsers.filter((_, index) => index % SHARES === share - 1);
    it.each(own)('$name stands it: no crash, no hang, nothing wrong accepted', async (parser) => {
      const { findings, inputs, accepted } = await fuzz(parser, { seed: SEED, count: COUNT });
      expect(findings).toEqual([]);
      expect(inputs).toBe(COUNT);
      // A mutator that spoils everything tries the first check alone.
      expect(accepted).toBeGreaterThan(0);
    });
  });
}
