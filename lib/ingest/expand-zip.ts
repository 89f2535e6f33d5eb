// Owns the opening of an uploaded zip: which of its entries are files, and what an archive may hold altogether.

import { err, ok, type Result } from '@/lib/core/result';
import { maxFileBytes } from './inspect-bytes';
import { type Problem, problem } from './problem';
import type { ProblemCode } from './problem-codes';
import type { SourceFile } from './source-file';
import { isOfTheSystem } from './system-files';
import { declaredFault, unpackEntry, unpackingFault } from './unpack-entry';
import { readZipDirectory } from './zip-directory';

export const maxEntries = 1000;
const maxTotalBytes = 1024 * 1024 * 1024;

const ARCHIVE_NAME = /\.(?:zip|gz|tgz|tar|bz2|xz|7z|rar)$/i;

/** The files of a zip, each unpacked only when it is read; what systems add is left out. `name` is the zip's own, for the
 *  problem. Fails with one of the `archive-…` codes. */
export function expandZip(bytes: Uint8Array, name = 'upload.zip'): Result<readonly SourceFile[], Problem> {
  const refuse = (code: ProblemCode, entry: string | null, detail?: string) =>
    err(problem(code, { file: name, value: entry }, detail));

  const directory = readZipDirectory(bytes, maxEntries);
  if (!directory.ok) return refuse(directory.error, null);
  const entries = directory.value.filter((entry) => !entry.name.endsWith('/') && !isOfTheSystem(entry.name));
  if (entries.length === 0) return refuse('archive-empty', null);
  let totalBytes = 0;
  for (const entry of entries) {
    if (ARCHIVE_NAME.test(entry.name)) return refuse('archive-nested', entry.name);
    totalBytes += entry.sizeBytes;
    if (totalBytes > maxTotalBytes) return refuse('archive-too-large', entry.name);
    const fault = declaredFault(entry, maxFileBytes) ?? unpackingFault(entry);
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
