// A release read back, written as a feed and compiled again is the same release, object for object.

import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sandboxSources } from '@/data/sandbox/sandbox';
import { err, ok } from '@/lib/core/result';
import type { Dataset } from '@/lib/core/vip';
import { exportVipFlat } from '@/lib/ingest/export/vip-flat-export';
import { byteFile } from '@/lib/ingest/feed.fixture';
import { readVipFlat } from '@/lib/ingest/read-vip-flat';
import { writeFeed } from '@/scripts/generate/feed';
import { hasSharedData, sharedData } from '@/tests/shared-data';
import { compiledRelease } from '../compiled.fixture';
import { readContents } from '../late-pages/read-release';
import {
  exampleCounty,
  locality,
  place,
  precinct,
  sampleCounty,
  segment,
  VECTOR_NOW,
} from '../offices.fixture';
import { datasetsOf } from './datasets-of';

async function readBack(datasets: readonly Dataset[]): Promise<readonly Dataset[]> {
  const { objects, pointer } = await compiledRelease(datasets);
  const object = async (name: string) => {
    const bytes = objects.get(name);
    return bytes === undefined ? err({ code: 'notFound' as const, message: name }) : ok(bytes);
  };
  const contents = await readContents({ object }, pointer);
  if (!contents.ok) throw new Error(contents.error);
  return datasetsOf(contents.value).map(({ streetSegments, withheld, ...rest }) => ({
    ...rest,
    streetSegments: [...streetSegments],
    ...(withheld === undefined ? {} : { withheld: [...withheld] }),
  }));
}

/** Through the files that `levee export` writes. */
async function asFeed(dataset: Dataset): Promise<Dataset> {
  const files = exportVipFlat(dataset).map(({ name, bytes }) => byteFile(name, bytes));
  const { dataset: again, problems } = await readVipFlat(files, { officeId: dataset.officeId });
  if (again === null) throw new Error(JSON.stringify(problems, null, 1));
  return again;
}

async function folderDataset(folder: string): Promise<Dataset> {
  const files = readdirSync(folder)
    .filter((name) => !name.startsWith('golden'))
    .map((name) => byteFile(name, readFileSync(join(folder, name))));
  const { dataset, problems } = await readVipFlat(files);
  if (dataset === null) throw new Error(JSON.stringify(problems.slice(0, 3)));
  return dataset;
}

async function expectSameThroughFiles(dataset: Dataset): Promise<void> {
  expect(dataset.streetSegments.length).toBeGreaterThan(1_000);
  const [back] = await readBack([dataset]);
  const again = await asFeed(back!);
  expect(again).toEqual(back);
  const [before, after] = await Promise.all([compiledRelease([dataset]), compiledRelease([again])]);
  expect(after.pointer.root).toBe(before.pointer.root);
}

/** State XX is none that a feed may be of. */
const inOhio = (dataset: Dataset): Dataset => ({
  ...dataset,
  state: { ...dataset.state, abbreviation: 'OH' },
  pollingLocations: dataset.pollingLocations.map((each) => ({ ...each, state: 'OH' })),
  streetSegments: dataset.streetSegments.map((row) => ({ ...row, state: 'OH' })),
});

const annex = place({
  id: 'annex',
  name: 'Annex',
  isEarlyVoting: true,
  hours: { schedules: [], text: 'on weekdays' },
  openDates: { startDate: '2030-10-20', endDate: null },
});

const cases: Readonly<Record<string, readonly Dataset[]>> = {
  'one county': [exampleCounty],
  'two counties that share a ZIP': [exampleCounty, sampleCounty],
  'a county with two elections': [
    exampleCounty,
    {
      ...exampleCounty,
      election: { ...exampleCounty.election, id: 'runoff', name: 'Runoff', date: '2030-12-03' },
      streetSegments: exampleCounty.streetSegments.slice(0, 2),
    },
  ],
  'a county without streets, beside one with some': [{ ...exampleCounty, streetSegments: [] }, sampleCounty],
  'precincts of which some have no streets': [
    {
      ...exampleCounty,
      streetSegments: exampleCounty.streetSegments.filter(({ precinctId }) => precinctId !== 'p2'),
    },
  ],
  'sites of all and of some precincts, one of them of two kinds': [
    {
      ...exampleCounty,
      localities: [locality({ id: '1', name: 'Example', siteIds: ['box', 'both'] })],
      pollingLocations: [
        ...exampleCounty.pollingLocations,
        annex,
        place({ id: 'both', name: 'Both', isDropBox: true, isEarlyVoting: true }),
      ],
      precincts: exampleCounty.precincts.map((each) =>
        each.id === 'p1' ? { ...each, pollingLocationIds: ['school', 'annex'] } : each,
      ),
    },
  ],
  'parts of a precinct, vote centers, and one that does not vote': [
    {
      ...exampleCounty,
      precincts: [
        precinct({ id: 'p1', localityId: '1', name: 'North', pollingLocationIds: ['school'] }),
        precinct({
          id: 'p2',
          localityId: '1',
          name: 'South',
          usesVoteCenters: true,
          pollingLocationIds: ['school', 'library'],
        }),
        precinct({ id: 'p3', localityId: '1', name: 'Out', isNotVoting: true }),
      ],
      precinctSplits: [
        { id: 'a', name: 'A', precinctId: 'p1', pollingLocationIds: ['library'] },
        { id: 'b', name: 'B', precinctId: 'p1', pollingLocationIds: [] },
      ],
      streetSegments: exampleCounty.streetSegments.map((row, index) =>
        row.precinctId === 'p1' ? { ...row, precinctSplitId: index === 0 ? 'a' : 'b' } : row,
      ),
    },
  ],
  'streets in several spellings, halves, units, prefixes, all numbers, every street, any ZIP': [
    {
      ...exampleCounty,
      streetSegments: [
        segment({
          id: '1',
          precinctId: 'p1',
          streetDirection: 'N',
          streetName: 'Main',
          streetSuffix: 'Street',
        }),
        segment({
          id: '2',
          precinctId: 'p2',
          streetDirection: 'NORTH',
          startHouseNumber: 101,
          endHouseNumber: 199,
        }),
        segment({
          id: '3',
          precinctId: 'p2',
          streetName: "St. John's",
          streetSuffix: 'Ave',
          city: 'Exampleton',
        }),
        segment({
          id: '4',
          precinctId: 'p1',
          streetName: '97',
          streetSuffix: '',
          houseNumberPrefix: 'N6W',
          houseNumberSuffix: '1/2',
        }),
        segment({ id: '5', precinctId: 'p1', streetName: 'OAK', units: [{ start: '1', end: '9' }] }),
        segment({ id: '6', precinctId: 'p2', streetName: 'OAK', units: [{ start: '10', end: '10' }] }),
        segment({
          id: '7',
          precinctId: 'p2',
          streetName: 'ELM',
          includesAllAddresses: true,
          startHouseNumber: 0,
          endHouseNumber: 0,
        }),
        segment({
          id: '8',
          precinctId: 'p1',
          streetName: '*',
          streetSuffix: '',
          includesAllStreets: true,
          includesAllAddresses: true,
          startHouseNumber: 0,
          endHouseNumber: 0,
          zip: '00012',
        }),
        segment({
          id: '9',
          precinctId: 'p1',
          streetName: '*',
          streetSuffix: '',
          includesAllStreets: true,
          startHouseNumber: 1,
          endHouseNumber: 99,
          oddEvenBoth: 'odd',
          zip: '00021',
        }),
        segment({ id: '10', precinctId: 'p3', streetName: 'FIR', zip: '00000' }),
      ],
    },
  ],
  'rows that were set aside, with a ZIP, in any of a town, and of a whole street': [
    {
      ...exampleCounty,
      withheld: [
        segment({ id: 'w1', precinctId: '', streetName: 'LOST', endHouseNumber: 49 }),
        segment({ id: 'w2', precinctId: '', streetName: 'GONE', zip: '00000' }),
        segment({
          id: 'w3',
          precinctId: '',
          streetName: 'MAIN',
          zip: '00012',
          includesAllAddresses: true,
          startHouseNumber: 0,
          endHouseNumber: 0,
        }),
      ],
    },
  ],
  'a contradiction, which stays one': [
    {
      ...exampleCounty,
      streetSegments: [
        segment({ id: '1', precinctId: 'p1' }),
        segment({ id: '2', precinctId: 'p2', startHouseNumber: 50, endHouseNumber: 150 }),
      ],
    },
  ],
};

describe('a release that is read back', () => {
  it.each(Object.entries(cases))('compiles to the same objects: %s', async (_, datasets) => {
    const before = await compiledRelease(datasets);
    const after = await compiledRelease(await readBack(datasets));
    expect(after.pointer.root).toBe(before.pointer.root);
    expect([...after.objects.keys()].sort()).toEqual([...before.objects.keys()].sort());
  });

  it.each(Object.entries(cases))('does so through the files of an export: %s', async (_, datasets) => {
    const ours = datasets.map(inOhio);
    const back = await readBack(ours);
    const again = await Promise.all(back.map(asFeed));
    expect(again).toEqual(back);
    expect((await compiledRelease(again)).pointer.root).toBe((await compiledRelease(ours)).pointer.root);
  });

  it('is the practice offices, every one of their elections', async () => {
    const datasets = await Promise.all(
      sandboxSources(VECTOR_NOW).map(async ({ officeId, files }) => {
        const read = await readVipFlat(
          files.map(({ name, bytes }) => byteFile(name, bytes)),
          { officeId },
        );
        if (read.dataset === null) throw new Error(JSON.stringify(read.problems));
        return read.dataset;
      }),
    );
    const again = await Promise.all((await readBack(datasets)).map(asFeed));
    expect(again.map(({ officeId, election }) => [officeId, election.id])).toEqual(
      [...datasets]
        .sort((a, b) => `${a.officeId} ${a.election.date}`.localeCompare(`${b.officeId} ${b.election.date}`))
        .map(({ officeId, election }) => [officeId, election.id]),
    );
    expect((await compiledRelease(again)).pointer.root).toBe((await compiledRelease(datasets)).pointer.root);
  });

  it('is a made-up state, with all that is odd in it', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'levee-read-back-'));
    await writeFeed({ precincts: 60, seed: 4, directory });
    const dataset = await folderDataset(directory);
    await rm(directory, { recursive: true });
    await expectSameThroughFiles(dataset);
  });

  it.skipIf(!hasSharedData).each(['ms-adams-2014', 'va-portsmouth-powhatan-2015'])(
    'is the real feed %s',
    async (name) => {
      await expectSameThroughFiles(await folderDataset(sharedData('vip', name)));
    },
  );

  it('says of a place what the release says, and makes nothing up', async () => {
    const [dataset] = await readBack([exampleCounty]);
    const school = dataset?.pollingLocations.find(({ id }) => id === 'school');
    expect(school).toMatchObject({
      hours: exampleCounty.election.hours,
      latLng: [40.5, -90.25],
      photoUri: null,
    });
    // Nothing leads to the drop box.
    expect(dataset?.pollingLocations.map(({ id }) => id)).toEqual(['library', 'school']);
    expect(dataset?.source).toEqual({ name: null, vipId: null, dateTime: null });
  });
});
