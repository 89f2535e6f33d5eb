import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from './make-folder';

let work = '';
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'levee-folder-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

describe('makeFolder', () => {
  it('makes a folder and those above it, once or again, alone or beside another', async () => {
    const folder = join(work, 'a', 'b', 'c');
    await Promise.all([makeFolder(folder), makeFolder(folder), makeFolder(join(work, 'a', 'b', 'd'))]);
    await makeFolder(folder);
    expect((await stat(folder)).isDirectory()).toBe(true);
  });

  it('takes a root and a relative path', async () => {
    await makeFolder('/');
    await makeFolder('.');
  });

  it('throws where a file is in the way', async () => {
    const file = join(work, 'file');
    await writeFile(file, '');
    await expect(makeFolder(file)).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(makeFolder(join(file, 'x'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  // Where there is no /proc the call says so too, by another code.
  it('throws instead of trying for ever where nothing can be made', async () => {
    await expect(makeFolder('/proc/levee/v1/objects')).rejects.toThrow();
  });
});
