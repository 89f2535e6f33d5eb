import { describe, expect, it } from 'vitest';
import { ColumnShiftWatch, type WatchedColumns } from './column-shift';

const columns: WatchedColumns = {
  full: [0, 1, 2, 3, 4],
  grouping: [3, 4],
  range: { start: 0, end: 1, side: 2 },
};
const names = { start: 0, end: 1, side: 2, street: 3, precinct: 4 };

/** Two blocks of both sides of `streets` streets, a precinct for each three streets. */
function soundRows(streets: number): string[][] {
  return Array.from({ length: streets }, (_, street) =>
    [1, 2, 101, 102].map((first) => [
      String(first),
      String(first + 98 - (first % 2 === 0 ? 2 : 0)),
      first % 2 === 0 ? 'even' : 'odd',
      `STREET ${street}`,
      `p${Math.floor(street / 3)}`,
    ]),
  ).flat();
}

/** The rows with one cell inserted above `from`, and the one at `to` taken away (none: pushed out below). */
function insertedCell(rows: readonly (readonly string[])[], column: number, from: number, to: number) {
  return rows.map((row, at) => {
    if (at < from || at > to) return row;
    const value = at === from ? '' : rows[at - 1]![column]!;
    return row.map((cell, i) => (i === column ? value : cell));
  });
}

/** The rows with the cell at `from` taken away, and a blank inserted at `to`. */
function deletedCell(rows: readonly (readonly string[])[], column: number, from: number, to: number) {
  return rows.map((row, at) => {
    if (at < from || at > to) return row;
    const value = at === to ? '' : rows[at + 1]![column]!;
    return row.map((cell, i) => (i === column ? value : cell));
  });
}

function found(rows: readonly (readonly string[])[]) {
  const watch = new ColumnShiftWatch(columns);
  for (const [at, row] of rows.entries()) watch.accept(row, at + 2);
  return watch.end().map(({ row, position }) => ({ row, position }));
}

describe('a column whose cells stand one row beside', () => {
  const rows = soundRows(100);

  it('is not found in sound rows', () => expect(found(rows)).toEqual([]));

  it.each(Object.entries(names))('%s, one row too low from a blank on to the end', (_, column) => {
    expect(found(insertedCell(rows, column, 150, rows.length - 1))).toEqual([{ row: 152, position: column }]);
  });

  it.each(Object.entries(names))('%s, one row too low and back', (_, column) => {
    expect(found(insertedCell(rows, column, 100, 300))).toEqual([{ row: 102, position: column }]);
  });

  it.each(Object.entries(names))('%s, one row too high up to the last row', (_, column) => {
    expect(found(deletedCell(rows, column, 150, rows.length - 1))).toEqual([
      { row: rows.length + 1, position: column },
    ]);
  });

  it('is told by the one cell that was pushed out, in a table of any columns', () => {
    const watch = new ColumnShiftWatch({ full: [0, 1, 2], grouping: [], range: null });
    const table = [
      ['p1', 'North', 'pl1'],
      ['p2', 'South', ''],
      ['p3', 'West', 'pl2'],
      ['', '', 'pl3'],
    ];
    for (const [at, row] of table.entries()) watch.accept(row, at + 2);
    expect(watch.end()).toMatchObject([{ row: 3, position: 2 }]);
  });

  it.each(Object.entries(names))('is not found where %s is only missing once', (_, column) => {
    const missing = rows.map((row, at) =>
      at === 150 ? row.map((cell, i) => (i === column ? '' : cell)) : row,
    );
    expect(found(missing)).toEqual([]);
  });

  it('is not found in a column that is often blank', () => {
    const sparse = rows.map((row, at) => (at % 3 === 0 ? row.map((cell, i) => (i === 3 ? '' : cell)) : row));
    expect(found(sparse)).toEqual([]);
  });

  it('is not found in a last line that sums up', () => {
    expect(found([...rows, ['400', '', '', '', '']])).toEqual([]);
  });
});
