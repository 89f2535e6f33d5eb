import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasSharedData, sharedData } from '@/tests/shared-data';
import { byteFile, feedWith, filesOf, soundFeed, textFile } from './feed.fixture';
import { expandZip } from './files/expand-zip';
import { readVipFlat } from './read-vip-flat';

describe('whatever the bytes are', () => {
  const tables = Object.keys(soundFeed);

  it('a feed with one file of rubbish is read or refused, never thrown at', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...tables), fc.uint8Array({ maxLength: 200 }), async (name, bytes) => {
        const { dataset, problems } = await readVipFlat([
          ...filesOf(feedWith({ [name]: null })),
          byteFile(name, bytes),
        ]);
        expect(dataset === null).toBe(problems.some(({ severity }) => severity === 'fatal'));
      }),
      { seed: 20261103, numRuns: 500 },
    );
  });

  it('a feed with cells swapped, dropped or doubled gives a dataset without dangling ids, or none', async () => {
    const cell = fc.constantFrom(
      '',
      'p1',
      'p2',
      'pl1',
      'loc1',
      '0',
      '99',
      '1-2',
      '43999',
      'OAK',
      'yes',
      '*',
      '"',
      ',',
      '\n',
    );
    const edit = fc.record({
      name: fc.constantFrom(...tables),
      row: fc.nat({ max: 2 }),
      column: fc.nat({ max: 9 }),
      cell,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 5 }), async (edits) => {
        const feed: Record<string, string[]> = {};
        for (const [name, rows] of Object.entries(soundFeed)) feed[name] = [...rows];
        for (const { name, row, column, cell: value } of edits) {
          const rows = feed[name]!;
          const cells = (rows[row] ?? '').split(',');
          cells[column] = value;
          rows[row] = cells.join(',');
        }
        const { dataset, problems } = await readVipFlat(filesOf(feed));
        expect(dataset === null).toBe(problems.some(({ severity }) => severity === 'fatal'));
        if (dataset === null) return;
        const precincts = new Set(dataset.precincts.map(({ id }) => id));
        const places = new Set(dataset.pollingLocations.map(({ id }) => id));
        const localities = new Set(dataset.localities.map(({ id }) => id));
        for (const segment of dataset.streetSegments) expect(precincts).toContain(segment.precinctId);
        for (const precinct of dataset.precincts) {
          expect(localities).toContain(precinct.localityId);
          for (const id of precinct.pollingLocationIds) expect(places).toContain(id);
        }
      }),
      { seed: 20261103, numRuns: 1000 },
    );
  });

  it('a rubbish zip is refused, never thrown at', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const zip = Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes, 0x50, 0x4b, 5, 6, ...bytes]);
        expect((await expandZip(zip)).ok).toBe(false);
      }),
      { seed: 20261103, numRuns: 1000 },
    );
  });

  it('names that objects have of themselves are ids like any other', async () => {
    const swap = (rows: readonly string[]) =>
      rows.map((row) => row.replace(/\bp1\b/g, '__proto__').replace(/\bpl1\b/g, 'constructor'));
    const feed = Object.fromEntries(Object.entries(soundFeed).map(([name, rows]) => [name, swap(rows)]));
    const { dataset, problems } = await readVipFlat(filesOf(feed));
    expect(problems).toEqual([]);
    expect(dataset?.precincts[0]).toMatchObject({ id: '__proto__', pollingLocationIds: ['constructor'] });
    expect(
      await readVipFlat([...filesOf(feed), textFile('toString.txt', 'x'), textFile('__proto__.txt', 'x')]),
    ).toMatchObject({ problems: [] });
  });
});

describe.skipIf(!hasSharedData)('uploads that break importers (shared data)', () => {
  const folder = sharedData('messy', 'uk-fixtures');
  const names = hasSharedData ? readdirSync(folder).filter((name) => /\.(?:csv|tsv)$/i.test(name)) : [];

  it.each(names)('%s in place of the precincts is refused with a reason', async (name) => {
    const bytes = readFileSync(`${folder}/${name}`);
    const { dataset, problems } = await readVipFlat([
      ...filesOf(feedWith({ 'precinct.txt': null })),
      byteFile('precinct.csv', bytes),
    ]);
    expect(dataset).toBeNull();
    expect(problems.filter(({ severity }) => severity === 'fatal').map(({ file }) => file)).toContain(
      'precinct.csv',
    );
  });
});
