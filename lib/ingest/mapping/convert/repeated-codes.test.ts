// A state's list whose codes of precincts begin again in each county: refused with one problem that says what to do, and read once the county is there.

import { describe, expect, it } from 'vitest';
import { type MappedFile, readMapped } from './convert-tables.fixture';

interface Row {
  readonly county: string;
  readonly code: string;
  readonly place: string;
  readonly address: string;
  readonly town: string;
  readonly zip: string;
}

/** Counties of different sizes, each with precincts 1, 2, 3 …; two precincts of a county share a place. */
const state: readonly Row[] = [12, 7, 5, 9, 3].flatMap((size, at) =>
  Array.from({ length: size }, (_, index) => ({
    county: `County ${'ABCDE'[at]}`,
    code: String(index + 1).padStart(3, '0'),
    place: `School ${at}-${index >> 1}`,
    address: `${index >> 1}0 Main St`,
    town: `Town ${'ABCDE'[at]}`,
    zip: `4390${at}`,
  })),
);

const kinds = ['precinctPlaces', 'ranges', 'addresses'] as const;

function list(kind: (typeof kinds)[number], rows: readonly Row[], withCounty = false): MappedFile {
  const street = {
    precinctPlaces: { header: '', cells: () => '' },
    ranges: { header: 'Street,From,To,', cells: (at: number) => `Oak ${at} St,1,99,` },
    addresses: { header: 'Address,', cells: (at: number) => `${at + 1} Oak St,` },
  }[kind];
  const columns = {
    precinctPlaces: {},
    ranges: { streetWhole: 'Street', rangeStart: 'From', rangeEnd: 'To', city: 'Town', zip: 'ZIP' },
    addresses: { addressWhole: 'Address', city: 'Town', zip: 'ZIP' },
  }[kind];
  const lines = rows.map(
    ({ county, code, place, address, town, zip }, at) =>
      `${street.cells(at)}${town},${zip},${county},${code},${place},${address},${town},${zip}`,
  );
  return {
    name: 'list.csv',
    text: [`${street.header}Town,ZIP,County,Pct,Place,Place address,Place town,Place ZIP`, ...lines].join(
      '\n',
    ),
    kind,
    columns: {
      ...columns,
      ...(withCounty ? { precinctId: 'County', precinctSplit: 'Pct' } : { precinctId: 'Pct' }),
      placeName: 'Place',
      placeAddressWhole: 'Place address',
      placeCity: 'Place town',
      placeZip: 'Place ZIP',
    },
  };
}

describe('codes that begin again in each county', () => {
  it.each(kinds)(
    'are refused with one problem in a table of %s, and never read as conflicts',
    async (kind) => {
      const { dataset, problems } = await readMapped([list(kind, state)]);
      expect(dataset).toBeNull();
      const fatal = problems.filter(({ severity }) => severity === 'fatal');
      expect(fatal).toMatchObject([
        { code: 'precinct-codes-repeat', file: 'list.csv', row: 14, value: '001', column: 'Pct' },
      ]);
      expect(fatal[0]?.message).toContain('Row 2 has it with a place in Town A, this one in Town B');
      expect(problems.filter(({ severity }) => severity === 'conflict')).toEqual([]);
    },
  );

  it.each(kinds)(
    'are read with the county as the precinct and the code as its part, in a table of %s',
    async (kind) => {
      const { dataset, problems } = await readMapped([list(kind, state, true)]);
      expect(problems.filter(({ severity }) => severity !== 'warning')).toEqual([]);
      expect(dataset?.precincts).toHaveLength(state.length);
    },
  );

  it('are none where anybody may vote at any place', async () => {
    const places = state.filter(({ code }) => code === '001');
    const anywhere = Array.from({ length: 8 }, (_, at) =>
      places.map((row) => ({ ...row, code: `P${at}` })),
    ).flat();
    const { problems } = await readMapped([list('precinctPlaces', anywhere)]);
    expect(problems.map(({ code }) => code)).not.toContain('precinct-codes-repeat');
  });

  it('are none where a few precincts vote in two towns, or many at two places of one town', async () => {
    const own = state.slice(0, 12);
    const few = own.slice(0, 2).map((row) => ({ ...row, place: 'Far Hall', town: 'Town Z', zip: '43999' }));
    const near = own.map((row, at) => ({ ...row, place: `Hall ${at}`, address: `${at} Side St` }));
    for (const rows of [
      [...own, ...few],
      [...own, ...near],
    ]) {
      const { problems } = await readMapped([list('precinctPlaces', rows)]);
      expect(problems.map(({ code }) => code)).not.toContain('precinct-codes-repeat');
    }
  });

  it('are none in a list of one county', async () => {
    const { dataset } = await readMapped([list('ranges', state.slice(0, 12))]);
    expect(dataset?.precincts).toHaveLength(12);
  });
});
