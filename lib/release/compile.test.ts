// What a release is made of: same input same bytes, and a change touches only what mentions it.

import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '@/lib/core/vip';
import { compile } from './compile';
import {
  exampleCounty,
  locality,
  precinct,
  sampleCounty,
  segment,
  VECTOR_EXPIRES,
  VECTOR_LINE,
  VECTOR_NOW,
  VECTOR_SEQUENCE,
  vectorReference,
} from './offices.fixture';

const bothCounties = [exampleCounty, sampleCounty];

async function release(datasets: readonly Dataset[]) {
  const compiled = await compile({
    languages: [],
    origin: null,
    datasets,
    notices: [],
    reference: vectorReference,
    releaseLine: VECTOR_LINE,
    sequence: VECTOR_SEQUENCE,
    now: VECTOR_NOW,
    expiresAt: VECTOR_EXPIRES,
  });
  if (!compiled.ok) throw new Error(compiled.error.code);
  return compiled.value;
}

/** Kind and ZIP of each object, with its name: what to compare two releases by. */
function described(objects: ReadonlyMap<string, Uint8Array>): Map<string, string> {
  return new Map(
    [...objects].map(([name, bytes]) => {
      const { kind, zip, zip3, id } = JSON.parse(new TextDecoder().decode(bytes));
      return [name, [kind, zip ?? zip3 ?? id].filter(Boolean).join(' ')];
    }),
  );
}

describe('compile', () => {
  it('gives the same bytes whatever the order of offices, rows and lists', async () => {
    const expected = await release(bothCounties);
    await fc.assert(
      fc.asyncProperty(shuffled(bothCounties), async (datasets) => {
        const again = await release(datasets);
        expect([...again.objects.keys()].sort()).toEqual([...expected.objects.keys()].sort());
        expect(again.pointer).toEqual(expected.pointer);
      }),
      { seed: 1, numRuns: 25 },
    );
  });

  it.each<[string, (county: Dataset) => Dataset, string[]]>([
    [
      'a place that moved',
      (county) => ({
        ...county,
        pollingLocations: replaced(county.pollingLocations, 'school', { line1: '9 New St' }),
      }),
      ['root', 'shard 00011', 'zip3 000'],
    ],
    [
      'a place that two ZIPs lead to',
      (county) => ({
        ...county,
        pollingLocations: replaced(county.pollingLocations, 'library', { name: 'New' }),
      }),
      ['root', 'shard 00011', 'shard 00012', 'shard 00021', 'zip3 000'],
    ],
    [
      'what an office says of its hours',
      (county) => ({
        ...county,
        electionAdministrations: replaced(county.electionAdministrations, 'office-1', {
          hoursText: 'Closed',
        }),
      }),
      ['locality 1', 'root', 'zip3 000'],
    ],
    [
      'a place that no precinct has',
      (county) => ({
        ...county,
        pollingLocations: replaced(county.pollingLocations, 'box', { name: 'New' }),
      }),
      [],
    ],
    [
      'a row of another ZIP, in a town of its own',
      (county) => ({
        ...county,
        streetSegments: replaced(county.streetSegments, 's6', { city: 'BORDERTOWN' }),
      }),
      ['root', 'shard 00021', 'towns', 'zip3 000'],
    ],
  ])('changes only what mentions it: %s', async (_, change, expected) => {
    const before = await release(bothCounties);
    const after = await release([change(exampleCounty), sampleCounty]);
    const fresh = [...described(after.objects)].filter(([name]) => !before.objects.has(name));
    expect(fresh.map(([, what]) => what).sort()).toEqual(expected);
  });

  it('refuses one office twice for one election, and what readers would refuse', async () => {
    const input = {
      languages: [],
      origin: null,
      datasets: [exampleCounty, exampleCounty],
      notices: [],
      reference: vectorReference,
      releaseLine: VECTOR_LINE,
      sequence: 1,
      now: VECTOR_NOW,
      expiresAt: VECTOR_EXPIRES,
    };
    expect(await compile(input)).toEqual({
      ok: false,
      error: { code: 'officeTwice', officeId: 'xx-example', electionId: 'general-2030' },
    });
    const stateless = { ...exampleCounty, state: { ...exampleCounty.state, abbreviation: 'Example' } };
    expect(await compile({ ...input, datasets: [stateless] })).toMatchObject({
      error: { code: 'badDataset' },
    });
    expect(await compile({ ...input, datasets: [] })).toEqual({ ok: false, error: { code: 'empty' } });
  });
});

function replaced<Row extends { readonly id: string }>(
  rows: readonly Row[],
  id: string,
  fields: Partial<Row>,
): readonly Row[] {
  return rows.map((row) => (row.id === id ? { ...row, ...fields } : row));
}

describe('the root of a state', () => {
  it('stays below 8 KB compressed with as many counties as any state has', async () => {
    const random = pseudoRandom(5);
    const digits = (count: number) => String(Math.floor(random() * 10 ** count)).padStart(count, '0');
    // Texas: 254 counties in some 45 ZIP3s.
    const counties = Array.from({ length: 254 }, (_, index) => ({
      id: String(48_001 + index * 2),
      name: `${NAMES[index % NAMES.length]}${NAMES[(index * 7) % NAMES.length]?.toLowerCase()} ${index % 9}`,
      zip: `7${String(500 + (index % 45)).slice(1)}${String(index % 100).padStart(2, '0')}`,
    }));
    const officeOf = ({ id, name }: { id: string; name: string }) => ({
      ...exampleCounty.electionAdministrations[0]!,
      id: `office-${id}`,
      name: `${name} County Elections Office`,
      phone: `(${digits(3)}) ${digits(3)}-${digits(4)}`,
    });
    const { objects, pointer } = await release([
      {
        ...exampleCounty,
        localities: counties.map(({ id, name }) => locality({ id, name })),
        electionAdministrations: counties.map(officeOf),
        precincts: counties.map(({ id }) => precinct({ id, localityId: id, pollingLocationIds: ['school'] })),
        streetSegments: counties.map(({ id, zip }) => segment({ id, precinctId: id, zip })),
      },
    ]);
    expect(gzipSync(objects.get(pointer.root)!).length).toBeLessThan(8 * 1024);
  });
});

const NAMES = ['Ash', 'Birch', 'Cedar', 'Dale', 'Elm', 'Ford', 'Glen', 'Hill', 'Iron', 'Jasper', 'Knox'];

/** Lehmer's generator: the same numbers on every run. */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Every order that a feed's rows and a folder's files may come in. */
function shuffled(datasets: readonly Dataset[]): fc.Arbitrary<readonly Dataset[]> {
  const inAnyOrder = <Value>(values: readonly Value[]) =>
    fc.shuffledSubarray([...values], { minLength: values.length });
  const each = datasets.map((dataset) =>
    fc
      .record({
        localities: inAnyOrder(dataset.localities),
        electionAdministrations: inAnyOrder(dataset.electionAdministrations),
        precincts: inAnyOrder(dataset.precincts),
        pollingLocations: inAnyOrder(dataset.pollingLocations),
        streetSegments: inAnyOrder(dataset.streetSegments),
      })
      .map((lists): Dataset => ({ ...dataset, ...lists })),
  );
  return fc.tuple(...each).chain((all) => inAnyOrder(all));
}
