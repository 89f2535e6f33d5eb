// Tries every parser with 5,000 inputs of the day's seed; `npm run test:long` tries them with 500,000. What fails is tried
// again by the command that the failure prints.

import { afterAll, describe, expect, it } from 'vitest';
import { createRandom } from '@/scripts/generate/random';
import { fuzz, fuzzParser } from './fuzz-parser';
import { mutateBytes, mutateJson, mutateText } from './mutate';
import { parsers } from './parsers';

const SEED = 20261103;
const COUNT = 5_000;

afterAll(() => {
  // What the desk in memory has set.
  for (const name of ['office', 'publish'])
    delete (globalThis as Record<symbol, unknown>)[Symbol.for(`levee.${name}-ports`)];
});

describe('whatever comes in', () => {
  it.each(parsers)('$name stands it: no crash, no hang, nothing wrong accepted', async (parser) => {
    const { findings, inputs, accepted } = await fuzz(parser, { seed: SEED, count: COUNT });
    expect(findings).toEqual([]);
    expect(inputs).toBe(COUNT);
    // A mutator that spoils everything tries the first check alone.
    expect(accepted).toBeGreaterThan(0);
  });
});

describe('the trial itself', () => {
  const trial = (read: (text: string) => string) =>
    fuzzParser('made up', async () => ({
      input: (random) => mutateText(['abc'], random),
      read,
      judge: (text, given) => (given === text ? 'accepted' : { wrong: 'changed' }),
    }));

  it('finds what throws, and says how to try it again', async () => {
    const { findings } = await fuzz(
      trial(() => JSON.parse('{')),
      { seed: 1, count: 1 },
    );
    expect(findings).toMatchObject([{ index: 0, replay: 'made up --seed 1 --from 0 --count 1' }]);
    expect(findings[0]?.what).toContain('SyntaxError');
    const text = Buffer.from(findings[0]?.base64 ?? '', 'base64').toString('utf16le');
    expect(text).toBe(mutateText(['abc'], createRandom(1, 0)));
  });

  it('finds what is wrongly accepted', async () => {
    const { findings } = await fuzz(
      trial((text) => `${text}!`),
      { seed: 1, count: 3 },
    );
    expect(findings.map(({ what }) => what)).toEqual(['changed', 'changed', 'changed']);
  });

  it('finds what takes long', async () => {
    const slow = trial((text) => {
      const before = process.cpuUsage();
      while (process.cpuUsage(before).user < 130_000);
      return text;
    });
    const { findings } = await fuzz(slow, { seed: 1, count: 1 });
    expect(findings[0]?.what).toMatch(/^took \d+ ms, four times$/);
  });

  it('finds what changes all objects', async () => {
    const polluting = trial((text) => {
      Object.assign(Object.getPrototypeOf({}), { polluted: true });
      return text;
    });
    const { findings } = await fuzz(polluting, { seed: 1, count: 1 });
    Reflect.deleteProperty(Object.prototype, 'polluted');
    expect(findings[0]?.what).toBe('Object.prototype has got a member');
  });

  it('makes the same inputs of the same seed, and others of another', () => {
    const inputs = (seed: number) =>
      [0, 1, 2].map((index) => {
        const random = createRandom(seed, index);
        return [
          mutateText(['abc'], random),
          mutateJson([{ a: [1] }], random),
          [...mutateBytes([new Uint8Array(9)], random)],
        ];
      });
    expect(inputs(1)).toEqual(inputs(1));
    expect(inputs(1)).not.toEqual(inputs(2));
  });
});
