// Owns blobs on a KV store: pieces of at most 1 MB in base64, and a head that is written last. Meant for an office
// whose files are small; anything larger belongs on a disk.

import type { BlobStore } from '@/lib/office/ports/blob-store';
import { StoreError } from '@/lib/office/ports/store-error';
import { assertBlobName } from '@/lib/office/ports/store-limits';
import { KV_PREFIX, type Kv } from './kv/kv-client';

/** Of one piece in base64: what Upstash takes in one request, with room to spare. */
const PIECE_BYTES = 700_000;
/** Of one blob. */
export const MAX_KV_BLOB_BYTES = 20_000_000;
const PIECES = `${KV_PREFIX}piece:`;
const HEADS = `${KV_PREFIX}blob:`;
const INDEX = `${KV_PREFIX}blobs`;
const ASKED_AT_ONCE = 500;

/** Blobs behind `kv`. */
export function kvBlobs(kv: Kv): BlobStore {
  const piece = (name: string, number: number) => `${PIECES}${name}#${number}`;
  const pieceCount = async (name: string): Promise<number | null> => {
    const head = await kv.run((client) => client.get<string>(HEADS + name));
    return head === null ? null : Number(head);
  };
  return {
    put: async (name, bytes) => {
      assertBlobName(name);
      if (bytes.length > MAX_KV_BLOB_BYTES) throw tooLarge(name, bytes.length);
      if ((await pieceCount(name)) !== null) return;
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
    },
    get: async (name) => {
      assertBlobName(name);
      const count = await pieceCount(name);
      if (count === null) return null;
      const parts: Buffer[] = [];
      for (let number = 0; number < count; number++) {
        const text = await kv.run((client) => client.get<string>(piece(name, number)));
        if (text === null) throw new StoreError('damaged', `${name}: piece ${number} of ${count} is gone`);
        parts.push(Buffer.from(text, 'base64'));
      }
      return new Uint8Array(Buffer.concat(parts));
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
      const count = await pieceCount(name);
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

function tooLarge(name: string, bytes: number): StoreError {
  return new StoreError(
    'tooLarge',
    `${name} has ${bytes} bytes; the KV store takes ${MAX_KV_BLOB_BYTES}. Larger files need an office host with a disk (LEVEE_STORE_DIR).`,
  );
}
