import { describe, expect, it } from 'vitest';
import { readSavedMappings, savedMappings } from './saved-mappings';
import type { ForeignTable, TableMapping } from './table-mapping';

const mapping: TableMapping = {
  header: ['LOW', 'HIGH', 'STREET', 'ZIP', 'PCT'],
  width: 5,
  kind: 'ranges',
  columns: { rangeStart: 0, rangeEnd: 1, streetWhole: 2, zip: 3, precinctId: 4 },
  always: { city: null, state: 'MS', zip: null },
};
const table: ForeignTable = {
  name: 'streets.csv',
  proposal: {
    mapping,
    confidence: { rangeStart: 'sure' },
    headerRow: 1,
    samples: [['1', '99', 'Oak St', '39120', '7']],
  },
  confirmed: null,
  applied: null,
  start: { lines: [], width: 5 },
};
const fileOf = (change: Partial<TableMapping> = {}, confirmed = true) =>
  JSON.stringify({
    kind: 'levee-mappings',
    version: 1,
    tables: [{ file: 'streets.csv', confirmed, mapping: { ...mapping, ...change } }],
  });

describe('a file of mappings', () => {
  it('gives back what was written into it, once somebody has confirmed it', () => {
    expect(readSavedMappings(savedMappings([{ ...table, confirmed: mapping, applied: mapping }]))).toEqual({
      ok: true,
      value: [mapping],
    });
    const proposed = savedMappings([table]);
    expect(readSavedMappings(proposed)).toMatchObject({
      ok: false,
      error: expect.stringContaining('"confirmed": true'),
    });
    const confirmed = proposed.replace('"confirmed": false', '"confirmed": true');
    expect(readSavedMappings(confirmed)).toEqual({ ok: true, value: [mapping] });
  });

  it.each([
    ['no JSON', 'LOW,HIGH', 'no file of mappings'],
    ['another file', '{"kind":"levee-site","version":1,"tables":[]}', '(at kind)'],
    [
      'an unknown field',
      fileOf({ columns: { colour: 1 } as TableMapping['columns'] }),
      'tables.0.mapping.columns',
    ],
    ['a column that is not there', fileOf({ columns: { ...mapping.columns, city: 5 } }), 'column 5'],
    ['a negative column', fileOf({ columns: { zip: -1 } }), 'tables.0.mapping.columns.zip'],
    ['more columns than any table has', fileOf({ width: 1001 }), 'tables.0.mapping.width'],
    ['more names than columns', fileOf({ width: 5, header: ['a', 'b', 'c', 'd', 'e', 'f'] }), 'more names'],
    [
      'a list without streets',
      fileOf({ columns: { rangeStart: 0, rangeEnd: 1, precinctId: 4, zip: 3 } }),
      'street',
    ],
    ['too long a file', ' '.repeat(4_000_001), 'larger'],
  ])('is refused with a sentence: %s', (_, text, words) => {
    expect(readSavedMappings(text)).toMatchObject({ ok: false, error: expect.stringContaining(words) });
  });

  it('reads two tables with the same columns in two ways, each by its own name', () => {
    const other = { ...mapping, always: { city: 'Sampleton', state: 'MS', zip: null } };
    const file = (name: string) =>
      savedMappings([
        { ...table, name: 'north.csv', confirmed: mapping, applied: mapping },
        { ...table, name, confirmed: other, applied: other },
      ]);
    expect(readSavedMappings(file('south.csv'))).toEqual({
      ok: true,
      value: [
        { ...mapping, table: 'north.csv' },
        { ...other, table: 'south.csv' },
      ],
    });
    expect(readSavedMappings(file('north 2026-05-01.csv'))).toMatchObject({
      ok: false,
      error: expect.stringContaining('rename'),
    });
  });

  it('holds no cell of any length', () => {
    const long = { ...table, proposal: { ...table.proposal, samples: [['x'.repeat(5000)]] } };
    expect(savedMappings([long]).length).toBeLessThan(2000);
  });
});
