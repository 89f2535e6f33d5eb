import { createReadStream, readdirSync, statSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasSharedData, sharedData } from '@/tests/shared-data';
import { textFile } from '../feed.fixture';
import { createProblemLog } from '../problems/problem';
import { readVipFlat } from '../read-vip-flat';
import { type Boundary, readBoundaries } from './boundary-file';
import { matchBoundaries } from './match-boundaries';

const square = (x: number, y: number, size = 0.1) => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const feature = (geometry: unknown, properties: unknown = { name: 'North' }) => ({
  type: 'Feature',
  properties,
  geometry,
});
const polygon = (...rings: readonly unknown[]) => ({ type: 'Polygon', coordinates: rings });

async function read(json: unknown) {
  const log = createProblemLog();
  const text = typeof json === 'string' ? json : JSON.stringify(json);
  const boundaries = await readBoundaries(textFile('b.geojson', text), log);
  return { boundaries, problems: log.problems().map(({ code, message }) => ({ code, message })) };
}

const collection = (...features: readonly unknown[]) => ({ type: 'FeatureCollection', features });

describe('a file of boundaries', () => {
  it('is read with holes and parts, latitude first from then on', async () => {
    const hole = square(-83.37, 40.83, 0.02);
    const parts = { type: 'MultiPolygon', coordinates: [[square(-83, 40)], [square(-82, 40)]] };
    const { boundaries, problems } = await read(
      collection(feature(polygon(square(-83.4, 40.8), hole)), feature(parts, { precinct: 7 })),
    );
    expect(problems).toEqual([]);
    expect(boundaries.map(({ number, properties }) => ({ number, properties }))).toEqual([
      { number: 1, properties: { name: 'North' } },
      { number: 2, properties: { precinct: '7' } },
    ]);
    expect(boundaries[0]!.polygons[0]!.map((ring) => ring[0])).toEqual([
      [40.8, -83.4],
      [40.83, -83.37],
    ]);
    expect(boundaries[1]!.polygons).toHaveLength(2);
  });

  it.each([
    ['one feature alone', feature(polygon(square(-83, 40)))],
    ['one area alone', polygon(square(-83, 40))],
  ])('may be %s', async (_, json) => {
    expect((await read(json)).boundaries).toHaveLength(1);
  });

  it.each<[string, unknown, string]>([
    ['no JSON', 'precinct,name\n1,North\n', 'boundary-file-unreadable'],
    ['cut off', '{"type":"FeatureCollection","features":[{"ty', 'boundary-file-unreadable'],
    ['a million brackets', '['.repeat(1_000_000), 'boundary-file-unreadable'],
    ['a topology', { type: 'Topology', objects: {} }, 'boundary-file-unreadable'],
    ['without its list', { type: 'FeatureCollection' }, 'boundary-file-unreadable'],
    [
      'in Web Mercator',
      collection(feature(polygon(square(-9_260_000, 4_980_000, 1000)))),
      'boundary-not-in-degrees',
    ],
    [
      'in state plane feet',
      collection(feature(polygon(square(1_830_000, 720_000, 5000)))),
      'boundary-not-in-degrees',
    ],
    ['latitude first', collection(feature(polygon(square(40.8, -83.4)))), 'boundary-latitude-first'],
    [
      'latitude first, west of the 90th meridian',
      collection(feature(polygon(square(31.5, -91.4)))),
      'boundary-latitude-first',
    ],
    ['of another country', collection(feature(polygon(square(8.5, 47.3)))), 'boundary-latitude-first'],
  ])('%s is refused whole', async (_, json, code) => {
    const { boundaries, problems } = await read(json);
    expect(boundaries).toEqual([]);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });

  it.each<[string, unknown, RegExp]>([
    ['a point', { type: 'Point', coordinates: [-83, 40] }, /Feature 2: it is no area/],
    ['nothing', null, /no area/],
    ['no ring', polygon(), /no area/],
    ['words for numbers', polygon([['a', 'b']]), /no area/],
    ['three corners', polygon(square(-83, 40).slice(2)), /fewer than four/],
    ['an open ring', polygon([...square(-83, 40).slice(0, 4), [-83.1, 40.05]]), /not closed/],
    [
      'a bow tie',
      polygon([
        [-83, 40],
        [-82, 41],
        [-82, 40],
        [-83, 41],
        [-83, 40],
      ]),
      /crosses itself/,
    ],
    [
      'a corner off the Earth',
      polygon([...square(-83, 40).slice(0, 4), [-83, 95], [-83, 40]]),
      /no place on Earth/,
    ],
  ])('keeps the others beside a feature that is %s', async (_, geometry, words) => {
    const { boundaries, problems } = await read(
      collection(feature(polygon(square(-83, 40))), feature(geometry)),
    );
    expect(problems).toMatchObject([{ code: 'boundary-invalid', message: expect.stringMatching(words) }]);
    expect(boundaries.map(({ polygons }) => polygons.length)).toEqual([1, 0]);
  });

  it('never throws, whatever the JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), fc.jsonValue(), async (text, value) => {
        await read(text);
        await read(
          collection(value, feature(value), feature(polygon(value)), feature(polygon([value, value]))),
        );
      }),
      { seed: 20261126, numRuns: 300 },
    );
  });
});

describe('whose a boundary is', () => {
  const precinct = (id: string, name: string, number: string | null = null) => ({
    id,
    name,
    number,
    localityId: 'l',
    pollingLocationIds: [],
    isMailOnly: false,
    isNotVoting: false,
    usesVoteCenters: false,
  });
  const boundary = (properties: Record<string, string>, number = 1): Boundary => ({
    file: 'b.geojson',
    number,
    properties,
    polygons: [],
    box: null,
  });

  it.each([
    ['7', 'Precinct 7', null],
    ['0007', '7', null],
    ['7', 'Somewhere', '007'],
    ['Bellemont', 'Dist. 1 Bellemont Precinct', null],
    ['ST MARYS', "St. Mary's", null],
    ['Exampleton No. 3', 'EXAMPLETON 3', null],
  ])('%s is %s, number %s', (text, name, number) => {
    const one = boundary({ x: text });
    expect(matchBoundaries([one], [precinct('p1', name, number)]).precinctOf.get(one)).toBe('p1');
  });

  it.each([
    ['7', 'Precinct 17'],
    ['Bell', 'Bellemont'],
    ['1', 'Dist. 1 Bellemont'],
    ['', 'Bellemont'],
  ])('%j is not %s', (text, name) => {
    expect(matchBoundaries([boundary({ x: text })], [precinct('p1', name)]).precinctOf.size).toBe(0);
  });

  it('is nobody’s where two precincts share the name', () => {
    const two = [precinct('p1', 'East Bellemont'), precinct('p2', 'West Bellemont')];
    expect(matchBoundaries([boundary({ x: 'Bellemont' })], two).precinctOf.size).toBe(0);
  });

  it('is told by the property that names most precincts', () => {
    const three = ['North', 'South', 'West'].map((name, i) =>
      boundary({ county: 'North', fid: String(i), label: name }),
    );
    const list = ['North', 'South', 'West'].map((name, i) => precinct(`p${i}`, name));
    expect(matchBoundaries(three, list).property).toBe('label');
  });
});

describe.skipIf(!hasSharedData)('real boundaries (shared data)', () => {
  const file = (...path: readonly string[]) => {
    const full = sharedData(...path);
    return { name: path.at(-1)!, sizeBytes: statSync(full).size, bytes: () => createReadStream(full) };
  };

  it.each([
    ['ms_adams_precincts_2019_fiveham.geojson', 20],
    ['ms_hinds_precincts_2019_fiveham.geojson', 119],
  ])('%s', async (name, features) => {
    const log = createProblemLog();
    const boundaries = await readBoundaries(file('boundaries', name), log);
    expect(boundaries).toHaveLength(features);
    const codes = new Set(log.problems().map(({ code }) => code));
    expect([...codes].filter((code) => code !== 'boundary-invalid')).toEqual([]);
    expect(log.totals().warnings).toBeLessThan(features / 4);
  });

  it('of Adams County are those of the list, but for the few that have changed', async () => {
    const boundaries = await readBoundaries(
      file('boundaries', 'ms_adams_precincts_2019_fiveham.geojson'),
      createProblemLog(),
    );
    const feed = readdirSync(sharedData('vip', 'ms-adams-2014')).map((name) =>
      file('vip', 'ms-adams-2014', name),
    );
    const { dataset } = await readVipFlat(feed);
    const { property, precinctOf } = matchBoundaries(boundaries, dataset?.precincts ?? []);
    expect(property).toBe('precinct');
    // Four have been renamed between 2014 and 2019, or are called after another building.
    expect(precinctOf.size).toBe(16);
  });
});
