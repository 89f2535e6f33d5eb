// Owns stores that are full of old releases, on disk and on Redis, and sweeps of them that are killed in the middle. Used by the
// sample in `npm test` and by `npm run test:long`.

import { spawn } from 'node:child_process';
import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { releaseSource } from '@/lib/adapters/release-files';
import { heartbeat } from '@/lib/office/publish/heartbeat';
import type { PublishPorts } from '@/lib/office/publish/publish-ports';
import { publish } from '@/lib/office/publish/publish-ports.fixture';
import { trySweep } from '@/lib/office/sweep/sweep';
import { releaseProblems, rollbackProblems, swept } from '@/lib/office/sweep/sweep.fixture';
import { sweepPolicy } from '@/lib/office/sweep/sweep-run';
import { exampleCounty, sampleCounty } from '@/lib/release/offices.fixture';
import { verifyRelease } from '@/lib/release/verify';
import { KV_TOKEN, type TestRedis } from '../stores/redis';
import { removeFolder, victimFolder } from './killed-publish';
import type { SweepDeath } from './sweep-and-die';
import { openVictim, type VictimStores } from './victim-stores';

const CHILD = fileURLToPath(new URL('./sweep-and-die.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const LATER_MS = 60_000;
/** About as many as the shortest sweep has; a longer one is found out. */
const FIRST_OPERATIONS = 60;
/** Two releases stay, however young the others are. */
export const policy = { ...sweepPolicy, releases: 2, days: 0 };

/** The example county with other names of places. */
export const named = (name: string) => ({
  ...exampleCounty,
  pollingLocations: exampleCounty.pollingLocations.map((place) => ({
    ...place,
    name: `${name} ${place.name}`,
  })),
});

/** Stores of one kind, and a way to make all that is in them old. */
export interface OldStores {
  readonly stores: VictimStores;
  readonly age: () => Promise<void>;
}

/** lmdb, files and a release folder. */
export function onDisk(): OldStores {
  const folder = victimFolder();
  const old = (name: string) => {
    for (const entry of readdirSync(join(folder, name), { withFileTypes: true, recursive: true })) {
      if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), 1e9, 1e9);
    }
  };
  return {
    stores: { folder, kv: null },
    age: async () => {
      old('blobs');
      old('release/v1/objects');
    },
  };
}

/** A Redis that nobody else uses. */
export async function onRedis(redis: TestRedis): Promise<OldStores> {
  await redis.command('FLUSHALL');
  const ages = 'levee:blobs-used';
  return {
    stores: { folder: victimFolder(), kv: { url: redis.url, token: KV_TOKEN } },
    age: async () => {
      await redis.command('ZUNIONSTORE', ages, '1', ages, 'WEIGHTS', '0');
    },
  };
}

/** Six lists, all of them old. */
export async function filled({ stores, age }: OldStores): Promise<void> {
  const { ports, close } = await openVictim(stores);
  await publish(ports, sampleCounty);
  for (const name of ['A', 'B', 'C', 'D', 'E']) await publish(ports, named(name));
  await close();
  await age();
}

async function folderProblems(ports: PublishPorts, { folder, kv }: VictimStores): Promise<readonly string[]> {
  if (kv !== null) return [];
  const trust = { publicKeys: ports.publicKeys, revokedKeyIds: [], highestSequences: {} };
  const report = await verifyRelease(releaseSource(join(folder, 'release')), trust, ports.now());
  return report.problems.map(({ file, message }) => `${file}: ${message}`);
}

/** What is wrong, after everything that may be gone back to has been, too. */
export async function problems(ports: PublishPorts, stores: VictimStores): Promise<readonly string[]> {
  await heartbeat(ports);
  return [
    ...(await releaseProblems(ports, policy.releases)),
    ...(await folderProblems(ports, stores)),
    ...(await rollbackProblems(ports)),
    ...(await folderProblems(ports, stores)),
  ];
}

/** Sweeps in a process of its own, which dies at `at`; gives the number of its operations until then. */
async function sweepInChild(stores: VictimStores, at: number | null): Promise<number> {
  const death: SweepDeath = { ...stores, policy, at };
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, JSON.stringify(death)], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TSX_TSCONFIG_PATH: join(ROOT, 'tsconfig.json') },
  });
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += String(chunk);
  });
  const signal = await new Promise((resolve) => child.once('close', (_code, by) => resolve(by)));
  if ((signal === 'SIGKILL') !== (at !== null)) throw new Error(`at ${at}: it ended by ${signal}`);
  return printed.split('\n').length - 1;
}

/** Kills `count` sweeps at points all over them, each on stores of its own; gives what was wrong after each. The last one lives. */
export async function killSweeps(open: () => Promise<OldStores>, count: number): Promise<readonly string[]> {
  const wrong: string[] = [];
  let operations = FIRST_OPERATIONS;
  for (let kill = count; kill >= 0; kill -= 1) {
    const old = await open();
    await filled(old);
    const at = kill === 0 ? null : Math.floor(((kill * 0.618034) % 1) * operations * 2);
    const done = await sweepInChild(old.stores, at);
    operations = Math.max(operations, done);
    const { ports, close } = await openVictim(old.stores, LATER_MS);
    const after = await releaseProblems(ports, policy.releases);
    if ((await swept(ports, policy)) === null) after.push('it cannot be taken up again');
    if (Object.keys((await trySweep(ports, policy)).gone).length > 0) after.push('something is left');
    after.push(
      ...(kill % 3 === 0 ? await problems(ports, old.stores) : await folderProblems(ports, old.stores)),
    );
    wrong.push(...after.map((each) => `killed at ${at}: ${each}`));
    await close();
    removeFolder(old.stores.folder);
  }
  return wrong;
}
