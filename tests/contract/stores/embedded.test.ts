// Owns the embedded stores' way through the contract, and what only they can suffer: other processes, kill -9, a full
// disk.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { fileBlobs } from '@/lib/adapters/blobs-files';
import { type LmdbState, openLmdbState } from '@/lib/adapters/state-lmdb';
import { blobStoreContract } from './blob-store.contract';
import { stateStoreContract } from './state-store.contract';

const folder = mkdtempSync(join(tmpdir(), 'levee-stores-'));
const opened: LmdbState[] = [];
const open = async (name = 'state') => {
  const state = await openLmdbState(join(folder, name), () => new Date(), { isDurable: false });
  opened.push(state);
  return state;
};

afterAll(async () => {
  for (const state of opened) await state.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('state on LMDB', () => {
  const shared = open();
  stateStoreContract(() => ({ open: () => shared, now: () => new Date(), pass: sleep }));

  it('loses nothing when other processes write, and one of them is killed in the middle', async () => {
    const state = await open('processes');
    const writers = [1, 2].map((name) => count(join(folder, 'processes'), `p${name}`, 300));
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
    expect([p1, p2]).toEqual([300, 300]);
    expect(total).toBe(600 + (victims ?? 0));
  });
});

describe('blobs as files', () => {
  blobStoreContract(() => fileBlobs(join(folder, 'blobs')));

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
