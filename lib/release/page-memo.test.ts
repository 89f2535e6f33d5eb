// Owns the proof that a release made with what an earlier one has is the one that would be made without, whatever was
// published, taken back or told in between.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Notice } from '@/lib/core/lookup/outcome';
import type { Dataset } from '@/lib/core/vip';
import { languages } from '@/lib/messages/languages';
import { sha256Hex } from './bytes';
import { type CompiledRelease, type CompileInput, compile } from './compile';
import {
  exampleCounty,
  locality,
  precinct,
  sampleCounty,
  VECTOR_EXPIRES,
  VECTOR_NOW,
  vectorReference,
} from './offices.fixture';
import { noMemo, type ReleaseMemo } from './release-memo';

async function made(
  datasets: readonly Dataset[],
  notices: readonly Notice[],
  more: Partial<CompileInput> = {},
): Promise<CompiledRelease> {
  const compiled = await compile({
    datasets,
    notices,
    reference: vectorReference,
    releaseLine: 'line',
    sequence: 1,
    now: VECTOR_NOW,
    expiresAt: VECTOR_EXPIRES,
    languages,
    origin: null,
    ...more,
  });
  if (!compiled.ok) throw new Error(compiled.error.code);
  return compiled.value;
}

/** What an office may publish next: each kind changes something else that pages are made of. */
const changes: readonly ((dataset: Dataset) => Dataset)[] = [
  (dataset) => dataset,
  (dataset) => ({ ...dataset, streetSegments: dataset.streetSegments.slice(1) }),
  (dataset) => ({
    ...dataset,
    streetSegments: dataset.streetSegments.map((each) => ({
      ...each,
      endHouseNumber: each.endHouseNumber + 2,
    })),
  }),
  (dataset) => ({
    ...dataset,
    pollingLocations: dataset.pollingLocations.map((each, at) =>
      at === 0 ? { ...each, name: 'Renamed Hall' } : each,
    ),
  }),
  (dataset) => ({
    ...dataset,
    pollingLocations: dataset.pollingLocations.map((each) => ({ ...each, directions: 'Side door.' })),
  }),
  (dataset) => ({
    ...dataset,
    precincts: dataset.precincts.map((each) => ({ ...each, name: `New ${each.name}` })),
  }),
  (dataset) => ({
    ...dataset,
    electionAdministrations: dataset.electionAdministrations.map((each) => ({ ...each, phone: '555-0199' })),
  }),
  (dataset) => ({
    ...dataset,
    localities: dataset.localities.map((each) => ({ ...each, name: `${each.name} New` })),
  }),
  (dataset) => ({ ...dataset, election: { ...dataset.election, name: 'Another Election' } }),
  (dataset) => ({
    ...dataset,
    streetSegments: dataset.streetSegments.map((each, at) =>
      at % 3 === 0 ? { ...each, zip: '00012' } : each,
    ),
  }),
  // A ZIP that the reference does not have, and no streets at all: the office's localities stay what they are.
  (dataset) => ({
    ...dataset,
    streetSegments: dataset.streetSegments.map((each, at) => (at === 0 ? { ...each, zip: '00777' } : each)),
  }),
  (dataset) => ({ ...dataset, streetSegments: [] }),
  // Two localities at one place: its page stands with the first of them.
  (dataset) => withNeighbour(dataset, 'East'),
  (dataset) => withNeighbour(dataset, 'West'),
];

function withNeighbour(dataset: Dataset, name: string): Dataset {
  const pollingLocationIds = dataset.pollingLocations.slice(0, 1).map(({ id }) => id);
  return {
    ...dataset,
    localities: [...dataset.localities, locality({ id: 'zz', name: 'Zz' })],
    precincts: [...dataset.precincts, precinct({ id: 'zz', localityId: 'zz', name, pollingLocationIds })],
  };
}

const offices = [exampleCounty, sampleCounty] as const;

function noticeOn(dataset: Dataset, at: number): Notice {
  return {
    id: `notice-${at}`,
    officeId: dataset.officeId,
    kind: 'closed',
    pollingLocationIds: [dataset.pollingLocations[at % dataset.pollingLocations.length]?.id ?? ''],
    from: '2030-11-05T11:00:00Z',
    until: '2030-11-06T02:00:00Z',
    text: { en: `Closed ${at}.`, es: `Cerrado ${at}.` },
    newPlace: null,
  };
}

/** What may be live at once: two elections of each office, and a town whose streets lie in the first one's ZIPs. */
const slots: readonly Dataset[] = [
  ...offices,
  ...offices.map((office) => ({
    ...office,
    election: { ...office.election, id: 'later', name: 'Runoff', date: '2030-12-03' },
  })),
  { ...exampleCounty, officeId: 'xx-town' },
  { ...sampleCounty, officeId: 'sandbox-county' },
];

interface Step {
  readonly slot: number;
  readonly change: number | null;
  readonly notices: number[];
  readonly origin: string | null;
  /** Groups of pages that there is time for in one call. */
  readonly groups: number;
}

const plainStep: Step = { slot: 0, change: 0, notices: [], origin: null, groups: 1_000 };

/** What chance finds late. */
const rare: [Step[]][] = [
  ...[10, 11].map((change): [Step[]] => [[plainStep, { ...plainStep, change }]]),
  [[12, 13].map((change) => ({ ...plainStep, change }))],
  // The only practice office comes, and everybody's pages say that there is one.
  [[plainStep, { ...plainStep, slot: 5 }]],
];

const step: fc.Arbitrary<Step> = fc.record({
  slot: fc.nat({ max: slots.length - 1 }),
  change: fc.option(fc.nat({ max: changes.length - 1 }), { nil: null, freq: 6 }),
  notices: fc.uniqueArray(fc.nat({ max: 3 }), { maxLength: 2 }),
  origin: fc.constantFrom(null, null, null, 'https://vote.example.gov'),
  groups: fc.constantFrom(1, 3, 1_000, 1_000),
});

type Keep = (made: CompiledRelease) => Promise<void>;

/** As a host does that has little time: what there is is kept, until nothing is left to be made. */
async function madeInCalls(
  groups: number,
  keep: Keep,
  make: (more: Partial<CompileInput>) => Promise<CompiledRelease>,
  before: ReleaseMemo,
) {
  for (let memo = before; ; ) {
    let left = groups;
    const release = await make({ memo, mayGoOn: () => --left > 0 });
    await keep(release);
    if (release.unmade === 0) return release;
    memo = release.memo;
  }
}

it('a release made with the memo of the one before is the release that is made without', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
      const current: (Dataset | null)[] = slots.map((slot, at) => (at < offices.length ? slot : null));
      const objects = new Map<string, Uint8Array>();
      const pageHashes = new Set<string>();
      let memo: ReleaseMemo = noMemo;
      const keep: Keep = async (release) => {
        for (const [name, bytes] of release.objects) objects.set(name, bytes);
        for (const bytes of release.pages.values()) pageHashes.add(await sha256Hex(bytes));
      };
      for (const { slot, change, notices, origin, groups } of steps) {
        const base = slots[slot] ?? exampleCounty;
        current[slot] = change === null ? null : (changes[change]?.(base) ?? null);
        const datasets = current.filter((each) => each !== null);
        if (datasets.length === 0) continue;
        const told = notices.map((at) => noticeOn(datasets[at % datasets.length] ?? base, at));
        const whole = await made(datasets, told, { origin });
        const make = (more: Partial<CompileInput>) => made(datasets, told, { origin, ...more });
        const quick = await madeInCalls(groups, keep, make, memo);
        expect(quick.pointer).toEqual(whole.pointer);
        expect([...quick.objects.keys(), ...quick.keptObjects].sort()).toEqual(
          [...whole.objects.keys()].sort(),
        );
        // Nothing is named that was not stored, now or before.
        expect([...whole.objects.keys()].filter((name) => !objects.has(name))).toEqual([]);
        for (const bytes of whole.pages.values()) expect(pageHashes.has(await sha256Hex(bytes))).toBe(true);
        memo = quick.memo;
      }
    }),
    { seed: 4, numRuns: 40, examples: rare },
  );
}, 120_000);

it('a change of one office leaves the pages of another alone', async () => {
  const first = await made(offices, []);
  const changed = changes[4]?.(sampleCounty) ?? sampleCounty;
  const second = await made([exampleCounty, changed], [], { memo: first.memo });
  expect(second.pages.size).toBeGreaterThan(0);
  expect(second.pages.size).toBeLessThan(first.pages.size / 2);
  expect([...second.pages.keys()].filter((path) => path.includes(exampleCounty.officeId))).toEqual([]);
});

it('the order in which late changes are given leaves no trace, on the pages either', async () => {
  const told = [noticeOn(exampleCounty, 0), noticeOn(exampleCounty, 2)].map((notice) => ({
    ...notice,
    pollingLocationIds: ['school'],
  }));
  const [first, second] = [await made(offices, told), await made(offices, [...told].reverse())];
  expect(second.pointer).toEqual(first.pointer);
});
