// Owns blobs as files below one folder: the embedded default. Knows nothing of what is in them.

import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BlobStore, UnusedBlob } from '@/lib/office/ports/blob-store';
import { StoreError } from '@/lib/office/ports/store-error';
import { assertBlobName } from '@/lib/office/ports/store-limits';
import { severalAtOnce, sweepDrafts, syncFolder, writeAtomically } from './atomic-files';
import { putBackAside, renewFile, takeUnused, unusedBytes } from './blob-ages';
import { makeFolder } from './make-folder';

/** Blobs below `folder`, which is made with the first of them. */
export function fileBlobs(folder: string): BlobStore {
  const fileOf = (name: string): string => {
    assertBlobName(name);
    return join(folder, name);
  };
  // Two that put the same blob at once would write to one temporary file.
  const underWay = new Map<string, Promise<void>>();
  const onDisk = sharedSync();
  const put = (name: string, bytes: Uint8Array): Promise<void> => {
    const file = fileOf(name);
    const write = async () => {
      if ((await renewFile(file)) === 'renewed') return;
      await makeFolder(dirname(file));
      await writeAtomically(file, bytes);
      await onDisk(folder, dirname(file));
    };
    const mine = underWay.get(name) ?? guarded(name, write).finally(() => underWay.delete(name));
    underWay.set(name, mine);
    return mine;
  };
  const isFound = async (name: string): Promise<boolean> => {
    const file = fileOf(name);
    const renewed = await renewFile(file);
    if (renewed !== 'notOurs') return renewed === 'renewed';
    // Somebody else's, whose age we may not change: a copy of ours takes its place.
    const bytes = await orNull(readFile(file));
    if (bytes !== null) await put(name, bytes);
    return bytes !== null;
  };
  const each = async (
    names: readonly string[],
    bytesOf: (file: string) => Promise<number | null>,
  ): Promise<readonly UnusedBlob[]> => {
    const found: UnusedBlob[] = [];
    await severalAtOnce(names, async (name) => {
      const file = fileOf(name);
      const bytes = await guarded(name, () => bytesOf(file));
      if (bytes !== null) found.push({ name, bytes });
    });
    return found;
  };
  return {
    put: async (name, bytes) => put(name, bytes),
    get: async (name) => {
      const file = fileOf(name);
      return guarded(name, () => orNull(readFile(file)));
    },
    present: async (names) => {
      const found = new Set<string>();
      await severalAtOnce(names, async (name) => {
        if (await guarded(name, () => isFound(name))) found.add(name);
      });
      return found;
    },
    remove: async (name) => {
      const file = fileOf(name);
      return guarded(name, () => rm(file, { force: true }));
    },
    list: async (prefix) => {
      const below = prefix.slice(0, prefix.lastIndexOf('/') + 1);
      if (below !== '') assertBlobName(below.slice(0, -1));
      const names = await guarded(prefix, () => namesBelow(folder, below));
      return names.filter((name) => name.startsWith(prefix)).sort();
    },
    // `list` clears away what a killed process was writing.
    unfinished: async () => [],
    unused: (names, since) => each(names, (file) => unusedBytes(file, since)),
    removeUnused: (names, since) => each(names, (file) => takeUnused(file, since)),
  };
}

/** Has the names in a folder, and its own name in those above it, on disk for good. Many that wait for the same folder
 *  wait for one sync, which began after all of them had asked. */
function sharedSync() {
  const next = new Map<string, Promise<void>>();
  const last = new Map<string, Promise<void>>();
  const sync = (folder: string): Promise<void> => {
    const waiting = next.get(folder);
    if (waiting !== undefined) return waiting;
    const before = last.get(folder) ?? Promise.resolve();
    const mine = before
      .catch(() => {})
      .then(() => {
        next.delete(folder);
        return syncFolder(folder);
      });
    next.set(folder, mine);
    last.set(folder, mine);
    return mine;
  };
  const known = new Set<string>();
  return async (root: string, folder: string): Promise<void> => {
    await sync(folder);
    for (let at = folder; at !== root && !known.has(at); at = dirname(at)) {
      await sync(dirname(at));
      known.add(at);
    }
  };
}

async function namesBelow(folder: string, below: string): Promise<readonly string[]> {
  const entries = (await orNull(readdir(join(folder, below), { withFileTypes: true }))) ?? [];
  // What a killed process was writing.
  await sweepDrafts(
    join(folder, below),
    entries.map(({ name }) => name),
  );
  const nested = entries.map(async (entry) => {
    const name = below + entry.name;
    if (entry.isDirectory()) return namesBelow(folder, `${name}/`);
    const whose = await putBackAside(join(folder, name));
    if (whose !== null) return [below + whose];
    return name.endsWith('.tmp') ? [] : [name];
  });
  return [...new Set((await Promise.all(nested)).flat())];
}

async function orNull<Value>(value: Promise<Value>): Promise<Value | null> {
  try {
    return await value;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

async function guarded<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (cause) {
    const code = codeOf(cause);
    const isFull = code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG';
    throw new StoreError(isFull ? 'full' : 'unavailable', `${name}: ${code}`, { cause });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'failed';
}
