// Owns the state store on @vercel/kv: Upstash, Vercel, or a Redis behind the bridge. Knows no kind of record.

import type { CommitResult, Entry, Listing, StateStore } from '@/lib/office/ports/state-store';
import { StoreError } from '@/lib/office/ports/store-error';
import { assertCommit, assertKeys, assertListing, COMMIT_MEMORY_MS } from '@/lib/office/ports/store-limits';
import { COMMIT_SCRIPT, LIST_SCRIPT } from './kv/commit-script';
import { KV_PREFIX, type Kv } from './kv/kv-client';

const STATE = `${KV_PREFIX}state:`;
const COMMITS = `${KV_PREFIX}commit:`;
/** A sorted set of all names, every score 0: in the order of their bytes. */
const INDEX = `${KV_PREFIX}index`;
const AFTER_ALL = '\x7f';

/** The state store behind `kv`. Expiry goes by the KV store's own clock. */
export function kvState(kv: Kv): StateStore {
  return {
    read: async (keys) => {
      assertKeys(keys);
      if (keys.length === 0) return [];
      const values = await kv.run((client) =>
        client.mget<(string | null)[]>(...keys.map((key) => STATE + key)),
      );
      return keys.map((key, index) => entryOf(key, values[index] ?? null));
    },
    list: async (listing) => {
      assertListing(listing);
      const flags = [listing.reverse, listing.lasting].map((flag) => (flag ? '1' : '0'));
      const args = [STATE, ...rangeOf(listing), String(listing.limit), ...flags];
      const found = await kv.run((client) => client.eval<string[], string[]>(LIST_SCRIPT, [INDEX], args));
      return pairs(found).flatMap(([key, value]) => entryOf(key, value) ?? []);
    },
    commit: async (commit) => {
      assertCommit(commit);
      const { id, checks, writes } = commit;
      const texts = writes.flatMap(({ value }) => value ?? []);
      let texted = 0;
      const plan = {
        ms: COMMIT_MEMORY_MS,
        id,
        prefix: STATE,
        checks: checks.map(({ version }) => version ?? ''),
        writes: writes.map(({ value, expiresAt }) => ({
          ...(value === null ? {} : { n: ++texted }),
          ...(expiresAt === undefined ? {} : { x: Math.max(1, expiresAt.getTime()) }),
        })),
      };
      const keys = [...checks, ...writes].map(({ key }) => STATE + key);
      return kv.run((client) =>
        client.eval<string[], CommitResult>(
          COMMIT_SCRIPT,
          [COMMITS + id, INDEX, ...keys],
          [JSON.stringify(plan), ...texts],
        ),
      );
    },
  };
}

function rangeOf({ prefix, after, reverse }: Listing): readonly [from: string, to: string] {
  const [first, last] = [`[${prefix}`, `[${prefix}${AFTER_ALL}`];
  if (reverse) return [after === undefined ? last : `(${after}`, first];
  return [after === undefined ? first : `(${after}`, last];
}

function pairs(flat: readonly string[]): readonly (readonly [string, string])[] {
  return flat.flatMap((key, index) => (index % 2 === 0 ? [[key, flat[index + 1] ?? ''] as const] : []));
}

function entryOf(key: string, stored: string | null): Entry | null {
  if (stored === null) return null;
  const tab = stored.indexOf('\t');
  if (tab < 1) throw new StoreError('damaged', `${key}: no version in what the KV store holds`);
  return { key, version: stored.slice(0, tab), value: stored.slice(tab + 1) };
}
