import { describe, expect, it } from 'vitest';
import { datasetOf, type MappedFile, problemsOf, readMapped } from './convert-tables.fixture';

const streets = (...rows: readonly (readonly [ward: string, part: string])[]): MappedFile => ({
  name: 'streets.csv',
  kind: 'ranges',
  columns: {
    streetWhole: 'Street',
    rangeText: 'Numbers',
    zip: 'Zip',
    precinctId: 'Ward',
    precinctSplit: 'Pct',
  },
  text: [
    'Street,Numbers,Zip,Ward,Pct',
    ...rows.map(([ward, part], at) => `Oak St,${at * 100 + 1}-${at * 100 + 99},43999,${ward},${part}`),
  ].join('\n'),
});
const places = (...codes: readonly string[]): MappedFile => ({
  name: 'places.csv',
  kind: 'precinctPlaces',
  columns: { precinctId: 'Precinct', placeName: 'Place', placeAddressWhole: 'Where' },
  text: [
    'Precinct,Place,Where',
    ...codes.map((code, at) => `${code},Hall ${at + 1},"${at + 1} Elm St, Springvale, OH 43999"`),
  ].join('\n'),
});
const parted: MappedFile = {
  ...places(),
  columns: { ...places().columns, precinctSplit: 'Part' },
  text: 'Precinct,Part,Place,Where\n1,A,Hall A,"1 Elm St, Springvale, OH 43999"\n1,B,Hall B,"2 Elm St, Springvale, OH 43999"',
};

describe('parts of precincts beside a list of places without them', () => {
  it.each([
    ['two parts of a precinct with two places', streets(['3', 'A'], ['3', 'B']), 2],
    ['a part of it and the rest', streets(['3', ''], ['3', 'B']), 3],
    ['a ward and the number of another precinct', streets(['1', '2']), 2],
    ['the same with zeros', streets(['1', '1'], ['2', '001']), 3],
  ])('are refused where the list may mean either: %s', async (_, file, row) => {
    const read = await readMapped([places('1', '2', '3', '3'), file]);
    expect(read.dataset).toBeNull();
    expect(problemsOf(read)).toContain(`splits-not-in-places ${row} Pct`);
  });

  it('are left out and told where the list has one place for all of a precinct', async () => {
    const read = await readMapped([places('1', '2'), streets(['1', 'A'], ['1', 'B'], ['2', 'C'])]);
    expect(read.problems.filter(({ code }) => code === 'splits-left-out')).toMatchObject([
      { row: 2, column: 'Pct', value: 'A' },
    ]);
    expect(datasetOf(read).precincts.map(({ pollingLocationIds }) => pollingLocationIds.length)).toEqual([
      1, 1,
    ]);
  });

  it.each([
    ['none is filled', streets(['1', ''], ['2', ''])],
    [
      'each precinct is of one part, and no precinct is called so',
      streets(['1', 'A'], ['2', 'B'], ['1', 'A']),
    ],
    ['the part is the precinct again', streets(['1', '01'], ['2', '2'])],
  ])('change nothing where they cannot matter: %s', async (_, file) => {
    const read = await readMapped([places('1', '2'), file]);
    expect(problemsOf(read)).toEqual([]);
    expect(
      datasetOf(read)
        .streetSegments.map(({ precinctId }) => precinctId)
        .slice(0, 2),
    ).toEqual(['1', '2']);
  });

  it('stay apart where the list has them', async () => {
    const read = datasetOf(await readMapped([parted, streets(['1', 'A'], ['1', 'B'])]));
    const names = new Map(read.pollingLocations.map(({ id, name }) => [id, name]));
    const voted = read.streetSegments.map(({ precinctId }) =>
      read.precincts.find(({ id }) => id === precinctId)?.pollingLocationIds.map((id) => names.get(id)),
    );
    expect(voted).toEqual([['Hall A'], ['Hall B']]);
  });

  it('are no place’s where the list has other parts, or none of them', async () => {
    const read = await readMapped([parted, streets(['1', 'C'], ['1', ''], ['1', 'A'])]);
    const told = read.dataset?.streetSegments.filter(({ precinctId }) => precinctId !== '') ?? [];
    expect(told.map(({ startHouseNumber }) => startHouseNumber)).toEqual([201]);
  });
});
