// What "I know my precinct" and the list of places find, with and without streets.

import { describe, expect, it } from 'vitest';
import { err, ok } from '@/lib/core/result';
import type { Dataset } from '@/lib/core/vip';
import { canonicalBytes } from '@/lib/release/canonical-json';
import { compiledRelease } from '@/lib/release/compiled.fixture';
import type { LocalityRef } from '@/lib/release/format';
import { exampleCounty, locality, place, precinct } from '@/lib/release/offices.fixture';
import { readLocality } from '@/lib/release/read-objects';
import { objectReader } from '@/lib/release/verified-objects';
import { directoryOf, findPrecincts } from './office-directory';

async function released(...datasets: readonly Dataset[]) {
  const compiled = await compiledRelease(datasets);
  const { objects, pointer } = compiled;
  const kinds = new Map(
    [...objects].map(([name, bytes]) => [name, JSON.parse(new TextDecoder().decode(bytes)).kind as string]),
  );
  const reader = (cut: string | null = null) =>
    objectReader({
      object: async (name) => {
        const bytes = kinds.get(name) === cut ? undefined : objects.get(name);
        return bytes === undefined ? err({ code: 'unreachable' as const, message: name }) : ok(bytes);
      },
    });
  const root = await reader().root(pointer.root);
  if (!root.ok) throw new Error(root.error.message);
  const localities = [...kinds]
    .filter(([, kind]) => kind === 'locality')
    .map(([name]) => JSON.parse(new TextDecoder().decode(objects.get(name))));
  return { root: pointer.root, refs: root.value.localities, reader, localities };
}

type Released = Awaited<ReturnType<typeof released>>;

/** `North: Example School`, `Mail (byMail): Example Library`. */
async function listed(
  { root, refs, reader }: Released,
  ref: LocalityRef = refs[0]!,
): Promise<readonly string[]> {
  const directory = await directoryOf(reader(), root, ref);
  if (!directory.ok) throw new Error(directory.error.message);
  return directory.value.precincts.map(
    ({ name, voting, places }) =>
      `${name}${voting === 'assigned' ? '' : ` (${voting})`}: ${places.map((each) => each.name).join(', ')}`,
  );
}

const streetless: Dataset = { ...exampleCounty, streetSegments: [] };
const all = ['Mail (byMail): Example Library', 'North: Example School', 'South: Example Library'];

describe('the precincts of an office', () => {
  it('are the same whether it has published streets or not', async () => {
    const [withStreets, without] = [await released(exampleCounty), await released(streetless)];
    expect(await listed(withStreets)).toEqual(all);
    expect(await listed(without)).toEqual(all);
    expect(withStreets.localities[0]).not.toHaveProperty('precincts');
  });

  it('are found by number and name where there are no streets', async () => {
    const { root, refs, reader } = await released(streetless);
    const directory = await directoryOf(reader(), root, refs[0]!);
    const found = (typed: string) =>
      directory.ok ? findPrecincts(directory.value.precincts, typed).map(({ id }) => id) : null;
    expect([found('1'), found('002'), found('Pct 2'), found('north')]).toEqual([
      ['p1'],
      ['p2'],
      ['p2'],
      ['p1'],
    ]);
    expect([found('9'), found('1A'), found('precinct'), found('#')]).toEqual([[], [], [], []]);
  });

  it('are those with streets and those without, each once', async () => {
    const p2 = exampleCounty.streetSegments.filter(({ precinctId }) => precinctId === 'p2');
    const made = await released({ ...exampleCounty, streetSegments: p2 });
    expect(await listed(made)).toEqual(all);
    expect(made.localities[0].precincts[0].precincts.map(([id]: readonly string[]) => id)).toEqual([
      'p1',
      'p3',
    ]);
  });

  it('are each locality’s own, also of one that stands in no ZIP', async () => {
    const made = await released({
      ...streetless,
      localities: [...streetless.localities, locality({ id: '2', name: 'Nowhere', type: 'town' })],
      precincts: [
        ...streetless.precincts,
        precinct({ id: 'n1', localityId: '2', name: 'Only', pollingLocationIds: ['school'] }),
      ],
    });
    expect(await listed(made, made.refs.find(({ id }) => id === '2')!)).toEqual(['Only: Example School']);
    expect(await listed(made, made.refs.find(({ id }) => id === '1')!)).toEqual(all);
  });

  it('have the places of their parts, where only those have any', async () => {
    const made = await released({
      ...streetless,
      precincts: [precinct({ id: 'p1', localityId: '1', name: 'North' })],
      precinctSplits: [{ id: 's1', name: 'A', precinctId: 'p1', pollingLocationIds: ['library'] }],
    });
    expect(await listed(made)).toEqual(['North: Example Library']);
  });

  it('have the places of all their parts, whether streets lead there or not', async () => {
    const made = await released({
      ...exampleCounty,
      precinctSplits: [
        { id: 's1', name: 'A', precinctId: 'p1', pollingLocationIds: ['library'] },
        { id: 's2', name: 'B', precinctId: 'p1', pollingLocationIds: [] },
      ],
    });
    expect(await listed(made)).toContain('North: Example School, Example Library');
    expect(made.localities[0].precincts[0].precincts).toEqual([['p1', 'North', '001', [0], 0]]);
  });

  it('of two elections are both there, the first one first', async () => {
    const runoff = { ...streetless.election, id: 'runoff', name: 'Runoff', date: '2030-12-03' };
    const later = {
      ...streetless,
      election: runoff,
      pollingLocations: [place({ id: 'school', name: 'Other School' })],
      precincts: streetless.precincts.slice(0, 1),
    };
    const made = await released(later, streetless);
    const lists = made.localities[0].precincts as readonly { readonly election: { readonly id: string } }[];
    expect(lists.map(({ election }) => election.id)).toEqual(['general-2030', 'runoff']);
    expect((await listed(made)).filter((line) => line.startsWith('North'))).toEqual([
      'North: Example School',
      'North: Other School',
    ]);
  });

  it.each(['locality', 'zip3', 'root'])(
    'are not said to be none where the %s cannot be had',
    async (kind) => {
      const { root, refs, reader } = await released(streetless);
      expect(await directoryOf(reader(kind), root, refs[0]!)).toMatchObject({ ok: false });
    },
  );

  it.each([
    ['an index without a place', [['p1', 'North', null, [7], 0]]],
    ['a way of voting that nobody knows', [['p1', 'North', null, [0], 9]]],
    ['no places', [['p1', 'North', null]]],
    ['no list', 'p1'],
  ])('are refused with %s', async (_, precincts) => {
    const { localities } = await released(streetless);
    const [list] = localities[0].precincts;
    const bytes = canonicalBytes({ ...localities[0], precincts: [{ ...list, precincts }] });
    expect(readLocality(bytes)).toMatchObject({ ok: false, error: { code: 'shape' } });
    expect(readLocality(canonicalBytes(localities[0]))).toMatchObject({ ok: true });
  });
});
