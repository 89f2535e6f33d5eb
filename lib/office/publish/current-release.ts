// Owns what is live now, for pages that show it: number, when it was confirmed, what it is made of. Changes nothing.

import type { OfficePorts } from '../ports/office-ports';
import { getJson } from './json-blobs';
import { type Plan, planSchema } from './plan';
import { livePointer } from './pointer';
import type { ReleasePointer } from './release-record';

export interface CurrentRelease {
  readonly pointer: ReleasePointer;
  readonly plan: Plan;
}

/** null: nothing has been published yet. Throws `StoreError`. */
export async function currentRelease(ports: OfficePorts): Promise<CurrentRelease | null> {
  const live = await livePointer(ports);
  if (live === null) return null;
  return { pointer: live.value, plan: await getJson(ports.blobs, live.value.plan, planSchema) };
}
