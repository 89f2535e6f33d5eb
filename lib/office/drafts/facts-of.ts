// Owns what a draft says of what was read: the election and the counts. Pure.

import type { Election } from '@/lib/core/vip';
import type { VipFlatCounts } from '@/lib/ingest/read-vip-flat';
import type { Draft } from './draft';

/** What is known once files were read, but for when, and the names of blobs. */
export function factsOf(
  election: Election | null,
  counts: VipFlatCounts,
): Omit<
  NonNullable<Draft['checked']>,
  'at' | 'dataset' | 'problems' | 'foreign' | 'division' | 'singleNumberBeatsRange' | 'putBack'
> {
  return {
    electionId: election?.id ?? null,
    electionName: election?.name ?? null,
    electionDate: election?.date ?? null,
    ...counts,
  };
}
