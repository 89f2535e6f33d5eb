// Owns the parser of boundaries (GeoJSON) among those that hostile inputs are tried on. What it must never accept is said by
// code that shares nothing with it.

import { readBoundaries } from '@/lib/ingest/checks/boundary-file';
import { byteFile } from '@/lib/ingest/feed.fixture';
import { createProblemLog } from '@/lib/ingest/problems/problem';
import { fuzzParser } from '../fuzz-parser';
import { mutateBytes } from '../mutate';

const square = (x: number, y: number) => [
  [x, y],
  [x + 0.1, y],
  [x + 0.1, y + 0.1],
  [x, y + 0.1],
  [x, y],
];
const words = [
  '[',
  ']',
  '{',
  '}',
  ',',
  '"Polygon"',
  '"MultiPolygon"',
  'null',
  '1e999',
  '-91.4',
  '181',
  '"__proto__"',
  '[[[[',
  '"id":',
];

const geojson = fuzzParser('boundaries', async () => {
  const features = [
    { type: 'Polygon', coordinates: [square(-83, 40), square(-82.98, 40.02)] },
    { type: 'MultiPolygon', coordinates: [[square(-84, 40)], [square(-85, 41)]] },
  ].map((geometry, id) => ({ type: 'Feature', id, properties: { name: 'North', number: 7 }, geometry }));
  const corpus = [{ type: 'FeatureCollection', features }, features[0], features[1]?.geometry].map((json) =>
    new TextEncoder().encode(JSON.stringify(json)),
  );
  return {
    input: (random) => mutateBytes(corpus, random, words),
    read: (bytes) => readBoundaries(byteFile('a.geojson', bytes, 1_021), createProblemLog()),
    judge: (_, boundaries) => {
      const corners = boundaries.flatMap(({ polygons }) => polygons.flat(2));
      if (!corners.every(([lat, lng]) => Math.abs(lat) <= 90 && Math.abs(lng) <= 180)) {
        return { wrong: 'a corner is no place on Earth' };
      }
      const open = boundaries.some(({ polygons }) =>
        polygons.flat().some((ring) => ring.length < 4 || String(ring[0]) !== String(ring.at(-1))),
      );
      if (open) return { wrong: 'a ring is not closed' };
      const hasText = boundaries.every(({ properties }) =>
        Object.values(properties).every((value) => typeof value === 'string'),
      );
      if (!hasText) return { wrong: 'a property is no text' };
      return boundaries.length > 0 ? 'accepted' : 'refused';
    },
  };
});

/** In the order in which they are tried. */
export const boundaryParsers = [geojson];
