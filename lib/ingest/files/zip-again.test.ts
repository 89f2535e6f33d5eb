// Owns the proof that long entries of a zip are read again from the file instead of being held, and that nothing else differs by it.

import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createRandom } from '@/scripts/generate/random';
import { byteFile } from '../feed.fixture';
import { createProblemLog } from '../problems/problem';
import { madeWorkbook } from '../xlsx/workbook.fixture';
import { expandEntries } from './expand-zip';
import { openFiles } from './open-files';
import type { SourceFile } from './source-file';
import { readZipDirectory } from './zip-directory';

const random = createRandom(1);
const rows = Array.from({ length: 9000 }, () =>
  Array.from({ length: 25 }, () => random.between(0, 999_999_999_999)),
);
const header = rows[0]!.map((_, at) => `Column ${at + 1}`);
const workbook = madeWorkbook({ sheets: [{ name: 'S', rows: [header, ...rows] }] });
const csv = strToU8([header, ...rows].map((cells) => cells.join(',')).join('\n'));

/** What ranges are asked for goes into `asked`. */
function rangedFile(name: string, bytes: Uint8Array, asked: (readonly [number, number])[]): SourceFile {
  return {
    ...byteFile(name, bytes, 100_000),
    *range(start, end) {
      asked.push([start, end]);
      for (let at = start; at < end; at += 70_001) yield bytes.subarray(at, Math.min(end, at + 70_001));
    },
  };
}

async function readAll(file: SourceFile) {
  const log = createProblemLog();
  const { foreign } = await openFiles([file], log);
  const records: (readonly string[])[] = [];
  const keep = (cells: readonly string[]) => records.push(cells) > 0;
  for (const source of foreign) {
    const reader = { isKnownColumn: () => false, header: keep, record: keep, refused: () => {} };
    await source.read(reader, log);
  }
  return { records, problems: log.problems().map(({ code }) => code) };
}

describe.each([
  ['a workbook', 'list.xlsx', workbook],
  ['a workbook whose parts are stored', 'list.xlsx', zipSync(unzipSync(workbook), { level: 0 })],
  ['a zip', 'list.zip', zipSync({ 'list.csv': csv }, { level: 1 })],
  ['a zip whose files are stored', 'list.zip', zipSync({ 'list.csv': csv }, { level: 0 })],
])('%s of a file that can be entered anywhere', (_, name, bytes) => {
  it('is read as from one that cannot, its long entries again and again', async () => {
    const asked: (readonly [number, number])[] = [];
    const read = await readAll(rangedFile(name, bytes, asked));
    expect(read.problems).toEqual([]);
    expect(read.records.length).toBe(rows.length + 1);
    expect(read).toEqual(await readAll(byteFile(name, bytes)));
    expect(asked.length).toBeGreaterThan(1);
    expect(new Set(asked.map(([start]) => start)).size).toBe(1);
    expect(asked.every(([start, end]) => end - start >= 1024 * 1024)).toBe(true);
  });

  it('is said to be unreadable, not damaged, where the file is gone at the second time', async () => {
    const gone = (): never => {
      throw new Error('the disk is gone');
    };
    const read = await readAll({ ...byteFile(name, bytes), range: gone });
    expect(read).toEqual({ records: [], problems: ['file-unreadable'] });
  });

  it('is not taken for whole where the file has become shorter since', async () => {
    const asked: (readonly [number, number])[] = [];
    const file = rangedFile(name, bytes, asked);
    const range = (start: number, end: number) => file.range!(start, end - (asked.length < 1 ? 0 : 500_000));
    const { problems } = await readAll({ ...file, range });
    expect(problems).toContain('file-unreadable');
  });
});

it('holds short entries, which a file would have to be entered for once each', async () => {
  const asked: (readonly [number, number])[] = [];
  const short = madeWorkbook({ sheets: [{ name: 'S', rows: [header, rows[0]!] }] });
  expect((await readAll(rangedFile('list.xlsx', short, asked))).records.length).toBe(2);
  expect(asked).toEqual([]);
});

it('lets others have the processor while a zip is checked, a short piece at a time', async () => {
  const pieces: number[] = [];
  const pause = async (bytes: number) => void pieces.push(bytes);
  const directory = readZipDirectory(zipSync({ 'list.csv': csv }), 1);
  expect(await expandEntries(directory.ok ? directory.value : [], 'list.zip', pause)).toMatchObject({
    ok: true,
  });
  expect(pieces.reduce((sum, bytes) => sum + bytes, 0)).toBe(csv.length);
  expect(Math.max(...pieces)).toBeLessThan(256 * 1024);
});
