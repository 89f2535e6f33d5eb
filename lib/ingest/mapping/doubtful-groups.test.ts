// A cell that somebody forgot in a column whose blank cells mean "as above" sends nobody to the place of the group above, wherever in the
// list it stands.

import { describe, expect, it } from 'vitest';
import { type MappedFile, readMapped } from './convert/convert-tables.fixture';

const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
/** More than the rows that are looked at before a table is read. */
const groups = 60;
const size = 25;

interface Row {
  precinct: string;
  readonly name: string;
  readonly street: string;
  readonly low: number;
  zip: string;
}

/** Precincts of 25 streets, from A to Z in each; its number stands in its first row. */
function list(): Row[] {
  return Array.from({ length: groups * size }, (_, at) => {
    const group = Math.floor(at / size);
    const isFirst = at % size === 0;
    const low = 2 * group + 1 + 200 * ((at * 3) % 5);
    return {
      precinct: isFirst ? String(101 + group) : '',
      name: isFirst ? `North ${group}` : '',
      street: `${letters[at % size]}ville ${group % 7 === 3 ? 'Ave' : 'St'}`,
      low,
      zip: String(43001 + Math.floor(group / 4)),
    };
  });
}

const places = Array.from({ length: groups }, (_, at) => `${101 + at},Hall ${101 + at},${at + 1} Hall Rd`);
const placeList: MappedFile = {
  name: 'places.csv',
  kind: 'precinctPlaces',
  columns: { precinctId: 'Code', placeName: 'Votes at', placeAddressWhole: 'Where' },
  text: ['Code,Votes at,Where', ...places, ''].join('\n'),
};

type Column = keyof Row;

async function read(rows: readonly Row[], columns: readonly Column[] = ['precinct', 'street', 'low', 'zip']) {
  const names: Record<Column, string> = {
    precinct: 'Precinct',
    name: 'Note',
    street: 'Street',
    low: 'No',
    zip: 'Zip',
  };
  const cells = rows.map((row) => columns.map((column) => row[column]).join(','));
  const streets: MappedFile = {
    name: 'streets.csv',
    kind: 'ranges',
    columns: {
      precinctId: 'Precinct (as above where blank)',
      streetWhole: 'Street',
      houseNumber: 'No',
      ...(columns.includes('zip') ? { zip: 'Zip' } : {}),
    },
    always: { city: 'Springvale', zip: columns.includes('zip') ? '' : '43999' },
    text: [columns.map((column) => names[column]).join(','), ...cells, ''].join('\n'),
  };
  const { dataset, problems } = await readMapped([placeList, streets]);
  const doubted = problems.filter(({ code }) => code === 'as-above-uncertain');
  return {
    dataset,
    rows: doubted.map(({ row }) => row),
    why: [...new Set(doubted.map(({ message }) => message))].join(' '),
    others: problems.filter(({ code, severity }) => severity !== 'warning' && code !== 'as-above-uncertain'),
    precinctOf: (row: number) =>
      dataset?.streetSegments.find(({ id }) => id === `row-${row}`)?.precinctId ?? null,
  };
}

/** The row of the file in which a group begins. */
const firstRow = (group: number) => group * size + 2;
const rowsOf = (group: number) => Array.from({ length: size }, (_, at) => firstRow(group) + at);

describe('a column whose blank cells mean what stands above', () => {
  it('fills in whole lists that are in order', async () => {
    const { dataset, rows, others, precinctOf } = await read(list());
    expect([rows, others]).toEqual([[], []]);
    expect(dataset?.streetSegments).toHaveLength(groups * size);
    expect(precinctOf(firstRow(50) + 3)).toBe('151');
  });

  it.each([
    ['far behind the rows that are looked at first', 50],
    ['among them', 5],
  ])('leaves open the rows below a forgotten cell, %s: their streets begin again', async (_, group) => {
    const rows = list();
    rows[group * size]!.precinct = '';
    const found = await read(rows);
    expect(found.rows).toEqual(rowsOf(group));
    expect(found.why).toContain('“Street” begins again');
    expect(found.precinctOf(firstRow(group))).toBe(null);
    expect(found.precinctOf(firstRow(group) - 1)).toBe(String(100 + group));
  });

  it('leaves them open where nothing else tells but a ZIP that changes', async () => {
    // In no order.
    const rows = list().map((row, at) => ({ ...row, street: `${letters[(at * 7) % 26]}ville ${at} St` }));
    rows[48 * size]!.precinct = '';
    const found = await read(rows);
    expect(found.rows).toEqual(rowsOf(48));
    expect(found.why).toContain('“Zip” changes');
  });

  it('leaves them open where another column is filled that is filled at the first row of each group only', async () => {
    const rows = list().map((row, at) => ({ ...row, street: `${letters[(at * 7) % 26]}ville ${at} St` }));
    rows[49 * size]!.precinct = '';
    const found = await read(rows, ['precinct', 'name', 'street', 'low']);
    expect(found.rows).toEqual(rowsOf(49));
    expect(found.why).toContain('“Note” is filled');
  });

  it('leaves open the rows below a value that comes again far behind', async () => {
    const rows = list();
    rows[55 * size]!.precinct = '110';
    const found = await read(rows, ['precinct', 'street', 'low']);
    expect(found.rows).toEqual([...rowsOf(9).slice(1), ...rowsOf(55).slice(1)]);
    expect(found.why).toContain('“110” stands in row');
  });

  it('takes the word of who has written the value once more', async () => {
    const rows = list();
    const at = 50 * size + 10;
    // One group that is not in order.
    const mixed = rows.slice(50 * size, 51 * size);
    const turned = [...mixed.slice(12), ...mixed.slice(0, 12)].map((row) => ({ ...row, precinct: '' }));
    rows.splice(50 * size, size, ...turned.with(0, { ...turned[0]!, precinct: '151' }));
    expect((await read(rows)).rows).toEqual(rowsOf(50).slice(13));
    rows[50 * size + 13]!.precinct = '151';
    const found = await read(rows);
    expect([found.rows, found.others]).toEqual([[], []]);
    expect(found.precinctOf(at + 10)).toBe('151');
  });

  it('doubts nothing where a single street stands out of order, and nothing in a list without any', async () => {
    const rows = list();
    const [one] = rows.splice(30 * size + 10, 1);
    rows.splice(30 * size + 15, 0, one!);
    expect((await read(rows, ['precinct', 'street', 'low'])).rows).toEqual([]);
    const mixed = list().map((row, at) => ({ ...row, street: `${letters[(at * 7) % 26]}ville ${at} St` }));
    expect((await read(mixed, ['precinct', 'street', 'low'])).rows).toEqual([]);
  });
});
