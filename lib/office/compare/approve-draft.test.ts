// Approving on stores in memory: who may, what has to be noted first, and that golden addresses hold a release back.

import { beforeEach, describe, expect, it } from 'vitest';
import type { TableMapping } from '@/lib/ingest/mapping/table-mapping';
import { exampleCounty } from '@/lib/release/offices.fixture';
import type { PersonActor } from '../accounts/session';
import { commitAudited } from '../audit/commit-audited';
import { systemActor } from '../audit/entry';
import { storeDataset } from '../drafts/datasets';
import { type Draft, drafts } from '../drafts/draft';
import { offices } from '../offices/office';
import { choices } from '../publish/choice';
import type { PublishPorts } from '../publish/publish-ports';
import { driven, publishPorts, told } from '../publish/publish-ports.fixture';
import { approveDraft, noteCause, returnDraft } from './approve-draft';
import type { Cause } from './cause';
import { goldenResults, setGolden } from './draft-golden';

const officeId = exampleCounty.officeId;
const clock = { now: new Date('2030-11-01T12:00:00Z') };
const always = { city: null, state: null, zip: null };
const unread: TableMapping = { header: null, width: 2, kind: 'ignored', columns: {}, always };
const address = '1 Main St, Exampleton, 00011';
let ports: PublishPorts;
let causes: readonly Cause[] = [];
const causesOf = async () => causes;

function person(accountId: string, role: PersonActor['role'] = 'approver'): PersonActor {
  const office = role === 'state' ? null : officeId;
  return {
    kind: 'person',
    accountId,
    name: accountId,
    role,
    officeId: office,
    sessionId: 's',
    verifiedAt: '',
  };
}

async function office(confirmed: boolean): Promise<void> {
  const by = { by: 'cleo', at: clock.now.toISOString() };
  const record = {
    id: officeId,
    name: 'Example County',
    kind: 'county' as const,
    state: 'XX',
    phone: { number: '555-0100', electionDayHours: '6 am to 9 pm', confirmed: confirmed ? by : null },
    singleNumberBeatsRange: false,
    dutyApproverIds: [],
    isPractice: false,
  };
  await ports.state.commit({ id: ports.newId(), checks: [], writes: [offices.write(record, [officeId])] });
}

async function draftOf(dataset = exampleCounty, over: Partial<Draft> = {}): Promise<string> {
  const id = ports.newId();
  const ana = { id: 'ana', name: 'Ana', at: clock.now.toISOString() };
  const { election, streetSegments, precincts, pollingLocations } = dataset;
  const counts = { rowsIn: 0, rowsSetAside: 0, fatals: 0, errors: 0, conflicts: 0, warnings: 0 };
  const draft: Draft = {
    id,
    officeId,
    state: 'submitted',
    author: { ...ana, kind: 'person' },
    title: 'Test',
    files: [],
    corrections: [],
    checked: {
      at: ana.at,
      dataset: await storeDataset(ports, dataset),
      electionId: election.id,
      electionName: election.name,
      electionDate: election.date,
      segments: streetSegments.length,
      precincts: precincts.length,
      pollingLocations: pollingLocations.length,
      ...counts,
      problems: 'problems/none',
    },
    acknowledged: {},
    submitted: ana,
    approved: null,
    returned: null,
    jobId: null,
    ...over,
  };
  await commitAudited(ports, {
    checks: [],
    writes: [drafts.write(draft, [officeId, id])],
    events: [{ action: 'draft.made', actor: systemActor('test'), officeId, subject: id, details: {} }],
  });
  return id;
}

const approve = (draftId: string, actor = person('ben')) =>
  approveDraft(ports, { officeId, draftId, actor }, causesOf);
const draftNow = async (id: string) => (await drafts.read(ports.state, officeId, id))!.value;

async function live(draftId: string): Promise<void> {
  const result = await approve(draftId);
  if (!result.ok) throw new Error(result.error.message);
  const job = await driven(ports, result.value.jobId);
  if (job.state !== 'done') throw new Error(job.error?.message);
}

beforeEach(async () => {
  causes = [];
  ports = await publishPorts({ now: () => clock.now });
  await office(true);
});

describe('approving', () => {
  it('by a second person makes the draft live', async () => {
    const id = await draftOf();
    await live(id);
    expect((await draftNow(id)).state).toBe('live');
    expect(await told(ports, address)).toBe('found Example School');
  });

  const cell = { file: 'a', row: 2, column: 'b', before: '1', after: '2' };
  it.each<[string, Partial<Draft>, PersonActor]>([
    ['who made it', {}, person('ana')],
    ['who made it, though of the state', {}, person('ana', 'state')],
    ['who submitted it', { author: { id: 'job', name: 'Job', at: '', kind: 'token' } }, person('ana')],
    ['who set its golden addresses', { goldenBy: { id: 'gus', name: 'Gus', at: '' } }, person('gus')],
    [
      'who corrected a cell of it',
      { corrections: [{ ...cell, by: { id: 'cy', name: 'Cy', at: '' } }] },
      person('cy'),
    ],
    [
      'who accepted repairs of it',
      {
        repairs: [
          {
            kind: 'parity',
            file: 'a',
            column: 'b',
            decision: 'accepted',
            count: 1,
            by: { id: 'ro', name: 'Ro', at: '' },
          },
        ],
      },
      person('ro'),
    ],
    [
      'who said what its columns hold',
      { mappings: [{ table: 'a.csv', mapping: unread, by: { id: 'ro', name: 'Ro', at: '' } }] },
      person('ro'),
    ],
  ])('is refused to %s', async (_, over, actor) => {
    const id = await draftOf(exampleCounty, over);
    expect(await approve(id, actor)).toMatchObject({ ok: false, error: { code: 'samePerson' } });
    expect((await draftNow(id)).state).toBe('submitted');
  });

  it('of a list that lies over streets is refused once other streets are live, and goes through over those', async () => {
    const streets = await draftOf();
    await live(streets);
    const below = (await draftNow(streets)).checked!;
    const over = (hash: string) => ({ checked: { ...below, over: hash } });
    const id = await draftOf(exampleCounty, over(below.dataset!));
    const late = await draftOf(exampleCounty, over('0'.repeat(64)));
    expect(await approve(late)).toMatchObject({ ok: false, error: { code: 'outdated' } });
    await live(id);
  });

  it('happens once', async () => {
    const id = await draftOf();
    await approve(id);
    expect(await approve(id, person('cleo'))).toMatchObject({ ok: false, error: { code: 'wrongState' } });
  });

  it.each([[{ state: 'checked' as const }], [{ state: 'withdrawn' as const }]])(
    'is refused for %j',
    async (over) => {
      expect(await approve(await draftOf(exampleCounty, over))).toMatchObject({
        error: { code: 'wrongState' },
      });
    },
  );

  it('waits for somebody to confirm the phone', async () => {
    await office(false);
    expect(await approve(await draftOf())).toMatchObject({ ok: false, error: { code: 'phone' } });
  });

  it('waits until every cause was taken note of by who approves, at the count there is', async () => {
    const id = await draftOf();
    causes = [{ code: 'precincts-move', count: 3, sentence: '3 precincts move.' }];
    const note = (count: number, actor = person('ben')) =>
      noteCause(ports, { officeId, draftId: id, actor }, { code: 'precincts-move', count }, causesOf);
    expect(await approve(id)).toMatchObject({ ok: false, error: { code: 'causes' } });
    expect(await note(2)).toMatchObject({ ok: false, error: { code: 'changed' } });
    await note(3, person('cleo'));
    expect(await approve(id)).toMatchObject({ ok: false, error: { code: 'causes' } });
    await note(3);
    causes = [{ code: 'precincts-move', count: 4, sentence: '4 precincts move.' }];
    expect(await approve(id)).toMatchObject({ ok: false, error: { code: 'causes' } });
    causes = [{ code: 'precincts-move', count: 3, sentence: '3 precincts move.' }];
    expect(await approve(id)).toMatchObject({ ok: true });
  });

  it('gives it back with a reason, to be handed on anew', async () => {
    const id = await draftOf();
    await returnDraft(ports, { officeId, draftId: id, actor: person('ben') }, 'Ward 3 is missing.');
    expect(await draftNow(id)).toMatchObject({
      state: 'checked',
      submitted: null,
      returned: { id: 'ben', reason: 'Ward 3 is missing.' },
    });
  });
});

describe('golden addresses', () => {
  const set = async (draftId: string, place: string) =>
    setGolden(ports, { officeId, draftId, actor: person('ana', 'editor') }, [{ address, place }]);

  async function checkedDraft(place: string, dataset = exampleCounty): Promise<string> {
    const id = await draftOf(dataset, { state: 'checked' });
    const result = await set(id, place);
    if (!result.ok) throw new Error(result.error.message);
    const submitted = { ...(await draftNow(id)), state: 'submitted' as const };
    await ports.state.commit({
      id: ports.newId(),
      checks: [],
      writes: [drafts.write(submitted, [officeId, id])],
    });
    return id;
  }

  it('name places by id or by name, and no others', async () => {
    const id = await draftOf(exampleCounty, { state: 'checked' });
    expect(await set(id, 'example school')).toMatchObject({ ok: true });
    expect(await set(id, 'nowhere')).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('Line 1') },
    });
  });

  it('hold a draft back that answers them otherwise, and say what it gives', async () => {
    const id = await checkedDraft('library');
    expect(await approve(id)).toMatchObject({
      ok: false,
      error: { code: 'golden', message: expect.stringContaining('gives: Example School') },
    });
  });

  it('stay with the office, and are asked of its next list', async () => {
    await live(await checkedDraft('school'));
    const moved = {
      ...exampleCounty,
      precincts: exampleCounty.precincts.map((each) =>
        each.id === 'p1' ? { ...each, pollingLocationIds: ['library'] } : each,
      ),
    };
    const next = await draftOf(moved);
    expect(await goldenResults(ports, await draftNow(next))).toMatchObject([
      { isRight: false, got: 'Example Library' },
    ]);
    expect(await approve(next)).toMatchObject({ ok: false, error: { code: 'golden' } });
    await live(await checkedDraft('library', moved));
    const choice = (await choices.read(ports.state, officeId, exampleCounty.election.id))?.value;
    expect(choice?.current?.golden).not.toBe(choice?.previous[0]?.golden);
  });

  it('are asked once more of what was stored, before anybody is pointed to it', async () => {
    const id = await checkedDraft('school');
    const approved = await approve(id);
    if (!approved.ok) throw new Error(approved.error.message);
    const wrong = { ...(await draftNow(id)), golden: (await draftNow(await checkedDraft('library'))).golden };
    await ports.state.commit({
      id: ports.newId(),
      checks: [],
      writes: [drafts.write(wrong, [officeId, id])],
    });
    const job = await driven(ports, approved.value.jobId);
    expect(job).toMatchObject({ state: 'failed', error: { code: 'golden' } });
    expect(await told(ports, address)).toBe('unreachable');
  });
});
