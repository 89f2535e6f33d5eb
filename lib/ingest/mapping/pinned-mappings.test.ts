import { describe, expect, it } from 'vitest';
import { mappingsForName, nameInSeries, pinned, readTwoWays } from './pinned-mappings';
import type { TableMapping } from './table-mapping';

const mapping: TableMapping = {
  header: ['PCT', 'PLACE'],
  width: 2,
  kind: 'precinctPlaces',
  columns: { precinctId: 0, placeName: 1 },
  always: { city: null, state: 'MS', zip: null },
};
const inTown = (city: string): TableMapping => ({ ...mapping, always: { ...mapping.always, city } });

describe('nameInSeries', () => {
  it.each([
    ['North.csv', 'north.csv'],
    ['lists/North 2026-05-01.csv', 'north.csv'],
    ['C:\\lists\\NORTH_20260501.CSV', 'north.csv'],
    ['North (2).csv', 'north.csv'],
    ['North-11-3-2026.csv', 'north.csv'],
    ['North_20261103_0815.csv', 'north.csv'],
    ['Ward 1.csv', 'ward 1.csv'],
    ['Ward 12.csv', 'ward 12.csv'],
    ['precinct 2086159001.csv', 'precinct 2086159001.csv'],
    ['lists/all.xlsx / North 2026', 'all.xlsx / north 2026'],
    ['20260501.csv', '.csv'],
    ['', ''],
  ])('%j -> %j', (name, series) => expect(nameInSeries(name)).toBe(series));
});

describe('pinned', () => {
  it('leaves what is said of all tables with the same columns as it is, where none is read otherwise', () => {
    const said = [
      { name: 'a.csv', mapping },
      { name: 'b.csv', mapping: { ...mapping } },
      { name: 'c.csv', mapping: { ...inTown('Oakton'), header: ['PCT', 'SITE'] } },
    ];
    expect(pinned(said)).toEqual(said.map((one) => one.mapping));
    expect(readTwoWays(said)).toEqual([]);
  });

  it('gives each its own name where two are read otherwise', () => {
    const said = [
      { name: 'a.csv', mapping: inTown('Oakton') },
      { name: 'b.csv', mapping: inTown('Elmton') },
      { name: 'c.csv', mapping: inTown('Oakton') },
    ];
    expect(pinned(said).map(({ table }) => table)).toEqual(['a.csv', 'b.csv', 'c.csv']);
    const other = pinned([{ name: 'd.csv', mapping }], pinned(said));
    expect(other.map(({ table }) => table)).toEqual(['d.csv']);
    // Its own earlier word counts for nothing: it is said anew.
    expect(pinned([{ name: 'a.csv', mapping }], [{ ...inTown('Oakton'), table: 'A.CSV' }])).toEqual([
      mapping,
    ]);
  });

  it('tells which tables no name tells apart', () => {
    const said = [
      { name: 'a 2026-05-01.csv', mapping: inTown('Oakton') },
      { name: 'a 2026-06-01.csv', mapping: inTown('Elmton') },
    ];
    expect(readTwoWays(said)).toEqual([expect.stringContaining('a 2026-05-01.csv and a 2026-06-01.csv')]);
  });
});

it('puts what is said of a name before what is said of all, and leaves out what is said of others', () => {
  const ofA = { ...inTown('Oakton'), table: 'a.csv' };
  const ofB = { ...inTown('Elmton'), table: 'b.csv' };
  expect(mappingsForName([ofB, mapping, ofA], 'A 2026-05-01.csv')).toEqual([ofA, mapping]);
});
