// What is said of a ZIP without reading a street: whose it may be, and when it is surely someone else's.

import { describe, expect, it } from 'vitest';
import type { Dataset } from '@/lib/core/vip';
import { compile } from './compile';
import type { Zip3Page } from './format';
import {
  exampleCounty,
  locality,
  precinct,
  sampleCounty,
  segment,
  VECTOR_EXPIRES,
  VECTOR_NOW,
  vectorReference,
} from './offices.fixture';
import type { WireShard } from './shard';
import type { ZipReference } from './zip-reference';
import { zipTable } from './zip-table';

async function release(datasets: readonly Dataset[], reference: ZipReference = vectorReference) {
  const compiled = await compile({
    languages: [],
    origin: null,
    datasets,
    notices: [],
    reference,
    releaseLine: 'line',
    sequence: 1,
    now: VECTOR_NOW,
    expiresAt: VECTOR_EXPIRES,
  });
  if (!compiled.ok) throw new Error(compiled.error.code);
  const objects = new Map(
    [...compiled.value.objects].map(([name, bytes]) => [name, JSON.parse(new TextDecoder().decode(bytes))]),
  );
  const root = objects.get(compiled.value.pointer.root);
  return { objects, root, report: compiled.value.report };
}

type Release = Awaited<ReturnType<typeof release>>;

/** `shards`, `unknown xx-example/1`, `streetsNotLoaded …`, `elsewhere Other`, or `no page`. */
function entryOf({ objects, root }: Release, zip: string): string {
  const page: Zip3Page | undefined = objects.get(root.pages[zip.slice(0, 3)]);
  const entry = page?.zips[zip];
  if (page === undefined || entry === undefined) return page === undefined ? 'no page' : 'no entry';
  const names = (indexes: readonly number[]) =>
    indexes.map((index) => `${page.localities[index]!.officeId}/${page.localities[index]!.id}`).join(' ');
  if ('shards' in entry) return 'shards';
  if ('unknown' in entry) return `unknown ${names(entry.unknown)}`.trim();
  if ('streetsNotLoaded' in entry) return `streetsNotLoaded ${names(entry.streetsNotLoaded)}`;
  return `elsewhere ${page.counties[entry.elsewhere]!.county}`;
}

function layersOf({ objects, root }: Release, zip: string) {
  const entry = objects.get(root.pages[zip.slice(0, 3)]).zips[zip];
  const shards: WireShard[] = entry.shards.map((name: string) => objects.get(name));
  return shards.flatMap(({ layers }) => layers);
}

/** `Example`, with `?` where it must be confirmed and `-` where it has no streets. */
function localitiesAt(made: Release, zip: string): readonly string[] {
  return layersOf(made, zip).flatMap((layer) =>
    layer.localities.map(
      ({ name, confirm, streetsLoaded }) => `${name}${confirm ? '?' : ''}${streetsLoaded ? '' : '-'}`,
    ),
  );
}

const town: Dataset = {
  ...exampleCounty,
  officeId: 'xx-town',
  localities: [locality({ id: 't', name: 'Exampleton', type: 'town' })],
  precincts: [precinct({ id: 'p1', localityId: 't', pollingLocationIds: ['school'] })],
  streetSegments: [segment({ id: '1', precinctId: 'p1' })],
};

const withoutStreets = (dataset: Dataset): Dataset => ({ ...dataset, streetSegments: [] });

describe('a county', () => {
  it('covers its ZIPs, is asked about beyond them, and leaves the rest elsewhere', async () => {
    const made = await release([exampleCounty]);
    expect(['00011', '00013', '00021', '00022', '00012'].map((zip) => entryOf(made, zip))).toEqual([
      'shards',
      'unknown xx-example/1',
      'shards',
      'elsewhere Other',
      'shards',
    ]);
    expect(['00011', '00012', '00021'].map((zip) => localitiesAt(made, zip))).toEqual([
      ['Example'],
      ['Example?'],
      ['Example?'],
    ]);
    expect(made.root.elsewhere).toEqual([['003', '003', 'YY']]);
  });

  it('need not be confirmed where the other county is loaded too', async () => {
    const made = await release([exampleCounty, sampleCounty]);
    expect(localitiesAt(made, '00012')).toEqual(['Example', 'Sample']);
  });

  it('must be confirmed where the other county is loaded, but has no street in a ZIP that is mainly its own', async () => {
    const elsewhere = {
      ...sampleCounty,
      streetSegments: sampleCounty.streetSegments.map((row) => ({ ...row, zip: '00014' })),
    };
    expect(localitiesAt(await release([exampleCounty, elsewhere]), '00012')).toEqual(['Example?']);
  });

  it('must be confirmed where the other county is loaded for another day only', async () => {
    const later = {
      ...sampleCounty,
      election: { ...sampleCounty.election, id: 'runoff', date: '2030-12-03' },
    };
    expect(localitiesAt(await release([exampleCounty, later]), '00012')).toEqual(['Example?', 'Sample']);
  });

  it('must be confirmed where the other county has places but no streets, and that one is named', async () => {
    const made = await release([exampleCounty, withoutStreets(sampleCounty)]);
    expect(localitiesAt(made, '00012')).toEqual(['Example?', 'Sample-']);
  });

  it('answers streetsNotLoaded for its ZIPs where it has no streets', async () => {
    const made = await release([withoutStreets(exampleCounty)]);
    expect(['00011', '00013', '00021'].map((zip) => entryOf(made, zip))).toEqual([
      'streetsNotLoaded xx-example/1',
      'streetsNotLoaded xx-example/1',
      'elsewhere Other',
    ]);
  });

  it('reaches further by a list of ZIPs that lie in several counties', async () => {
    const rows = ['00011', '00013'].map((zip) => ({
      zip,
      town: 'T',
      state: 'XX',
      county: 'Example',
      timeZone: null,
    }));
    const crosswalk = [
      { zip: '00011', county: 'Third', state: 'XX' },
      { zip: '00031', county: 'Example County', state: 'XX' },
    ];
    const made = await release([exampleCounty], zipTable(rows, crosswalk));
    expect(localitiesAt(made, '00011')).toEqual(['Example?']);
    expect(entryOf(made, '00031')).toBe('unknown xx-example/1');
  });

  it('is not loaded by being listed: only localities with precincts are', async () => {
    const listed = {
      ...exampleCounty,
      localities: [...exampleCounty.localities, locality({ id: '9', name: 'Other' })],
    };
    const made = await release([listed]);
    expect(entryOf(made, '00022')).toBe('elsewhere Other');
    expect(localitiesAt(made, '00021')).toEqual(['Example?']);
  });
});

describe('a town that is no county', () => {
  it('makes every other ZIP of its county unknown, never elsewhere', async () => {
    const made = await release([town]);
    expect(['00011', '00013', '00021'].map((zip) => entryOf(made, zip))).toEqual([
      'shards',
      'unknown xx-town/t',
      'elsewhere Other',
    ]);
    expect(localitiesAt(made, '00011')).toEqual(['Exampleton']);
  });

  it('is asked about in a ZIP that has the name of another town', async () => {
    const rows = [
      ['00011', 'Exampleton'],
      ['00012', 'Neighbor'],
    ].map(([zip = '', post = '']) => ({ zip, town: post, state: 'XX', county: 'Wide', timeZone: null }));
    const twoZips = {
      ...town,
      localities: [locality({ id: 't', name: 'Town of Exampleton', type: 'town' })],
      streetSegments: ['00011', '00012'].map((zip) => segment({ id: zip, precinctId: 'p1', zip })),
    };
    const neighbor = {
      ...town,
      officeId: 'xx-neighbor',
      localities: [locality({ id: 't', name: 'NEIGHBOR CITY', type: 'city' })],
      streetSegments: [segment({ id: '1', precinctId: 'p1', streetName: 'ELM', zip: '00012' })],
    };
    const at = async (datasets: readonly Dataset[]) => {
      const made = await release(datasets, zipTable(rows));
      return [localitiesAt(made, '00011'), localitiesAt(made, '00012')];
    };
    expect(await at([twoZips])).toEqual([['Town of Exampleton'], ['Town of Exampleton?']]);
    expect(await at([twoZips, neighbor])).toEqual([
      ['Town of Exampleton'],
      ['NEIGHBOR CITY', 'Town of Exampleton'],
    ]);
  });

  it('without streets is known by its post town', async () => {
    const made = await release([withoutStreets(town)]);
    expect(['00011', '00013', '00021'].map((zip) => entryOf(made, zip))).toEqual([
      'streetsNotLoaded xx-town/t',
      'streetsNotLoaded xx-town/t',
      'elsewhere Other',
    ]);
  });

  it.each(['City of Exampleton', 'EXAMPLETON TOWN'])(
    'without streets is known by it as %s, too',
    async (name) => {
      const named = { ...withoutStreets(town), localities: [locality({ id: 't', name, type: null })] };
      expect(entryOf(await release([named]), '00011')).toBe('streetsNotLoaded xx-town/t');
    },
  );

  it('without streets or a post town may lie anywhere in its state', async () => {
    const nowhere = {
      ...withoutStreets(town),
      localities: [locality({ id: 't', name: 'Hamlet', type: 'town' })],
    };
    const made = await release([nowhere]);
    expect(['00011', '00021', '00301'].map((zip) => entryOf(made, zip))).toEqual([
      'unknown xx-town/t',
      'unknown xx-town/t',
      'no page',
    ]);
  });
});

describe('ZIPs that the reference cannot place', () => {
  it('are unknown, and keep their ZIP3 from being called elsewhere', async () => {
    const row = (zip: string, county: string, state: string) => ({
      zip,
      town: 'T',
      state,
      county,
      timeZone: null,
    });
    const rows = [row('00011', 'Example', 'XX'), row('00099', '', ''), row('09001', '', '')];
    const made = await release([exampleCounty], zipTable(rows));
    expect([entryOf(made, '00099'), entryOf(made, '09001')]).toEqual(['unknown', 'no page']);
    expect(made.root.elsewhere).toEqual([]);
  });
});

describe('two offices', () => {
  it('that claim the same numbers are both kept, and counted', async () => {
    const claimed = segment({ id: 't9', precinctId: 'q1', startHouseNumber: 50, endHouseNumber: 60 });
    const rival = { ...sampleCounty, streetSegments: [...sampleCounty.streetSegments, claimed] };
    const made = await release([exampleCounty, rival]);
    // Main Street has an odd and an even row; the claim is for both sides.
    expect(made.report.clashes).toEqual([{ officeIds: ['xx-example', 'xx-sample'], segmentPairs: 2 }]);
    expect(layersOf(made, '00011').map(({ officeId }) => officeId)).toEqual(['xx-example', 'xx-sample']);
  });

  it('are counted by pair, over all ZIPs', async () => {
    const copy = (officeId: string) => ({ ...exampleCounty, officeId });
    const made = await release([exampleCounty, copy('xx-b'), copy('xx-c')]);
    const rows = exampleCounty.streetSegments.length;
    expect(made.report.clashes).toEqual([
      { officeIds: ['xx-b', 'xx-c'], segmentPairs: rows },
      { officeIds: ['xx-b', 'xx-example'], segmentPairs: rows },
      { officeIds: ['xx-c', 'xx-example'], segmentPairs: rows },
    ]);
  });

  it('and two elections of one office are layers that do not clash', async () => {
    const runoff = {
      ...exampleCounty,
      election: { ...exampleCounty.election, id: 'runoff', date: '2030-12-03' },
    };
    const made = await release([exampleCounty, runoff]);
    expect(made.report.clashes).toEqual([]);
    expect(layersOf(made, '00011').map(({ election }) => election.id)).toEqual(['general-2030', 'runoff']);
  });
});

describe('the root', () => {
  it('names a locality object only where no page does', async () => {
    const afar = {
      ...withoutStreets(town),
      officeId: 'zz-town',
      state: { ...town.state, abbreviation: 'ZZ' },
    };
    const made = await release([exampleCounty, afar]);
    const named = made.root.localities.map((ref: { officeId: string; object?: string }) => [
      ref.officeId,
      'object' in ref,
    ]);
    expect(named).toEqual([
      ['xx-example', false],
      ['zz-town', true],
    ]);
  });
});
