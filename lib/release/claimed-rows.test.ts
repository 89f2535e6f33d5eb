// Owns the proof that rows on numbers of another office are found, all of them and no others.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset, StreetSegment } from '@/lib/core/vip';
import { type ClaimedRow, claimedRows, rowInWords, withoutRows } from './claimed-rows';
import { compile } from './compile';
import { compileOffice } from './compile-office';
import {
  exampleCounty,
  locality,
  place,
  precinct,
  segment,
  VECTOR_EXPIRES,
  VECTOR_NOW,
  vectorReference,
} from './offices.fixture';

function office(officeId: string, rows: readonly Partial<StreetSegment>[]): Dataset {
  return {
    ...exampleCounty,
    officeId,
    localities: [locality({ id: 'l', name: 'Example' })],
    electionAdministrations: [],
    precincts: [precinct({ id: 'p', localityId: 'l', pollingLocationIds: ['school'] })],
    precinctSplits: [],
    pollingLocations: [place({ id: 'school', name: 'School' })],
    streetSegments: rows.map((row, at) => segment({ id: `s${at}`, precinctId: 'p', ...row })),
  };
}

function rowsOn(dataset: Dataset, others: readonly Dataset[]): readonly ClaimedRow[] {
  const [own, ...parts] = [dataset, ...others].map((each) => compileOffice(each, vectorReference));
  return own === undefined ? [] : claimedRows(dataset, own, parts);
}

/** Whose numbers a newcomer's row claims where somebody holds `held`. */
function claimed(held: Partial<StreetSegment>, row: Partial<StreetSegment>): readonly string[] {
  const rows = rowsOn(office('xx-new', [row]), [office('xx-holder', [held])]);
  return rows.flatMap(({ officeIds }) => officeIds);
}

const claimedCases: readonly [string, Partial<StreetSegment>, Partial<StreetSegment>][] = [
  ['the same range', {}, {}],
  ['one number in common', { startHouseNumber: 1, endHouseNumber: 50 }, { startHouseNumber: 50 }],
  ['the street written otherwise', { streetName: 'Main', streetSuffix: 'Street' }, {}],
  ['the town written otherwise', { city: 'Exampleton' }, {}],
  ['both sides and one', { oddEvenBoth: 'odd' }, {}],
  [
    'every street of a town, twice',
    { includesAllStreets: true, includesAllAddresses: true },
    { includesAllStreets: true, includesAllAddresses: true },
  ],
  ['a row for the whole street', {}, { includesAllAddresses: true, startHouseNumber: 0, endHouseNumber: 0 }],
];

const unclaimedCases: readonly [string, Partial<StreetSegment>, Partial<StreetSegment>][] = [
  ['numbers beside', { startHouseNumber: 1, endHouseNumber: 49 }, { startHouseNumber: 50 }],
  ['the other side', { oddEvenBoth: 'odd' }, { oddEvenBoth: 'even' }],
  ['another street', { streetName: 'OAK' }, {}],
  ['another direction', { streetDirection: 'N' }, { streetDirection: 'S' }],
  ['another town', { city: 'SAMPLEVILLE' }, {}],
  ['another ZIP', { zip: '00012' }, {}],
  ['numbers with another letter before them', { houseNumberPrefix: 'N' }, { houseNumberPrefix: 'W' }],
  ['every street of a town, where a row names one', {}, { includesAllStreets: true, streetName: '' }],
];

describe('claimedRows', () => {
  it.each(claimedCases)('finds %s', (_, held, row) => {
    expect(claimed(held, row)).toEqual(['xx-holder']);
  });

  it.each(unclaimedCases)('leaves %s alone', (_, held, row) => {
    expect(claimed(held, row)).toEqual([]);
  });

  it('finds rows without a ZIP wherever they answer, also where no other row of the office is', async () => {
    const holder = office('xx-holder', [{}]);
    const newcomer = office('xx-new', [{ zip: '00000' }]);
    expect(await clashes(holder, newcomer)).toBe(true);
    expect(rowsOn(newcomer, [holder])).toHaveLength(1);
    const elsewhere = office('xx-new', [{ zip: '00000', city: 'SAMPLEVILLE' }]);
    expect(rowsOn(elsewhere, [holder])).toEqual([]);
  });

  it('finds a city inside a county, which holds elections of its own on the same day, and not on another', () => {
    const county = office('xx-county', [{}, { streetName: 'OAK' }]);
    const city = office('xx-city', [{}, { streetName: 'OAK', endHouseNumber: 9 }]);
    expect(rowsOn(city, [county])).toHaveLength(2);
    const later = { ...city, election: { ...city.election, date: '2030-12-03' } };
    expect(rowsOn(later, [county])).toEqual([]);
  });

  it('names every office that it finds on a row, and never the row’s own', () => {
    const others = ['xx-b', 'xx-a', 'xx-new'].map((id) => office(id, [{}]));
    expect(rowsOn(office('xx-new', [{}]), others).map(({ officeIds }) => officeIds)).toEqual([
      ['xx-a', 'xx-b'],
    ]);
  });

  it('leaves no number to two offices once its rows are set aside', async () => {
    const row = fc.record({
      startHouseNumber: fc.nat({ max: 30 }),
      length: fc.nat({ max: 10 }),
      oddEvenBoth: fc.constantFrom('both' as const, 'odd' as const, 'even' as const),
      streetName: fc.constantFrom('MAIN', 'OAK'),
      zip: fc.constantFrom('00011', '00012'),
    });
    const rows = fc.array(
      row.map(({ length, ...each }) => ({ ...each, endHouseNumber: each.startHouseNumber + length })),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(rows, rows, async (held, wanted) => {
        const [holder, newcomer] = [office('xx-holder', held), office('xx-new', wanted)];
        const found = rowsOn(newcomer, [holder]);
        expect(await clashes(holder, newcomer)).toBe(found.length > 0);
        expect(await clashes(holder, withoutRows(newcomer, found))).toBe(false);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

async function clashes(...datasets: readonly Dataset[]): Promise<boolean> {
  const compiled = await compile({
    datasets,
    notices: [],
    reference: vectorReference,
    releaseLine: 'line',
    sequence: 1,
    now: VECTOR_NOW,
    expiresAt: VECTOR_EXPIRES,
    languages: [],
    origin: null,
    withSizes: false,
  });
  if (!compiled.ok) throw new Error(compiled.error.code);
  return compiled.value.report.clashes.length > 0;
}

it('says a row in words', () => {
  expect(rowInWords(segment({ id: 's', precinctId: 'p', oddEvenBoth: 'odd' }))).toBe(
    '1-99 odd MAIN ST, EXAMPLETON 00011',
  );
});
