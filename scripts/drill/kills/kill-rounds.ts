// Owns killing a publish again and again, each time on fresh stores, at points all over it. Gives what was wrong after each.

import { connectRedis } from '../../kv-bridge/redis-connection';
import {
  afterKill,
  driveInChild,
  type Prepared,
  prepare,
  removeFolder,
  spreadPoints,
  victimFolder,
} from './killed-publish';

/** One kill: where, in which step, and what was wrong afterwards. */
export interface Kill {
  readonly at: number;
  readonly step: string;
  readonly wrong: readonly string[];
}

/** A Redis that nobody else uses, behind a KV bridge. */
export interface KillRedis {
  /** `redis://127.0.0.1:6379`. */
  readonly address: string;
  /** Of the bridge, and what it asks for. */
  readonly url: string;
  readonly token: string;
}

/** `count` points of the row of all, the first `skipped` left out. */
interface Rounds {
  readonly count: number;
  readonly skipped?: number;
}

/** Kills on lmdb, files and a release folder. */
export async function killOnLmdb({ count, skipped = 0 }: Rounds): Promise<readonly Kill[]> {
  const base = victimFolder();
  const prepared = await prepare({ folder: base, kv: null });
  const on = (folder: string): Prepared => ({ ...prepared, stores: { folder, kv: null } });
  const rehearsal = victimFolder(base);
  const operations = await driveInChild(on(rehearsal), null);
  removeFolder(rehearsal);
  const kills: Kill[] = [];
  for (const at of spreadPoints(operations, count + skipped).slice(skipped)) {
    const folder = victimFolder(base);
    await driveInChild(on(folder), at);
    kills.push(killed(operations, at, await afterKill(on(folder))));
    removeFolder(folder);
  }
  removeFolder(base);
  return kills;
}

/** Kills on KV. All that the Redis holds is thrown away. */
export async function killOnKv(redis: KillRedis, { count, skipped = 0 }: Rounds): Promise<readonly Kill[]> {
  const folder = victimFolder();
  const stores = { folder, kv: { url: redis.url, token: redis.token } };
  const operations = await driveInChild(await prepare(stores), null);
  const kills: Kill[] = [];
  for (const at of spreadPoints(operations, count + skipped).slice(skipped)) {
    await flush(redis.address);
    const prepared = await prepare(stores);
    await driveInChild(prepared, at);
    kills.push(killed(operations, at, await afterKill(prepared)));
  }
  removeFolder(folder);
  return kills;
}

function killed(operations: readonly string[], at: number, wrong: readonly string[]): Kill {
  return { at, step: operations[Math.floor(at / 2)] ?? '', wrong };
}

async function flush(address: string): Promise<void> {
  const connection = await connectRedis(address);
  await connection.command(['FLUSHALL']);
  connection.close();
}
