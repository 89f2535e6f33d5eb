// Rows over which a spreadsheet has counted on are set aside, and lists that count up because they are in order are not.

import { describe, expect, it } from 'vitest';
import { type MappedFile, readMapped } from '../mapping/convert/convert-tables.fixture';

const streets = ['Ash', 'Birch', 'Cedar', 'Elm', 'Fir', 'Gum', 'Hazel', 'Ivy', 'Juniper', 'Larch'];
const precincts = Array.from({ length: 20 }, (_, at) => String(at + 1).padStart(2, '0'));

interface Row {
  street: string;
  low: number;
  zip: string;
  precinct: string;
}

/** 400 rows of ten streets, a block a row; a precinct has several blocks of each. */
const list = (): Row[] =>
  streets.flatMap((street, s) =>
    Array.from({ length: 40 }, (_, at) => ({
      street: `${street} St`,
      low: 100 * at + 1,
      zip: '39120',
      precinct: precincts[(s * 7 + Math.floor(at / 5) * 3) % 20]!,
    })),
  );

async function read(rows: readonly Row[], kind: 'ranges' | 'addresses' | 'blocks' = 'ranges') {
  const places = precincts.map((code) => `${code},Hall ${code},${Number(code)} Hall Rd`);
  const files: MappedFile[] = [
    {
      name: 'places.csv',
      kind: 'precinctPlaces',
      columns: { precinctId: 'Code', placeName: 'Votes at', placeAddressWhole: 'Where' },
      text: ['Code,Votes at,Where', ...places, ''].join('\n'),
    },
    {
      name: 'streets.csv',
      kind: kind === 'blocks' ? 'ranges' : kind,
      columns: {
        ...(kind === 'blocks' ? { rangeStart: 'No', rangeEnd: 'To' } : { houseNumber: 'No' }),
        streetWhole: 'Street',
        zip: 'Zip',
        precinctId: 'Pct',
      },
      always: { city: 'Natchez' },
      text: [
        'No,To,Street,Zip,Pct',
        ...rows.map(({ low, street, zip, precinct }) => `${low},${low + 99},${street},${zip},${precinct}`),
        '',
      ].join('\n'),
    },
  ];
  const { problems, dataset } = await readMapped(files);
  return {
    found: problems.filter(({ code }) => code === 'counted-on').map(({ row, column }) => `${row} ${column}`),
    rows: dataset?.streetSegments.length ?? 0,
  };
}

const dragged = (rows: readonly Row[], from: number, count: number, field: 'zip' | 'precinct'): Row[] =>
  rows.map((row, at) => {
    if (at < from || at >= from + count) return row;
    const first = rows[from]![field];
    return { ...row, [field]: String(Number(first) + at - from).padStart(first.length, '0') };
  });

const rowsFrom = (first: number, count: number, column: string) =>
  Array.from({ length: count }, (_, at) => `${first + at} ${column}`);

describe('a series that a spreadsheet has counted on', () => {
  it('is no series where nothing was dragged', async () => {
    expect(await read(list())).toEqual({ found: [], rows: 400 });
  });

  it.each(['ranges', 'addresses'] as const)('is found in the ZIPs of a list of %s', async (kind) => {
    const { found } = await read(dragged(list(), 60, 8, 'zip'), kind);
    expect(found).toEqual(expect.arrayContaining(rowsFrom(63, 7, 'Zip')));
    expect(found.length).toBeLessThan(9);
  });

  it.each(['ranges', 'addresses'] as const)('is found in the precincts of a list of %s', async (kind) => {
    const { found } = await read(dragged(list(), 45, 8, 'precinct'), kind);
    expect(found).toEqual(expect.arrayContaining(rowsFrom(48, 7, 'Pct')));
    expect(found.length).toBeLessThan(9);
  });

  it('is found over many rows of several streets, up to the last code that there is', async () => {
    const rows = list().map((row, at) => ({ ...row, precinct: at < 300 ? row.precinct : '03' }));
    const { found } = await read(dragged(rows, 335, 30, 'precinct'));
    expect(found).toEqual(Array.from({ length: 18 }, (_, at) => `${337 + at} Pct`));
  });

  it('is none in a list by precincts that has a row for each', async () => {
    const few = precincts.map((precinct, at) => ({ street: `Oak ${at} St`, low: 1, zip: '39120', precinct }));
    expect(await read(few)).toEqual({ found: [], rows: 20 });
    const sorted = list().sort((a, b) => (a.precinct < b.precinct ? -1 : 1));
    expect((await read(sorted)).found).toEqual([]);
  });

  it('is none where one street runs through all wards of a town, block by block', async () => {
    const rows = list();
    const main = precincts.map((precinct, at) => ({
      street: 'Main St',
      low: 100 * at + 1,
      zip: '39120',
      precinct,
    }));
    expect(await read([...rows.slice(0, 200), ...main, ...rows.slice(200)], 'blocks')).toEqual({
      found: [],
      rows: 420,
    });
    expect((await read([...rows.slice(0, 200), ...main, ...rows.slice(200)])).found.length).toBeGreaterThan(
      15,
    );
  });

  it('is none where a few streets of a large list do so house by house', async () => {
    const large = Array.from({ length: 8 }, (_, copy) =>
      list().map((row) => ({ ...row, street: `${'ABCDEFGH'[copy]}${row.street}` })),
    ).flat();
    const through = Array.from({ length: 12 }, (_, s) =>
      precincts.slice(s, s + 7).map((precinct, at) => ({
        street: `${'JKLMNOPQRSTU'[s]}orn St`,
        low: 2 * at + 1,
        zip: '39120',
        precinct,
      })),
    ).flat();
    expect((await read([...large, ...through])).found).toEqual([]);
  });

  it('is none where streets run through precincts one after the other all over the list', async () => {
    const crossing = streets.flatMap((street, s) =>
      Array.from({ length: 8 }, (_, at) => ({
        street: `${street} St`,
        low: 100 * at + 1,
        zip: '39120',
        precinct: precincts[s + at]!,
      })),
    );
    expect((await read(crossing)).found).toEqual([]);
  });
});
