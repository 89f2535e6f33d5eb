// Owns blobs on a KV store: pieces of at most 1 MB in base64, and a head that is written last. Meant for an office
// whose files are small; anything larger belongs on a disk.

import type { BlobStore } from '@/lib/office/ports/blob-store';
import { StoreError } from '@/lib/office/ports/store-error';
import { assertBlobName } from '@/lib/office/ports/store-limits';
import { SMALL_BLOB_SCRIPT } from './kv/commit-script';
import { KV_PREFIX, type Kv } from './kv/kv-client';

/** Of one piece in base64: what Upstash takes in one request, with room to spare. */
const PIECE_BYTES = 700_000;
/** Of one blob. */
export const MAX_KV_BLOB_BYTES = 20_000_000;
const PIECES = `${KV_PREFIX}piece:`;
const HEADS = `${KV_PREFIX}blob:`;
const INDEX = `${KV_PREFIX}blobs`;
const ASKED_AT_ONCE = 500;

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
      const found = new Set<string>();
      for (let at = 0; at < names.length; at += ASKED_AT_ONCE) {
        const asked = names.slice(at, at + ASKED_AT_ONCE);
        const heads = await kv.run((client) =>
          client.mget<(string | null)[]>(...asked.map((name) => HEADS + name)),
        );
        for (const [index, head] of heads.entries()) if (head !== null) found.add(asked[index] ?? '');
      }
      return found;
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
          .exec(),
      );
      for (let number = 0; number < count; number++) {
        await kv.run((client) => client.del(piece(name, number)));
      }
    },
    list: async (prefix) =>
      kv.run((client) => client.zrange<string[]>(INDEX, `[${prefix}`, `[${prefix}\x7f`, { byLex: true })),
  };
}

async function pieceCount(kv: Kv, name: string): Promise<number | null> {
  const head = await kv.run((client) => client.get<string>(HEADS + name));
  return head === null ? null : Number(head);
}

/** One call: a release has thousands of them. */
async function putSmall(kv: Kv, name: string, bytes: Uint8Array): Promise<void> {
  const keys = [HEADS + name, piece(name, 0), INDEX];
  const args = [Buffer.from(bytes).toString('base64'), name];
  await kv.run((client) => client.eval<string[], number>(SMALL_BLOB_SCRIPT, keys, args));
}

async function putLarge(kv: Kv, name: string, bytes: Uint8Array): Promise<void> {
  if ((await pieceCount(kv, name)) !== null) return;
  const count = Math.ceil(bytes.length / PIECE_BYTES);
  for (let number = 0; number < count; number++) {
    const part = bytes.subarray(number * PIECE_BYTES, (number + 1) * PIECE_BYTES);
    await kv.run((client) => client.set(piece(name, number), Buffer.from(part).toString('base64')));
  }
  await kv.run((client) =>
    client
      .multi()
      .set(HEADS + name, String(count))
      .zadd(INDEX, { score: 0, member: name })
      .exec(),
  );
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
