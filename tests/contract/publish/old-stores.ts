// Owns stores that are full of old releases, on disk and on Redis, and sweeps of them that are killed in the middle. Used by the
// sample in `npm test` and by `npm run test:long`.

import { spawn } from 'node:child_process';
import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { releaseSource } from '@/lib/adapters/release-files';
import { loadDataset } from '@/lib/office/drafts/datasets';
import { choices } from '@/lib/office/publish/choice';
import { heartbeat } from '@/lib/office/publish/heartbeat';
import type { PublishPorts } from '@/lib/office/publish/publish-ports';
import { publish } from '@/lib/office/publish/publish-ports.fixture';
import { trySweep } from '@/lib/office/sweep/sweep';
import { releaseProblems, swept } from '@/lib/office/sweep/sweep.fixture';
import { sweepPolicy } from '@/lib/office/sweep/sweep-run';
import { exampleCounty, sampleCounty } from '@/lib/release/offices.fixture';
import { verifyRelease } from '@/lib/release/verify';
import { removeFolder, victimFolder } from '@/scripts/drill/kills/killed-publish';
import { openVictim, type VictimStores } from '@/scripts/drill/kills/victim-stores';
import { bundled } from '@/scripts/test/bundle';
import { KV_TOKEN, type TestRedis } from '../stores/redis';
import type { SweepDeath } from './sweep-and-die';

const CHILD = fileURLToPath(new URL('./sweep-and-die.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const LATER_MS = 60_000;
/** Fewer than the shortest sweep has; how many one really has is found out by the first that lives. */
const FIRST_OPERATIONS = 20;
/** What is live stays, and what may be gone back to. */
export const policy = { ...sweepPolicy, releases: 1, days: 0 };

/** The example county with other names of places. */
export const named = (name: string) => ({
  ...exampleCounty,
  pollingLocations: exampleCounty.pollingLocations.map((place) => ({
    ...place,
    name: `${name} ${place.name}`,
  })),
});

/** Stores of one kind: `open` gives new ones with four releases in them, all of it old. */
export interface OldStores {
  readonly open: () => Promise<VictimStores>;
  readonly end: () => void;
}

/** lmdb, files and a release folder. */
export async function onDisk(): Promise<OldStores> {
  const base = victimFolder();
  await fill({ folder: base, kv: null });
  return {
    open: async () => {
      const folder = victimFolder(base);
      for (const name of ['blobs', 'release/v1/objects']) makeOld(join(folder, name));
      return { folder, kv: null };
    },
    end: () => removeFolder(base),
  };
}

function makeOld(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), 1e9, 1e9);
  }
}

/** A Redis that nobody else uses. */
export function onRedis(redis: TestRedis): OldStores {
  const ages = 'levee:blobs-used';
  return {
    open: async () => {
      await redis.command('FLUSHALL');
      const stores = { folder: victimFolder(), kv: { url: redis.url, token: KV_TOKEN } };
      await fill(stores);
      await redis.command('ZUNIONSTORE', ages, '1', ages, 'WEIGHTS', '0');
      return stores;
    },
    end: () => undefined,
  };
}

async function fill(stores: VictimStores): Promise<void> {
  const { ports, close } = await openVictim(stores);
  for (const list of [sampleCounty, named('A'), named('B'), named('C')]) await publish(ports, list);
  await close();
}

async function folderProblems(ports: PublishPorts, { folder, kv }: VictimStores): Promise<readonly string[]> {
  if (kv !== null) return [];
  const trust = { publicKeys: ports.publicKeys, revokedKeyIds: [], highestSequences: {} };
  const report = await verifyRelease(releaseSource(join(folder, 'release')), trust, ports.now());
  return report.problems.map(({ file, message }) => `${file}: ${message}`);
}

/** What is wrong with the release, in stores and folder, and with the lists that may be gone back to. */
export async function problems(ports: PublishPorts, stores: VictimStores): Promise<readonly string[]> {
  await heartbeat(ports);
  for (const { value } of await choices.list(ports.state)) {
    for (const { dataset } of value.previous) await loadDataset(ports, dataset);
  }
  return [...(await releaseProblems(ports, policy.releases)), ...(await folderProblems(ports, stores))];
}

/** Sweeps in a process of its own, which dies at `at`; gives the number of its operations until then. */
async function sweepInChild(stores: VictimStores, at: number | null): Promise<number> {
  const death: SweepDeath = { ...stores, policy, at };
  const child = spawn(process.execPath, [await bundled(CHILD), JSON.stringify(death)], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += String(chunk);
  });
  const signal = await new Promise((resolve) => child.once('close', (_code, by) => resolve(by)));
  if ((signal === 'SIGKILL') !== (at !== null)) throw new Error(`at ${at}: it ended by ${signal}`);
  return printed.split('\n').length - 1;
}

/** Kills `count` sweeps at points all over them, each on stores of its own; gives what was wrong after each. */
export async function killSweeps({ open }: OldStores, count: number): Promise<readonly string[]> {
  const wrong: string[] = [];
  let operations = FIRST_OPERATIONS;
  for (let kill = 1; kill <= count; kill += 1) {
    const stores = await open();
    // One that lives, now and then.
    const at = kill % 10 === 0 ? null : Math.floor(((kill * 0.618034) % 1) * operations * 2);
    operations = Math.max(operations, await sweepInChild(stores, at));
    const { ports, close } = await openVictim(stores, LATER_MS);
    const after = [...(await problems(ports, stores))];
    if ((await swept(ports, policy)) === null) after.push('it cannot be taken up again');
    if (Object.keys((await trySweep(ports, policy)).gone).length > 0) after.push('something is left');
    after.push(...(await problems(ports, stores)));
    wrong.push(...after.map((each) => `killed at ${at}: ${each}`));
    await close();
    removeFolder(stores.folder);
  }
  return wrong;
}
