// Owns an office in the middle of its work, put straight into a test's stores: lists that are and were live, drafts, a late
// change, a claim, a history. Only what pages of the desk read; no release is made of it.

import { storeDataset } from '@/lib/office/drafts/datasets';
import { type Draft, drafts } from '@/lib/office/drafts/draft';
import { type NoticeRecord, noticeRecords } from '@/lib/office/notices/notice-record';
import { offices } from '@/lib/office/offices/office';
import type { OfficePorts } from '@/lib/office/ports/office-ports';
import { type Choice, choices } from '@/lib/office/publish/choice';
import { type Claim, claims } from '@/lib/office/publish/claim';
import { type HistoryEntry, releaseHistory, sequenceKeyPart } from '@/lib/office/publish/release-record';
import { exampleCounty } from '@/lib/release/offices.fixture';
import type { OfficeServer } from './office-server';
import { officeFor } from './office-test';

export const ELECTION = { electionId: 'e1', electionName: 'General Election', electionDate: '2030-11-05' };
const anna = { id: 'anna', name: 'Anna Lee' };
const ben = { id: 'ben', name: 'Ben Ortiz' };
const long = 'Iglesia-Bautista-de-la-Resurrección-y-Centro-Comunitario-del-Condado <b>bold</b>';

/** `officeId` with everything that a desk can show. */
export async function busyOffice(office: OfficeServer, officeId: string): Promise<void> {
  const { ports } = office;
  await officeFor(office, officeId);
  await officeFor(office, 'ms-franklin');
  const record = (await offices.read(ports.state, officeId))!.value;
  const at = ports.now().toISOString();
  const phone = {
    number: '(601) 555-0100',
    electionDayHours: '6 am to 9 pm',
    confirmed: { by: anna.name, at },
  };
  const [now, before] = [await list(ports, officeId, 26), await list(ports, officeId, 60)];
  const draft = aDraft(officeId, at);
  const submitted: Draft = {
    ...draft,
    id: 'submitted-1',
    title: long,
    state: 'submitted',
    submitted: { ...anna, at },
  };
  await ports.state.commit({
    id: ports.newId(),
    checks: [],
    writes: [
      offices.write({ ...record, phone }, [officeId]),
      choices.write({ officeId, ...ELECTION, current: now, previous: [before] }, [
        officeId,
        ELECTION.electionId,
      ]),
      drafts.write(draft, [officeId, draft.id]),
      drafts.write(submitted, [officeId, submitted.id]),
      noticeRecords.write(aNotice(officeId, at), [officeId, 'notice-1']),
      claims.write(aClaim(officeId, at), [`2030-11-05_ms-franklin_${officeId}`]),
      ...[3, 2, 1].map((back) =>
        releaseHistory.write(anEntry(officeId, at, back), [sequenceKeyPart(1_900_000_000 - back)]),
      ),
    ],
  });
}

/** Made `hours` ago. The older one, of more than two days, has its first precinct vote elsewhere. */
async function list(ports: OfficePorts, officeId: string, hours: number): Promise<Choice> {
  const places = exampleCounty.pollingLocations.map(({ id }) => id);
  const precincts = exampleCounty.precincts.map((precinct, index) =>
    index === 0 && hours > 48 ? { ...precinct, pollingLocationIds: places.slice(1, 2) } : precinct,
  );
  const dataset = await storeDataset(ports, { ...exampleCounty, officeId, precincts });
  const at = new Date(ports.now().getTime() - hours * 3_600_000).toISOString();
  return {
    dataset,
    published: dataset,
    draftId: 'draft-0',
    approvedBy: ben.name,
    at,
    segments: exampleCounty.streetSegments.length,
    pollingLocations: places.length,
  };
}

function aDraft(officeId: string, at: string): Draft {
  return {
    id: 'draft-1',
    officeId,
    state: 'checked',
    author: { ...anna, at, kind: 'person' },
    title: 'November precincts, second try',
    files: [],
    corrections: [],
    checked: {
      at,
      dataset: 'a'.repeat(64),
      ...ELECTION,
      segments: 3004,
      precincts: 20,
      pollingLocations: 19,
      rowsIn: 3010,
      rowsSetAside: 6,
      fatals: 0,
      errors: 6,
      conflicts: 2,
      warnings: 14,
      problems: 'problems/none',
    },
    acknowledged: {},
    submitted: null,
    approved: null,
    returned: null,
    jobId: null,
  };
}

function aNotice(officeId: string, at: string): NoticeRecord {
  const until = new Date(Date.parse(at) + 6 * 3_600_000).toISOString();
  const pollingLocationIds = exampleCounty.pollingLocations.slice(0, 1).map(({ id }) => id);
  return {
    notice: {
      id: 'notice-1',
      officeId,
      kind: 'callFirst',
      pollingLocationIds,
      from: at,
      until,
      text: { en: 'Call before you go.', es: 'Llame antes de ir.' },
      newPlace: null,
    },
    state: 'live',
    requestedBy: { ...ben, at },
    approvedBy: { ...ben, at },
    replaces: null,
    withdrawal: null,
    jobId: null,
    endedAt: null,
  };
}

function aClaim(officeId: string, at: string): Claim {
  return {
    id: `2030-11-05_ms-franklin_${officeId}`,
    electionDate: ELECTION.electionDate,
    officeIds: ['ms-franklin', officeId],
    setAside: [
      {
        officeId,
        electionId: ELECTION.electionId,
        segments: 12,
        examples: [
          '1-99 MAIN ST, EXAMPLETON 00011',
          '2-98 A VERY LONG STREET NAME THAT GOES ON BOULEVARD, EXAMPLETON 00011',
        ],
      },
    ],
    foundAt: at,
    answers: null,
    decidedBy: null,
  };
}

function anEntry(officeId: string, at: string, back: number): HistoryEntry {
  return {
    sequence: 1_900_000_000 - back,
    at: new Date(Date.parse(at) - back * 3_600_000).toISOString(),
    kind: back === 2 ? 'notices' : 'draft',
    officeId,
    jobId: `job-${back}`,
    electionId: ELECTION.electionId,
    electionName: ELECTION.electionName,
    draftId: `draft-${back}`,
    requestedBy: anna,
    approvedBy: ben,
    root: String(back).repeat(64),
    plan: 'plan',
    size: { objects: 14 * back, bytes: 83_211 * back, pages: 5 },
    segments: { before: 3004 - back, after: 3004 },
  };
}
