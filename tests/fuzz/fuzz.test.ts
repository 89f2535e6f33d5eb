// Owns that the trial of parsers sees what it is there for, and that every parser is tried (./try-share).

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createRandom } from '@/scripts/generate/random';
import { fuzz, fuzzParser } from './fuzz-parser';
import { mutateBytes, mutateJson, mutateText } from './mutate';
import { SHARES } from './try-share';

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

  it('leaves no share of the parsers out', () => {
    const files = readdirSync('tests/fuzz').filter((name) => /^fuzz-\d+\.test\.ts$/.test(name));
    const shares = files.map(
      (name) => /tryShare\((\d+)\)/.exec(readFileSync(`tests/fuzz/${name}`, 'utf8'))?.[1],
    );
    expect(shares.sort()).toEqual(Array.from({ length: SHARES }, (_, index) => String(index + 1)));
  });
});
