// Two people who approve at the same moment: one draft is approved once; of two lists of one office one goes live, and the other is given back to be
// compared with it; late changes that contradict each other are not both put up. On every store, and on the embedded one by two processes.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { kvState } from '@/lib/adapters/state-kv';
import { openLmdbState } from '@/lib/adapters/state-lmdb';
import type { Dataset } from '@/lib/core/vip';
import type { PersonActor } from '@/lib/office/accounts/session';
import { auditEntries } from '@/lib/office/audit/commit-audited';
import { approveDraft, noteCause } from '@/lib/office/compare/approve-draft';
import { movedExample } from '@/lib/office/division/state-file.fixture';
import { type Draft, drafts } from '@/lib/office/drafts/draft';
import { approveNotice } from '@/lib/office/notices/decide-notice';
import { noticeRecords } from '@/lib/office/notices/notice-record';
import { requestNotice } from '@/lib/office/notices/request-notice';
import { offices } from '@/lib/office/offices/office';
import { memoryState } from '@/lib/office/ports/memory-ports.fixture';
import type { StateStore } from '@/lib/office/ports/state-store';
import { choices } from '@/lib/office/publish/choice';
import { jobs } from '@/lib/office/publish/job';
import type { PublishPorts } from '@/lib/office/publish/publish-ports';
import {
  ANNA,
  approvedDraft,
  driven,
  liveProblems,
  publish,
  publishPorts,
} from '@/lib/office/publish/publish-ports.fixture';
import { approveRollback, requestRollback } from '@/lib/office/publish/request-rollback';
import { cancelJob } from '@/lib/office/publish/stop-job';
import { exampleCounty } from '@/lib/release/offices.fixture';
import { noRedis, startRedis } from '../stores/redis';
import { wholeChain } from '../stores/state-store.contract';

const ROUNDS = 8;
const officeId = exampleCounty.officeId;
const folder = mkdtempSync(join(tmpdir(), 'levee-two-approvers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const person = (id: string): PersonActor => ({
  kind: 'person',
  accountId: id,
  name: id,
  role: 'approver',
  officeId,
  sessionId: 's',
  verifiedAt: '',
});
const noCauses = async () => [];

/** An office whose phone is confirmed, and its list live. */
async function prepared(state: StateStore): Promise<PublishPorts> {
  const ports = await publishPorts({ state });
  const confirmed = { by: 'cleo', at: ports.now().toISOString() };
  const office = {
    id: officeId,
    name: 'Example',
    kind: 'county' as const,
    state: 'XX',
    phone: { number: '555-0100', electionDayHours: '6 to 9', confirmed },
    singleNumberBeatsRange: false,
    dutyApproverIds: [],
    isPractice: false,
  };
  await state.commit({ id: ports.newId(), checks: [], writes: [offices.write(office, [officeId])] });
  await publish(ports, exampleCounty);
  return ports;
}

/** Waits for approval; gives its id. */
async function submitted(ports: PublishPorts, dataset: Dataset): Promise<string> {
  const { draftId, jobId } = await approvedDraft(ports, dataset);
  await cancelJob(ports, { officeId, jobId, by: ANNA });
  return draftId;
}

const draftOf = async (ports: PublishPorts, id: string): Promise<Draft> =>
  (await drafts.read(ports.state, officeId, id))!.value;

const renamed = (name: string): Dataset => ({
  ...movedExample,
  election: exampleCounty.election,
  source: { ...movedExample.source, name },
});

async function approveOneDraft(ports: PublishPorts): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const draftId = await submitted(ports, renamed(`one ${round}`));
    const before = (await jobs.list(ports.state)).length;
    const results = await Promise.all(
      ['ben', 'cleo', 'dan'].map((id) =>
        approveDraft(ports, { officeId, draftId, actor: person(id) }, noCauses),
      ),
    );
    const codes = results.map((one) => (one.ok ? 'ok' : one.error.code));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(codes.filter((code) => !['ok', 'conflict', 'wrongState'].includes(code))).toEqual([]);
    expect(await jobs.list(ports.state)).toHaveLength(before + 1);
    const said = (await auditEntries.list(ports.state)).filter(
      ({ value }) => value.action === 'draft.approved' && value.subject === draftId,
    );
    expect(said.map(({ value }) => value.actor.id)).toEqual([(await draftOf(ports, draftId)).approved?.id]);
    const won = results.find((one) => one.ok);
    if (won?.ok) await cancelJob(ports, { officeId, jobId: won.value.jobId, by: ANNA });
  }
}

/** Approved side by side, each beside what is live; whichever is faster goes live, and the other has not been looked at beside that one. */
async function approveTwoLists(ports: PublishPorts): Promise<void> {
  const first = (await choices.read(ports.state, officeId, exampleCounty.election.id))!.value;
  for (let round = 0; round < ROUNDS; round++) {
    const ids = [
      await submitted(ports, renamed(`a ${round}`)),
      await submitted(ports, renamed(`b ${round}`)),
    ];
    const approved = await Promise.all(
      ids.map((draftId, at) => approveDraft(ports, { officeId, draftId, actor: person(`p${at}`) }, noCauses)),
    );
    const started = approved.flatMap((one) => (one.ok ? [one.value.jobId] : []));
    const ended = await Promise.all(started.map((jobId) => driven(ports, jobId)));
    expect(ended.filter(({ state }) => state === 'done')).toHaveLength(1);
    for (const job of ended.filter(({ state }) => state !== 'done')) {
      expect(job).toMatchObject({ state: 'failed', error: { code: 'gone' } });
      await cancelJob(ports, { officeId, jobId: job.id, by: ANNA });
    }
    const states = await Promise.all(ids.map(async (id) => (await draftOf(ports, id)).state));
    expect(states.sort()).toEqual(['live', 'submitted']);
    const live = (await choices.read(ports.state, officeId, exampleCounty.election.id))!.value;
    // Each list that was live is there to go back to, once.
    expect(live.previous).toHaveLength(Math.min(20, first.previous.length + round + 1));
  }
  expect(await liveProblems(ports)).toEqual([]);
}

async function approveListAndGoingBack(ports: PublishPorts): Promise<void> {
  const electionId = exampleCounty.election.id;
  for (let round = 0; round < ROUNDS; round++) {
    const draftId = await submitted(ports, renamed(`c ${round}`));
    const before = (await choices.read(ports.state, officeId, electionId))!.value;
    const wish = await requestRollback(ports, {
      officeId,
      electionId,
      dataset: before.previous[0]!.dataset,
      reason: 'It was right.',
      by: ANNA,
    });
    if (!wish.ok) throw new Error(wish.error.message);
    const [list, back] = await Promise.all([
      approveDraft(ports, { officeId, draftId, actor: person('ben') }, noCauses),
      approveRollback(ports, { officeId, rollbackId: wish.value.id, by: { id: 'cleo', name: 'Cleo' } }),
    ]);
    const started = [...(list.ok ? [list.value.jobId] : []), ...(back.ok ? [back.value.id] : [])];
    const ended = await Promise.all(started.map((jobId) => driven(ports, jobId)));
    expect(ended.filter(({ state }) => state === 'done')).toHaveLength(1);
    for (const { id, state } of ended) {
      if (state === 'failed') await cancelJob(ports, { officeId, jobId: id, by: ANNA });
    }
  }
}

async function approveLateChanges(ports: PublishPorts): Promise<void> {
  const day = exampleCounty.election.date;
  const ids: string[] = [];
  for (let n = 0; n < 3; n++) {
    const asked = await requestNotice(ports, {
      officeId,
      timeZone: 'America/Chicago',
      replaces: null,
      by: ANNA,
      wish: {
        kind: 'closed',
        placeIds: ['library'],
        from: `${day}T06:00`,
        until: `${day}T20:00`,
        newPlace: null,
        hours: null,
        text: { en: 'Words.', es: 'Palabras.' },
      },
    });
    if (!asked.ok) throw new Error(asked.error.message);
    ids.push(asked.value.noticeId);
  }
  const results = await Promise.all(
    ids.map((noticeId, at) =>
      approveNotice(ports, { officeId, noticeId, by: { id: `p${at}`, name: `P${at}` } }),
    ),
  );
  expect(results.map((one) => (one.ok ? 'ok' : one.error.code)).sort()).toEqual(['notNow', 'notNow', 'ok']);
  const up = (await noticeRecords.list(ports.state, officeId)).filter(({ value }) => value.state === 'live');
  expect(up).toHaveLength(1);
}

async function noteCauses(ports: PublishPorts): Promise<void> {
  const draftId = await submitted(ports, renamed('noted'));
  const cause = { code: 'fix-lost' as const, count: 2, sentence: 'Two things.', examples: [] };
  const causesOf = async () => [cause];
  const people = ['ben', 'cleo', 'dan'].map(person);
  await Promise.all(people.map((actor) => noteCause(ports, { officeId, draftId, actor }, cause, causesOf)));
  // Nobody’s note has taken another’s away: whoever it is may approve.
  const results = await Promise.all(
    people.map((actor) => approveDraft(ports, { officeId, draftId, actor }, causesOf)),
  );
  expect(results.flatMap((one) => (one.ok ? [] : [one.error.code]))).not.toContain('causes');
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
}

function approvals(open: () => Promise<{ state: StateStore; end: () => Promise<void> }>): void {
  it('approve, publish, go back, note and put up nothing twice, and lose nothing', async () => {
    const { state, end } = await open();
    const ports = await prepared(state);
    await approveOneDraft(ports);
    await approveTwoLists(ports);
    await approveListAndGoingBack(ports);
    await noteCauses(ports);
    await approveLateChanges(ports);
    expect(await wholeChain(state)).toBe((await auditEntries.list(state)).length);
    await end();
  }, 120_000);
}

describe('two approvers at one moment', () => {
  describe('in memory', () => {
    approvals(async () => ({ state: memoryState(() => new Date()), end: async () => {} }));
  });

  describe('on the embedded store', () => {
    approvals(async () => {
      const state = await openLmdbState(join(folder, 'state'), () => new Date(), { isDurable: false });
      return { state, end: () => state.close() };
    });

    it('are two processes, too', async () => {
      const at = join(folder, 'processes');
      const state = await openLmdbState(at, () => new Date(), { isDurable: false });
      const ports = await prepared(state);
      const ids: string[] = [];
      for (let n = 0; n < 40; n++) ids.push(await submitted(ports, renamed(`p ${n}`)));
      const said = await Promise.all(['ben', 'cleo'].map((name) => approverProcess(at, name, ids)));
      for (const id of ids) {
        expect(
          said.filter((one) => one.includes(id)),
          id,
        ).toHaveLength(1);
        expect((await draftOf(ports, id)).state).toBe('approved');
      }
      expect(await jobs.list(state)).toHaveLength(1 + 2 * ids.length);
      expect(await wholeChain(state)).toBe((await auditEntries.list(state)).length);
      await state.close();
    }, 60_000);
  });

  describe.skipIf(noRedis)('on Redis', () => {
    approvals(async () => {
      const redis = await startRedis();
      return { state: kvState(redis.kv(10_000)), end: redis.stop };
    });
  });
});

/** Ids of the drafts that a process of its own could approve. */
function approverProcess(store: string, name: string, ids: readonly string[]): Promise<readonly string[]> {
  const script = join(import.meta.dirname, 'approve-process.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, store, name, ...ids], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (part: Buffer) => {
    text += part.toString();
  });
  return new Promise((resolve) => child.once('exit', () => resolve(text.split('\n').filter(Boolean))));
}
