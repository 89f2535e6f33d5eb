import { describe, expect, it } from 'vitest';
import type { Ring } from './geojson';
import { metresToRing, ringFault } from './ring';

const square: Ring = [
  [0, 0],
  [0, 1],
  [1, 1],
  [1, 0],
  [0, 0],
];

describe('ringFault', () => {
  it.each<[string, Ring, ReturnType<typeof ringFault>]>([
    ['a square', square, null],
    ['nothing', [], 'tooShort'],
    [
      'a line there and back',
      [
        [0, 0],
        [0, 1],
        [0, 0],
      ],
      'tooShort',
    ],
    ['a square without its last corner', square.slice(0, -1), 'open'],
    [
      'a bow tie',
      [
        [0, 0],
        [1, 1],
        [0, 1],
        [1, 0],
        [0, 0],
      ],
      'crossing',
    ],
    [
      'a ring that touches itself in a corner',
      [
        [0, 0],
        [0, 2],
        [1, 1],
        [0, 0],
        [1, 0],
        [1, 1],
        [2, 2],
        [2, -1],
        [0, 0],
      ],
      null,
    ],
  ])('of %s', (_, ring, fault) => {
    expect(ringFault(ring)).toBe(fault);
  });

  it('finds the one crossing of a long ring, and does not take long', () => {
    const corners = 20_000;
    const ring: [number, number][] = Array.from({ length: corners }, (_, i) => {
      const angle = (2 * Math.PI * i) / corners;
      return [Math.sin(angle), Math.cos(angle)];
    });
    ring.push(ring[0]!);
    expect(ringFault(ring)).toBeNull();
    [ring[500], ring[501]] = [ring[501]!, ring[500]!];
    expect(ringFault(ring)).toBe('crossing');
  });
});

describe('metresToRing', () => {
  it('is the distance to the nearest edge, from within and from without', () => {
    expect(metresToRing([0.5, 0.25], square)).toBeCloseTo(27_797, -2);
    expect(metresToRing([0.5, 1.5], square)).toBeCloseTo(55_596, -2);
    expect(metresToRing([2, 0.5], square)).toBeCloseTo(111_195, -2);
    expect(metresToRing([0, 0], [])).toBe(Number.POSITIVE_INFINITY);
  });
});
