// Owns the way from SOURCEs to datasets and problems, shared by `validate` and `compile`.
// Knows neither how problems are printed nor what becomes of the datasets.

import { sandboxSources } from '@/data/sandbox/sandbox';
import { collectGarbage } from '@/lib/adapters/collect-garbage';
import type { Dataset } from '@/lib/core/vip';
import type { TableMapping } from '@/lib/ingest/mapping/table-mapping';
import type { Problem } from '@/lib/ingest/problems/problem';
import { readUpload } from '@/lib/ingest/read-upload';
import type { VipFlatCounts } from '@/lib/ingest/read-vip-flat';
import type { AcceptedRepair, Suggestion } from '@/lib/ingest/suggestions/suggestion';
import { type OpenedSource, openSource } from './sources';

/** What all SOURCEs gave together. A dataset is missing where its source has a fatal problem. */
export interface ReadSources {
  readonly datasets: readonly Dataset[];
  readonly problems: readonly Problem[];
  /** Exact, also where a list of problems was cut. */
  readonly counts: VipFlatCounts;
  /** Repairs that are offered, and those that were applied; [] where nobody asked. */
  readonly suggestions: readonly Suggestion[];
}

export interface ReadRequest {
  readonly paths: readonly string[];
  /** One for each path, in their order; where there is none, the feed's own. */
  readonly officeIds: readonly string[];
  /** The practice offices, too, with their election ahead of this moment; null: without them. */
  readonly practiceAt?: Date | null;
  /** What was confirmed of tables of the offices' own. */
  readonly mappings?: readonly TableMapping[];
  /** Repairs that are to be applied. */
  readonly accepted?: readonly AcceptedRepair[];
  /** Look for repairs, also where none was accepted. */
  readonly suggestions?: boolean;
  /** Declared by the offices: a number with a row of its own is not of the ranges that hold it. */
  readonly singleNumberBeatsRange?: boolean;
  /** The feed over which a list of precincts and places is laid; null: it stands alone. */
  readonly live?: string | null;
  /** What is done, and how many of it so far: `('reading precinct.txt, row', 20000)`. */
  readonly onProgress: (step: string, count: number) => void;
}

/** Read every SOURCE, one after the other: memory is for one feed's raw rows at a time. */
export async function readSources(request: ReadRequest): Promise<ReadSources> {
  const datasets: Dataset[] = [];
  const problems: Problem[] = [];
  const suggestions: Suggestion[] = [];
  let counts = nothing;
  const live = request.live == null ? null : await liveFeed(request.live, request);
  for (const problem of live?.problems ?? []) problems.push(problem);
  counts = { ...counts, fatals: counts.fatals + (live?.problems.length ?? 0) };
  const take = async (source: OpenedSource, officeId: string | null) => {
    let hasRows = false;
    const id = officeId ?? live?.dataset?.officeId ?? null;
    const read = await readUpload(source.files, {
      onProgress: (rows) => {
        hasRows ||= rows > 0;
        request.onProgress(`reading ${source.path}, row`, rows);
      },
      onBytes: (bytes) => {
        if (!hasRows) request.onProgress(`looking through ${source.path}, MB`, Math.round(bytes / 1e6));
      },
      mappings: request.mappings ?? [],
      accepted: request.accepted ?? [],
      suggestions: request.suggestions ?? false,
      tidy: collectGarbage,
      singleNumberBeatsRange: request.singleNumberBeatsRange ?? false,
      live: live?.dataset ?? null,
      ...(id === null ? {} : { officeId: id }),
    });
    if (read.dataset !== null) datasets.push(read.dataset);
    const name = (file: string) => (request.paths.length > 1 ? `${source.path}/${file}` : file);
    for (const problem of read.problems) problems.push({ ...problem, file: name(problem.file) });
    for (const one of read.suggestions) suggestions.push({ ...one, file: name(one.file) });
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
  return { datasets, problems, counts, suggestions };
}

/** What its own rows lack was said when it was published: only what stops all of it is told. */
async function liveFeed(
  path: string,
  { mappings = [], onProgress }: ReadRequest,
): Promise<{ readonly dataset: Dataset | null; readonly problems: readonly Problem[] }> {
  const source = await openSource(path);
  if (!source.ok) return { dataset: null, problems: [source.error] };
  const report = (rows: number) => onProgress(`reading ${path}, row`, rows);
  const { dataset, problems } = await readUpload(source.value.files, { mappings, onProgress: report });
  const fatal = problems.filter(({ severity }) => severity === 'fatal');
  return { dataset, problems: fatal.map((problem) => ({ ...problem, file: `${path}/${problem.file}` })) };
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
