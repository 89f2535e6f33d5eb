// Owns remembering the blobs that were read last, up to so many bytes: what is asked for again and again, by whatever
// addresses, is read from the store once. Only for names made of contents, whose bytes never change. Knows no release.

import type { BlobName, BlobStore } from '../ports/blob-store';

type Get = BlobStore['get'];

/** `get` with a memory. Those who ask for one name at a time wait for one read; what is not there, or failed, is asked for
 *  again. */
export function rememberedBlobs(get: Get, maxBytes: number): Get {
  // In the order of their last use, the longest ago first.
  const kept = new Map<BlobName, Uint8Array>();
  const underWay = new Map<BlobName, ReturnType<Get>>();
  let bytes = 0;
  const remember = (name: BlobName, blob: Uint8Array) => {
    if (blob.length > maxBytes) return;
    kept.set(name, blob);
    bytes += blob.length;
    for (const [oldest, { length }] of kept) {
      if (bytes <= maxBytes) return;
      kept.delete(oldest);
      bytes -= length;
    }
  };
  const read = async (name: BlobName) => {
    const blob = await get(name);
    if (blob !== null) remember(name, blob);
    return blob;
  };
  return (name) => {
    const known = kept.get(name);
    if (known !== undefined) {
      kept.delete(name);
      kept.set(name, known);
      return Promise.resolve(known);
    }
    const reading = underWay.get(name) ?? read(name).finally(() => underWay.delete(name));
    underWay.set(name, reading);
    return reading;
  };
}
