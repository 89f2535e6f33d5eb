// levee compile: plain messages for everything that can be wrong with a file, a key or a folder.

import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runLevee } from '../run-levee';
import { county, feedWith, segmentsWith, workFolder } from './cli-work.fixture';

let work = '';

beforeAll(async () => {
  work = await workFolder();
});
afterAll(() => rm(work, { recursive: true, force: true }));

/** A zip whose one table unpacks to far more than it weighs. */
function zipBomb(): Uint8Array {
  return zipSync({ 'street_segment.csv': new Uint8Array(64 * 1024 * 1024) }, { level: 9 });
}

describe('levee compile refuses', () => {
  const table = 'street_segment.csv';
  it.each([
    ['an empty file', async () => feedWith(work, 'empty', table, ''), [table, 'empty', 'Export']],
    [
      'a file that is not text',
      async () =>
        feedWith(work, 'binary', table, new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0, 1, 2, 3, 0, 0, 0])),
      [table, 'file-pdf', 'This is a PDF', 'CSV'],
    ],
    [
      'wrong columns',
      async () => feedWith(work, 'columns', table, 'id,road\n1,OAK ST\n'),
      [table, 'row 1', 'column', 'Add the column'],
    ],
    [
      'a cell of 10,001 characters',
      async () =>
        feedWith(
          work,
          'cell',
          table,
          await segmentsWith((line, row) => (row === 2 ? line.replace('MAIN', 'M'.repeat(10_001)) : line)),
        ),
      [table, 'row 2', 'street_name', '10,000', 'quotation mark'],
    ],
    [
      'a folder by the name of a file',
      async () => {
        const folder = await feedWith(work, 'folder', table, null);
        await mkdir(join(folder, table));
        return folder;
      },
      [table, 'could not be read', 'Copy or export'],
    ],
    [
      'a missing file',
      async () => feedWith(work, 'missing', 'precinct.csv', null),
      ['precinct', 'Add the file'],
    ],
    [
      'missing places',
      async () => feedWith(work, 'placeless', 'polling_location.csv', null),
      ['polling_location.txt', 'Precincts lead to polling places', 'Add the file'],
    ],
    [
      'a file of which not one row is left, and why',
      async () =>
        feedWith(work, 'left', table, await segmentsWith((line, row) => (row === 1 ? line : `${line},x`))),
      [table, 'Not one row', 'row 2', 'more cells than the header'],
    ],
    [
      'a zip bomb',
      async () => {
        const archive = join(work, 'bomb.zip');
        await writeFile(archive, zipBomb());
        return archive;
      },
      ['bomb.zip', 'street_segment.csv'],
    ],
    [
      'a path that is not there',
      async () => join(work, 'nowhere'),
      ['nowhere', 'no such file', 'Check the path'],
    ],
    [
      'a single file that is empty',
      async () => {
        await writeFile(join(work, 'voters.csv'), '\n \n');
        return join(work, 'voters.csv');
      },
      ['voters.csv', 'empty', 'Export'],
    ],
    [
      'a single file that is part of no feed',
      async () => {
        await writeFile(join(work, 'list.csv'), 'name,street\nA,B\n');
        return join(work, 'list.csv');
      },
      ['election.txt', 'Add the file'],
    ],
    [
      'a folder without files',
      async () => {
        await mkdir(join(work, 'bare'), { recursive: true });
        return join(work, 'bare');
      },
      ['bare', 'There is no file', 'Name the folder'],
    ],
  ])('%s, and writes nothing', async (name, make, words) => {
    const source = await make();
    const out = join(work, `out-${name.replaceAll(' ', '-')}`);
    const run = await runLevee(['compile', source, '--out', out]);
    expect(run).toMatchObject({ code: 1, out: '' });
    for (const word of words) expect(run.err).toContain(word);
    expect(run.err).not.toMatch(/\bat .*\.c?[jt]s:\d/);
    await expect(readdir(out)).rejects.toThrow('ENOENT');
  });

  // Root may read everything.
  it.skipIf(process.getuid?.() === 0)('a file without permission', async () => {
    const folder = await feedWith(work, 'locked', table, 'id\n');
    await chmod(join(folder, table), 0o000);
    const run = await runLevee(['compile', folder, '--out', join(work, 'out-locked')]);
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toContain('no permission');
  });

  it('a key that is none', async () => {
    const key = join(work, 'no-key.json');
    await writeFile(key, '{}');
    const out = join(work, 'out-key');
    const run = await runLevee(['compile', county, '--out', out, '--key', key]);
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toContain(key);
    await expect(readdir(out)).rejects.toThrow('ENOENT');
  });

  it('two SOURCEs of one office', async () => {
    const run = await runLevee(['compile', county, county, '--out', join(work, 'out-twice')]);
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toContain('two SOURCEs');
  });

  it('a folder that it cannot write to', async () => {
    const file = join(work, 'a-file');
    await writeFile(file, '');
    const run = await runLevee(['compile', county, '--out', join(file, 'release')]);
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toContain('Check the path');
  });

  it.skipIf(process.platform !== 'linux')('a folder where nobody can make one', async () => {
    const run = await runLevee(['compile', county, '--out', '/proc/levee']);
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toMatch(/\/proc\/levee.*path/);
  });
});
