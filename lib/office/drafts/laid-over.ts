// Owns the live list that a list of precincts and places is laid over: which it is when a draft is checked, and whether it still
// is when the draft is approved. Knows no table.

import type { Dataset } from '@/lib/core/vip';
import type { TableMapping } from '@/lib/ingest/mapping/table-mapping';
import { loadDataset } from './datasets';
import type { Draft } from './draft';
import type { DraftPorts } from './draft-ports';
import { latestLive, withElection } from './same-places';

/** A live list. `hash`: of the stored dataset; `dataset`: carried over to the day that the author of the draft has said. */
export interface LiveBelow {
  readonly hash: string;
  readonly dataset: Dataset;
}

/** What the office has live, where a list of precincts and places may have to be laid over it; else null. Throws `StoreError`. */
export async function liveBelow(
  ports: DraftPorts,
  { officeId, election }: Draft,
  mappings: readonly TableMapping[],
): Promise<LiveBelow | null> {
  if (!mappings.some(({ kind }) => kind === 'precinctPlaces')) return null;
  const live = await latestLive(ports, officeId, election?.date);
  if (live === null) return null;
  const dataset = await loadDataset(ports, live.dataset);
  const isSameDay = election == null || election.date === dataset.election.date;
  return { hash: live.dataset, dataset: isSameDay ? dataset : withElection(dataset, election) };
}

/** The streets below its list are no longer those that are live: published now, it would bring the older ones back. */
export async function hasOldStreets(
  ports: Pick<DraftPorts, 'state'>,
  { officeId, election, checked }: Draft,
): Promise<boolean> {
  const below = checked?.over ?? null;
  return below !== null && (await latestLive(ports, officeId, election?.date))?.dataset !== below;
}
