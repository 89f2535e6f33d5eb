// Owns the port to small mutable state: accounts, sessions, drafts, the pointer, the audit chain. One primitive
// changes it: a commit of several keys that happens whole or not at all. Knows no adapter.

/** Keys are `/`-separated ASCII, at most 512 characters: `draft/ms-adams/7Qk…`. */
export type Key = string;

/** Names the commit that wrote a value: never the same twice, also not after a removal. */
export type Version = string;

/** A value as it stands. Values are texts (JSON) of at most 1 MiB in UTF-8. */
export interface Entry {
  readonly key: Key;
  readonly value: string;
  readonly version: Version;
}

/** What must hold for a commit to happen: the key's version; null: the key is absent (or expired). */
export interface Check {
  readonly key: Key;
  readonly version: Version | null;
}

/** `value: null` removes the key. `expiresAt`: from then on the key is absent. */
export interface Write {
  readonly key: Key;
  readonly value: string | null;
  readonly expiresAt?: Date;
}

/** All checks hold and all writes happen, or nothing does. `id` makes it idempotent: the same id again, within ten
 *  minutes, gives the first answer and writes nothing. It becomes the version of what it writes. At most 2,000 keys. */
export interface Commit {
  readonly id: string;
  readonly checks: readonly Check[];
  readonly writes: readonly Write[];
}

export type CommitResult = 'committed' | 'conflict';

/** Which keys to list: those that start with `prefix` ('': all), in the order of their bytes. */
export interface Listing {
  readonly prefix: string;
  /** At most 1,000. */
  readonly limit: number;
  /** Only keys after this one in the listing's own direction. */
  readonly after?: Key;
  readonly reverse?: boolean;
  /** Leaves out what was written with an expiry: a backup keeps what lasts. */
  readonly lasting?: boolean;
}

/** Throws `StoreError` and nothing else. Every call ends within its adapter's timeout. */
export interface StateStore {
  /** Values as they stood at one moment, in the order of the keys; null where absent or expired. At most 1,000. */
  read(keys: readonly Key[]): Promise<readonly (Entry | null)[]>;
  /** One page of a listing; fewer than `limit` entries: it was the last. */
  list(listing: Listing): Promise<readonly Entry[]>;
  commit(commit: Commit): Promise<CommitResult>;
}
