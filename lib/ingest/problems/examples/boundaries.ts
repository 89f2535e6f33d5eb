// Owns examples of what is wrong with a file of boundaries, or with the list beside it. Data only.

import type { boundariesCodes } from '../codes/boundaries';
import type { ExampleFile, ExamplesOf, ProblemExample } from './example';
import { sound, text, widened } from './spoil';

type Corner = readonly [longitude: number, latitude: number];

/** A feature on a line of its own. */
function feature(name: string, corners: readonly Corner[]): string {
  const ring = [...corners, corners[0]].map((corner) => JSON.stringify(corner)).join(',');
  return `{"type":"Feature","properties":{"name":"${name}"},"geometry":{"type":"Polygon","coordinates":[[${ring}]]}}`;
}

/** A square with this south-west corner. */
const square = (name: string, x: number, y: number, size = 0.2): string =>
  feature(name, [
    [x, y],
    [round(x + size), y],
    [round(x + size), round(y + size)],
    [x, round(y + size)],
  ]);

const round = (number: number): number => Math.round(number * 1000) / 1000;

function collection(...features: readonly string[]): ExampleFile {
  const lines = features.map((line, at) => `${line}${at + 1 < features.length ? ',' : ''}`);
  return text('precincts.geojson', '{"type":"FeatureCollection","features":[', ...lines, ']}');
}

const north = square('North', -83.4, 40.8);
const south = square('South', -83.2, 40.8);
const mended = { files: [collection(north, south)] };

/** The file of boundaries spoilt, and mended. */
const map = (file: ExampleFile): Pick<ProblemExample, 'files' | 'at' | 'mended'> => ({
  files: [file],
  at: { file: 'precincts.geojson', row: null },
  mended,
});

const placesAt = (first: string, second: string) =>
  text('polling_location.txt', ...widened('polling_location.txt', ['latitude,longitude', first, second]));

export const boundariesExamples = {
  'boundary-file-unreadable': {
    title: 'The file of boundaries cannot be read',
    ...map(text('precincts.geojson', '{"type": "FeatureCollection", "features": [')),
  },
  'boundary-not-in-degrees': {
    title: 'The coordinates are no degrees',
    ...map(collection(square('North', 430_000, 4_500_000, 900), square('South', 430_900, 4_500_000, 900))),
  },
  'boundary-latitude-first': {
    title: 'The coordinates stand latitude first',
    ...map(collection(square('North', 40.8, -83.4), square('South', 40.8, -83.2))),
  },
  'boundary-invalid': {
    title: 'The outline of a boundary is not whole',
    ...map(
      collection(
        north,
        feature('South', [
          [-83.2, 40.8],
          [-83, 41],
          [-83, 40.8],
          [-83.2, 41],
        ]),
      ),
    ),
  },
  'boundary-without-precinct': {
    title: 'A boundary belongs to no precinct of the list',
    ...map(collection(north, south, square('Elsewhere', -83, 40.8))),
  },
  'precinct-without-boundary': {
    title: 'A precinct has no boundary',
    files: [collection(north), sound('precinct.txt')],
    at: { file: 'precinct.txt', row: 3 },
    mended,
  },
  'place-outside-boundary': {
    title: 'The polling place lies outside the boundaries',
    files: [placesAt('40.9,-83.3', '40.9,-82.9'), collection(north, south)],
    at: { file: 'polling_location.txt', row: 3 },
    mended: { files: [placesAt('40.9,-83.3', '40.9,-83.1'), collection(north, south)] },
  },
} as const satisfies ExamplesOf<typeof boundariesCodes>;
