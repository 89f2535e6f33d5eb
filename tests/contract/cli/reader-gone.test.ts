// `levee … | head -1`, a terminal that was closed, a full disk under the output: the work is done all the same, and the exit code
// says how it went. A wrong release must not pass as right because nobody read about it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundled } from '@/scripts/test/bundle';
import { county, NOW, SLOW_MS, sandboxRelease, workFolder } from './cli-work.fixture';

const FULL = '/dev/full';
let [work, release, altered, script] = ['', '', '', ''];

beforeAll(async () => {
  work = await workFolder();
  release = await sandboxRelease(work);
  altered = join(work, 'altered');
  await cp(release, altered, { recursive: true });
  const pointer = join(altered, 'v1', 'current.json');
  await writeFile(pointer, (await readFile(pointer, 'utf8')).replace('Practice', 'Other'));
  script = await bundled(fileURLToPath(new URL('../levee-process.ts', import.meta.url)));
}, SLOW_MS);
afterAll(() => rm(work, { recursive: true, force: true }));

type Deaf = 'stdout' | 'stderr';

/** The exit code where nobody reads one of the two. */
async function unheard(deaf: Deaf, args: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, [script, ...args]);
  child[deaf].destroy();
  child[deaf === 'stdout' ? 'stderr' : 'stdout'].resume();
  child.stdin.end();
  return (await once(child, 'close'))[0];
}

describe('a command whose reader has gone', () => {
  it('says by its exit code that a release is wrong', async () => {
    expect(await unheard('stdout', ['verify', altered])).toBe(1);
    expect(await unheard('stdout', ['verify', release])).toBe(0);
  });

  it('says by its exit code that files are wrong', async () => {
    expect(await unheard('stdout', ['validate', join(work, 'nowhere'), '--json'])).toBe(1);
  });

  it('publishes a late change that it was told to', async () => {
    const to = join(work, 'notice');
    const change = ['--kind', 'callFirst', '--place', 'pl-01', '--yes', '--until', '2027-11-02T20:00'];
    expect(await unheard('stdout', ['notice', '--from', release, '--to', to, ...change])).toBe(0);
    expect(await readFile(join(to, 'v1', 'current.json'), 'utf8')).toContain('callFirst');
  });

  it('copies a release that it was told to', async () => {
    const to = join(work, 'mirror');
    expect(await unheard('stdout', ['mirror', '--from', release, '--to', to, '--release-only'])).toBe(0);
    expect(existsSync(join(to, 'v1', 'current.json'))).toBe(true);
  });

  it.each<Deaf>(['stdout', 'stderr'])('makes the release where %s is closed', async (deaf) => {
    const out = join(work, `out-${deaf}`);
    expect(await unheard(deaf, ['compile', county, '--out', out, '--now', NOW, '--progress'])).toBe(0);
    expect(existsSync(join(out, 'v1', 'current.json'))).toBe(true);
  });

  it('answers no more rows than somebody reads: a file of any length ends', async () => {
    const child = spawn(process.execPath, [script, 'lookup', '--release', release, '--batch', '-']);
    let isOver = false;
    const closed = once(child, 'close').then(([code]) => {
      isOver = true;
      return code;
    });
    child.stdin.on('error', () => {});
    child.stderr.resume();
    child.stdin.write('address\n');
    await Promise.all([
      once(child.stdout, 'data').then(() => child.stdout.destroy()),
      (async () => {
        while (!isOver) {
          child.stdin.write('"112 Heron St, Practice Falls, ZZ 00001"\n'.repeat(200));
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      })(),
    ]);
    expect(await closed).toBe(0);
  });

  it.skipIf(!existsSync(FULL))('fails in plain words where what it says cannot be written', async () => {
    const out = join(work, 'full');
    const args = [script, 'compile', county, '--out', out, '--now', NOW];
    const child = spawn(process.execPath, args, { stdio: ['ignore', openSync(FULL, 'w'), 'pipe'] });
    let said = '';
    child.stderr?.on('data', (text) => {
      said += text;
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(said).toBe('levee: the output could not be written: ENOSPC: no space left on device, write\n');
    expect(existsSync(join(out, 'v1', 'current.json'))).toBe(true);
  });
});
