// Sweeping real stores: what is kept is whole afterwards, in the stores and in the release folder; a sweep that is killed loses
// nothing; neither does a publish in another process at the same moment; a backup made afterwards restores.

import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backupFolder } from '@/lib/adapters/backup-folder';
import { kvBlobs } from '@/lib/adapters/blobs-kv';
import { kvState } from '@/lib/adapters/state-kv';
import { backUp, restore } from '@/lib/office/backup/backup';
import { memoryPorts } from '@/lib/office/ports/memory-ports.fixture';
import { jobs } from '@/lib/office/publish/job';
import {
  approvedDraft,
  driven,
  liveProblems,
  publishPorts,
  told,
} from '@/lib/office/publish/publish-ports.fixture';
import { trySweep } from '@/lib/office/sweep/sweep';
import { look, releaseProblems, removeRest, rollbackProblems, swept } from '@/lib/office/sweep/sweep.fixture';
import { driveInChild, removeFolder } from '@/scripts/drill/kills/killed-publish';
import { openVictim } from '@/scripts/drill/kills/victim-stores';
import { noRedis, startRedis, type TestRedis } from '../stores/redis';
import { killSweeps, named, type OldStores, onDisk, onRedis, policy, problems } from './old-stores';

const MAIN = '1 Main St, Exampleton, 00011';

function sweeps(make: () => Promise<OldStores>, kills: number): void {
  let old: OldStores;
  beforeAll(async () => {
    old = await make();
  });
  afterAll(() => old?.end());

  it('keeps what has to stay whole, removes the rest, and a backup made afterwards restores', async () => {
    const stores = await old.open();
    const { ports, close } = await openVictim(stores);
    const wouldGo = (await trySweep(ports, policy)).gone;
    const gone = (await swept(ports, policy))?.gone;
    expect(gone).toEqual(wouldGo);
    expect(gone?.objects?.files).toBeGreaterThan(5);
    expect(gone?.objects?.bytes).toBeGreaterThan(1_000);
    expect(gone?.pages?.files).toBeGreaterThan(5);
    expect((await trySweep(ports, policy)).gone).toEqual({});
    const place = backupFolder(join(stores.folder, 'backup'));
    await backUp(ports, place);
    const { state, blobs } = memoryPorts();
    expect(await restore({ ...ports, state, blobs }, place)).toMatchObject({ ok: true });
    const restored = { ...ports, state, blobs, folder: null, shelf: { parts: new Map(), merged: new Map() } };
    expect(await releaseProblems(restored, policy.releases)).toEqual([]);
    expect(await rollbackProblems(restored)).toEqual([]);
    expect(await rollbackProblems(ports)).toEqual([]);
    expect(await problems(ports, stores)).toEqual([]);
    await close();
    removeFolder(stores.folder);
  });

  it('loses nothing where it is killed, and can be taken up again', { timeout: 120_000 }, async () => {
    expect(await killSweeps(old, kills)).toEqual([]);
  });

  it('takes nothing from a publish in another process at the same moment', { timeout: 120_000 }, async () => {
    const stores = await old.open();
    const { ports, close } = await openVictim(stores);
    const looked = await look(ports, policy);
    const draft = await approvedDraft(ports, named('A'));
    let isOver = false;
    const publishing = driveInChild({ stores, ...draft }, null).finally(() => {
      isOver = true;
    });
    // What it found of an old release is from then on not to be taken, whatever the sweep had looked at before.
    const hasStored = async () =>
      (await jobs.read(ports.state, draft.jobId))?.value.ended.store !== undefined;
    while (!(await hasStored())) await sleep(5);
    do await removeRest(ports, looked);
    while (!isOver);
    await publishing;
    expect((await driven(ports, draft.jobId)).state).toBe('done');
    expect(await told(ports, MAIN)).toBe('found A Example School');
    expect(await liveProblems(ports)).toEqual([]);
    expect(await problems(ports, stores)).toEqual([]);
    await close();
    removeFolder(stores.folder);
  });
}

describe('a sweep of lmdb, files and a release folder', () => {
  sweeps(onDisk, 2);
});

describe.skipIf(noRedis)(`a sweep of KV${noRedis === null ? '' : `: ${noRedis}`}`, () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis?.stop());
  sweeps(async () => onRedis(redis), 1);
});

describe.skipIf(noRedis)('a sweep of what is unfinished on KV', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis?.stop());

  it('finds what a killed process has left of a large blob, also under a name that a record keeps', async () => {
    const state = kvState(redis.kv());
    let puts = 0;
    const dying = kvBlobs({
      run: (call) => (++puts > 3 ? Promise.reject(new Error('killed')) : redis.kv().run(call)),
    });
    const name = 'uploads/of-a-draft/a.0';
    await expect(dying.put(name, new Uint8Array(3_000_000))).rejects.toThrow('killed');
    const pieces = () => redis.command('KEYS', `levee:piece:${name}*`);
    expect(await pieces()).toHaveLength(2);
    const ports = await publishPorts({
      state,
      blobs: kvBlobs(redis.kv()),
      now: () => new Date(),
      newId: () => crypto.randomUUID(),
    });
    await swept(ports, policy);
    expect(await pieces()).toHaveLength(2);
    await redis.command('ZADD', 'levee:blobs-begun', String(Date.now() - 3 * 86_400_000), name);
    expect((await trySweep(ports, policy)).gone.uploads?.files).toBe(1);
    expect((await swept(ports, policy))?.gone.uploads).toMatchObject({ files: 1 });
    expect(await pieces()).toEqual([]);
  });
});
