// Owns the unpacking of one entry of a zip, and the guards against one that is made to do harm. Sizes are taken from the
// central directory and checked again while unpacking, which stops at the limit.

import { Inflate } from 'fflate';
import { crc32 } from './crc32';
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
  if (entry.sizeBytes > ratioMattersBytes && entry.sizeBytes > entry.packed.length * maxRatio) {
    return 'archive-ratio';
  }
  return entry.method === stored || entry.method === deflated ? null : 'archive-unreadable';
}

/** What unpacking it once shows: the declared size may lie. */
export function unpackingFault(entry: ZipEntry): 'archive-size-lies' | 'archive-unreadable' | null {
  try {
    let sizeBytes = 0;
    let checkSum = 0;
    for (const chunk of unpackEntry(entry)) {
      sizeBytes += chunk.length;
      checkSum = crc32(chunk, checkSum);
    }
    if (sizeBytes !== entry.sizeBytes) return 'archive-size-lies';
    // Deflate finds few of its own damages, stored entries none: a flipped bit would be another house number.
    return checkSum === entry.checkSum ? null : 'archive-unreadable';
  } catch {
    // fflate throws on anything that is not deflate data; there is nothing else here that can throw.
    return 'archive-unreadable';
  }
}

const packedSliceBytes = 16 * 1024;
const storedSliceBytes = 256 * 1024;

/** Unpacks in slices and stops as soon as more comes out than was declared, whatever follows. */
export function* unpackEntry(entry: ZipEntry): Generator<Uint8Array> {
  if (entry.method === stored) {
    for (let start = 0; start < entry.packed.length; start += storedSliceBytes) {
      yield entry.packed.subarray(start, start + storedSliceBytes);
    }
    return;
  }
  let pending: Uint8Array[] = [];
  const inflate = new Inflate((chunk) => pending.push(chunk));
  let sizeBytes = 0;
  for (let start = 0; start < entry.packed.length; start += packedSliceBytes) {
    const end = start + packedSliceBytes;
    inflate.push(entry.packed.subarray(start, end), end >= entry.packed.length);
    for (const chunk of pending) {
      sizeBytes += chunk.length;
      if (chunk.length > 0) yield chunk;
    }
    pending = [];
    if (sizeBytes > entry.sizeBytes) return;
  }
}
