// Owns a real Redis and the bridge before it, each on a free port, for one test file. Knows no store.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Kv, kvClient } from '@/lib/adapters/kv/kv-client';
import { freePort } from '@/scripts/free-port';
import { kvBridge } from '@/scripts/kv-bridge/kv-bridge';
import { connectRedis } from '@/scripts/kv-bridge/redis-connection';

/** Why these tests are skipped; null: Redis is here. */
export const noRedis: string | null =
  spawnSync('redis-server', ['--version']).status === 0 ? null : 'redis-server is not installed';

export const KV_TOKEN = 'test-token';

export interface TestRedis {
  readonly address: string;
  /** Of the bridge. */
  readonly url: string;
  /** That the bridge asks for. */
  readonly token: string;
  readonly kv: (timeoutMs?: number) => Kv;
  /** Straight to Redis: what an operator does. */
  readonly command: (...parts: readonly string[]) => Promise<unknown>;
  /** The Redis process itself, to be stopped, continued or killed. */
  readonly process: () => ChildProcess;
  /** Kills it and starts it again on the same port, with what it had written. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Start both. What Redis answers, it has on disk before: with `everysec` it puts a write off while the disk is slow, and a
 *  killed process loses what it had answered. */
export async function startRedis(): Promise<TestRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'levee-redis-'));
  const port = await freePort();
  const address = `redis://127.0.0.1:${port}`;
  let redis = await spawnRedis(folder, port, address);
  const bridge = kvBridge({ redis: address, token: KV_TOKEN });
  await new Promise<void>((resolve) => bridge.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${portOf(bridge)}`;
  return {
    address,
    url,
    token: KV_TOKEN,
    kv: (timeoutMs = 5_000) => kvClient({ url, token: KV_TOKEN, timeoutMs }),
    command: async (...parts) => {
      const connection = await connectRedis(address);
      return connection.command(parts).finally(() => connection.close());
    },
    process: () => redis,
    restart: async () => {
      await ended(redis, 'SIGKILL');
      redis = await spawnRedis(folder, port, address);
    },
    stop: async () => {
      bridge.closeAllConnections();
      bridge.close();
      await ended(redis, 'SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function spawnRedis(folder: string, port: number, address: string): Promise<ChildProcess> {
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  const redis = spawn('redis-server', [...options, '--appendonly', 'yes', '--appendfsync', 'always'], {
    stdio: 'ignore',
  });
  for (let tries = 0; tries < 200; tries++) {
    const connection = await connectRedis(address).catch(() => null);
    const reply = await connection?.command(['PING']);
    connection?.close();
    if (reply === 'PONG') return redis;
    await sleep(25);
  }
  throw new Error('redis-server did not start');
}

async function ended(process: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const exit = new Promise((resolve) => process.once('exit', resolve));
  process.kill(signal);
  await exit;
}

export function portOf(server: Pick<Server, 'address'>): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address.port;
}
