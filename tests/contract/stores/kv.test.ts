// Owns the KV stores' way through the contract, on a real Redis behind the bridge, and what only they can suffer: lost
// answers, a Redis that hangs, one that dies.

import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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
      expect((await state.read(['kill/a']))[0]?.value).toBe('1');
      const nobody = kvState(kvClient({ url: 'http://127.0.0.1:9', token: KV_TOKEN, timeoutMs: 2_000 }));
      await expect(nobody.read(['kill/a'])).rejects.toMatchObject({ code: 'unavailable' });
    });

    it('counts nothing twice and loses nothing when Redis is killed in mid-call', async () => {
      const state = kvState(redis.kv());
      const key = 'killed/counter';
      let isDone = false;
      const count = async (name: string) => {
        let mine = 0;
        for (; !isDone; mine++) {
          // As a use case that is called again would: the same commit until it is answered.
          const [entry] = await again(() => state.read([key]));
          const writes = [{ key, value: String(Number(entry?.value ?? 0) + 1) }];
          const commit = {
            id: `${name}-${mine}`,
            checks: [{ key, version: entry?.version ?? null }],
            writes,
          };
          if ((await again(() => state.commit(commit))) === 'conflict') refused++;
        }
        return mine;
      };
      let refused = 0;
      const writers = ['a', 'b', 'c'].map(count);
      for (let kills = 0; kills < 4; kills++) {
        await sleep(120);
        await redis.restart();
      }
      isDone = true;
      const asked = (await Promise.all(writers)).reduce((sum, mine) => sum + mine, 0);
      expect(Number((await state.read([key]))[0]?.value)).toBe(asked - refused);
    });

    it('says `full` where Redis has no room, has written nothing, and goes on when there is room', async () => {
      const state = kvState(redis.kv());
      const commit = {
        id: 'full-1',
        checks: [],
        writes: [
          { key: 'full/a', value: '1' },
          { key: 'full/old', value: null },
        ],
      };
      await state.commit({ id: 'full-0', checks: [], writes: [{ key: 'full/old', value: '1' }] });
      await redis.command('CONFIG', 'SET', 'maxmemory', '1');
      await expect(state.commit(commit)).rejects.toMatchObject({ name: 'StoreError', code: 'full' });
      await expect(kvBlobs(redis.kv()).put('full/a', new Uint8Array(9))).rejects.toMatchObject({
        code: 'full',
      });
      expect((await state.read(['full/old', 'full/a'])).map((entry) => entry?.value)).toEqual([
        '1',
        undefined,
      ]);
      await redis.command('CONFIG', 'SET', 'maxmemory', '0');
      expect(await state.commit(commit)).toBe('committed');
      expect((await state.list({ prefix: 'full/', limit: 9 })).map(({ key }) => key)).toEqual(['full/a']);
    });

    it('says `tooLarge` for a commit that no store takes in one request', async () => {
      const writes = Array.from({ length: 12 }, (_, index) => ({
        key: `large/${index}`,
        value: 'x'.repeat(1_000_000),
      }));
      const state = kvState(redis.kv());
      await expect(state.commit({ id: 'large-1', checks: [], writes })).rejects.toMatchObject({
        code: 'tooLarge',
      });
      expect(await state.list({ prefix: 'large/', limit: 1 })).toEqual([]);
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

    it('lists more names than fit into one answer', async () => {
      const members = Array.from({ length: 12_001 }, (_, index) => `many/${String(index).padStart(5, '0')}`);
      for (let at = 0; at < members.length; at += 1_000) {
        const some = members.slice(at, at + 1_000).flatMap((name) => ['0', name]);
        await redis.command('ZADD', 'levee:blobs', ...some);
      }
      expect(await kvBlobs(redis.kv()).list('many/')).toEqual(members);
      await redis.command('ZREMRANGEBYLEX', 'levee:blobs', '[many/', '[many/z');
    });

    it('makes room where Redis has none left', async () => {
      const blobs = kvBlobs(redis.kv());
      await blobs.put('room/a', new Uint8Array(9));
      await redis.command('CONFIG', 'SET', 'maxmemory', '1');
      const gone = blobs.removeUnused(['room/a', 'room/none'], new Date(Date.now() + 60_000));
      expect(await gone.finally(() => redis.command('CONFIG', 'SET', 'maxmemory', '0'))).toHaveLength(1);
      expect(await blobs.get('room/a')).toBe(null);
    });

    it('has what a killed process has left of a large blob swept, and nothing of one that goes on', async () => {
      const blobs = kvBlobs(redis.kv());
      const bytes = new Uint8Array(2_500_000).fill(7);
      const script = join(import.meta.dirname, 'put-and-die.ts');
      const args = ['--import', 'tsx', script, redis.url, 'killed/a', String(bytes.length)];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
      const isBegun = async () => (await redis.command('EXISTS', 'levee:piece:killed/a#1')) === 1;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      while (!(await isBegun())) await sleep(5);
      child.kill('SIGKILL');
      await ended;
      expect(await blobs.get('killed/a')).toBe(null);
      expect(await blobs.list('killed/')).toEqual([]);
      expect(await blobs.unfinished('killed/')).toEqual(['killed/a']);
      expect(await blobs.unfinished('other/')).toEqual([]);
      // Not as long as it may go on.
      expect(await blobs.removeUnused(['killed/a'], new Date(Date.now() - 60_000))).toEqual([]);
      const later = new Date(Date.now() + 60_000);
      const [would] = await blobs.unused(['killed/a'], later);
      expect(would?.bytes).toBeGreaterThan(1_000_000);
      expect(await blobs.removeUnused(['killed/a'], later)).toEqual([would]);
      expect(await redis.command('KEYS', 'levee:piece:killed/*')).toEqual([]);
      expect(await blobs.unfinished('killed/')).toEqual([]);
      // Whoever sends it again has it whole.
      await blobs.put('killed/a', bytes);
      expect(await blobs.get('killed/a')).toHaveLength(bytes.length);
      expect(await blobs.unfinished('killed/')).toEqual([]);
    });

    it('is whole though a sweep takes its first pieces while it is put', async () => {
      const bytes = Uint8Array.from({ length: 2_500_000 }, (_, index) => index % 251);
      const kv = redis.kv();
      const sweeper = kvBlobs(redis.kv());
      let calls = 0;
      // After the second piece somebody takes the put for a dead process's.
      const between = kvBlobs({
        run: async (call) => {
          const value = await kv.run(call);
          if (++calls === 3) await sweeper.removeUnused(['slow/a'], new Date(Date.now() + 60_000));
          return value;
        },
      });
      await between.put('slow/a', bytes);
      expect(calls).toBeGreaterThan(6);
      expect(Buffer.from((await sweeper.get('slow/a'))!).equals(Buffer.from(bytes))).toBe(true);
    });

    it('takes for used now what an earlier version has put, whose age it does not know', async () => {
      const blobs = kvBlobs(redis.kv());
      await blobs.put('early/a', new Uint8Array(9));
      await redis.command('ZREM', 'levee:blobs-used', 'early/a');
      const since = new Date(Date.now() + 60_000);
      expect(await blobs.removeUnused(['early/a'], since)).toEqual([]);
      expect(await blobs.removeUnused(['early/a'], since)).toEqual([{ name: 'early/a', bytes: 9 }]);
    });

    it('refuses what belongs on a disk, and says so', async () => {
      const put = kvBlobs(redis.kv()).put('big/a', new Uint8Array(20_000_001));
      await expect(put).rejects.toMatchObject({
        code: 'tooLarge',
        message: expect.stringContaining('LEVEE_STORE_DIR'),
      });
    });
  });
});

async function again<Value>(call: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      expect(error).toMatchObject({ name: 'StoreError' });
      await sleep(20);
    }
  }
}

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
