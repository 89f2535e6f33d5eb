// Owns the unpacking of one entry of a zip, and the guards against one that is made to do harm. Sizes are taken from the
// central directory and checked again while unpacking, which stops at the limit.

import { Inflate } from 'fflate';
import { crc32 } from './crc32';
import { SourceReadError } from './source-file';
import type { ZipEntry } from './zip-directory';

/** Real CSV packs 5 to 20 times smaller, a workbook's sheet up to 50; deflate's best is 1,032. */
const maxRatio = 200;
/** Below this, a high ratio does no harm: a small file of blanks. */
const ratioMattersBytes = 1024 * 1024;

const stored = 0;
const deflated = 8;

/** What the directory says against unpacking it; null: nothing. */
export function declaredFault(
  entry: ZipEntry,
  mostBytes: number,
): 'archive-too-large' | 'archive-ratio' | 'archive-unreadable' | 'archive-encrypted' | null {
  if (entry.isEncrypted) return 'archive-encrypted';
  if (entry.sizeBytes > mostBytes) return 'archive-too-large';
  if (entry.sizeBytes > ratioMattersBytes && entry.sizeBytes > entry.packedBytes * maxRatio) {
    return 'archive-ratio';
  }
  return entry.method === stored || entry.method === deflated ? null : 'archive-unreadable';
}

/** What unpacking it once shows: the declared size may lie. `pause` is waited for between chunks. Throws `SourceReadError`. */
export async function unpackingFault(
  entry: ZipEntry,
  pause: (bytes: number) => Promise<void> = async () => {},
): Promise<'archive-size-lies' | 'archive-unreadable' | null> {
  try {
    let sizeBytes = 0;
    let checkSum = 0;
    for await (const chunk of unpackEntry(entry)) {
      sizeBytes += chunk.length;
      checkSum = crc32(chunk, checkSum);
      await pause(chunk.length);
    }
    if (sizeBytes !== entry.sizeBytes) return 'archive-size-lies';
    // Deflate finds few of its own damages, stored entries none: a flipped bit would be another house number.
    return checkSum === entry.checkSum ? null : 'archive-unreadable';
  } catch (error) {
    if (error instanceof SourceReadError) throw error;
    // fflate throws on anything that is not deflate data; there is nothing else here that can throw.
    return 'archive-unreadable';
  }
}

/** What comes out at once is about this long: the buffers that inflating leaves behind are several times as large, and where the engine's
 *  own threads have to wait for a processor they pile up. */
const wantedChunkBytes = 64 * 1024;
const mostSliceBytes = 16 * 1024;
const leastSliceBytes = 1024;
const storedSliceBytes = 256 * 1024;

/** Unpacks in slices and stops as soon as more comes out than was declared, whatever follows. */
export async function* unpackEntry(entry: ZipEntry): AsyncGenerator<Uint8Array> {
  if (entry.method === stored) {
    for await (const packed of entry.packed()) yield* slicesOf(packed, storedSliceBytes);
    return;
  }
  let pending: Uint8Array[] = [];
  const inflate = new Inflate((chunk) => pending.push(chunk));
  let packedBytes = 0;
  let sizeBytes = 0;
  for await (const packed of entry.packed()) {
    for (const slice of slicesOf(packed, sliceBytesOf(entry))) {
      packedBytes += slice.length;
      inflate.push(slice, packedBytes >= entry.packedBytes);
      for (const chunk of pending) {
        sizeBytes += chunk.length;
        if (chunk.length > 0) yield chunk;
      }
      pending = [];
      if (sizeBytes > entry.sizeBytes) return;
    }
  }
}

/** By the ratio that the directory declares. */
function sliceBytesOf({ packedBytes, sizeBytes }: ZipEntry): number {
  const wanted = Math.ceil((wantedChunkBytes * packedBytes) / Math.max(1, sizeBytes));
  return Math.min(mostSliceBytes, Math.max(leastSliceBytes, wanted));
}

function* slicesOf(bytes: Uint8Array, length: number): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += length) yield bytes.subarray(start, start + length);
}
