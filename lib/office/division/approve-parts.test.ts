// A state's one file from its submission to voters, on stores in memory: one approval and one release for all offices that nothing stands against,
// and what is live of the others.

import { beforeEach, describe, expect, it } from 'vitest';
import { exampleCounty, precinct, sampleCounty, segment } from '@/lib/release/offices.fixture';
import type { PersonActor } from '../accounts/session';
import { noteCause } from '../compare/approve-draft';
import { comparisonOf } from '../compare/comparison';
import { causesOfDraft } from '../compare/draft-causes';
import { decideRepairs } from '../drafts/decide-repairs';
import { type Draft, drafts } from '../drafts/draft';
import { loadSuggestions, storeSuggestions } from '../drafts/stored-suggestions';
import { putFixesBack } from '../fixes/fix-deeds';
import { offices } from '../offices/office';
import type { TestClock } from '../ports/memory-ports.fixture';
import { choices } from '../publish/choice';
import { history } from '../publish/history';
import type { PublishPorts } from '../publish/publish-ports';
import { BEN, driven, publish, publishPorts, told } from '../publish/publish-ports.fixture';
import { cancelJob } from '../publish/stop-job';
import { swept } from '../sweep/sweep.fixture';
import { sweepPolicy } from '../sweep/sweep-run';
import { approveList } from './approve-parts';
import { partDrafts } from './part-drafts';
import { partViews } from './part-views';
import { EXAMPLE, movedExample, officeOf, SAMPLE, STATE, stateDraft, stateFile } from './state-file.fixture';
import { returnList, submitList, withdrawList } from './whole-draft';

const inExample = '1 Main St, Exampleton, 00011';
const inSample = '1 Hill St, Sampleville, 00012';
let ports: PublishPorts & { readonly clock: TestClock };

function person(accountId: string, officeId: string | null = null): PersonActor {
  const role = officeId === null ? 'state' : 'approver';
  return { kind: 'person', accountId, name: accountId, role, officeId, sessionId: 's', verifiedAt: '' };
}

async function put(...records: ReturnType<typeof officeOf>[]): Promise<void> {
  const writes = records.map((record) => offices.write(record, [record.id]));
  await ports.state.commit({ id: ports.newId(), checks: [], writes });
}

/** A later moment: lists are told apart by when they went live. */
const pass = () => {
  ports.clock.now = new Date(ports.now().getTime() + 3_600_000);
};

const sampleAs = { ...sampleCounty, officeId: SAMPLE };
const request = (draftId: string, actor = person('ana')) => ({ officeId: STATE, draftId, actor });

async function submitted(file = stateFile()): Promise<string> {
  pass();
  const id = await stateDraft(ports, file);
  const result = await submitList(ports, request(id));
  if (!result.ok) throw new Error(result.error.message);
  return id;
}

const approve = (draftId: string, actor = person('ben')) =>
  approveList(ports, { officeId: STATE, draftId, actor }, causesOfDraft);

async function approved(draftId: string): Promise<string> {
  pass();
  const result = await approve(draftId);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  const job = await driven(ports, result.value.jobId);
  if (job.state !== 'done') throw new Error(job.error?.message);
  return job.id;
}

const draftOf = async (officeId: string, id: string): Promise<Draft> =>
  (await drafts.read(ports.state, officeId, id))!.value;

async function states(wholeId: string): Promise<Readonly<Record<string, string>>> {
  const views = await partViews(ports, await draftOf(STATE, wholeId), person('ben'), new Map());
  return Object.fromEntries(views.map(({ name, state }) => [name, state]));
}

async function partOf(wholeId: string, officeId: string): Promise<Draft> {
  const parts = await partDrafts(ports, await draftOf(STATE, wholeId));
  return parts.find(({ part }) => part.officeId === officeId)!.draft!.value;
}

beforeEach(async () => {
  ports = await publishPorts();
  ports.clock.now = new Date('2030-10-01T12:00:00Z');
  await put(
    officeOf(STATE, 'Capitol', 'state'),
    officeOf(EXAMPLE, 'Example County'),
    officeOf(SAMPLE, 'Sample'),
  );
});

describe('a state’s one file', () => {
  it('goes live for all of its offices with one approval, in one release', async () => {
    const id = await submitted();
    expect(await states(id)).toEqual({ Example: 'goes', Sample: 'goes', Fir: 'empty' });
    await approved(id);
    expect([await told(ports, inExample), await told(ports, inSample)]).toEqual([
      'found Example School',
      'found Sample Hall',
    ]);
    expect(await history(ports, { officeId: null, limit: 10 })).toMatchObject([
      { kind: 'drafts', officeId: STATE, offices: [EXAMPLE, SAMPLE], draftId: id },
    ]);
    expect(await history(ports, { officeId: SAMPLE, limit: 10 })).toHaveLength(1);
    expect(await states(id)).toEqual({ Example: 'live', Sample: 'live', Fir: 'empty' });
    expect((await draftOf(STATE, id)).state).toBe('live');
  });

  it('goes live for a hundred counties at once', async () => {
    const numbers = Array.from({ length: 100 }, (_, index) => `${index}`);
    await put(...numbers.map((number) => officeOf(`xx-no-${number}`, `No ${number}`)));
    const one = exampleCounty.localities[0]!;
    const file = {
      ...exampleCounty,
      officeId: STATE,
      localities: numbers.map((id) => ({ ...one, id, name: `No ${id}`, electionAdministrationId: null })),
      precincts: numbers.map((id) =>
        precinct({ id: `p${id}`, localityId: id, pollingLocationIds: ['school'] }),
      ),
      streetSegments: numbers.map((id) => segment({ id, precinctId: `p${id}`, streetName: `No ${id}` })),
    };
    const id = await submitted(file);
    await approved(id);
    expect(await told(ports, '1 No 99 St, Exampleton, 00011')).toBe('found Example School');
    expect((await history(ports, { officeId: null, limit: 2 }))[0]?.offices).toHaveLength(100);
  });

  it('leaves an office that is not ready as it is live, and names it', async () => {
    await publish(ports, sampleAs);
    await put({ ...officeOf(SAMPLE, 'Sample'), phone: null });
    const renamed = sampleCounty.pollingLocations.map((each) => ({ ...each, name: 'New Hall' }));
    const id = await submitted(stateFile(movedExample, { ...sampleCounty, pollingLocations: renamed }));
    const views = await partViews(ports, await draftOf(STATE, id), person('ben'), new Map());
    expect(views.find(({ officeId }) => officeId === SAMPLE)).toMatchObject({
      state: 'held',
      obstacles: [expect.stringContaining('confirmed the phone')],
    });
    await approved(id);
    expect(await told(ports, inExample)).toBe('found Example Library');
    expect(await told(ports, inSample)).toBe('found Sample Hall');
    expect((await partOf(id, SAMPLE)).state).toBe('submitted');
  });

  it('leaves out an office that nobody has made at the desk', async () => {
    await ports.state.commit({ id: ports.newId(), checks: [], writes: [offices.remove(SAMPLE)] });
    const id = await submitted();
    expect(await states(id)).toMatchObject({ Example: 'goes', Sample: 'unknownOffice' });
    await approved(id);
    expect(await told(ports, inSample)).toMatch(/^(?!found)/);
  });

  it('takes back no fix of a county’s own until somebody has taken note of it for that county', async () => {
    await publish(ports, movedExample);
    pass();
    await publish(ports, exampleCounty);
    const id = await submitted(stateFile(movedExample));
    expect(await states(id)).toMatchObject({ Example: 'held', Sample: 'goes' });
    await approved(id);
    expect(await told(ports, inExample)).toBe('found Example School');
    expect(await told(ports, inSample)).toBe('found Sample Hall');

    const again = await submitted(stateFile(movedExample));
    const part = await partOf(again, EXAMPLE);
    const causes = await causesOfDraft(ports, part);
    expect(causes.map(({ code }) => code)).toContain('fix-lost');
    const approval = { officeId: EXAMPLE, draftId: part.id, actor: person('ben') };
    for (const cause of causes) await noteCause(ports, approval, cause, causesOfDraft);
    await approved(again);
    expect(await told(ports, inExample)).toBe('found Example Library');
  });

  it('takes the place of what a county has live of that day, whatever either calls its election', async () => {
    const own = { ...movedExample, election: { ...movedExample.election, id: 'county-4001' } };
    await publish(ports, own);
    const id = await submitted();
    const part = await partOf(id, EXAMPLE);
    expect(part.checked?.electionId).toBe('county-4001');
    const causes = await causesOfDraft(ports, part);
    const approval = { officeId: EXAMPLE, draftId: part.id, actor: person('ben') };
    for (const cause of causes) await noteCause(ports, approval, cause, causesOfDraft);
    await approved(id);
    expect(await told(ports, inExample)).toBe('found Example School');
    expect((await choices.list(ports.state, EXAMPLE)).map(({ value }) => value.electionId)).toEqual([
      'county-4001',
    ]);
    expect((await partOf(id, SAMPLE)).checked?.electionId).toBe(exampleCounty.election.id);
  });

  it('says in each part how the state had its file read, for nobody to change there', async () => {
    const at = '2030-10-01T12:00:00Z';
    const by = { id: 'ana', name: 'Ana', at };
    const key = { kind: 'lost-zeros', file: 'street_segment.txt', column: 'zip', count: 3 } as const;
    const suggestions = await storeSuggestions(ports, [
      { ...key, columns: ['zip'], examples: [{ row: 2, before: ['1'], after: ['01'] }], isApplied: true },
    ]);
    const wholeId = await stateDraft(ports, stateFile());
    const whole = await draftOf(STATE, wholeId);
    const repairs = [
      { ...key, decision: 'accepted' as const, by },
      { ...key, column: 'number', decision: 'refused' as const, by },
    ];
    const read = { ...whole, repairs, checked: whole.checked && { ...whole.checked, suggestions } };
    await ports.state.commit({
      id: ports.newId(),
      checks: [],
      writes: [drafts.write(read, [STATE, wholeId])],
    });
    await submitList(ports, request(wholeId));
    const part = await partOf(wholeId, EXAMPLE);
    expect(part.repairs).toEqual([repairs[0]]);
    expect(await loadSuggestions(ports, part)).toMatchObject([{ isApplied: true, count: 3 }]);
    const own = { officeId: EXAMPLE, draftId: part.id, actor: person('eve', EXAMPLE) };
    await returnList(ports, own, 'Not ours.');
    const groups = [{ kind: key.kind, file: key.file, column: key.column }];
    const seen = suggestions?.blob ?? '';
    expect(await decideRepairs(ports, own, { seen, groups, verdict: 'takenBack' })).toMatchObject({
      error: { code: 'wrongState' },
    });
  });

  it('is put right by a county that has it given back, and approved by somebody else there', async () => {
    await publish(ports, movedExample);
    pass();
    await publish(ports, exampleCounty);
    const id = await submitted(stateFile(movedExample));
    const part = await partOf(id, EXAMPLE);
    const eve = { officeId: EXAMPLE, draftId: part.id, actor: person('eve', EXAMPLE) };
    const seen = async () => (await comparisonOf(ports, await partOf(id, EXAMPLE)))?.seen ?? '';
    expect(await putFixesBack(ports, eve, { seen: await seen(), at: null })).toMatchObject({
      error: { code: 'wrongState' },
    });
    await returnList(ports, eve, 'We had that right.');
    expect(await putFixesBack(ports, eve, { seen: await seen(), at: null })).toMatchObject({ ok: true });
    await submitList(ports, eve);
    expect(await states(id)).toMatchObject({ Example: 'goes' });
    const own = await approveList(ports, eve, causesOfDraft);
    expect(own).toMatchObject({ error: { code: 'samePerson' } });
    await approved(id);
    expect(await told(ports, inExample)).toBe('found Example School');
  });

  it('is refused to who worked on it, part by part, too', async () => {
    const id = await submitted();
    expect(await approve(id, person('ana'))).toMatchObject({ ok: false, error: { code: 'samePerson' } });
    const part = await partOf(id, EXAMPLE);
    const own = { officeId: EXAMPLE, draftId: part.id, actor: person('ana') };
    expect(await approveList(ports, own, causesOfDraft)).toMatchObject({ error: { code: 'samePerson' } });
  });

  it('gives nobody of one county a say over another', async () => {
    const id = await submitted();
    expect(await approve(id, person('eve', EXAMPLE))).toMatchObject({ ok: true });
    expect((await partOf(id, SAMPLE)).state).toBe('submitted');
    expect((await partOf(id, EXAMPLE)).state).toBe('approved');
  });

  it('is taken back, given back and submitted again with its parts', async () => {
    const id = await submitted();
    await returnList(ports, { officeId: STATE, draftId: id, actor: person('ben') }, 'Fir is missing.');
    expect((await partOf(id, EXAMPLE)).state).toBe('withdrawn');
    expect(await submitList(ports, request(id))).toMatchObject({ ok: true });
    expect((await partOf(id, EXAMPLE)).state).toBe('submitted');
    await withdrawList(ports, request(id));
    expect((await partOf(id, SAMPLE)).state).toBe('withdrawn');
    expect(await approve(id)).toMatchObject({ ok: false, error: { code: 'wrongState' } });
  });

  it('can be given up before it is live, all of it', async () => {
    const id = await submitted();
    const result = await approve(id);
    if (!result.ok) throw new Error(result.error.message);
    await cancelJob(ports, { officeId: STATE, jobId: result.value.jobId, by: BEN });
    expect((await partOf(id, EXAMPLE)).state).toBe('submitted');
    expect((await draftOf(STATE, id)).state).toBe('submitted');
    await approved(id);
    expect(await told(ports, inSample)).toBe('found Sample Hall');
  });

  it('is left whole by a sweep while it waits', async () => {
    const id = await submitted();
    ports.clock.now = new Date(ports.now().getTime() + 10 * 86_400_000);
    await swept(ports, { ...sweepPolicy, releases: 1, days: 1 });
    await approved(id);
    expect(await told(ports, inExample)).toBe('found Example School');
  });
});
