// Owns letting one mirror at a time work on a folder, for as long as that takes: minutes, for a whole state. (file-lock.ts is
// for milliseconds.) Whoever was killed loses its turn at once, whoever hangs after a while; both notice before they go on.

import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeFolder } from '../make-folder';

/** A holder that works says so this often … */
const BEAT_MS = 2_000;
/** … and one that has not for so long holds no more. */
const STALE_MS = 30_000;
const RETRY_MS = 100;

/** Somebody's turn. */
export interface Turn {
  /** Throws where somebody else has taken over meanwhile: this process was stopped, and must not go on. */
  readonly check: () => Promise<void>;
}

/** The turn was taken over: the work ends here, and another mirror has begun it anew. */
export class TurnLost extends Error {
  override readonly name = 'TurnLost';
}

/** Does `work` while no other mirror works under the file `lock`; waits for whoever does. */
export async function inTurn<Value>(lock: string, work: (turn: Turn) => Promise<Value>): Promise<Value> {
  await makeFolder(dirname(lock));
  const holder = JSON.stringify({ host: hostname(), pid: process.pid, id: randomUUID() });
  while (!(await taken(lock, holder))) {
    if (await isAbandoned(lock)) await rename(lock, `${lock}.${process.pid}.old`).catch(() => {});
    else await sleep(RETRY_MS);
  }
  await rm(`${lock}.${process.pid}.old`, { force: true });
  const beat = setInterval(() => void utimes(lock, new Date(), new Date()).catch(() => {}), BEAT_MS);
  const isMine = async (): Promise<boolean> => (await holderOf(lock)) === holder;
  try {
    return await work({
      check: async () => {
        if (!(await isMine())) throw new TurnLost('another mirror of this folder has taken over');
      },
    });
  } finally {
    clearInterval(beat);
    if (await isMine()) await rm(lock, { force: true });
  }
}

async function taken(lock: string, holder: string): Promise<boolean> {
  try {
    await writeFile(lock, holder, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    // Made, and no room for what belongs in it: nobody is to wait for that.
    if ((await holderOf(lock)) === '') await rm(lock, { force: true });
    throw error;
  }
}

async function holderOf(lock: string): Promise<string | null> {
  return readFile(lock, 'utf8').catch(() => null);
}

async function isAbandoned(lock: string): Promise<boolean> {
  const written = await stat(lock).catch(() => null);
  if (written === null) return false;
  if (Date.now() - written.mtimeMs > STALE_MS) return true;
  const found = /^\{"host":("[^"]*"),"pid":(\d+),/.exec((await holderOf(lock)) ?? '');
  return found !== null && found[1] === JSON.stringify(hostname()) && !isAlive(Number(found[2]));
}

/** Whether a process of this machine is there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
