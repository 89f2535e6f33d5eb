import { describe, expect, it } from 'vitest';
import { HEIGHT_STEP_PX, heightIn, heightMessage, MAX_HEIGHT_PX, MIN_HEIGHT_PX } from './frame-height';

describe('what the frame tells', () => {
  it.each([
    [0, MIN_HEIGHT_PX],
    [MIN_HEIGHT_PX, MIN_HEIGHT_PX],
    [MIN_HEIGHT_PX + 0.5, MIN_HEIGHT_PX + HEIGHT_STEP_PX],
    [MIN_HEIGHT_PX + HEIGHT_STEP_PX, MIN_HEIGHT_PX + HEIGHT_STEP_PX],
    [1e9, MAX_HEIGHT_PX],
  ])('%d px of content ask for %d', (content, height) => {
    expect(heightMessage(content)).toEqual({ leveeHeight: height });
  });

  it('is the same for contents that differ by less than a step, but where a step begins', () => {
    const heights = new Set(Array.from({ length: 4000 }, (_, px) => heightMessage(px).leveeHeight));
    expect(heights.size).toBeLessThanOrEqual(4000 / HEIGHT_STEP_PX + 1);
  });
});

describe('what the page around it believes', () => {
  it.each([
    [{ leveeHeight: MIN_HEIGHT_PX + 1 }, MIN_HEIGHT_PX + 1],
    [{ leveeHeight: 1 }, MIN_HEIGHT_PX],
    [{ leveeHeight: Number.POSITIVE_INFINITY }, MAX_HEIGHT_PX],
    [{ leveeHeight: Number.NaN }, null],
    [{ leveeHeight: -5 }, null],
    [{ leveeHeight: '900' }, null],
    [{ height: 900 }, null],
    ['900', null],
    [null, null],
    [undefined, null],
  ])('%o -> %o', (data, height) => {
    expect(heightIn(data)).toBe(height);
  });
});
