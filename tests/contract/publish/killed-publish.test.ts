// A sample of the kills of `npm run test:long`: ten publishes killed in the middle, on both stores.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killOnKv, killOnLmdb } from '@/scripts/drill/kills/kill-rounds';
import { noRedis, startRedis, type TestRedis } from '../stores/redis';

const wrongOf = (kills: Awaited<ReturnType<typeof killOnLmdb>>) =>
  kills.filter(({ wrong }) => wrong.length > 0);

describe('a publish that is killed on lmdb', () => {
  it('leaves a whole release, and can be taken up again', async () => {
    expect(wrongOf(await killOnLmdb({ count: 5 }))).toEqual([]);
  });
});

describe.skipIf(noRedis)('a publish that is killed on KV', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis?.stop());

  it('leaves a whole release, and can be taken up again', async () => {
    // Further on, so that the two samples die at different points.
    expect(wrongOf(await killOnKv(redis, { count: 5, skipped: 8 }))).toEqual([]);
  });
});
