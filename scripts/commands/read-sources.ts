// Owns the way from SOURCEs to datasets and problems, shared by `validate` and `compile`.
// Knows neither how problems are printed nor what becomes of the datasets.

import { sandboxSources } from '@/data/sandbox/sandbox';
import type { Dataset } from '@/lib/core/vip';
import type { TableMapping } from '@/lib/ingest/mapping/table-mapping';
import type { Problem } from '@/lib/ingest/problem';
import { readUpload } from '@/lib/ingest/read-upload';
import type { VipFlatCounts } from '@/lib/ingest/read-vip-flat';
import { type OpenedSource, openSource } from './sources';

/** What all SOURCEs gave together. A dataset is missing where its source has a fatal problem. */
export interface ReadSources {
  readonly datasets: readonly Dataset[];
  readonly problems: readonly Problem[];
  /** Exact, also where a list of problems was cut. */
  readonly counts: VipFlatCounts;
}

export interface ReadRequest {
  readonly paths: readonly string[];
  /** One for each path, in their order; where there is none, the feed's own. */
  readonly officeIds: readonly string[];
  /** The practice offices, too, with their election ahead of this moment; null: without them. */
  readonly practiceAt?: Date | null;
  /** What was confirmed of tables of the offices' own. */
  readonly mappings?: readonly TableMapping[];
  readonly onProgress: (step: string, done: number) => void;
}

/** Read every SOURCE, one after the other: memory is for one feed's raw rows at a time. */
export async function readSources(request: ReadRequest): Promise<ReadSources> {
  const datasets: Dataset[] = [];
  const problems: Problem[] = [];
  let counts = nothing;
  const take = async (source: OpenedSource, officeId: string | null) => {
    const onProgress = (done: number) => request.onProgress(`reading ${source.path}`, done);
    const read = await readUpload(source.files, {
      onProgress,
      mappings: request.mappings ?? [],
      ...(officeId === null ? {} : { officeId }),
    });
    if (read.dataset !== null) datasets.push(read.dataset);
    const name = (file: string) => (request.paths.length > 1 ? `${source.path}/${file}` : file);
    for (const problem of read.problems) problems.push({ ...problem, file: name(problem.file) });
    counts = added(counts, read.counts);
  };
  for (const [index, path] of request.paths.entries()) {
    const source = await openSource(path);
    if (source.ok) await take(source.value, request.officeIds[index] ?? null);
    else {
      problems.push(source.error);
      counts = { ...counts, fatals: counts.fatals + 1 };
    }
  }
  for (const { officeId, files } of request.practiceAt ? sandboxSources(request.practiceAt) : []) {
    const opened = files.map(({ name, bytes }) => ({ name, sizeBytes: bytes.length, bytes: () => [bytes] }));
    await take({ path: officeId, files: opened }, officeId);
  }
  return { datasets, problems, counts };
}

const nothing: VipFlatCounts = {
  rowsIn: 0,
  rowsSetAside: 0,
  segments: 0,
  precincts: 0,
  pollingLocations: 0,
  fatals: 0,
  errors: 0,
  conflicts: 0,
  warnings: 0,
};

function added(a: VipFlatCounts, b: VipFlatCounts): VipFlatCounts {
  return {
    rowsIn: a.rowsIn + b.rowsIn,
    rowsSetAside: a.rowsSetAside + b.rowsSetAside,
    segments: a.segments + b.segments,
    precincts: a.precincts + b.precincts,
    pollingLocations: a.pollingLocations + b.pollingLocations,
    fatals: a.fatals + b.fatals,
    errors: a.errors + b.errors,
    conflicts: a.conflicts + b.conflicts,
    warnings: a.warnings + b.warnings,
  };
}
