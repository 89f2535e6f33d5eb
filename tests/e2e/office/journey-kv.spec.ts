// The whole way of a new office on a KV store: a real Redis behind the bridge.

import { setTimeout as sleep } from 'node:timers/promises';
import { KV_TOKEN, noRedis, startRedis, type TestRedis } from '../../contract/stores/redis';
import { hasSharedData } from '../../shared-data';
import { newOffice } from './journey';
import { test as base, expect } from './office-test';

const test = base.extend<object, { readonly redis: TestRedis }>({
  redis: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
    async ({}, use) => {
      const redis = await startRedis();
      await use(redis);
      await redis.stop();
    },
    { scope: 'worker' },
  ],
  officeEnv: [
    async ({ redis }, use) =>
      // No folder: readers are served from the store.
      use({ KV_REST_API_URL: redis.url, KV_REST_API_TOKEN: KV_TOKEN, LEVEE_RELEASE: '' }),
    { scope: 'worker' },
  ],
});

test('a new office publishes, changes late, publishes anew and goes back, on Redis', async ({
  browser,
  office,
}) => {
  test.skip(!hasSharedData || noRedis !== null, noRedis ?? 'no real feeds here');
  test.setTimeout(240_000);
  // A site is never still: what a server remembers of the list is always of a moment ago.
  const done = new AbortController();
  const readers = readWithoutPause(`${office.url}/v1/current.json`, done.signal);
  await newOffice(browser, office);
  done.abort();
  expect(await readers).toBeGreaterThan(0);
});

/** How many answers there were. */
async function readWithoutPause(url: string, done: AbortSignal): Promise<number> {
  let answers = 0;
  while (!done.aborted) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) answers += 1;
    await sleep(50);
  }
  return answers;
}
