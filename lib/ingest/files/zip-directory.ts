// Owns the reading of a zip's central directory (PKWARE APPNOTE 4.3.12 and 4.3.16). Unpacks nothing.
// The directory, not the local headers, says what an archive holds: the two can be made to disagree.

import { err, ok, type Result } from '@/lib/core/result';
import { type Chunks, rangeOf, type SourceFile } from './source-file';

export interface ZipEntry {
  /** With folders, `/` between them. */
  readonly name: string;
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number;
  readonly isEncrypted: boolean;
  /** What it unpacks to, as declared. */
  readonly sizeBytes: number;
  /** CRC-32 of what it unpacks to, as declared. */
  readonly checkSum: number;
  readonly packedBytes: number;
  /** The packed bytes, as often as wanted. Throws `SourceReadError` where they are read again and the file fails. */
  readonly packed: () => Chunks;
}

export type ZipFault = 'archive-unreadable' | 'archive-too-many-files';

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
const endBytes = 22;
const maxCommentBytes = 0xffff;

/** A smaller one is held: a file of a thousand would have to be entered a thousand times. */
const longEntryBytes = 1024 * 1024;

/** The entries in the directory's order. Zip64 is refused as unreadable: nothing that may be uploaded needs it. With `range` (the same
 *  file, to be read again) nobody has to keep `bytes`: long entries are read from it whenever they are unpacked. */
export function readZipDirectory(
  bytes: Uint8Array,
  maxEntries: number,
  range?: SourceFile['range'],
): Result<readonly ZipEntry[], ZipFault> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return err('archive-unreadable');
  const count = view.getUint16(end + 10, true);
  if (count > maxEntries) return err('archive-too-many-files');
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== centralSignature)
      return err('archive-unreadable');
    const entry = readEntry(bytes, view, at, range);
    if (entry === null) return err('archive-unreadable');
    entries.push(entry);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return ok(entries);
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - endBytes - maxCommentBytes);
  for (let at = view.byteLength - endBytes; at >= lowest; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return -1;
}

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  range: SourceFile['range'],
): ZipEntry | null {
  const nameBytes = view.getUint16(at + 28, true);
  const packedBytes = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (local + 30 > bytes.length || view.getUint32(local, true) !== localSignature) return null;
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packedBytes > bytes.length) return null;
  return {
    // Names that matter are ASCII; anything else decodes to a name that is ignored.
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes)).replaceAll('\\', '/'),
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    sizeBytes: view.getUint32(at + 24, true),
    checkSum: view.getUint32(at + 16, true),
    packedBytes,
    packed:
      range === undefined
        ? held(bytes.subarray(start, start + packedBytes))
        : packedBytes < longEntryBytes
          ? held(bytes.slice(start, start + packedBytes))
          : () => rangeOf(range, start, start + packedBytes),
  };
}

/** A function of its own: one that is made beside `bytes` would keep them in memory. */
const held = (packed: Uint8Array) => (): Chunks => [packed];
