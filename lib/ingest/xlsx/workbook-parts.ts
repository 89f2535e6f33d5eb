// Owns the parts of a workbook's package: finding them, unpacking them as streams, and the limits of what may come out.

import { crc32 } from '../files/crc32';
import { SourceReadError } from '../files/source-file';
import { declaredFault, unpackEntry } from '../files/unpack-entry';
import type { ZipEntry } from '../files/zip-directory';
import type { ProblemCode } from '../problems/problem-codes';
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
  pause: (bytes: number) => Promise<void> = async () => {},
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
      for await (const chunk of soundChunks(entry, path)) {
        sizeBytes += chunk.length;
        checkSum = crc32(chunk, checkSum);
        await pause(chunk.length);
        yield chunk;
      }
      if (sizeBytes !== entry.sizeBytes) throw new PartRefused('archive-size-lies', path);
      if (checkSum !== entry.checkSum) throw new PartRefused('archive-unreadable', path);
    },
  };
}

/** fflate throws on anything that is not deflate data. */
async function* soundChunks(entry: ZipEntry, path: string): AsyncGenerator<Uint8Array> {
  const chunks = unpackEntry(entry);
  try {
    for (;;) {
      const next = await nextOf(chunks, path);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    // Who stops early must not leave the file open.
    await chunks.return(undefined);
  }
}

async function nextOf(
  chunks: AsyncGenerator<Uint8Array>,
  path: string,
): Promise<IteratorResult<Uint8Array, unknown>> {
  try {
    return await chunks.next();
  } catch (error) {
    if (error instanceof SourceReadError) throw error;
    throw new PartRefused('archive-unreadable', path);
  }
}
