// Owns what of a release the one before it did not have: the only files that are stored, read back and fetched anew.
// Pure but for reading plans.

import type { Sha256Hex } from '@/lib/release/format';
import type { OfficePorts } from '../ports/office-ports';
import type { PublishJob } from './job';
import { getJson } from './json-blobs';
import { MERGED, type Merged, mergedSchema } from './merged';
import { type Plan, planSchema } from './plan';

/** What `merge` left, with the plan and the names of its new objects. */
export interface Fresh {
  readonly merged: Merged;
  readonly plan: Plan;
  /** The plan that was live when it was made; null: none. */
  readonly base: Plan | null;
  readonly objects: readonly Sha256Hex[];
}

/** Read what `merge` left in `job`. Throws `StoreError` `damaged` where it is gone. */
export async function freshOf({ blobs }: Pick<OfficePorts, 'blobs'>, job: PublishJob): Promise<Fresh> {
  const merged = await getJson(blobs, job.left.merge ?? MERGED, mergedSchema);
  const plan = await getJson(blobs, merged.plan, planSchema);
  const base = merged.base === null ? null : await getJson(blobs, merged.base, planSchema);
  const had = new Set(base?.objects);
  return { merged, plan, base, objects: plan.objects.filter((name) => !had.has(name)) };
}
