// Owns what of a draft has been put back, step by step: a step is what somebody pressed, and the list is made of all of them anew each time
// its files are read. Knows no page.

import { z } from 'zod';
import type { Dataset } from '@/lib/core/vip';
import { loadListed } from '../drafts/datasets';
import type { Draft, PutBackStep } from '../drafts/draft';
import type { OfficePorts } from '../ports/office-ports';
import { getJson, putJson } from '../publish/json-blobs';
import { fixSchema } from './fix';
import type { LostFix } from './lost-fixes';
import { putBack } from './put-back';

const stepSchema = z.array(z.object({ change: fixSchema.shape.change, fix: fixSchema }));

/** Blob `fixes/<sha256>`. Throws `StoreError`. */
export const storeStep = ({ blobs }: Pick<OfficePorts, 'blobs'>, lost: readonly LostFix[]) =>
  putJson(blobs, 'fixes', lost);

/** What one step has put back, in the words of that time. Throws `StoreError`. */
export const loadStep = (
  { blobs }: Pick<OfficePorts, 'blobs'>,
  { blob }: Pick<PutBackStep, 'blob'>,
): Promise<readonly LostFix[]> => getJson(blobs, blob, stepSchema);

/** Counts of a draft whose list is another one: what was put back may bring a place along, and cuts rows. */
export function countsAfter(
  { pollingLocations }: Pick<NonNullable<Draft['checked']>, 'pollingLocations'>,
  before: Pick<Dataset, 'pollingLocations'> | null,
  after: Dataset,
): Pick<NonNullable<Draft['checked']>, 'segments' | 'pollingLocations'> {
  const brought = after.pollingLocations.length - (before ?? after).pollingLocations.length;
  return { segments: after.streetSegments.length, pollingLocations: pollingLocations + brought };
}

/** `dataset` with all steps, the first first, each beside the list that was live when it was pressed. `count`: things that are put back; what
 *  the list gives no reason for any more stays as it is read. Throws `StoreError`. */
export async function withSteps(
  ports: Pick<OfficePorts, 'blobs'>,
  dataset: Dataset,
  steps: readonly PutBackStep[],
): Promise<{ readonly dataset: Dataset; readonly count: number }> {
  let [now, count] = [dataset, 0];
  for (const step of steps) {
    const live = await loadListed(ports, step.live);
    const changes = (await loadStep(ports, step)).map(({ change }) => change);
    const made = putBack(live, now, changes);
    now = made.dataset;
    count += made.done.length;
  }
  return { dataset: now, count };
}
