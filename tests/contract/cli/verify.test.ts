// levee verify: what is wrong with a release, by name.

import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runLevee } from '../run-levee';
import { SLOW_MS, sandboxRelease, workFolder } from './cli-work.fixture';

let [work, release] = ['', ''];

beforeAll(async () => {
  work = await workFolder();
  release = await sandboxRelease(work);
}, SLOW_MS);
afterAll(() => rm(work, { recursive: true, force: true }));

describe('levee verify', () => {
  const altering = async (name: string, change: (folder: string) => Promise<void>) => {
    const folder = join(work, `verify-${name}`);
    await cp(release, folder, { recursive: true });
    await change(folder);
    return runLevee(['verify', folder]);
  };

  it('finds nothing wrong with a whole release', async () => {
    const run = await runLevee(['verify', release]);
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toContain('all right');
  });

  it('names a file that is gone', async () => {
    let gone = '';
    const run = await altering('gone', async (folder) => {
      const objects = join(folder, 'v1', 'objects');
      gone = (await readdir(objects))[0] ?? '';
      await rm(join(objects, gone));
    });
    expect(run.code).toBe(1);
    expect(run.out).toContain(gone);
  });

  it('names a pointer whose signature is wrong', async () => {
    const run = await altering('signature', async (folder) => {
      const file = join(folder, 'v1', 'current.json');
      await writeFile(file, (await readFile(file, 'utf8')).replace(/sequence\\":(\d)/, 'sequence\\":9$1'));
    });
    expect(run.code).toBe(1);
    expect(run.out).toContain('badSignature /v1/current.json');
  });

  it('names a release that was put back', async () => {
    const run = await runLevee(['verify', release, '--min-sequence', '99999999999']);
    expect(run.code).toBe(1);
    expect(run.out).toContain('lowerSequence');
  });

  it('says of a host that nothing answers there', async () => {
    const run = await runLevee(['verify', 'http://127.0.0.1:1']);
    expect(run.code).toBe(1);
    expect(run.out).toMatch(/^error unreachable \/v1\/current\.json: no answer \(\S+\)\n$/);
  });

  it('says that there is no release', async () => {
    const run = await runLevee(['verify', join(work, 'nowhere')]);
    expect(run.code).toBe(1);
    expect(run.out).toBe('error notFound /v1/current.json: there is no such file\n');
  });
});
