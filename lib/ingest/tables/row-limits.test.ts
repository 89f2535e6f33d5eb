import { describe, expect, it } from 'vitest';
import { filesOf, soundFeed, textFile } from '../feed.fixture';
import { readZipDirectory } from '../files/zip-directory';
import { createProblemLog } from '../problems/problem';
import { openWorkbook, packageOf } from '../xlsx/open-workbook';
import { type MadeSheet, madeWorkbook } from '../xlsx/workbook.fixture';
import { flatFeed, xmlOf } from '../xml/vip-xml.fixture';
import { vipXmlTables } from '../xml/vip-xml-tables';

const reader = { isKnownColumn: () => true, header: () => true, record: () => true, refused: () => {} };

async function readSheets(sheets: readonly MadeSheet[], mostRows: number, passes = 1) {
  const directory = readZipDirectory(madeWorkbook({ sheets }), 100);
  const found = await packageOf(directory.ok ? directory.value : []);
  if (found.kind !== 'workbook') throw new Error('no workbook');
  const log = createProblemLog();
  const opened = await openWorkbook('list.xlsx', found.parts, found.path, log, mostRows);
  for (let pass = 0; pass < passes; pass++) for (const { source } of opened) await source.read(reader, log);
  return log.problems().map(({ code, file, row }) => [code, file, row]);
}

const sheet = (name: string, rows: number): MadeSheet => ({
  name,
  rows: [['Street', 'Zip'], ...Array.from({ length: rows }, (_, at) => [`Oak ${at}`, 43_001])],
});

describe('the limit of rows of a workbook', () => {
  it('is that of all its sheets together, headers apart', async () => {
    expect(await readSheets([sheet('North', 600), sheet('South', 400)], 1000)).toEqual([]);
    expect(await readSheets([sheet('North', 600), sheet('South', 401)], 1000)).toEqual([
      ['file-too-large', 'list.xlsx / South', 402],
    ]);
  });

  it('counts no row twice that is read twice', async () => {
    expect(await readSheets([sheet('North', 600), sheet('South', 400)], 1000, 3)).toEqual([]);
  });

  it('counts rows that hold something, not those that a stray cell far below leaves blank', async () => {
    const stray = { name: 'South', rows: [...sheet('South', 10).rows, ...Array(2000).fill([]), ['x']] };
    expect(await readSheets([sheet('North', 900), stray], 1000)).toEqual([]);
  });
});

describe('the limit of rows of VIP XML', () => {
  it.each([
    [11, []],
    [10, ['file-too-large']],
  ])('%d', async (mostRows, codes) => {
    const file = textFile('feed.xml', xmlOf(await flatFeed(filesOf(soundFeed)), '6.0'));
    const log = createProblemLog();
    await vipXmlTables(file, log, mostRows);
    expect(log.problems().map(({ code }) => code)).toEqual(codes);
  });
});
