// Owns how one file is put in place so that a reader, or a power cut, meets the old one or the new one and nothing
// between. Server only; knows nothing of releases.

import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Drafts older than this are left over from a process that was killed. */
const STALE_DRAFT_MS = 3_600_000;

/** A file under a temporary name: `put` renames it into place. */
export interface Draft {
  readonly put: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

/** Write under a temporary name, on disk for good. Throws what the disk throws. */
export async function writeDraft(file: string, bytes: Uint8Array): Promise<Draft> {
  const draft = `${file}.${process.pid}.tmp`;
  const orClean = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  };
  await orClean(async () => {
    const handle = await open(draft, 'w', 0o644);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  });
  return { put: () => orClean(() => rename(draft, file)), discard: () => rm(draft, { force: true }) };
}

/** Write a file whole, or not at all. */
export async function writeAtomically(file: string, bytes: Uint8Array): Promise<void> {
  await (await writeDraft(file, bytes)).put();
}

/** Renames are only safe from a power cut once the folder itself is on disk. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Remove drafts among a folder's names that a killed process left behind. */
export async function sweepDrafts(folder: string, names: Iterable<string>): Promise<void> {
  for (const name of names) {
    if (!name.endsWith('.tmp')) continue;
    const file = join(folder, name);
    const written = await stat(file).catch(() => null);
    if (written !== null && Date.now() - written.mtimeMs > STALE_DRAFT_MS) await rm(file, { force: true });
  }
}

/** Files written at once. Waiting for the disk after each would take a state's release ten times as long. */
const WRITES_AT_ONCE = 32;

/** Work through a list, several at a time; which come first is not said. */
export async function severalAtOnce<Item>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items[Symbol.iterator]();
  const next = { [Symbol.iterator]: () => queue };
  const worker = async (): Promise<void> => {
    for (const item of next) await work(item);
  };
  await Promise.all(Array.from({ length: WRITES_AT_ONCE }, worker));
}
