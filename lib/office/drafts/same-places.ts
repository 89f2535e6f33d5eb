// Owns "same places, new date": a draft made of what is live, for another election, as a runoff needs it two days after the
// count. What hangs on the old dates is left out, and is the office's to upload.

import type { Result } from '@/lib/core/result';
import type { Dataset, IsoDate } from '@/lib/core/vip';
import { onOtherDay } from '@/lib/ingest/on-day';
import { compareText } from '@/lib/release/canonical-json';
import type { Actor } from '../accounts/actor';
import { choices } from '../publish/choice';
import { newDraft, storeDraft } from './create-draft';
import { loadDataset, storeDataset } from './datasets';
import type { DeclaredElection, Draft } from './draft';
import { type DraftError, refuse } from './draft-change';
import type { DraftPorts } from './draft-ports';
import { factsOf } from './facts-of';
import { storeProblems } from './stored-problems';

export interface SamePlaces {
  readonly officeId: string;
  readonly actor: Actor;
  readonly election: DeclaredElection;
}

/** A draft, checked already. `nothingLive`: this office has published nothing yet. Throws `StoreError`. */
export async function samePlaces(
  ports: DraftPorts,
  { officeId, actor, election }: SamePlaces,
): Promise<Result<Draft, DraftError>> {
  const live = await latestLive(ports, officeId);
  if (live === null) {
    return refuse('nothingLive', 'Nothing of this office is live yet. Upload its files first.');
  }
  const dataset = withElection(await loadDataset(ports, live.dataset), election);
  const stored = await storeDataset(ports, dataset);
  const draft = newDraft(ports, {
    officeId,
    actor,
    title: `${election.name}, same places`,
    files: [],
    election,
  });
  const counts = {
    rowsIn: dataset.streetSegments.length,
    rowsSetAside: 0,
    segments: dataset.streetSegments.length,
    precincts: dataset.precincts.length,
    pollingLocations: dataset.pollingLocations.length,
    fatals: 0,
    errors: 0,
    conflicts: 0,
    warnings: 0,
  };
  return storeDraft(ports, {
    ...draft,
    state: 'checked',
    basis: live,
    checked: {
      at: ports.now().toISOString(),
      ...factsOf(dataset.election, counts),
      dataset: stored,
      problems: await storeProblems(ports, [], new Map()),
    },
  });
}

/** What is live of an office: for the day that is asked for, else for its last election; null: nothing. Throws `StoreError`. */
export async function latestLive(
  { state }: Pick<DraftPorts, 'state'>,
  officeId: string,
  day?: IsoDate,
): Promise<(Draft['basis'] & object) | null> {
  const all = (await choices.list(state, officeId)).flatMap(({ value }) =>
    value.current === null ? [] : [{ ...value, current: value.current }],
  );
  const sorted = all.sort((a, b) => compareText(a.electionDate, b.electionDate));
  const last = sorted.find(({ electionDate }) => electionDate === day) ?? sorted.at(-1);
  return last === undefined ? null : { dataset: last.current.dataset, electionName: last.electionName };
}

/** The dataset for another day. Hours of the old election day are those of the new one; early-voting sites and drop boxes,
 *  which are open on days of their own, are left out. Pure. */
export function withElection(dataset: Dataset, { name, date }: DeclaredElection): Dataset {
  const moved = onOtherDay(dataset, date);
  return { ...moved, election: { ...moved.election, id: `election-${date}`, name, type: null } };
}
