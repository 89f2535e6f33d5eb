import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LatLng } from '../vip';
import { boundingBox, boxContains, distanceMetres } from './distance';
import { latLngOf, polygonsOf, positionOf } from './geojson';
import { isInPolygon } from './point-in-polygon';

const seed = 20261103;
const point = fc.tuple(
  fc.double({ min: -90, max: 90, noNaN: true }),
  fc.double({ min: -180, max: 180, noNaN: true }),
) as fc.Arbitrary<LatLng>;

describe('distanceMetres', () => {
  it.each<[string, LatLng, LatLng, number]>([
    ['nowhere', [31.5, -91.4], [31.5, -91.4], 0],
    ['a degree on the equator', [0, 0], [0, 1], 111_195],
    ['a degree north', [45, 7], [46, 7], 111_195],
    ['a degree east at 60 degrees north is half of that', [60, 0], [60, 1], 55_597],
    ['Jackson to Natchez', [32.2988, -90.1848], [31.5604, -91.4032], 141_280],
    ['over the 180th meridian', [52, 179.5], [52, -179.5], 68_457],
    ['to the other end of the globe', [0, 0], [0, 180], 20_015_115],
  ])('%s', (_, from, to, metres) => {
    // Within a thousandth: the table's figures are rounded.
    expect(Math.abs(distanceMetres(from, to) - metres)).toBeLessThanOrEqual(metres / 1000);
  });

  it('is the same there and back, never negative, and no detour is shorter', () => {
    fc.assert(
      fc.property(point, point, point, (a, b, c) => {
        expect(distanceMetres(a, b)).toBeGreaterThanOrEqual(0);
        expect(distanceMetres(a, b)).toBeCloseTo(distanceMetres(b, a), 3);
        expect(distanceMetres(a, c)).toBeLessThanOrEqual(distanceMetres(a, b) + distanceMetres(b, c) + 1);
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe('boundingBox', () => {
  it('of no points is none', () => {
    expect(boundingBox([])).toBeNull();
  });

  it('holds every one of its points, and touches one on each side', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 20 }), (points) => {
        const box = boundingBox(points);
        expect(box).not.toBeNull();
        if (box === null) return;
        expect(points.every((each) => boxContains(box, each))).toBe(true);
        expect(points.map(([latitude]) => latitude)).toContain(box.southWest[0]);
        expect(points.map(([, longitude]) => longitude)).toContain(box.northEast[1]);
      }),
      { seed, numRuns: 200 },
    );
  });

  it('does not hold a point beside it', () => {
    const box = boundingBox([
      [31, -92],
      [32, -91],
    ]);
    expect(box && boxContains(box, [31.5, -90.9])).toBe(false);
    expect(box && boxContains(box, [32.1, -91.5])).toBe(false);
  });
});

describe('GeoJSON', () => {
  it('has longitude first, and altitude is dropped', () => {
    expect(latLngOf([-91.4, 31.5, 60])).toEqual([31.5, -91.4]);
    expect(positionOf([31.5, -91.4])).toEqual([-91.4, 31.5]);
  });

  it.each([[[]], [[-91.4]], [[31.5, -191.4]], [[-181, 31]], [[Number.NaN, 1]]])(
    '%j is no place on Earth',
    (position) => {
      expect(latLngOf(position)).toBeNull();
    },
  );

  it('swaps there and back without loss', () => {
    fc.assert(
      fc.property(point, (each) => {
        expect(latLngOf(positionOf(each))).toEqual(each);
      }),
      { seed, numRuns: 200 },
    );
  });

  it('gives the polygons of both kinds of area', () => {
    const ring = [
      [-1, 0],
      [1, 0],
      [0, 2],
    ];
    const expected = [
      [
        [
          [0, -1],
          [0, 1],
          [2, 0],
        ],
      ],
    ];
    expect(polygonsOf({ type: 'Polygon', coordinates: [ring] })).toEqual(expected);
    expect(polygonsOf({ type: 'MultiPolygon', coordinates: [[ring]] })).toEqual(expected);
  });
});

describe('isInPolygon', () => {
  const square: LatLng[] = [
    [0, 0],
    [0, 10],
    [10, 10],
    [10, 0],
    [0, 0],
  ];
  const hole: LatLng[] = [
    [4, 4],
    [4, 6],
    [6, 6],
    [6, 4],
  ];
  const horseshoe: LatLng[] = [
    [0, 0],
    [0, 10],
    [10, 10],
    [10, 7],
    [3, 7],
    [3, 3],
    [10, 3],
    [10, 0],
  ];

  it.each<[string, LatLng, LatLng[][], boolean]>([
    ['in a square', [5, 5], [square], true],
    ['beside it', [5, 11], [square], false],
    ['below it', [-1, 5], [square], false],
    ['level with a corner outside', [10, -1], [square], false],
    ['in its hole', [5, 5], [square, hole], false],
    ['between hole and edge', [2, 5], [square, hole], true],
    ['in the bay of a horseshoe', [7, 5], [horseshoe], false],
    ['in its arm', [7, 8], [horseshoe], true],
    ['in nothing', [5, 5], [], false],
    ['in an empty ring', [5, 5], [[]], false],
  ])('%s', (_, each, polygon, expected) => {
    expect(isInPolygon(each, polygon)).toBe(expected);
  });

  it('agrees with the plain test for upright boxes', () => {
    const small = fc.double({ min: -20, max: 20, noNaN: true });
    fc.assert(
      fc.property(small, small, (latitude, longitude) => {
        const inside = latitude > 0 && latitude < 10 && longitude > 0 && longitude < 10;
        fc.pre(![0, 10].includes(latitude) && ![0, 10].includes(longitude));
        expect(isInPolygon([latitude, longitude], [square])).toBe(inside);
      }),
      { seed, numRuns: 500 },
    );
  });
});
