import { describe, expect, it } from 'vitest';
import { byteFile } from '../feed.fixture';
import { openFiles } from '../files/open-files';
import { createProblemLog } from '../problems/problem';
import { type MadeSheet, madeWorkbook } from './workbook.fixture';

async function read(sheet: Omit<MadeSheet, 'name'>) {
  const log = createProblemLog();
  const bytes = madeWorkbook({ sheets: [{ name: 'S', ...sheet }] });
  const { foreign } = await openFiles([byteFile('list.xlsx', bytes)], log);
  const rows: (readonly string[])[] = [];
  const reader = {
    isKnownColumn: () => false,
    header: (cells: readonly string[]) => rows.push(cells) > 0,
    record: (cells: readonly string[]) => rows.push(cells) > 0,
    refused: () => undefined,
  };
  await foreign[0]?.read(reader, log);
  const told = log.problems().filter(({ code }) => code === 'columns-hidden');
  return { rows, told: told.map(({ file, column, message }) => [file, column, message]) };
}
const rows = [
  ['Street', 'Precinct', 'Old precinct', null],
  ['Oak St', '1', '7', null],
];

describe('hidden columns of a sheet', () => {
  it('are read, and named to whoever looks', async () => {
    const { rows: found, told } = await read({ rows, hiddenColumns: [[2, 3]] });
    expect(found).toEqual([
      ['Street', 'Precinct', 'Old precinct'],
      ['Oak St', '1', '7'],
    ]);
    expect(told).toEqual([['list.xlsx / S', 'B', expect.stringContaining('B (Precinct), C (Old precinct)')]]);
  });

  it('say nothing where they are blank, as all to the right of a table', async () => {
    expect((await read({ rows, hiddenColumns: [[4, 16_384]] })).told).toEqual([]);
    expect((await read({ rows })).told).toEqual([]);
  });

  it('are not looked at in rows that are hidden, too', async () => {
    const { told } = await read({ rows: [['a'], ['b', 'c']], hiddenColumns: [[2, 2]], hiddenRows: [2] });
    expect(told).toEqual([]);
  });

  it('beyond number are counted', async () => {
    const many = Array.from({ length: 14 }, (_, at) => `n${at}`);
    const { told } = await read({
      rows: [['a', ...many]],
      hiddenColumns: [
        [2, 5],
        [4, 15],
      ],
    });
    expect(told[0]?.[2]).toContain('K (n9), 4 more');
  });
});
