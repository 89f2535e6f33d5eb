// What a release is made of: same input same bytes, and a change touches only what mentions it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '@/lib/core/vip';
import { compile } from './compile';
import {
  exampleCounty,
  sampleCounty,
  VECTOR_EXPIRES,
  VECTOR_LINE,
  VECTOR_NOW,
  VECTOR_SEQUENCE,
  vectorReference,
} from './offices.fixture';

const bothCounties = [exampleCounty, sampleCounty];

async function release(datasets: readonly Dataset[]) {
  const compiled = await compile({
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

  it('changes only what mentions a place that moved', async () => {
    const before = await release(bothCounties);
    const moved = {
      ...exampleCounty,
      pollingLocations: exampleCounty.pollingLocations.map((place) =>
        place.id === 'school' ? { ...place, line1: '9 New Street' } : place,
      ),
    };
    const after = await release([moved, sampleCounty]);
    const fresh = [...described(after.objects)].filter(([name]) => !before.objects.has(name));
    expect(fresh.map(([, what]) => what).sort()).toEqual(['root', 'shard 00011', 'zip3 000']);
  });

  it('refuses one office twice for one election', async () => {
    const input = {
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
    expect(await compile({ ...input, datasets: [] })).toEqual({ ok: false, error: { code: 'empty' } });
  });
});

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
