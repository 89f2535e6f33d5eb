// A hundred publishes killed on each store, all over every step: a hundred times a whole release, nothing lost, and a job
// that comes to its end.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobSteps } from '@/lib/office/publish/job';
import { type Kill, killOnKv, killOnLmdb } from '@/scripts/drill/kills/kill-rounds';
import { noRedis, startRedis, type TestRedis } from '../contract/stores/redis';

const KILLS = 100;

function check(kills: readonly Kill[], steps: readonly string[]): void {
  expect(kills).toHaveLength(KILLS);
  expect([...new Set(kills.map(({ step }) => step))].sort()).toEqual([...steps].sort());
  expect(kills.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
}

describe('publishes killed on lmdb', () => {
  it(`leave a whole release, ${KILLS} times`, async () => {
    check(await killOnLmdb({ count: KILLS }), jobSteps);
  });
});

describe.skipIf(noRedis)('publishes killed on KV', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis?.stop());

  it(`leave a whole release, ${KILLS} times`, async () => {
    check(await killOnKv(redis, { count: KILLS }), jobSteps);
  });
});
