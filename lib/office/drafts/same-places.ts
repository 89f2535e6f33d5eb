// Owns "same places, new date": a draft made of what is live, for another election, as a runoff needs it two days after the
// count. What hangs on the old dates is left out, and is the office's to upload.

import type { Result } from '@/lib/core/result';
import type { Dataset, HoursOpen, PollingLocation } from '@/lib/core/vip';
import { servesOnElectionDay } from '@/lib/ingest/precinct-graph';
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

/** What is live for the office's last election; null: nothing. Throws `StoreError`. */
export async function latestLive(
  { state }: Pick<DraftPorts, 'state'>,
  officeId: string,
): Promise<(Draft['basis'] & object) | null> {
  const all = (await choices.list(state, officeId)).flatMap(({ value }) =>
    value.current === null ? [] : [{ ...value, current: value.current }],
  );
  const last = all.sort((a, b) => compareText(a.electionDate, b.electionDate)).at(-1);
  return last === undefined ? null : { dataset: last.current.dataset, electionName: last.electionName };
}

/** The dataset for another day. Hours of the old election day are those of the new one; early-voting sites and drop boxes,
 *  which are open on days of their own, are left out. Pure. */
export function withElection(dataset: Dataset, { name, date }: DeclaredElection): Dataset {
  const kept = dataset.pollingLocations.filter(servesOnElectionDay);
  const keptIds = new Set(kept.map(({ id }) => id));
  const keptOf = (ids: readonly string[]) => ids.filter((id) => keptIds.has(id));
  const old = dataset.election.date;
  return {
    ...dataset,
    election: {
      ...dataset.election,
      id: `election-${date}`,
      name,
      date,
      type: null,
      hours: onDay(dataset.election.hours, old, date),
    },
    localities: dataset.localities.map((row) => ({ ...row, siteIds: keptOf(row.siteIds) })),
    precincts: dataset.precincts.map((row) => ({
      ...row,
      pollingLocationIds: keptOf(row.pollingLocationIds),
    })),
    precinctSplits: dataset.precinctSplits.map((row) => ({
      ...row,
      pollingLocationIds: keptOf(row.pollingLocationIds),
    })),
    pollingLocations: kept.map(
      (place): PollingLocation => ({ ...place, hours: onDay(place.hours, old, date), openDates: null }),
    ),
  };
}

function onDay(hours: HoursOpen | null, old: string, date: string): HoursOpen | null {
  if (hours === null) return null;
  const schedules = hours.schedules.flatMap((schedule) => {
    const { startDate, endDate } = schedule;
    if (startDate === null && endDate === null) return [schedule];
    const isOpen = (startDate === null || startDate <= old) && (endDate === null || endDate >= old);
    // The clock's offset belongs to the old day: daylight saving may have ended between the two.
    return isOpen ? [{ ...schedule, startDate: date, endDate: date, utcOffset: null }] : [];
  });
  return schedules.length === 0 && hours.text === null ? null : { ...hours, schedules };
}
