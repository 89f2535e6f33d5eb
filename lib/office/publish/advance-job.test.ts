// Jobs on stores in memory: what they leave, what stops them, and that nobody's publish undoes another's.

import { describe, expect, it } from 'vitest';
import { exampleCounty, sampleCounty } from '@/lib/release/offices.fixture';
import { drafts } from '../drafts/draft';
import { StoreError } from '../ports/store-error';
import { advanceJob } from './advance-job';
import { choices } from './choice';
import { jobSteps, jobs, openJobs } from './job';
import { liveFiles, POINTER_REMEMBERED_MS } from './live-files';
import { livePointer } from './pointer';
import {
  approvedDraft,
  BEN,
  driven,
  liveOffices,
  liveProblems,
  publish,
  publishPorts,
  told,
} from './publish-ports.fixture';
import { releaseHistory } from './release-record';
import { cancelJob, retryJob } from './stop-job';

const otherSchool = {
  ...exampleCounty,
  pollingLocations: exampleCounty.pollingLocations.map((place) => ({ ...place, name: `New ${place.name}` })),
};

describe('advanceJob', () => {
  it('makes an approved draft live, step by step', async () => {
    const ports = await publishPorts();
    const { draftId, jobId } = await approvedDraft(ports, exampleCounty);
    const seen: string[] = [];
    for (let step = 0; step < jobSteps.length; step += 1) {
      const before = await jobs.read(ports.state, jobId);
      seen.push(before?.value.step ?? '');
      await advanceJob(ports, jobId);
    }
    expect(seen).toEqual(jobSteps);
    const job = (await jobs.read(ports.state, jobId))?.value;
    expect(job).toMatchObject({ state: 'done', rounds: 0, error: null });
    expect(await liveProblems(ports)).toEqual([]);
    expect(await told(ports, '1 Main St, Exampleton, 00011')).toBe('found Example School');
    expect((await drafts.read(ports.state, 'xx-example', draftId))?.value.state).toBe('live');
    expect(await openJobs.list(ports.state)).toEqual([]);
  });

  it('is done only when a server that was asked a moment before gives readers what is live', async () => {
    const ports = await publishPorts();
    await publish(ports, exampleCounty);
    const files = liveFiles(ports);
    const before = await files.pointer();
    const seen: (Uint8Array | null)[] = [];
    const readersCaughtUp = async () => {
      seen.push(await files.pointer());
      ports.clock.now = new Date(ports.now().getTime() + POINTER_REMEMBERED_MS);
    };
    await publish({ ...ports, readersCaughtUp }, otherSchool);
    expect(seen).toEqual([before]);
    expect(new TextDecoder().decode((await files.pointer()) ?? undefined)).toBe(
      (await livePointer(ports))?.value.text,
    );
    expect(await files.pointer()).not.toEqual(before);
  });

  it('writes down who made what live, and how much of it was new', async () => {
    const ports = await publishPorts();
    const job = await publish(ports, exampleCounty);
    const [entry] = await releaseHistory.list(ports.state);
    expect(entry?.value).toMatchObject({
      sequence: job.result?.sequence,
      kind: 'draft',
      officeId: 'xx-example',
      approvedBy: BEN,
      segments: { before: 0, after: 6 },
    });
    expect(entry?.value.size.objects).toBeGreaterThan(3);
    expect(entry?.value.size.pages).toBeGreaterThan(3);
  });

  it('keeps what an office had before', async () => {
    const ports = await publishPorts();
    await publish(ports, exampleCounty);
    await publish(ports, otherSchool);
    const choice = (await choices.read(ports.state, 'xx-example', 'general-2030'))?.value;
    expect(choice?.previous).toHaveLength(1);
    expect(await told(ports, '1 Main St, Exampleton, 00011')).toBe('found New Example School');
  });

  it('has one list of an office for a day: a second one under another id is refused when it is about to go live, whatever the order', async () => {
    for (let first = 0; first < 5; first += 1) {
      const ports = await publishPorts();
      const renumbered = { ...otherSchool, election: { ...otherSchool.election, id: '4002' } };
      const a = await approvedDraft(ports, exampleCounty);
      const b = await approvedDraft(ports, renumbered);
      for (let step = 0; step < first; step += 1) await advanceJob(ports, b.jobId);
      expect((await driven(ports, a.jobId)).state).toBe('done');
      expect(await driven(ports, b.jobId)).toMatchObject({
        state: 'failed',
        error: { code: 'gone', message: expect.stringContaining('went live for the same day') },
      });
      const all = (await choices.list(ports.state, 'xx-example')).map(({ value }) => value.electionId);
      expect(all).toEqual([exampleCounty.election.id]);
      expect(await told(ports, '1 Main St, Exampleton, 00011')).toBe('found Example School');
      expect(await liveProblems(ports)).toEqual([]);
    }
  });

  it('lets two offices that publish at once both get through, whatever their steps’ order', async () => {
    for (let first = 0; first < 6; first += 1) {
      const ports = await publishPorts();
      const a = await approvedDraft(ports, exampleCounty);
      const b = await approvedDraft(ports, sampleCounty);
      for (let step = 0; step < first; step += 1) await advanceJob(ports, a.jobId);
      const done = [await driven(ports, b.jobId), await driven(ports, a.jobId)];
      expect(done.map(({ state }) => state)).toEqual(['done', 'done']);
      expect(await liveOffices(ports)).toEqual(['xx-example', 'xx-sample']);
      expect(await liveProblems(ports)).toEqual([]);
      expect(done[1]?.rounds).toBe(first >= 2 && first < 5 ? 1 : 0);
    }
  });

  it('lets two drivers at one job do no harm', async () => {
    const ports = await publishPorts();
    const { jobId } = await approvedDraft(ports, exampleCounty);
    const [a, b] = await Promise.all([driven(ports, jobId), driven(ports, jobId)]);
    expect([a.state, b.state]).toEqual(['done', 'done']);
    expect(await releaseHistory.list(ports.state)).toHaveLength(1);
  });

  it('waits for a driver that is at it, and takes over from one that died', async () => {
    const ports = await publishPorts();
    const { jobId } = await approvedDraft(ports, exampleCounty);
    const job = await jobs.read(ports.state, jobId);
    if (job === null) throw new Error('no job');
    const until = new Date(ports.now().getTime() + 20_000).toISOString();
    const leased = { ...job.value, lease: { by: 'somebody', until } };
    await ports.state.commit({ id: 'x', checks: [], writes: [jobs.write(leased, [jobId])] });
    expect(await advanceJob(ports, jobId)).toMatchObject({ value: { step: 'compile' } });
    ports.clock.now = new Date(ports.now().getTime() + 30_000);
    expect(await advanceJob(ports, jobId)).toMatchObject({ value: { step: 'merge' } });
  });

  it('goes on from every step in another process, which has nothing on its shelf', async () => {
    const ports = await publishPorts();
    const { jobId } = await approvedDraft(ports, exampleCounty);
    for (;;) {
      const job = await advanceJob({ ...ports, shelf: { parts: new Map(), merged: new Map() } }, jobId);
      if (!job.ok || job.value.state !== 'running') break;
    }
    expect((await jobs.read(ports.state, jobId))?.value.state).toBe('done');
    expect(await liveProblems(ports)).toEqual([]);
  });

  it.each(['full', 'tooLarge', 'damaged'] as const)(
    'says that a store is %s, publishes nothing, and goes on when somebody tries again',
    async (code) => {
      const ports = await publishPorts();
      await publish(ports, exampleCounty);
      const before = await livePointer(ports);
      const { draftId, jobId } = await approvedDraft(ports, otherSchool);
      let isBroken = true;
      const blobs: typeof ports.blobs = {
        ...ports.blobs,
        put: async (name, bytes) => {
          if (isBroken && name.startsWith('pages/')) throw new StoreError(code, 'no');
          return ports.blobs.put(name, bytes);
        },
      };
      const job = await driven({ ...ports, blobs }, jobId);
      expect(job).toMatchObject({ state: 'failed', step: 'store', error: { code } });
      expect(job.error?.message).toContain('Nothing was published.');
      expect(await livePointer(ports)).toEqual(before);
      expect((await drafts.read(ports.state, 'xx-example', draftId))?.value.state).toBe('approved');
      isBroken = false;
      await retryJob(ports, { officeId: 'xx-example', jobId });
      expect((await driven({ ...ports, blobs }, jobId)).state).toBe('done');
      expect(await told(ports, '1 Main St, Exampleton, 00011')).toBe('found New Example School');
    },
  );

  it('makes everything anew where a store has lost what the first steps had kept on the way', async () => {
    const ports = await publishPorts();
    await publish(ports, exampleCounty);
    const { jobId } = await approvedDraft(ports, otherSchool);
    let isLosing = true;
    const blobs: typeof ports.blobs = {
      ...ports.blobs,
      put: async (name, bytes) => {
        if (!isLosing || name.startsWith('memo/')) await ports.blobs.put(name, bytes);
      },
    };
    // Each look at the clock takes longer than a call has: the release is made in several.
    const now = () => {
      ports.clock.now = new Date(ports.clock.now.getTime() + 5_000);
      return ports.clock.now;
    };
    const slow = { ...ports, blobs, now };
    while ((await jobs.read(ports.state, jobId))?.value.left.begun === undefined)
      await advanceJob(slow, jobId);
    isLosing = false;
    const job = await driven({ ...ports, blobs, shelf: { parts: new Map(), merged: new Map() } }, jobId);
    expect(job).toMatchObject({ state: 'failed', error: { code: 'damaged' } });
    expect(job.error?.message).toContain('Nothing was published. Try again.');
    await retryJob(ports, { officeId: 'xx-example', jobId });
    expect((await driven(ports, jobId)).state).toBe('done');
    expect(await liveProblems(ports)).toEqual([]);
  });

  it('throws what a store that cannot be reached throws, and goes on at once when it is back', async () => {
    const ports = await publishPorts();
    const { jobId } = await approvedDraft(ports, exampleCounty);
    const put = async () => {
      throw new StoreError('timeout', 'slow');
    };
    await advanceJob(ports, jobId);
    await expect(advanceJob({ ...ports, blobs: { ...ports.blobs, put } }, jobId)).rejects.toThrow('slow');
    expect((await driven(ports, jobId)).state).toBe('done');
  });

  it('finds what a store has altered, before anybody is pointed to it', async () => {
    const ports = await publishPorts();
    const { jobId } = await approvedDraft(ports, exampleCounty);
    const get = async (name: string) => {
      const bytes = await ports.blobs.get(name);
      if (bytes !== null && name.startsWith('objects/')) bytes[0] = 32;
      return bytes;
    };
    for (let step = 0; step < 3; step += 1) await advanceJob(ports, jobId);
    const job = await driven({ ...ports, blobs: { ...ports.blobs, get } }, jobId);
    expect(job.state).toBe('failed');
    expect(['notVerified', 'damaged']).toContain(job.error?.code);
    expect(await livePointer(ports)).toBeNull();
  });
});

describe('cancelJob', () => {
  it('gives the draft back as submitted, until something is live', async () => {
    const ports = await publishPorts();
    const { draftId, jobId } = await approvedDraft(ports, exampleCounty);
    for (let step = 0; step < 4; step += 1) await advanceJob(ports, jobId);
    const cancelled = await cancelJob(ports, { officeId: 'xx-example', jobId, by: BEN });
    expect(cancelled).toMatchObject({ ok: true, value: { state: 'cancelled' } });
    const draft = (await drafts.read(ports.state, 'xx-example', draftId))?.value;
    expect(draft).toMatchObject({ state: 'submitted', approved: null, jobId: null });
    expect((await driven(ports, jobId)).state).toBe('cancelled');
    expect(await livePointer(ports)).toBeNull();
  });

  it('refuses once the pointer has moved', async () => {
    const ports = await publishPorts();
    const { jobId } = await approvedDraft(ports, exampleCounty);
    for (let step = 0; step < 5; step += 1) await advanceJob(ports, jobId);
    const cancelled = await cancelJob(ports, { officeId: 'xx-example', jobId, by: BEN });
    expect(cancelled).toMatchObject({ ok: false, error: { code: 'notCancellable' } });
  });
});
