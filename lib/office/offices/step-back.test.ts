// Owns the tests of what going back would change.

import { expect, it } from 'vitest';
import { exampleCounty } from '@/lib/release/offices.fixture';
import { storeDataset } from '../drafts/datasets';
import { memoryPorts } from '../ports/memory-ports.fixture';
import { choices } from '../publish/choice';
import { stepBack } from './step-back';

const officeId = exampleCounty.officeId;
const electionId = exampleCounty.election.id;

/** An office whose first precinct voted at the library before, and votes at the school now. */
async function withTwoLists() {
  const ports = memoryPorts();
  const precincts = exampleCounty.precincts.map((precinct, index) =>
    index === 0 ? { ...precinct, pollingLocationIds: ['library'] } : precinct,
  );
  const list = async (dataset: string) => ({
    dataset,
    published: dataset,
    draftId: null,
    approvedBy: 'Ben',
    at: '2026-10-01T12:00:00Z',
    segments: 6,
    pollingLocations: 3,
  });
  const before = await storeDataset(ports, { ...exampleCounty, precincts });
  const now = await storeDataset(ports, exampleCounty);
  const choice = {
    officeId,
    electionId,
    electionName: 'General Election',
    electionDate: '2030-11-05',
    current: await list(now),
    previous: [await list(before)],
  };
  const writes = [choices.write(choice, [officeId, electionId])];
  await ports.state.commit({ id: ports.newId(), checks: [], writes });
  return { ports, before, now };
}

it('says which address ranges would move back, and where to', async () => {
  const { ports, before } = await withTwoLists();
  const step = await stepBack(ports, { officeId, electionId, dataset: before });
  expect(step?.difference?.groups.map(({ from, to, rows }) => [from?.label, to?.label, rows.length])).toEqual(
    [['Example School', 'Example Library', 2]],
  );
});

it('has nothing to compare where the list would be taken back', async () => {
  const { ports } = await withTwoLists();
  expect(await stepBack(ports, { officeId, electionId, dataset: null })).toMatchObject({
    to: null,
    difference: null,
  });
});

it('is null for a list that is live, unknown, or of another election', async () => {
  const { ports, now, before } = await withTwoLists();
  expect(await stepBack(ports, { officeId, electionId, dataset: now })).toBeNull();
  expect(await stepBack(ports, { officeId, electionId, dataset: 'f'.repeat(64) })).toBeNull();
  expect(await stepBack(ports, { officeId, electionId: 'another', dataset: before })).toBeNull();
});
