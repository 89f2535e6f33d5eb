// Owns ports that live in memory, for unit tests of use cases. The contract suites of tests/contract run on it too,
// so that what it does is what the real adapters do.

import type { BlobStore } from './blob-store';
import type { OfficePorts } from './office-ports';
import type { Commit, CommitResult, Entry, StateStore } from './state-store';
import { assertBlobName, assertCommit, assertKeys, assertListing } from './store-limits';

interface Stored extends Entry {
  readonly expiresAt: number;
}

/** A clock that a test moves: `clock.now = new Date(…)`. */
export interface TestClock {
  now: Date;
}

/** Empty stores, a clock at 2026-10-01T12:00:00Z, ids `id-0000000000000000001`, `id-…2`, … */
export function memoryPorts(clock: TestClock = { now: new Date('2026-10-01T12:00:00Z') }): OfficePorts & {
  readonly clock: TestClock;
} {
  let ids = 0;
  return {
    clock,
    state: memoryState(() => clock.now),
    blobs: memoryBlobs(() => clock.now),
    now: () => clock.now,
    newId: () => `id-${String(++ids).padStart(19, '0')}`,
  };
}

export function memoryState(now: () => Date): StateStore {
  const entries = new Map<string, Stored>();
  const results = new Map<string, CommitResult>();
  const present = (key: string): Entry | null => {
    const stored = entries.get(key);
    if (stored === undefined || stored.expiresAt <= now().getTime()) return null;
    return { key, value: stored.value, version: stored.version };
  };
  const apply = ({ id, checks, writes }: Commit): CommitResult => {
    if (checks.some(({ key, version }) => (present(key)?.version ?? null) !== version)) return 'conflict';
    for (const { key, value, expiresAt } of writes) {
      if (value === null) entries.delete(key);
      else entries.set(key, { key, value, version: id, expiresAt: expiresAt?.getTime() ?? Infinity });
    }
    return 'committed';
  };
  return {
    read: async (keys) => {
      assertKeys(keys);
      return keys.map(present);
    },
    list: async (listing) => {
      assertListing(listing);
      const { prefix, limit, after, reverse, lasting } = listing;
      const keys = [...entries.keys()].filter((key) => key.startsWith(prefix)).sort();
      if (reverse) keys.reverse();
      const isAfter = (key: string) => after === undefined || (reverse ? key < after : key > after);
      return keys
        .filter(isAfter)
        .filter((key) => !lasting || entries.get(key)?.expiresAt === Infinity)
        .flatMap((key) => present(key) ?? [])
        .slice(0, limit);
    },
    commit: async (commit) => {
      assertCommit(commit);
      const known = results.get(commit.id);
      if (known !== undefined) return known;
      const result = apply(commit);
      results.set(commit.id, result);
      return result;
    },
  };
}

export function memoryBlobs(now: () => Date): BlobStore {
  const blobs = new Map<string, { readonly bytes: Uint8Array; usedAtMs: number }>();
  const found = (name: string) => {
    const blob = blobs.get(name);
    if (blob !== undefined) blob.usedAtMs = now().getTime();
    return blob !== undefined;
  };
  const unused = (names: readonly string[], since: Date) =>
    names.flatMap((name) => {
      const blob = blobs.get(name);
      const isUnused = blob !== undefined && blob.usedAtMs < since.getTime();
      return isUnused ? [{ name, bytes: blob.bytes.length }] : [];
    });
  return {
    put: async (name, bytes) => {
      assertBlobName(name);
      if (!found(name)) blobs.set(name, { bytes: bytes.slice(), usedAtMs: now().getTime() });
    },
    get: async (name) => {
      assertBlobName(name);
      return blobs.get(name)?.bytes.slice() ?? null;
    },
    present: async (names) => new Set(names.filter(found)),
    remove: async (name) => {
      blobs.delete(name);
    },
    unfinished: async () => [],
    list: async (prefix) => [...blobs.keys()].filter((name) => name.startsWith(prefix)).sort(),
    unused: async (names, since) => unused(names, since),
    removeUnused: async (names, since) => {
      const gone = unused(names, since);
      for (const { name } of gone) blobs.delete(name);
      return gone;
    },
  };
}
