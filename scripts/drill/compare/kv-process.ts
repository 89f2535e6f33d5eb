// Owns the KV store of the dynamic look-up: a Redis and the bridge before it, each a process of its own, and a release's
// files in it, one key a file. Knows no look-up.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../../commands/repository-root';
import { freePort } from '../../free-port';
import { connectRedis } from '../../kv-bridge/redis-connection';
import { answersAt, part } from '../part';

export interface KvPlace {
  /** Of the bridge: what `KV_REST_API_URL` is set to. */
  readonly url: string;
  readonly token: string;
  /** `redis://127.0.0.1:4711`. */
  readonly redis: string;
}

const TOKEN = 'of-the-drill';

/** An empty store in memory. Nothing but logs is written to `folder`. */
export async function startKv(folder: string): Promise<KvPlace & { readonly stop: () => Promise<void> }> {
  const [redisPort, bridgePort] = [await freePort(), await freePort()];
  const redis = `redis://127.0.0.1:${redisPort}`;
  const url = `http://127.0.0.1:${bridgePort}`;
  const store = part({
    name: 'the compared Redis',
    command: ['redis-server', '--port', `${redisPort}`, '--bind', '127.0.0.1', '--dir', folder, '--save', ''],
    log: join(folder, 'redis.log'),
    isReady: () => pings(redis),
  });
  const levee = join(repositoryRoot, 'scripts/levee.mjs');
  const bridge = part({
    name: 'the compared bridge',
    command: [process.execPath, levee, 'kv-bridge', '--redis', redis, '--port', `${bridgePort}`],
    env: { KV_REST_API_TOKEN: TOKEN },
    log: join(folder, 'bridge.log'),
    isReady: () => answersAt(url),
  });
  const stop = async () => {
    await bridge.stop();
    await store.stop();
  };
  try {
    await store.start();
    await bridge.start();
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, token: TOKEN, redis, stop };
}

/** Puts pointer and objects of the release below `folder` into the store, under their paths: `/v1/current.json`. */
export async function fillKv(redis: string, folder: string): Promise<void> {
  const names = await readdir(join(folder, 'v1/objects'));
  const objects = names.filter((name) => name.endsWith('.json')).map((name) => `/v1/objects/${name}`);
  const connection = await connectRedis(redis);
  for (const path of [...objects, '/v1/current.json']) {
    await connection.command(['SET', path, await readFile(join(folder, path), 'utf8')]);
  }
  connection.close();
}

async function pings(redis: string): Promise<boolean> {
  const connection = await connectRedis(redis).catch(() => null);
  const reply = await connection?.command(['PING']);
  connection?.close();
  return reply === 'PONG';
}
