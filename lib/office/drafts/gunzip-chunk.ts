// Owns unpacking one chunk that somebody sent: never more comes out than was announced, whatever is in it. Pure.

import { Gunzip } from 'fflate';

const SLICE_BYTES = 16 * 1024;

/** The bytes of a gzipped chunk; null where it is no gzip, is cut off, or unpacks to more than `maxBytes` (a zip bomb
 *  stops at the limit). */
export function gunzipChunk(packed: Uint8Array, maxBytes: number): Uint8Array<ArrayBuffer> | null {
  const whole = new Uint8Array(maxBytes);
  let length = 0;
  let isWhole = false;
  let isTooLarge = false;
  const gunzip = new Gunzip((piece, isLast) => {
    if (length + piece.length > maxBytes) isTooLarge = true;
    else whole.set(piece, length);
    length += piece.length;
    isWhole = isLast;
  });
  try {
    for (let start = 0; start < packed.length && !isTooLarge; start += SLICE_BYTES) {
      const end = start + SLICE_BYTES;
      gunzip.push(packed.subarray(start, end), end >= packed.length);
    }
  } catch {
    // fflate throws on anything that is no gzip data; there is nothing else here that can throw.
    return null;
  }
  return isWhole && !isTooLarge ? whole.subarray(0, length) : null;
}
