// Owns the gathering of everything that a release is made of: datasets, ZIP reference, key. Writes nothing
// but the local development key on its first use.

import { readFile } from 'node:fs/promises';
import { SANDBOX_ZIP_COUNTIES } from '@/data/sandbox/sandbox';
import { devSigningKey, type KeyPair, loadSigningKey } from '@/lib/adapters/signing-key';
import { loadZipReference, readZipCounties } from '@/lib/adapters/zip-reference';
import { err, ok, type Result } from '@/lib/core/result';
import type { ZipReference } from '@/lib/release/zip-reference';
import type { ZipCounty } from '@/lib/release/zip-table';
import type { CompileOptions } from './compile-options';
import type { Progress } from './progress';
import { type ReadSources, readSources } from './read-sources';
import { repositoryRoot } from './repository-root';

/** All that `compile` needs, read. */
export interface Inputs {
  readonly read: ReadSources;
  /** The whole country's: half a second's work, for which files that cannot be used need not wait. */
  readonly reference: () => ZipReference;
  readonly key: KeyPair;
}

/** Read key, ZIP crosswalk and SOURCEs. The error is a sentence. */
export async function compileInputs(
  options: CompileOptions,
  now: Date,
  progress: Progress,
): Promise<Result<Inputs, string>> {
  const key = options.key === null ? await devSigningKey(repositoryRoot) : await loadSigningKey(options.key);
  if (!key.ok) return err(`${key.error.file}: ${key.error.message}. Nothing was written.`);
  const crosswalk: ZipCounty[] = [];
  const crosswalkFiles = [
    ...(options.zipCounties === null ? [] : [options.zipCounties]),
    ...(options.sandbox ? [SANDBOX_ZIP_COUNTIES] : []),
  ];
  for (const file of crosswalkFiles) {
    const rows = readZipCounties(await readFile(file, 'utf8'));
    if (!rows.ok)
      return err(`${file}, row ${rows.error.row}: ${rows.error.message}. Correct it. Nothing was written.`);
    crosswalk.push(...rows.value);
  }
  const read = await readSources({
    paths: options.sources,
    officeIds: options.offices,
    practiceAt: options.sandbox ? now : null,
    onProgress: progress.report,
  });
  return ok({ read, reference: () => loadZipReference(crosswalk), key: key.value });
}
