import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FirstSeen, hashText } from './first-seen';

describe('FirstSeen', () => {
  it('agrees with a Map, also while it grows and where hashes are alike', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', '2'), maxLength: 5 });
    const poorHash = (value: string) => value.length;
    fc.assert(
      fc.property(fc.array(text, { maxLength: 300 }), fc.boolean(), (texts, isPoor) => {
        const seen = new FirstSeen(
          (i) => (isPoor ? poorHash(texts[i]!) : hashText(texts[i]!)),
          (a, b) => texts[a] === texts[b],
          4,
        );
        const firsts = new Map<string, number>();
        for (const [i, value] of texts.entries()) {
          if (!firsts.has(value)) firsts.set(value, i);
          expect(seen.add(i)).toBe(firsts.get(value));
        }
      }),
      { seed: 20261103, numRuns: 300 },
    );
  });
});
