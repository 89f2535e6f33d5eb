// Owns the opening of an uploaded zip: which of its entries are files, and what an archive may hold altogether.

import { err, ok, type Result } from '@/lib/core/result';
import { type Problem, problem } from '../problems/problem';
import type { ProblemCode } from '../problems/problem-codes';
import { maxFileBytes } from './inspect-bytes';
import type { SourceFile } from './source-file';
import { isOfTheSystem } from './system-files';
import { declaredFault, unpackEntry, unpackingFault } from './unpack-entry';
import { readZipDirectory, type ZipEntry } from './zip-directory';

export const maxEntries = 1000;
const maxTotalBytes = 1024 * 1024 * 1024;

const ARCHIVE_NAME = /\.(?:zip|gz|tgz|tar|bz2|xz|7z|rar)$/i;

/** The files of a zip that is in memory. See `expandEntries`. */
export async function expandZip(
  bytes: Uint8Array,
  name = 'upload.zip',
): Promise<Result<readonly SourceFile[], Problem>> {
  const directory = readZipDirectory(bytes, maxEntries);
  return directory.ok
    ? expandEntries(directory.value, name)
    : err(problem(directory.error, { file: name, value: null }));
}

/** The files of a zip, each unpacked once to see that it is sound, and then when it is read; what systems add is left out. `name` is the
 *  zip's own, for the problem; `pause` is waited for between chunks. Fails with one of the `archive-…` codes. Throws `SourceReadError`. */
export async function expandEntries(
  all: readonly ZipEntry[],
  name: string,
  pause?: (bytes: number) => Promise<void>,
): Promise<Result<readonly SourceFile[], Problem>> {
  const refuse = (code: ProblemCode, entry: string | null, detail?: string) =>
    err(problem(code, { file: name, value: entry }, detail));

  const entries = all.filter((entry) => !entry.name.endsWith('/') && !isOfTheSystem(entry.name));
  if (entries.length === 0) return refuse('archive-empty', null);
  let totalBytes = 0;
  for (const entry of entries) {
    if (ARCHIVE_NAME.test(entry.name)) return refuse('archive-nested', entry.name);
    totalBytes += entry.sizeBytes;
    if (totalBytes > maxTotalBytes) return refuse('archive-too-large', entry.name);
    const fault = declaredFault(entry, maxFileBytes) ?? (await unpackingFault(entry, pause));
    if (fault !== null) return refuse(fault, entry.name);
  }
  return ok(
    entries.map((entry) => ({
      name: entry.name,
      sizeBytes: entry.sizeBytes,
      bytes: () => unpackEntry(entry),
    })),
  );
}
