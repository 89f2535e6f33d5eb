// Owns the KV stores' way through the contract, on a real Redis behind the bridge, and what only they can suffer: lost
// answers, a Redis that hangs, one that dies.

import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from '@upstash/redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kvBlobs } from '@/lib/adapters/blobs-kv';
import { kvClient } from '@/lib/adapters/kv/kv-client';
import { kvState } from '@/lib/adapters/state-kv';
import { blobStoreContract } from './blob-store.contract';
import { KV_TOKEN, noRedis, portOf, startRedis, type TestRedis } from './redis';
import { stateStoreContract } from './state-store.contract';

describe.skipIf(noRedis)(`KV on a real Redis${noRedis === null ? '' : `: ${noRedis}`}`, () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis?.stop());

  describe('state', () => {
    stateStoreContract(() => ({ open: async () => kvState(redis.kv()), now: () => new Date(), pass: sleep }));

    it('counts a commit once whose answer was lost on the way', async () => {
      const lossy = await proxyThatLosesAnswers(redis.url, 1);
      const state = kvState(kvClient({ url: lossy.url, token: KV_TOKEN, timeoutMs: 5_000 }));
      const writes = [{ key: 'lost/a', value: '1' }];
      expect(await state.commit({ id: 'lost-1', checks: [{ key: 'lost/a', version: null }], writes })).toBe(
        'committed',
      );
      lossy.close();
      expect(lossy.asked()).toBe(2);
    });

    it('says `timeout` while Redis hangs, and goes on when it is back', async () => {
      const state = kvState(redis.kv(300));
      redis.process().kill('SIGSTOP');
      await expect(state.read(['hang/a'])).rejects.toMatchObject({ code: 'timeout' });
      redis.process().kill('SIGCONT');
      expect(await kvState(redis.kv()).read(['hang/a'])).toEqual([null]);
    });

    it('says `unavailable` while nobody is there, and has every answered commit after a kill', async () => {
      const state = kvState(redis.kv());
      await state.commit({ id: 'kill-1', checks: [], writes: [{ key: 'kill/a', value: '1' }] });
      await redis.restart();
      // The bridge finds its connection gone at the first call.
      await state.read(['kill/a']).catch(() => null);
      expect((await state.read(['kill/a']))[0]?.value).toBe('1');
      const nobody = kvState(kvClient({ url: 'http://127.0.0.1:9', token: KV_TOKEN, timeoutMs: 2_000 }));
      await expect(nobody.read(['kill/a'])).rejects.toMatchObject({ code: 'unavailable' });
    });

    it('never says what was to be written when it fails', async () => {
      const stranger = kvState(kvClient({ url: redis.url, token: 'wrong', timeoutMs: 2_000 }));
      const failed = stranger.commit({
        id: 'secret-1',
        checks: [],
        writes: [{ key: 's/a', value: 'geheim' }],
      });
      await expect(failed).rejects.toMatchObject({
        code: 'unavailable',
        message: expect.not.stringContaining('geheim'),
      });
    });
  });

  describe('blobs', () => {
    blobStoreContract(() => kvBlobs(redis.kv()));

    it('refuses what belongs on a disk, and says so', async () => {
      const put = kvBlobs(redis.kv()).put('big/a', new Uint8Array(20_000_001));
      await expect(put).rejects.toMatchObject({
        code: 'tooLarge',
        message: expect.stringContaining('LEVEE_STORE_DIR'),
      });
    });
  });

  describe('the bridge, asked by the Upstash client', () => {
    const client = () => new Redis({ url: redis.url, token: KV_TOKEN, automaticDeserialization: false });

    it('carries texts of any kind there and back', async () => {
      const text = 'á\u{1F5F3}\r\n"\\\0OK';
      await client().set('bridge:a', text);
      expect(await client().get('bridge:a')).toBe(text);
      expect(await client().mget('bridge:a', 'bridge:none')).toEqual([text, null]);
    });

    it('answers a pipeline and a transaction in order', async () => {
      expect(await client().pipeline().set('bridge:n', '1').incr('bridge:n').exec()).toEqual(['OK', 2]);
      expect(await client().multi().incr('bridge:n').incr('bridge:n').exec()).toEqual([3, 4]);
    });

    it('gives Redis’s own words for a command that fails', async () => {
      await client().set('bridge:t', 'text');
      await expect(client().incr('bridge:t')).rejects.toThrow('not an integer');
      await expect(client().eval('return redis.call("NONE")', [], [])).rejects.toThrow('ERR');
    });

    it('lets nobody in without the token', async () => {
      const stranger = new Redis({ url: redis.url, token: 'wrong', retry: false });
      await expect(stranger.get('bridge:a')).rejects.toThrow('Unauthorized');
    });

    it.each([
      ['{"a":1}', 400],
      ['[', 400],
      ['[]', 400],
    ])('refuses the body %s', async (body, status) => {
      const headers = { Authorization: `Bearer ${KV_TOKEN}` };
      expect((await fetch(redis.url, { method: 'POST', headers, body })).status).toBe(status);
    });
  });
});

/** Passes requests on, and cuts the line instead of giving the first `count` answers. */
async function proxyThatLosesAnswers(target: string, count: number) {
  let asked = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = { Authorization: request.headers.authorization ?? '', 'Upstash-Encoding': 'base64' };
    const answer = await fetch(target + request.url, {
      method: 'POST',
      headers,
      body: Buffer.concat(chunks),
    });
    const text = await answer.text();
    if (++asked <= count) response.destroy();
    else response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${portOf(server)}`, asked: () => asked, close: () => server.close() };
}
