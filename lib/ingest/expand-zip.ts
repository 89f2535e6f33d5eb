// Owns the unpacking of an uploaded zip, and every guard against one that is made to do harm.
// Sizes are taken from the central directory and checked again while unpacking, which stops at the limit.

import { Inflate } from 'fflate';
import { err, ok, type Result } from '@/lib/core/result';
import { crc32 } from './crc32';
import { tableOf } from './feed-files';
import { maxFileBytes } from './inspect-bytes';
import { type Problem, problem } from './problem';
import type { ProblemCode } from './problem-codes';
import type { SourceFile } from './source-file';
import { readZipDirectory, type ZipEntry } from './zip-directory';

const maxEntries = 1000;
const maxTotalBytes = 1024 * 1024 * 1024;
/** Real CSV packs 5 to 20 times smaller; deflate's best is 1,032. */
const maxRatio = 200;
/** Below this, a high ratio does no harm: a small file of blanks. */
const ratioMattersBytes = 1024 * 1024;

const ARCHIVE_NAME = /\.(?:zip|gz|tgz|tar|bz2|xz|7z|rar)$/i;

/** The `.txt`, `.csv` and `.tsv` files of a zip, each unpacked only when it is read. `name` is the zip's own,
 *  for the problem. Fails with one of the `archive-…` codes. */
export function expandZip(bytes: Uint8Array, name = 'upload.zip'): Result<readonly SourceFile[], Problem> {
  const refuse = (code: ProblemCode, entry: string | null, detail?: string) =>
    err(problem(code, { file: name, value: entry }, detail));

  const directory = readZipDirectory(bytes, maxEntries);
  if (!directory.ok) return refuse(directory.error, null);
  const entries = directory.value.filter(isWorthALook);
  for (const entry of entries) {
    if (ARCHIVE_NAME.test(entry.name)) return refuse('archive-nested', entry.name);
    if (entry.isEncrypted) return refuse('archive-encrypted', entry.name);
  }
  const texts = entries.filter((entry) => /\.(?:txt|csv|tsv)$/i.test(entry.name));
  if (texts.length === 0) return refuse('archive-empty', null);
  let totalBytes = 0;
  for (const entry of texts) {
    totalBytes += entry.sizeBytes;
    if (entry.sizeBytes > maxFileBytes || totalBytes > maxTotalBytes)
      return refuse('archive-too-large', entry.name);
    if (entry.sizeBytes > ratioMattersBytes && entry.sizeBytes > entry.packed.length * maxRatio) {
      return refuse('archive-ratio', entry.name);
    }
    if (entry.method !== stored && entry.method !== deflated) return refuse('archive-unreadable', entry.name);
    // The declared size may lie. What will be read is unpacked once to see; the rest never is.
    if (tableOf(entry.name) === null) continue;
    const fault = faultOf(entry);
    if (fault !== null) return refuse(fault, entry.name);
  }
  return ok(
    texts.map((entry) => ({ name: entry.name, sizeBytes: entry.sizeBytes, bytes: () => unpack(entry) })),
  );
}

const stored = 0;
const deflated = 8;

function isWorthALook(entry: ZipEntry): boolean {
  const path = entry.name.split('/');
  const isFolder = entry.name.endsWith('/');
  return !isFolder && !path.includes('__MACOSX') && !path.at(-1)?.startsWith('.');
}

function faultOf(entry: ZipEntry): 'archive-size-lies' | 'archive-unreadable' | null {
  try {
    let sizeBytes = 0;
    let checkSum = 0;
    for (const chunk of unpack(entry)) {
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

/** Unpacks in slices and stops as soon as more comes out than was declared, whatever follows. */
function* unpack(entry: ZipEntry): Generator<Uint8Array> {
  if (entry.method === stored) {
    yield entry.packed;
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
