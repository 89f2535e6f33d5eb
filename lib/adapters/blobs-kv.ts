// Owns blobs on a KV store: pieces of at most 1 MB in base64, and a head that is written last. Meant for an office
// whose files are small; anything larger belongs on a disk.

import type { BlobStore, UnusedBlob } from '@/lib/office/ports/blob-store';
import { StoreError } from '@/lib/office/ports/store-error';
import { assertBlobName } from '@/lib/office/ports/store-limits';
import {
  FINISH_SCRIPT,
  PRESENT_SCRIPT,
  SMALL_BLOB_SCRIPT,
  UNFINISHED_SCRIPT,
  UNUSED_SCRIPT,
} from './kv/blob-scripts';
import { KV_PREFIX, type Kv } from './kv/kv-client';

/** Of one piece in base64: what Upstash takes in one request, with room to spare. */
const PIECE_BYTES = 700_000;
const PUT_TRIES = 3;
/** Of one blob. */
export const MAX_KV_BLOB_BYTES = 20_000_000;
const PIECES = `${KV_PREFIX}piece:`;
const HEADS = `${KV_PREFIX}blob:`;
const INDEX = `${KV_PREFIX}blobs`;
/** A sorted set of all names: milliseconds since 1970 when each was used last. */
const AGES = `${KV_PREFIX}blobs-used`;
/** The same of puts in pieces that have not ended: when each put a piece last. */
const BEGUN = `${KV_PREFIX}blobs-begun`;
const ASKED_AT_ONCE = 500;
const LISTED_AT_ONCE = 5_000;

const piece = (name: string, number: number) => `${PIECES}${name}#${number}`;

/** Blobs behind `kv`. */
export function kvBlobs(kv: Kv): BlobStore {
  return {
    put: async (name, bytes) => {
      assertBlobName(name);
      if (bytes.length > MAX_KV_BLOB_BYTES) throw tooLarge(name, bytes.length);
      await (bytes.length <= PIECE_BYTES ? putSmall : putLarge)(kv, name, bytes);
    },
    get: async (name) => {
      assertBlobName(name);
      return assembled(kv, name);
    },
    present: async (names) => {
      for (const name of names) assertBlobName(name);
      return new Set(await each(names, (asked) => present(kv, asked)));
    },
    remove: async (name) => {
      assertBlobName(name);
      const count = await pieceCount(kv, name);
      if (count === null) return;
      // The head first: a blob that is half gone is gone.
      await kv.run((client) =>
        client
          .multi()
          .del(HEADS + name)
          .zrem(INDEX, name)
          .zrem(AGES, name)
          .exec(),
      );
      for (let number = 0; number < count; number++) {
        await kv.run((client) => client.del(piece(name, number)));
      }
    },
    list: (prefix) => listed(kv, prefix),
    unfinished: async (prefix) => {
      const args = [HEADS, String(LISTED_AT_ONCE)];
      const names = await kv.run((client) =>
        client.eval<string[], string[]>(UNFINISHED_SCRIPT, [BEGUN], args),
      );
      return names.filter((name) => name.startsWith(prefix)).sort();
    },
    unused: (names, since) => each(names, (asked) => unused(kv, asked, since, false)),
    removeUnused: (names, since) => each(names, (asked) => unused(kv, asked, since, true)),
  };
}

/** A flood's hundred thousand names are more than one answer within the timeout. */
async function listed(kv: Kv, prefix: string): Promise<readonly string[]> {
  const names: string[] = [];
  for (let from = `[${prefix}`; ; from = `(${names.at(-1)}`) {
    const range = { byLex: true, offset: 0, count: LISTED_AT_ONCE } as const;
    const page = await kv.run((client) =>
      client.zrange<string[]>(INDEX, from as `[${string}`, `[${prefix}\x7f`, range),
    );
    names.push(...page);
    if (page.length < LISTED_AT_ONCE) return names;
  }
}

async function each<Item>(
  names: readonly string[],
  ask: (some: readonly string[]) => Promise<readonly Item[]>,
): Promise<readonly Item[]> {
  const found: Item[] = [];
  for (let at = 0; at < names.length; at += ASKED_AT_ONCE) {
    found.push(...(await ask(names.slice(at, at + ASKED_AT_ONCE))));
  }
  return found;
}

function present(kv: Kv, names: readonly string[]): Promise<readonly string[]> {
  const args = [HEADS, String(Date.now()), ...names];
  return kv.run((client) => client.eval<string[], string[]>(PRESENT_SCRIPT, [AGES], args));
}

async function unused(
  kv: Kv,
  names: readonly string[],
  since: Date,
  isRemoved: boolean,
): Promise<readonly UnusedBlob[]> {
  const times = [since.getTime(), Date.now()].map(String);
  const args = [HEADS, PIECES, ...times, isRemoved ? '1' : '0', ...names];
  const flat = await kv.run((client) =>
    client.eval<string[], string[]>(UNUSED_SCRIPT, [AGES, INDEX, BEGUN], args),
  );
  return flat.flatMap((name, index) =>
    index % 2 === 0 ? [{ name, bytes: Math.floor((Number(flat[index + 1]) * 3) / 4) }] : [],
  );
}

async function pieceCount(kv: Kv, name: string): Promise<number | null> {
  const head = await kv.run((client) => client.get<string>(HEADS + name));
  return head === null ? null : Number(head);
}

/** One call: a release has thousands of them. */
async function putSmall(kv: Kv, name: string, bytes: Uint8Array): Promise<void> {
  const keys = [HEADS + name, piece(name, 0), INDEX, AGES];
  const args = [Buffer.from(bytes).toString('base64'), name, String(Date.now())];
  await kv.run((client) => client.eval<string[], number>(SMALL_BLOB_SCRIPT, keys, args));
}

/** Written down before the first piece, so that a sweep finds what a process leaves that is killed in the middle. */
async function putLarge(kv: Kv, name: string, bytes: Uint8Array): Promise<void> {
  if ((await present(kv, [name])).length > 0) return;
  const count = Math.ceil(bytes.length / PIECE_BYTES);
  for (let tries = 1; tries <= PUT_TRIES; tries++) {
    for (let number = 0; number < count; number++) {
      const part = bytes.subarray(number * PIECE_BYTES, (number + 1) * PIECE_BYTES);
      const text = Buffer.from(part).toString('base64');
      await kv.run((client) =>
        client.multi().zadd(BEGUN, { score: Date.now(), member: name }).set(piece(name, number), text).exec(),
      );
    }
    if (await isEnded(kv, name, count)) return;
    // It took days, and a sweep has taken its first pieces for a dead process's.
  }
  throw new StoreError('unavailable', `${name}: its pieces are swept while they are put`);
}

async function isEnded(kv: Kv, name: string, count: number): Promise<boolean> {
  const keys = [HEADS + name, INDEX, AGES, BEGUN];
  const args = [`${PIECES}${name}#`, name, String(count), String(Date.now())];
  return (await kv.run((client) => client.eval<string[], number>(FINISH_SCRIPT, keys, args))) === 1;
}

async function assembled(kv: Kv, name: string): Promise<Uint8Array | null> {
  const asked = [HEADS + name, piece(name, 0)];
  const [head, first] = await kv.run((client) => client.mget<(string | null)[]>(...asked));
  if (typeof head !== 'string') return null;
  const count = Number(head);
  const parts: Buffer[] = [];
  for (let number = 0; number < count; number++) {
    const text = number === 0 ? first : await kv.run((client) => client.get<string>(piece(name, number)));
    if (typeof text !== 'string') {
      throw new StoreError('damaged', `${name}: piece ${number} of ${count} is gone`);
    }
    parts.push(Buffer.from(text, 'base64'));
  }
  return new Uint8Array(Buffer.concat(parts));
}

function tooLarge(name: string, bytes: number): StoreError {
  return new StoreError(
    'tooLarge',
    `${name} has ${bytes} bytes; the KV store takes ${MAX_KV_BLOB_BYTES}. Larger files need an office host with a disk (LEVEE_STORE_DIR).`,
  );
}
