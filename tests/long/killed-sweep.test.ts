// Thirty sweeps killed on each store: nothing that has to stay is lost, and the next one comes to its end.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killSweeps, onDisk, onRedis } from '../contract/publish/old-stores';
import { noRedis, startRedis, type TestRedis } from '../contract/stores/redis';

const KILLS = 30;

describe('sweeps killed on lmdb and files', () => {
  it(`lose nothing, ${KILLS} times`, async () => {
    const stores = await onDisk();
    expect(await killSweeps(stores, KILLS)).toEqual([]);
    stores.end();
  });
});

describe.skipIf(noRedis)('sweeps killed on KV', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis?.stop());

  it(`lose nothing, ${KILLS} times`, async () => {
    expect(await killSweeps(onRedis(redis), KILLS)).toEqual([]);
  });
});
