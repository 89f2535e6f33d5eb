// Owns the state store in one folder, on LMDB: the embedded default. Several processes may have it open at once: the
// server, the heartbeat, the command line. Knows no kind of record.

import { open, type RootDatabase } from 'lmdb';
import type { Commit, CommitResult, Entry, Listing, StateStore } from '@/lib/office/ports/state-store';
import { StoreError } from '@/lib/office/ports/store-error';
import { assertCommit, assertKeys, assertListing, COMMIT_MEMORY_MS } from '@/lib/office/ports/store-limits';
import { isDiskFull } from './disk-space';
import { makeFolder } from './make-folder';

interface Stored {
  readonly value: string;
  readonly version: string;
  /** Milliseconds since 1970; absent: never. */
  readonly expiresAtMs?: number;
}

/** What a sweep may remove from then on, in the order of time. */
type Due = [atMs: number, kind: 'entry' | 'commit', name: string];

/** Printable ASCII ends before it. */
const AFTER_ALL = '\x7f';
const SWEEP_EVERY_MS = 60_000;
const SWEPT_AT_ONCE = 1_000;

export interface LmdbState extends StateStore {
  close(): Promise<void>;
}

export interface LmdbOptions {
  /** false: a power cut may take the last commits with it; the end of a process never does. For tests. */
  readonly isDurable?: false;
}

/** Open the store in `folder`, which is made. Throws `StoreError`. */
export async function openLmdbState(
  folder: string,
  now: () => Date,
  { isDurable }: LmdbOptions = {},
): Promise<LmdbState> {
  const guarded = guardedIn(folder);
  const root = await guarded(async () => {
    await makeFolder(folder);
    // A commit that was answered is on disk, not on its way there.
    return open({ path: folder, overlappingSync: false, noSync: isDurable === false, maxDbs: 4 });
  });
  const store = new LmdbStore(root, now);
  return {
    read: async (keys) => {
      assertKeys(keys);
      return guarded(() => store.read(keys));
    },
    list: async (listing) => {
      assertListing(listing);
      return guarded(() => store.list(listing));
    },
    commit: async (commit) => {
      assertCommit(commit);
      return guarded(() => store.commit(commit));
    },
    close: () => root.close(),
  };
}

class LmdbStore {
  private readonly entries;
  private readonly commits;
  private readonly due;
  private sweptAtMs = 0;

  constructor(
    private readonly root: RootDatabase,
    private readonly now: () => Date,
  ) {
    this.entries = root.openDB<Stored, string>({ name: 'entries' });
    this.commits = root.openDB<CommitResult, string>({ name: 'commits' });
    this.due = root.openDB<true, Due>({ name: 'due' });
  }

  read(keys: readonly string[]): readonly (Entry | null)[] {
    // One moment for all of them, and what other processes have written until now.
    this.root.resetReadTxn();
    return keys.map((key) => this.present(key, this.entries.get(key)));
  }

  list(listing: Listing): readonly Entry[] {
    this.root.resetReadTxn();
    const found: Entry[] = [];
    for (const { key, value } of this.entries.getRange(rangeOf(listing))) {
      if (listing.lasting && value.expiresAtMs !== undefined) continue;
      const entry = this.present(key, value);
      if (entry !== null) found.push(entry);
      if (found.length === listing.limit) break;
    }
    return found;
  }

  commit(commit: Commit): CommitResult {
    const nowMs = this.now().getTime();
    return this.root.transactionSync(() => {
      this.sweep(nowMs);
      const known = this.commits.get(commit.id);
      if (known !== undefined) return known;
      const result = this.apply(commit);
      this.commits.put(commit.id, result);
      this.due.put([nowMs + COMMIT_MEMORY_MS, 'commit', commit.id], true);
      return result;
    });
  }

  private apply({ id, checks, writes }: Commit): CommitResult {
    for (const { key, version } of checks) {
      if ((this.present(key, this.entries.get(key))?.version ?? null) !== version) return 'conflict';
    }
    for (const { key, value, expiresAt } of writes) {
      if (value === null) {
        this.entries.remove(key);
        continue;
      }
      const expiresAtMs = expiresAt?.getTime();
      this.entries.put(key, { value, version: id, ...(expiresAtMs === undefined ? {} : { expiresAtMs }) });
      if (expiresAtMs !== undefined) this.due.put([expiresAtMs, 'entry', key], true);
    }
    return 'committed';
  }

  private present(key: string, stored: Stored | undefined): Entry | null {
    if (stored === undefined || this.isExpired(stored, this.now().getTime())) return null;
    return { key, value: stored.value, version: stored.version };
  }

  private isExpired({ expiresAtMs }: Stored, nowMs: number): boolean {
    return expiresAtMs !== undefined && expiresAtMs <= nowMs;
  }

  /** Inside a transaction. A key that was written again since, to last longer, stays. */
  private sweep(nowMs: number): void {
    if (nowMs - this.sweptAtMs < SWEEP_EVERY_MS) return;
    this.sweptAtMs = nowMs;
    const over = [...this.due.getKeys({ end: [nowMs + 1, 'commit', ''], limit: SWEPT_AT_ONCE })];
    for (const due of over) {
      const [, kind, name] = due;
      const stored = kind === 'entry' ? this.entries.get(name) : undefined;
      if (stored !== undefined && this.isExpired(stored, nowMs)) this.entries.remove(name);
      if (kind === 'commit') this.commits.remove(name);
      this.due.remove(due);
    }
  }
}

function rangeOf({ prefix, after, reverse }: Listing) {
  return reverse
    ? {
        start: after ?? prefix + AFTER_ALL,
        exclusiveStart: true,
        end: prefix,
        inclusiveEnd: true,
        reverse: true,
      }
    : { start: after ?? prefix, exclusiveStart: after !== undefined, end: prefix + AFTER_ALL };
}

/** What LMDB throws, as `StoreError`. A disk that takes a part of a page only is EIO to it, whatever the reason. */
function guardedIn(folder: string) {
  return async <Value>(work: () => Value | Promise<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (cause) {
      if (cause instanceof StoreError) throw cause;
      const message = cause instanceof Error ? cause.message : String(cause);
      const isFull =
        /MDB_MAP_FULL|ENOSPC|No space left|quota exceeded/i.test(message) ||
        (/Input\/output error/i.test(message) && (await isDiskFull(folder)));
      throw new StoreError(isFull ? 'full' : 'unavailable', `the state store: ${message}`, { cause });
    }
  };
}
