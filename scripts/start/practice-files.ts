// Owns reading a practice office's files by the real reader. Knows neither releases nor stores.
import type { SandboxSource } from '@/data/sandbox/sandbox';
import type { Dataset } from '@/lib/core/vip';
import { readVipFlat, type VipFlatCounts } from '@/lib/ingest/read-vip-flat';

export interface PracticeFiles {
  readonly dataset: Dataset;
  readonly counts: VipFlatCounts;
}

/** Throws where they cannot be read: the files are ours. */
export async function readPracticeFiles({ officeId, files }: SandboxSource): Promise<PracticeFiles> {
  const sources = files.map(({ name, bytes }) => ({ name, bytes: () => [bytes], sizeBytes: bytes.length }));
  const { dataset, problems, counts } = await readVipFlat(sources, { officeId });
  if (!dataset) throw new Error(`the practice county cannot be read: ${problems[0]?.message}`);
  return { dataset, counts };
}
