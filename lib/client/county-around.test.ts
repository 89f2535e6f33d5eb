// Owns that the county drawn around a place is the one the place lies in, holes and islands included.

import type { Feature, FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { countyAround } from './county-around';

const square = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

// A county with a city cut out of it, the city, and a county of two islands.
const outlines: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    polygon('county', [square(-90, 30, 10), square(-86, 34, 2)]),
    polygon('city', [square(-86, 34, 2)]),
    {
      type: 'Feature',
      id: 'islands',
      properties: null,
      geometry: { type: 'MultiPolygon', coordinates: [[square(-70, 30, 1)], [square(-68, 30, 1)]] },
    },
  ],
};

function polygon(id: string, coordinates: number[][][]): Feature {
  return { type: 'Feature', id, properties: null, geometry: { type: 'Polygon', coordinates } };
}

describe('countyAround', () => {
  it.each([
    [[31, -89], 'county'],
    [[35, -85], 'city'],
    [[30.5, -67.5], 'islands'],
    [[30.5, -68.5], undefined],
    [[33, -55], undefined],
  ] as const)('puts %j into %s', (point, county) => {
    expect(countyAround(point, outlines)?.id).toBe(county);
  });
});
