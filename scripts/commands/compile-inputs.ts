// Owns the gathering of everything that a release is made of: datasets, ZIP reference, key. Writes nothing
// but the local development key on its first use.

import { readFile } from 'node:fs/promises';
import { SANDBOX_ZIP_COUNTIES } from '@/data/sandbox/sandbox';
import { collectGarbage } from '@/lib/adapters/collect-garbage';
import { devSigningKey, type KeyPair, loadSigningKey } from '@/lib/adapters/signing-key';
import { loadZipReference, readZipCounties } from '@/lib/adapters/zip-reference';
import { packedDataset } from '@/lib/core/packed-streets';
import { err, ok, type Result } from '@/lib/core/result';
import type { ListedDataset } from '@/lib/core/vip';
import type { TableMapping } from '@/lib/ingest/mapping/table-mapping';
import { splitByOffice } from '@/lib/ingest/split-by-office';
import type { ZipReference } from '@/lib/release/zip-reference';
import type { ZipCounty } from '@/lib/release/zip-table';
import type { CompileOptions } from './compile-options';
import type { Progress } from './progress';
import { type ReadRequest, type ReadSources, readSources } from './read-sources';
import { repositoryRoot } from './repository-root';

/** All that `compile` needs, read. */
export interface Inputs {
  readonly read: Omit<ReadSources, 'datasets'> & { readonly datasets: readonly ListedDataset[] };
  /** The whole country's: half a second's work, for which files that cannot be used need not wait. */
  readonly reference: () => ZipReference;
  readonly key: KeyPair;
  /** Of files with several offices: what is in the release of none of them, a line each. */
  readonly left: readonly string[];
}

/** Read key, ZIP crosswalk and SOURCEs, their own tables by `mappings`. The error is a sentence. */
export async function compileInputs(
  options: CompileOptions,
  mappings: readonly TableMapping[],
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
  const request = {
    paths: options.sources,
    officeIds: options.offices,
    mappings,
    accepted: options.accepted,
    singleNumberBeatsRange: options.singleNumberBeatsRange,
    live: options.live,
    practiceAt: options.sandbox ? now : null,
    onProgress: progress.count,
  };
  const read = await readPacked(request, options.splitByOffice);
  // On a machine with room the engine would keep the rows as they were read beside all that is made of them.
  collectGarbage();
  return ok({ ...read, reference: () => loadZipReference(crosswalk), key: key.value });
}

/** What is compiled is gone through row by row: nothing holds the rows as they were read any more. */
async function readPacked(request: ReadRequest, isSplit: boolean): Promise<Pick<Inputs, 'read' | 'left'>> {
  const whole = await readSources(request);
  const { read, left } = isSplit ? splitSources(whole) : { read: whole, left: [] };
  return { read: { ...read, datasets: read.datasets.map(packedDataset) }, left };
}

/** A dataset for each office of each file. An office of which nothing could be used is left out, and holds up no other. */
function splitSources(read: ReadSources): { readonly read: ReadSources; readonly left: readonly string[] } {
  const split = read.datasets.map((dataset) => splitByOffice(dataset));
  const datasets = split.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.isEmpty ? [] : [part.dataset])),
  );
  const left = split.flatMap(({ parts, unassigned }) => [
    ...parts.flatMap(({ isEmpty, dataset }) =>
      isEmpty ? [`${dataset.officeId}: no precinct of it could be used; it is not in the release.`] : [],
    ),
    ...unassigned.map(
      ({ id, name }) => `place ${id} (${name}): nothing says whose it is; it is not in the release.`,
    ),
  ]);
  return { read: { ...read, datasets }, left };
}
