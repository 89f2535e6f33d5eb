// Owns the proof that the bridge speaks as Upstash does: asked by Upstash's own client, on a real Redis.

import { Redis } from '@upstash/redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kvBridge } from '@/scripts/kv-bridge/kv-bridge';
import { KV_TOKEN, noRedis, portOf, startRedis, type TestRedis } from './redis';

describe.skipIf(noRedis)(`the bridge, asked by the Upstash client${noRedis ?? ''}`, () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis?.stop());

  const client = (token = KV_TOKEN, url = redis.url) =>
    new Redis({ url, token, automaticDeserialization: false, retry: false, enableAutoPipelining: false });
  const post = (body: string, path = '/') =>
    fetch(redis.url + path, { method: 'POST', headers: { Authorization: `Bearer ${KV_TOKEN}` }, body });

  it('carries texts of any kind there and back', async () => {
    const text = 'á\u{1F5F3}\r\n"\\\0OK';
    await client().set('bridge:a', text);
    expect(await client().get('bridge:a')).toBe(text);
    expect(await client().mget('bridge:a', 'bridge:none')).toEqual([text, null]);
  });

  it('carries an OK that is a value, alone and among others', async () => {
    await client().set('bridge:ok', 'OK');
    expect(await client().get('bridge:ok')).toBe('OK');
    expect(await client().mget('bridge:ok', 'bridge:ok')).toEqual(['OK', 'OK']);
    expect(await client().eval('return {{"OK"}}', [], [])).toEqual([['OK']]);
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

  it('does nothing of a transaction that has a command Redis does not know', async () => {
    const answer = await post('[["SET","bridge:multi","1"],["NONE"]]', '/multi-exec');
    expect(answer.status).toBe(400);
    expect(await client().get('bridge:multi')).toBe(null);
  });

  it('lets nobody in without the token', async () => {
    await expect(client('wrong').get('bridge:a')).rejects.toThrow('Unauthorized');
  });

  it('takes a command as a path, as the runbook asks for it', async () => {
    const headers = { Authorization: `Bearer ${KV_TOKEN}` };
    expect(await (await fetch(`${redis.url}/ping`, { headers })).json()).toEqual({ result: 'PONG' });
    expect(await (await fetch(`${redis.url}/echo/a%20b`, { headers })).json()).toEqual({ result: 'a b' });
  });

  it.each([
    ['/', '{"a":1}', 400],
    ['/', '[', 400],
    ['/', '[]', 400],
    ['/', '[["GET","a"]]', 400],
    ['/', '["GET",null]', 400],
    ['/pipeline', '["GET","a"]', 400],
    ['/multi-exec', '[[]]', 400],
    ['/', '["MULTI"]', 400],
    ['/', '["CONFIG","SET","dir","/tmp"]', 400],
    ['/pipeline', '[["GET","a"],["replicaof","192.0.2.1","6379"]]', 400],
    ['/pipeline', '[["GET","a"],["subscribe","a"]]', 400],
    ['/none', '["GET","a"]', 404],
    ['/', `["SET","bridge:big","${'x'.repeat(10_485_760)}"]`, 413],
  ])('refuses %s %.40s with %i', async (path, body, status) => {
    expect((await post(body, path)).status).toBe(status);
  });

  it('finds its way back to a Redis that was started again', async () => {
    await client().set('bridge:r', '1');
    await redis.restart();
    expect(await Promise.all([1, 2, 3].map(() => client().get('bridge:r')))).toEqual(['1', '1', '1']);
  });

  it('gives Redis the password of its address, and says when it is wrong', async () => {
    await redis.command('ACL', 'SETUSER', 'office', 'on', '>pass@word', '~*', '+@all');
    const through = async (password: string) => {
      const address = redis.address.replace('//', `//office:${password}@`);
      const server = kvBridge({ redis: `${address}/3`, token: KV_TOKEN });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const other = client(KV_TOKEN, `http://127.0.0.1:${portOf(server)}`);
      return other.set('bridge:third', '1').finally(() => server.close());
    };
    expect(await through('pass%40word')).toBe('OK');
    expect(await client().get('bridge:third')).toBe(null);
    await expect(through('wrong')).rejects.toThrow('WRONGPASS');
  });
});
