// Owns what the tests of comparing stand on: an office with a list that is live, and a draft that moves a precinct. The list
// of the format's test vectors, whose election is far ahead.

import type { Dataset } from '@/lib/core/vip';
import { storeDataset } from '@/lib/office/drafts/datasets';
import { type Draft, drafts } from '@/lib/office/drafts/draft';
import { storeProblems } from '@/lib/office/drafts/stored-problems';
import { offices } from '@/lib/office/offices/office';
import { choices } from '@/lib/office/publish/choice';
import { exampleCounty, place } from '@/lib/release/offices.fixture';
import type { OfficeServer } from './office-server';
import { officeFor } from './office-test';

export const OFFICE = exampleCounty.officeId;
export const ADDRESS = '1 Main St, Exampleton, 00011';

/** A name that would be markup if anybody let it. */
export const NEW_PLACE = 'Town Hall <b>East</b>';

const live: Dataset = {
  ...exampleCounty,
  pollingLocations: exampleCounty.pollingLocations.map((each, index) => ({
    ...each,
    latLng: [31.5 + index / 50, -91.4] as const,
  })),
};

/** Precinct p1 votes at a place that is new. */
const moved: Dataset = {
  ...live,
  pollingLocations: [
    // An export that spells it otherwise: nothing about it has changed.
    ...live.pollingLocations.map((each) =>
      each.id === 'library' ? { ...each, line1: '2 EXAMPLE PLZ.' } : each,
    ),
    place({ id: 'east', name: NEW_PLACE, line1: '9 East St', latLng: [31.55, -91.36] }),
  ],
  precincts: live.precincts.map((each) =>
    each.id === 'p1' ? { ...each, pollingLocationIds: ['east'] } : each,
  ),
};

/** A list of before the one that is live: p1 voted there once, and somebody put it right. */
const before: Dataset = { ...moved, source: { ...moved.source, dateTime: '2026-01-01T00:00:00' } };

/** Gives the id of a draft of `authorId`'s, submitted or not yet. */
export async function draftWithMoves(
  { ports, ...office }: OfficeServer,
  authorId: string,
): Promise<{ readonly draftId: string }> {
  await officeFor({ ports, ...office }, OFFICE);
  const record = await offices.read(ports.state, OFFICE);
  if (record === null) throw new Error('no office');
  const at = ports.now().toISOString();
  const phone = {
    number: '(601) 555-0100',
    electionDayHours: '6 am to 9 pm',
    confirmed: { by: 'A test', at },
  };
  const { election } = live;
  const ids = { electionId: election.id, electionName: election.name, electionDate: election.date };
  const dataset = await storeDataset(ports, live);
  const counts = { segments: live.streetSegments.length, pollingLocations: live.pollingLocations.length };
  const choice = { dataset, published: dataset, draftId: null, approvedBy: 'A test', at, ...counts };
  const old = await storeDataset(ports, before);
  const earlier = { ...choice, dataset: old, published: old, at: '2026-01-01T12:00:00.000Z' };
  const draftId = ports.newId();
  const author = { id: authorId, name: 'Ana Ruiz', at };
  const draft: Draft = {
    id: draftId,
    officeId: OFFICE,
    state: 'checked',
    author: { ...author, kind: 'person' },
    title: 'November, with Town Hall',
    files: [],
    corrections: [],
    checked: {
      at,
      dataset: await storeDataset(ports, moved),
      ...ids,
      segments: moved.streetSegments.length,
      precincts: moved.precincts.length,
      pollingLocations: moved.pollingLocations.length,
      rowsIn: moved.streetSegments.length,
      rowsSetAside: 0,
      fatals: 0,
      errors: 0,
      conflicts: 0,
      warnings: 0,
      problems: await storeProblems(ports, [], new Map()),
    },
    acknowledged: {},
    submitted: null,
    approved: null,
    returned: null,
    jobId: null,
  };
  await ports.state.commit({
    id: ports.newId(),
    checks: [],
    writes: [
      offices.write({ ...record.value, phone }, [OFFICE]),
      choices.write({ officeId: OFFICE, ...ids, current: choice, previous: [earlier] }, [
        OFFICE,
        election.id,
      ]),
      drafts.write(draft, [OFFICE, draftId]),
    ],
  });
  return { draftId };
}
