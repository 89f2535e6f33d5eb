// Owns the release files that this device keeps for a day without a network (Cache Storage). Only the page writes
// to it, and only bytes that were verified; what it gives back is verified again, like any other source's.
// It must not know what is inside the files, nor anything that a voter typed.

import { err, ok, type Result } from '@/lib/core/result';
import { objectPath, type Sha256Hex } from '@/lib/release/format';
import type { ReleaseSource, SourceError } from '@/lib/release/verified-objects';
import { POINTER_FILE } from '@/lib/release/verify-pointer';

/** Its name in Cache Storage. Keys in it are `/v1/current.json` and `/v1/objects/<sha256>.json`. */
export const DEVICE_CACHE = 'levee-release-1';

/** What this device keeps. Nothing here throws: a browser without storage, or with a full one, goes on without. */
export interface DeviceCopy {
  /** `notFound` for a file that was not kept, `unreachable` where there is no storage. */
  readonly source: ReleaseSource;
  /** Only after the pointer, and the root it names, have been verified. */
  keepPointer(bytes: Uint8Array): Promise<void>;
  /** Only bytes whose SHA-256 is `name`. */
  keepObject(name: Sha256Hex, bytes: Uint8Array): Promise<void>;
  /** Names of the objects that are kept, the longest unused first: keeping one again puts it at the end. */
  objectNames(): Promise<readonly Sha256Hex[]>;
  removeObjects(names: readonly Sha256Hex[]): Promise<void>;
  clear(): Promise<void>;
}

/** `storage` is `() => window.caches`; it may throw, or give nothing (plain http, private windows). */
export function deviceCopy(storage: () => CacheStorage): DeviceCopy {
  return {
    source: {
      pointer: () => read(storage, POINTER_FILE),
      object: (name) => read(storage, objectPath(name)),
    },
    keepPointer: (bytes) => keep(storage, POINTER_FILE, bytes),
    keepObject: (name, bytes) => keep(storage, objectPath(name), bytes),
    objectNames: () => objectNames(storage),
    removeObjects: (names) =>
      quietly(async () => {
        const cache = await storage().open(DEVICE_CACHE);
        await Promise.all(names.map((name) => cache.delete(objectPath(name))));
      }),
    clear: () => quietly(async () => void (await storage().delete(DEVICE_CACHE))),
  };
}

async function read(storage: () => CacheStorage, path: string): Promise<Result<Uint8Array, SourceError>> {
  try {
    const cache = await storage().open(DEVICE_CACHE);
    const kept = await cache.match(path, { ignoreVary: true });
    if (!kept) return err({ code: 'notFound', message: `${path} is not on this device` });
    return ok(new Uint8Array(await kept.arrayBuffer()));
  } catch (error) {
    return err({ code: 'unreachable', message: error instanceof Error ? error.name : 'no storage' });
  }
}

async function objectNames(storage: () => CacheStorage): Promise<readonly Sha256Hex[]> {
  try {
    const kept = await (await storage().open(DEVICE_CACHE)).keys();
    return kept.flatMap(({ url }) => /\/([0-9a-f]{64})\.json$/.exec(url)?.[1] ?? []);
  } catch {
    return [];
  }
}

function keep(storage: () => CacheStorage, path: string, bytes: Uint8Array): Promise<void> {
  return quietly(async () => {
    const cache = await storage().open(DEVICE_CACHE);
    const headers = { 'Content-Type': 'application/json', 'Content-Length': String(bytes.length) };
    await cache.put(path, new Response(new Uint8Array(bytes), { headers }));
  });
}

/** Off, private or full: the answer on screen does not depend on what can be kept for later. */
async function quietly(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    // Nothing to tell: whoever comes back without a network sees that there is no copy.
  }
}
