// Owns letting one process at a time do a short piece of work on a folder. Server only. Knows nothing of the work.

import { open, rm, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** The work under a lock takes milliseconds. One that is older was left by a process that was killed. */
const STALE_MS = 10_000;
const RETRY_MS = 20;

/** Runs `work` while the file `lock` is this process's own, and takes it away afterwards. Waits for whoever holds it. */
export async function withLock<Value>(lock: string, work: () => Promise<Value>): Promise<Value> {
  while (!(await taken(lock))) {
    const found = await stat(lock).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > STALE_MS) await rm(lock, { force: true });
    else await sleep(RETRY_MS);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function taken(lock: string): Promise<boolean> {
  try {
    await (await open(lock, 'wx')).close();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
