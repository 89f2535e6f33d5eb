import { describe, expect, it } from 'vitest';
import { createRandom } from '../generate/random';
import { MUTATIONS, mutated } from './mutate';

describe('a mutation', () => {
  it.each(MUTATIONS)('%s: leaves other bytes, the same for the same seed', (kind) => {
    const bytes = Buffer.from('where do I vote');
    for (let seed = 1; seed <= 200; seed += 1) {
      const made = mutated(kind, bytes, { random: createRandom(seed, 1), other: Buffer.from('elsewhere') });
      const again = mutated(kind, bytes, { random: createRandom(seed, 1), other: Buffer.from('elsewhere') });
      expect(made).toEqual(again);
      expect(made === null ? null : Buffer.from(made).toString('latin1')).not.toBe('where do I vote');
    }
  });

  it('is one, too, where the other file happens to be the same', () => {
    const bytes = Buffer.from('same');
    expect(mutated('swap', bytes, { random: createRandom(1, 1), other: Buffer.from('same') })).not.toEqual(
      bytes,
    );
  });
});
