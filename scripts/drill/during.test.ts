import { expect, it } from 'vitest';
import type { Attack } from './attack';
import { during } from './during';

const counting = (): Attack & { readonly turns: number[] } => {
  const turns: number[] = [];
  return {
    name: 'counted',
    turns,
    run: async (seconds) => {
      turns.push(seconds);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return { seconds, requests: 10, errors: 0, refused: 1 };
    },
  };
};

it('does the work once, however many turns there are, and floods until it is done', async () => {
  const flood = counting();
  let works = 0;
  const both = during(
    'work',
    async () => {
      works += 1;
      while (flood.turns.length < 3) await new Promise((resolve) => setTimeout(resolve, 1));
    },
    flood,
  );
  const first = await both.run(0.001);
  expect(flood.turns.length).toBeGreaterThanOrEqual(3);
  expect(first.requests).toBe(10 * flood.turns.length);
  await both.run(0.001);
  expect(works).toBe(1);
});

it('ends with what the work throws', async () => {
  const failing = during('work', async () => {
    throw new Error('it went wrong');
  });
  await expect(failing.run(0.001)).rejects.toThrow('it went wrong');
});
