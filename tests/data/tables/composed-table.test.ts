// Headings put together by chance: more of them than anybody could look at, so that no list of known names helps.

import { describe, expect, it } from 'vitest';
import { composedShape } from './composed-shapes.fixture';
import { answersOf, judge } from './judge.fixture';
import type { Shape } from './shapes.fixture';
import { madeTruth } from './truth.fixture';
import { writeTable } from './write-table.fixture';

async function told(shape: Shape, seed: number) {
  const truth = madeTruth(seed, shape.county);
  const written = writeTable(shape, truth, seed);
  const { verdict, differs, proposal } = await judge(shape, written, truth.state);
  const isRead = proposal.mapping.kind !== 'ignored';
  const isAsked = verdict !== 'right' && isRead;
  const wrong = isAsked ? (await answersOf(shape, written, truth, proposal.mapping)).wrong : [];
  return { verdict, differs, wrong };
}

const seeds = (from: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => from + at);

describe('a heading of words by chance', () => {
  it('is read at once, but for few, and never taken wrongly', async () => {
    const all = seeds(1, 120);
    let right = 0;
    for (const seed of all) {
      const shape = composedShape(seed);
      const { verdict, differs, wrong } = await told(shape, seed);
      expect({ heading: shape.heading, sure: verdict === 'wrong' ? differs : [], wrong }).toMatchObject({
        sure: [],
        wrong: [],
      });
      if (verdict === 'right') right++;
    }
    expect(right / all.length).toBeGreaterThanOrEqual(0.95);
  });

  it('without which nobody can tell is asked about, and misleads nobody who confirms it unseen', async () => {
    for (const seed of seeds(2001, 80)) {
      const shape = { ...composedShape(seed), isHeaderless: true };
      const { verdict, differs, wrong } = await told(shape, seed);
      expect({ heading: shape.heading, sure: verdict === 'wrong' ? differs : [], wrong }).toMatchObject({
        sure: [],
        wrong: [],
      });
    }
  });
});
