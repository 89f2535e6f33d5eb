// Owns the parts of a workbook's package: finding them, unpacking them as streams, and the limits of what may come out.

import { crc32 } from '../crc32';
import type { ProblemCode } from '../problem-codes';
import { declaredFault, unpackEntry } from '../unpack-entry';
import type { ZipEntry } from '../zip-directory';
import { WorkbookFault } from './xml-part';

/** XML of a sheet is five times as long as the same rows in a CSV file. */
const mostPartBytes = 1024 * 1024 * 1024;

/** A part that may not be unpacked, with the code of why. */
export class PartRefused extends Error {
  override readonly name = 'PartRefused';
  constructor(
    readonly code: ProblemCode,
    readonly part: string,
  ) {
    super(code);
  }
}

export interface WorkbookParts {
  readonly has: (path: string) => boolean;
  /** Throws `WorkbookFault` where there is no such part, `PartRefused` where it may not be unpacked. */
  readonly chunks: (path: string, mostBytes?: number) => AsyncGenerator<Uint8Array>;
}

/** Parts by path, without a slash at the start and without case (ECMA-376 part 2, 6.2.2). `pause` is waited for between chunks. */
export function workbookParts(
  entries: readonly ZipEntry[],
  pause: () => Promise<void> = async () => {},
): WorkbookParts {
  const byPath = new Map(entries.map((entry) => [entry.name.toLowerCase().replace(/^\//, ''), entry]));
  return {
    has: (path) => byPath.has(path.toLowerCase()),
    async *chunks(path, mostBytes = mostPartBytes) {
      const entry = byPath.get(path.toLowerCase());
      if (entry === undefined) throw new WorkbookFault(`the part ${path} is missing`);
      const fault = declaredFault(entry, mostBytes);
      if (fault !== null) throw new PartRefused(fault, path);
      let sizeBytes = 0;
      let checkSum = 0;
      for (const chunk of soundChunks(entry, path)) {
        sizeBytes += chunk.length;
        checkSum = crc32(chunk, checkSum);
        await pause();
        yield chunk;
      }
      if (sizeBytes !== entry.sizeBytes) throw new PartRefused('archive-size-lies', path);
      if (checkSum !== entry.checkSum) throw new PartRefused('archive-unreadable', path);
    },
  };
}

/** fflate throws on anything that is not deflate data. */
function* soundChunks(entry: ZipEntry, path: string): Generator<Uint8Array> {
  const chunks = unpackEntry(entry);
  for (;;) {
    let next: IteratorResult<Uint8Array>;
    try {
      next = chunks.next();
    } catch {
      throw new PartRefused('archive-unreadable', path);
    }
    if (next.done === true) return;
    yield next.value;
  }
}
