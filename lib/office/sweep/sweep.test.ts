// Sweeping stores in memory: what stays, what goes, and that it can be cut into any number of steps.

import { describe, expect, it } from 'vitest';
import { exampleCounty, sampleCounty } from '@/lib/release/offices.fixture';
import { auditEntries } from '../audit/commit-audited';
import { storeDataset } from '../drafts/datasets';
import { drafts } from '../drafts/draft';
import { StoreError } from '../ports/store-error';
import { jobs } from '../publish/job';
import { livePointer } from '../publish/pointer';
import { approvedDraft, driven, liveProblems, publish, publishPorts } from '../publish/publish-ports.fixture';
import { sweepWhenDue, totalOf, trySweep } from './sweep';
import { releaseProblems, rollbackProblems, swept } from './sweep.fixture';
import { sweepPolicy } from './sweep-run';

const DAY_MS = 86_400_000;
const few = { ...sweepPolicy, releases: 2, days: 5 };

const named = (name: string) => ({
  ...exampleCounty,
  pollingLocations: exampleCounty.pollingLocations.map((place) => ({
    ...place,
    name: `${name} ${place.name}`,
  })),
});

type Ports = Awaited<ReturnType<typeof publishPorts>>;

function pass(ports: Ports, days: number): void {
  ports.clock.now = new Date(ports.now().getTime() + days * DAY_MS);
}

/** Five lists, ten days apart, and sixty days since the last. */
async function oldStore(): Promise<Ports> {
  const ports = await publishPorts();
  for (const name of ['A', 'B', 'C', 'D', 'E']) {
    await publish(ports, named(name));
    pass(ports, 10);
  }
  pass(ports, 50);
  return ports;
}

describe('advanceSweep', () => {
  it('takes old releases’ objects and pages away, and leaves what is kept whole', async () => {
    const ports = await oldStore();
    const before = (await ports.blobs.list('')).length;
    const run = await swept(ports, few);
    expect(run?.gone).toMatchObject({
      objects: { files: expect.any(Number) },
      pages: {},
      plans: { files: 3 },
    });
    expect((await ports.blobs.list('')).length).toBe(
      before - totalOf(run!).files + (run!.gone.jobs?.files ?? 0),
    );
    expect(await releaseProblems(ports, 2)).toEqual([]);
    expect(await rollbackProblems(ports)).toEqual([]);
  });

  it('keeps as many releases as the policy says, and those of its days, whichever are more', async () => {
    const ports = await oldStore();
    expect((await swept(ports))?.gone).not.toHaveProperty('plans');
    expect(await releaseProblems(ports, 5)).toEqual([]);
    // Live until the third was signed, 80 days ago.
    expect((await trySweep(ports, { ...sweepPolicy, releases: 1, days: 85 })).gone.plans).toEqual({
      files: 1,
      bytes: expect.any(Number),
    });
  });

  it('removes the same in any number of steps, and says so once in the audit', async () => {
    const whole = await oldStore();
    const gone = (await swept(whole, few))?.gone;
    const cut = await oldStore();
    expect((await trySweep(cut, few)).gone).toEqual(gone);
    expect((await swept(cut, few, () => false))?.gone).toEqual(gone);
    const entries = (await auditEntries.list(cut.state)).filter(
      ({ value }) => value.action === 'store.swept',
    );
    expect(entries.map(({ value }) => value.details)).toEqual([
      expect.objectContaining({ ...totalOf({ gone: gone! }), pages: gone?.pages?.files }),
    ]);
    expect((await cut.blobs.list('sweep/')).length).toBe(0);
  });

  it('finds nothing more when it is done again, and then writes nothing down', async () => {
    const ports = await oldStore();
    await swept(ports, few);
    const entries = (await auditEntries.list(ports.state)).length;
    expect((await swept(ports, few))?.gone).toEqual({});
    expect((await auditEntries.list(ports.state)).length).toBe(entries);
  });

  it('leaves alone what was used in the last two days, whoever names it', async () => {
    const ports = await publishPorts();
    const uploaded = await storeDataset(ports, sampleCounty);
    await ports.blobs.put('uploads/unknown/file.0', new Uint8Array(9));
    pass(ports, 1.9);
    expect((await swept(ports))?.gone).toEqual({});
    await storeDataset(ports, sampleCounty);
    pass(ports, 0.2);
    expect((await swept(ports))?.gone).toEqual({ uploads: { files: 1, bytes: 9 } });
    pass(ports, 2);
    expect(Object.keys((await swept(ports))?.gone ?? {})).toEqual(['datasets']);
    expect(await ports.blobs.get(`datasets/${uploaded}`)).toBeNull();
  });

  it('takes the files of drafts that were given up, and of no others', async () => {
    const ports = await publishPorts();
    const states = [
      'uploading',
      'checking',
      'checked',
      'submitted',
      'approved',
      'live',
      'withdrawn',
    ] as const;
    for (const state of states) {
      const { draftId } = await approvedDraft(ports, exampleCounty);
      const draft = (await drafts.read(ports.state, 'xx-example', draftId))!.value;
      const writes = [drafts.write({ ...draft, state }, ['xx-example', draftId])];
      await ports.state.commit({ id: ports.newId(), checks: [], writes });
      const job = (await jobs.read(ports.state, draft.jobId!))!.value;
      const ended = jobs.write({ ...job, state: 'cancelled' }, [job.id]);
      await ports.state.commit({ id: ports.newId(), checks: [], writes: [ended] });
      await ports.blobs.put(`uploads/${draftId}/${state}.0`, new Uint8Array(9));
    }
    pass(ports, 29);
    expect((await swept(ports))?.gone).toEqual({});
    pass(ports, 2);
    expect((await swept(ports))?.gone).toEqual({ uploads: { files: 2, bytes: 18 } });
    const left = (await ports.blobs.list('uploads/')).map((name) => name.split('/')[2]);
    expect(left.sort()).toEqual(['approved.0', 'checked.0', 'checking.0', 'live.0', 'submitted.0']);
    expect(await ports.blobs.list('datasets/')).toHaveLength(1);
  });

  it('waits for a publish that is under way, and keeps all that a failed one can be tried again with', async () => {
    const ports = await oldStore();
    const { jobId } = await approvedDraft(ports, named('A'));
    expect(await swept(ports, few)).toBeNull();
    const job = (await jobs.read(ports.state, jobId))!;
    await driven({ ...ports, keys: [] }, jobId);
    expect((await jobs.read(ports.state, jobId))?.value.state).toBe('failed');
    pass(ports, 60);
    expect(await swept(ports, few)).not.toBeNull();
    const again = { ...(await jobs.read(ports.state, jobId))!.value, state: 'running' as const, error: null };
    await ports.state.commit({ id: ports.newId(), checks: [], writes: [jobs.write(again, [job.value.id])] });
    expect((await driven(ports, jobId)).state).toBe('done');
    expect(await liveProblems(ports)).toEqual([]);
  });

  it('forgets jobs that ended long ago, but for those that a draft or a kept release leads to', async () => {
    const ports = await oldStore();
    const start = await approvedDraft(ports, named('X'));
    const job = (await jobs.read(ports.state, start.jobId))!.value;
    const loose = { ...job, id: 'loose', state: 'cancelled' as const };
    await ports.state.commit({ id: ports.newId(), checks: [], writes: [jobs.write(loose, ['loose'])] });
    await driven(ports, start.jobId);
    pass(ports, 10);
    expect((await swept(ports, few))?.gone.jobs?.files).toBe(1);
    expect((await jobs.list(ports.state)).length).toBe(6);
  });

  it('removes nothing where a plan cannot be read, or what is live is not there', async () => {
    const ports = await oldStore();
    const plan = (await livePointer(ports))!.value.plan;
    const names = await ports.blobs.list('');
    const broken = (bytes: Uint8Array | null) => ({
      ...ports,
      blobs: { ...ports.blobs, get: async (name: string) => (name === plan ? bytes : ports.blobs.get(name)) },
    });
    for (const bytes of [null, new TextEncoder().encode('{}')]) {
      await expect(swept(broken(bytes), few)).rejects.toMatchObject({ code: 'damaged' });
    }
    expect(await ports.blobs.list('')).toEqual(names);
  });

  it('makes room where there is none left to write down how far it is', async () => {
    const ports = await oldStore();
    await ports.blobs.put('uploads/nobody/a.0', new Uint8Array(9));
    pass(ports, 3);
    const isRoom = async () => (await ports.blobs.list('uploads/')).length === 0;
    const commit: typeof ports.state.commit = async (change) => {
      if (await isRoom()) return ports.state.commit(change);
      throw new StoreError('full', 'no room');
    };
    await sweepWhenDue({ ...ports, state: { ...ports.state, commit } }, () => true);
    expect(await isRoom()).toBe(true);
    const last = (await auditEntries.list(ports.state)).at(-1)?.value;
    expect(last).toMatchObject({ action: 'store.swept', details: { uploads: 1 } });
    expect(await releaseProblems(ports, 5)).toEqual([]);
  });

  it('begins once a day, and goes on where the time was up', async () => {
    const ports = await oldStore();
    const actions = async () =>
      (await auditEntries.list(ports.state)).filter(({ value }) => value.action === 'store.swept').length;
    await ports.blobs.put('uploads/nobody/a.0', new Uint8Array(9));
    pass(ports, 3);
    let calls = 0;
    await sweepWhenDue(ports, () => ++calls < 2);
    expect(await actions()).toBe(0);
    await sweepWhenDue(ports, () => true);
    expect(await actions()).toBe(1);
    await ports.blobs.put('uploads/nobody/a.0', new Uint8Array(9));
    pass(ports, 0.9);
    await sweepWhenDue(ports, () => true);
    expect(await ports.blobs.list('uploads/')).toHaveLength(1);
    pass(ports, 1.2);
    await sweepWhenDue(ports, () => true);
    expect(await actions()).toBe(2);
  });
});
