// A runoff's draft: the places of what is live, on another day.

import { describe, expect, it } from 'vitest';
import type { Dataset, Schedule } from '@/lib/core/vip';
import { exampleCounty } from '@/lib/release/offices.fixture';
import { choices } from '../publish/choice';
import { loadDataset, storeDataset } from './datasets';
import { draftPorts, EDITOR, OFFICE } from './draft-ports.fixture';
import { samePlaces, withElection } from './same-places';
import { submitDraft } from './submit-draft';

const runoff = { name: 'Runoff', date: '2030-12-03' };
const old = exampleCounty.election.date;
const [school] = exampleCounty.pollingLocations;

function schedule(startDate: string | null, endDate: string | null): Schedule {
  return {
    startDate,
    endDate,
    startTime: '07:00',
    endTime: '19:00',
    utcOffset: '-05:00',
    isByAppointment: false,
  };
}

describe('withElection', () => {
  it('moves the hours of election day, and leaves early voting out wherever it is named', () => {
    const early = { ...school!, id: 'early', isEarlyVoting: true };
    const days = [schedule('2030-10-01', '2030-10-02'), schedule(old, old), schedule(null, null)];
    const dataset: Dataset = {
      ...exampleCounty,
      pollingLocations: [{ ...school!, hours: { schedules: days, text: null } }, early],
      localities: exampleCounty.localities.map((row) => ({ ...row, siteIds: ['early'] })),
      precincts: exampleCounty.precincts.map((row) => ({
        ...row,
        pollingLocationIds: [...row.pollingLocationIds, 'early'],
      })),
    };
    const moved = withElection(dataset, runoff);
    expect(moved.election).toMatchObject({ id: 'election-2030-12-03', ...runoff });
    expect(moved.pollingLocations.map(({ id }) => id)).toEqual([school!.id]);
    expect(moved.pollingLocations[0]?.hours?.schedules).toEqual([
      { ...schedule('2030-12-03', '2030-12-03'), utcOffset: null },
      schedule(null, null),
    ]);
    expect(JSON.stringify([moved.localities, moved.precincts])).not.toContain('early');
    expect(moved.streetSegments).toEqual(dataset.streetSegments);
  });
});

describe('samePlaces', () => {
  it('makes a draft that can be submitted at once', async () => {
    const ports = await draftPorts();
    const live = { ...exampleCounty, officeId: OFFICE.id };
    const dataset = await storeDataset(ports, live);
    const choice = {
      officeId: OFFICE.id,
      electionId: live.election.id,
      electionName: 'General Election',
      electionDate: old,
      current: {
        dataset,
        published: dataset,
        draftId: null,
        approvedBy: 'Ben',
        at: '2030-10-01T00:00:00Z',
        segments: 0,
        pollingLocations: 0,
      },
      previous: [],
    };
    const write = choices.write(choice, [OFFICE.id, live.election.id]);
    await ports.state.commit({ id: ports.newId(), checks: [], writes: [write] });
    const draft = await samePlaces(ports, { officeId: OFFICE.id, actor: EDITOR, election: runoff });
    if (!draft.ok) throw new Error(draft.error.message);
    expect(draft.value).toMatchObject({
      state: 'checked',
      basis: { dataset, electionName: 'General Election' },
    });
    const made = await loadDataset(ports, draft.value.checked?.dataset ?? '');
    expect(made).toEqual(withElection(live, runoff));
    const request = { officeId: OFFICE.id, draftId: draft.value.id, actor: EDITOR };
    expect(await submitDraft(ports, request)).toMatchObject({ ok: true });
  });

  it('needs something that is live', async () => {
    const ports = await draftPorts();
    const result = await samePlaces(ports, { officeId: OFFICE.id, actor: EDITOR, election: runoff });
    expect(result).toMatchObject({ ok: false, error: { code: 'nothingLive' } });
  });
});
