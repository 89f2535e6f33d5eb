// Owns what every store holds callers to, so that what works on one works on all: names, sizes, counts. Pure.

import type { Commit, Listing } from './state-store';
import { StoreError } from './store-error';

/** Of one value, in UTF-8. */
export const MAX_VALUE_BYTES = 1_048_576;
/** Checks and writes together: a state's one file changes the choices of hundreds of offices at one moment. */
export const MAX_COMMIT_KEYS = 2_000;
export const MAX_READ_KEYS = 1_000;
export const MAX_LISTED = 1_000;
/** For so long a commit's id is remembered. */
export const COMMIT_MEMORY_MS = 600_000;

/** Printable ASCII without space, at most 512 characters. */
const KEY = /^[\x21-\x7e]{1,512}$/;
const BLOB_PART = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;
const encoder = new TextEncoder();

/** A wrong key is a bug of the caller. Throws `Error`. */
export function assertKeys(keys: readonly string[], most = MAX_READ_KEYS): void {
  if (keys.length > most) throw new Error(`${keys.length} keys at once; at most ${most}`);
  const wrong = keys.find((key) => !KEY.test(key));
  if (wrong !== undefined) throw new Error(`no key: ${JSON.stringify(wrong)}`);
}

/** Throws `Error` for what no caller should ask, `StoreError` (`tooLarge`) for a value that is too long. */
export function assertCommit({ id, checks, writes }: Commit): void {
  assertKeys([id]);
  assertKeys(
    [...checks, ...writes].map(({ key }) => key),
    MAX_COMMIT_KEYS,
  );
  if (new Set(writes.map(({ key }) => key)).size < writes.length) throw new Error('a key is written twice');
  for (const { key, value } of writes) {
    // A character is at most three bytes of UTF-8, counted as UTF-16 has it.
    if (value === null || value.length * 3 <= MAX_VALUE_BYTES) continue;
    if (encoder.encode(value).length > MAX_VALUE_BYTES) {
      throw new StoreError('tooLarge', `${key}: a value may have 1 MiB`);
    }
  }
}

/** Throws `Error`. */
export function assertListing({ prefix, limit, after }: Listing): void {
  assertKeys([...(prefix === '' ? [] : [prefix]), ...(after === undefined ? [] : [after])]);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LISTED) throw new Error(`no limit: ${limit}`);
}

export function isBlobName(name: string): boolean {
  return name.length <= 512 && name.split('/').every((part) => BLOB_PART.test(part));
}

/** Names lead to files: nothing in them may lead anywhere else. Throws `Error`. */
export function assertBlobName(name: string): void {
  if (!isBlobName(name)) {
    throw new Error(`no name of a blob: ${JSON.stringify(name)}`);
  }
}
