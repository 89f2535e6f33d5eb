// Owns the embedded stores' way through the contract, and what only they can suffer: other processes, kill -9, a full
// disk.

import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { fileBlobs } from '@/lib/adapters/blobs-files';
import { type LmdbState, openLmdbState } from '@/lib/adapters/state-lmdb';
import { blobStoreContract } from './blob-store.contract';
import { stateStoreContract, wholeChain } from './state-store.contract';

const folder = mkdtempSync(join(tmpdir(), 'levee-stores-'));
const opened: LmdbState[] = [];
const open = async (name = 'state') => {
  const state = await openLmdbState(join(folder, name), () => new Date(), { isDurable: false });
  opened.push(state);
  return state;
};

/** Why the disk cannot be made full here; null: it can. */
const noSmallDisk = ((): string | null => {
  const disk = mkdtempSync(join(folder, 'probe-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
  if (status !== 0) return 'a small disk cannot be mounted here';
  spawnSync('umount', [disk]);
  return null;
})();

afterAll(async () => {
  for (const state of opened) await state.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('state on LMDB', () => {
  const shared = open();
  stateStoreContract(() => ({ open: () => shared, now: () => new Date(), pass: sleep }));

  it('loses nothing when other processes write, and one of them is killed in the middle', async () => {
    const state = await open('processes');
    const writers = [1, 2].map((name) => count(join(folder, 'processes'), `p${name}`, 500));
    const victim = count(join(folder, 'processes'), 'victim', 1_000_000);
    await until(
      async () =>
        Number((await state.read(['victim']))[0]?.value ?? 0) > 20 || victim.child.exitCode !== null,
    );
    victim.child.kill('SIGKILL');
    await Promise.all(writers.map(({ done }) => done));
    const [total, p1, p2, victims] = (await state.read(['total', 'p1', 'p2', 'victim'])).map((entry) =>
      Number(entry?.value),
    );
    expect([p1, p2]).toEqual([500, 500]);
    expect(total).toBe(1_000 + (victims ?? 0));
    expect(await wholeChain(state)).toBe(total);
  });
});

describe.skipIf(noSmallDisk)(`a full disk${noSmallDisk === null ? '' : `: ${noSmallDisk}`}`, () => {
  it('is said as `full`, loses nothing that was answered, and is forgotten when there is room', async () => {
    const disk = mkdtempSync(join(folder, 'disk-'));
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]);
    try {
      const state = await openLmdbState(join(disk, 'state'), () => new Date());
      const commit = (number: number) =>
        state.commit({
          id: `full-${number}`,
          checks: [{ key: `k/${number}`, version: null }],
          writes: [{ key: `k/${number}`, value: String(number).repeat(100_000) }],
        });
      let answered = 0;
      const fill = async () => {
        for (; answered < 1_000; answered++) await commit(answered);
      };
      await expect(fill()).rejects.toMatchObject({ name: 'StoreError', code: 'full' });
      expect(answered).toBeGreaterThan(5);
      const put = fileBlobs(join(disk, 'blobs')).put('a/b', new Uint8Array(9_000_000));
      await expect(put).rejects.toMatchObject({ name: 'StoreError', code: 'full' });
      expect(await fileBlobs(join(disk, 'blobs')).list('')).toEqual([]);
      expect(await state.list({ prefix: 'k/', limit: 1_000 })).toHaveLength(answered);
      spawnSync('mount', ['-o', 'remount,size=32m', disk]);
      expect(await commit(answered)).toBe('committed');
      expect(await state.list({ prefix: 'k/', limit: 1_000 })).toHaveLength(answered + 1);
      await state.close();
    } finally {
      spawnSync('umount', [disk]);
    }
  });
});

describe('blobs as files', () => {
  blobStoreContract(() => fileBlobs(join(folder, 'blobs')));

  it('clears away what a killed process was writing, once it is old', async () => {
    const below = join(folder, 'drafts/a');
    mkdirSync(below, { recursive: true });
    for (const name of ['old.1.tmp', 'new.2.tmp', 'whole']) writeFileSync(join(below, name), 'x');
    utimesSync(join(below, 'old.1.tmp'), 0, 0);
    expect(await fileBlobs(join(folder, 'drafts')).list('')).toEqual(['a/whole']);
    expect(readdirSync(below).sort()).toEqual(['new.2.tmp', 'whole']);
  });

  it('has a blob back that a killed sweep had taken aside, unless it was put anew since', async () => {
    const below = join(folder, 'aside/a');
    mkdirSync(below, { recursive: true });
    for (const name of ['gone.1.aside', 'anew.2.aside']) writeFileSync(join(below, name), 'x');
    writeFileSync(join(below, 'anew'), 'x');
    const blobs = fileBlobs(join(folder, 'aside'));
    expect(await blobs.list('')).toEqual(['a/anew', 'a/gone']);
    expect(await blobs.get('a/gone')).toHaveLength(1);
    expect(readdirSync(below).sort()).toEqual(['anew', 'gone']);
  });

  it('says that the disk cannot take a blob, and leaves nothing under its name', async () => {
    const blobs = fileBlobs('/dev/null/blobs');
    await expect(blobs.put('a/b', new Uint8Array(3))).rejects.toMatchObject({ name: 'StoreError' });
  });
});

/** A process that counts up a key of its own and a shared one, in one commit each time. */
function count(store: string, name: string, times: number) {
  const script = join(import.meta.dirname, 'count-process.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, store, name, String(times)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return { child, done: new Promise((resolve) => child.once('exit', resolve)) };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(20);
}
