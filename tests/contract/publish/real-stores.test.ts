// Publishing on real stores: two processes at once, a KV that hangs or dies in the middle, a disk that is full.

import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { kvBlobs } from '@/lib/adapters/blobs-kv';
import { releaseSource } from '@/lib/adapters/release-files';
import { kvState } from '@/lib/adapters/state-kv';
import { StoreError } from '@/lib/office/ports/store-error';
import { advanceJob } from '@/lib/office/publish/advance-job';
import { jobSteps, jobs } from '@/lib/office/publish/job';
import {
  approvedDraft,
  driven,
  liveOffices,
  liveProblems,
  publish,
  told,
} from '@/lib/office/publish/publish-ports.fixture';
import { retryJob } from '@/lib/office/publish/stop-job';
import { exampleCounty, sampleCounty } from '@/lib/release/offices.fixture';
import { verifyRelease } from '@/lib/release/verify';
import { driveInChild, removeFolder, victimFolder } from '@/scripts/drill/kills/killed-publish';
import { openVictim, type VictimStores } from '@/scripts/drill/kills/victim-stores';
import { KV_TOKEN, noRedis, startRedis, type TestRedis } from '../stores/redis';

const MAIN = '1 Main St, Exampleton, 00011';
const HILL = '1 Hill St, Sampleville, 00012';
const renamed = <Data extends typeof exampleCounty>(dataset: Data, to: string): Data => ({
  ...dataset,
  pollingLocations: dataset.pollingLocations.map((place) => ({ ...place, name: `${to} ${place.name}` })),
});

let folder: string;
beforeEach(() => {
  folder = victimFolder();
});
afterEach(() => removeFolder(folder));

/** Two offices, each driven by a process of its own, three times. */
async function twoAtOnce(stores: VictimStores): Promise<void> {
  for (const round of ['A', 'B', 'C']) {
    const before = await openVictim(stores);
    const drafts = [renamed(exampleCounty, round), renamed(sampleCounty, round)].map((dataset) =>
      approvedDraft(before.ports, dataset),
    );
    const approved = await Promise.all(drafts);
    await before.close();
    await Promise.all(approved.map((draft) => driveInChild({ stores, ...draft }, null)));
    const { ports, close } = await openVictim(stores);
    for (const { jobId } of approved) expect((await driven(ports, jobId)).state).toBe('done');
    expect(await liveOffices(ports)).toEqual(['xx-example', 'xx-sample']);
    expect(await told(ports, MAIN)).toBe(`found ${round} Example School`);
    expect(await told(ports, HILL)).toBe(`found ${round} Sample Hall`);
    expect(await liveProblems(ports)).toEqual([]);
    await close();
  }
}

describe('on lmdb and files', () => {
  it('lets two processes publish at once', () => twoAtOnce({ folder, kv: null }));

  it('leaves the old release in the folder where the disk is full, and says so', async () => {
    const { ports, close } = await openVictim({ folder, kv: null });
    await publish(ports, exampleCounty);
    const { jobId } = await approvedDraft(ports, renamed(exampleCounty, 'New'));
    const { open } = fs;
    fs.open = async (file, ...more) => {
      if (String(file).startsWith(join(folder, 'release'))) {
        throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      }
      return open(file, ...more);
    };
    syncBuiltinESMExports();
    const job = await driven(ports, jobId);
    fs.open = open;
    syncBuiltinESMExports();
    expect(job).toMatchObject({ state: 'failed', step: 'show', error: { code: 'full' } });
    const trust = { publicKeys: ports.publicKeys, revokedKeyIds: [], highestSequences: {} };
    const source = releaseSource(join(folder, 'release'));
    expect((await verifyRelease(source, trust, ports.now())).problems).toEqual([]);
    await retryJob(ports, { officeId: 'xx-example', jobId });
    expect((await driven(ports, jobId)).state).toBe('done');
    expect((await verifyRelease(source, trust, ports.now())).problems).toEqual([]);
    await close();
  });
});

describe.skipIf(noRedis)('on KV', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis?.stop());

  it('lets two processes publish at once', () =>
    twoAtOnce({ folder, kv: { url: redis.url, token: KV_TOKEN } }));

  it.each(jobSteps)(
    'publishes nothing by halves where KV hangs before %s, and goes on when it is back',
    async (step) => {
      const { ports } = await openVictim({ folder, kv: { url: redis.url, token: KV_TOKEN } });
      await publish(ports, renamed(exampleCounty, 'Old'));
      const { jobId } = await approvedDraft(ports, renamed(exampleCounty, step));
      while ((await jobs.read(ports.state, jobId))?.value.step !== step) await advanceJob(ports, jobId);
      redis.process().kill('SIGSTOP');
      const kv = redis.kv(200);
      await expect(advanceJob({ ...ports, state: kvState(kv), blobs: kvBlobs(kv) }, jobId)).rejects.toThrow(
        StoreError,
      );
      redis.process().kill('SIGCONT');
      expect(await told(ports, MAIN)).toBe(`found ${step === 'show' ? step : 'Old'} Example School`);
      expect((await driven(ports, jobId)).state).toBe('done');
      expect(await told(ports, MAIN)).toBe(`found ${step} Example School`);
      expect(await liveProblems(ports)).toEqual([]);
    },
  );

  it('goes on where Redis was killed and started again in the middle', async () => {
    const { ports } = await openVictim({ folder, kv: { url: redis.url, token: KV_TOKEN } });
    const { jobId } = await approvedDraft(ports, renamed(exampleCounty, 'Restarted'));
    for (let step = 0; step < 3; step += 1) await advanceJob(ports, jobId);
    await redis.restart();
    // What was under way when Redis died is refused; whoever drives the job calls again.
    const job = await driven(ports, jobId).catch(() => driven(ports, jobId));
    expect(job.state).toBe('done');
    expect(await told(ports, MAIN)).toBe('found Restarted Example School');
    expect(await liveProblems(ports)).toEqual([]);
  });
});
