// Owns an office host of one row's own, which keeps state and release in files below a folder that the row may break: one county,
// its desk open, its list live. Knows no fault.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../free-port';
import { nextCommand } from '../start/server';
import { Desk, type Feed } from './desk';
import { feedOf, inviter } from './desk-of';
import { part } from './part';
import { seedState } from './seed';
import type { GoldenAddress } from './verdict';
import type { World } from './world';

/** A host while it runs. `world` is the drill's with this host's environment and state, for whoever needs one. */
export interface SmallOffice {
  readonly world: World;
  readonly url: string;
  readonly desk: Desk;
  readonly feed: Feed;
  readonly golden: readonly GoldenAddress[];
  readonly stop: () => Promise<void>;
}

const PRECINCTS = 40;
const READY_MS = 120_000;

/** Starts it on stores below `folder`, and waits until its list is live. */
export async function startSmallOffice(drill: World, folder: string): Promise<SmallOffice> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const [storeDirectory, release] = [join(folder, 'store'), join(folder, 'release')];
  mkdirSync(release, { recursive: true });
  const { KV_REST_API_URL: _, KV_REST_API_TOKEN: __, ...others } = drill.env;
  const env = {
    ...others,
    LEVEE_STORE_DIR: storeDirectory,
    LEVEE_RELEASE: release,
    LEVEE_OFFICE_ORIGIN: url,
    PORT: String(port),
    LEVEE_EDGES: '',
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  };
  const settings = { precincts: PRECINCTS, seed: drill.seed + 1 };
  const seeded = await seedState(join(drill.folder, 'small-feed'), settings, { kv: null, storeDirectory });
  const world: World = { ...drill, ...seeded, env, officeUrl: url };
  const host = part({
    name: 'small office host',
    command: [process.execPath, ...nextCommand('start', port)],
    env,
    log: join(drill.folder, 'small-office.log'),
    isReady: async () => (await fetch(`${url}/office/test-computer/`)).ok,
    readyWithinMs: READY_MS,
  });
  await host.start();
  try {
    await driven(url, drill.env.CRON_SECRET ?? '');
    const [county] = seeded.counties;
    if (county === undefined) throw new Error('no county');
    const desk = await Desk.open(url, county.officeId, inviter(world, county.officeId));
    const { golden } = seeded;
    return { world, url, desk, feed: feedOf(world, county), golden, stop: () => host.kill() };
  } catch (error) {
    await host.kill();
    throw error;
  }
}

/** Has a scheduler's call drive what is open until something is live. */
async function driven(url: string, secret: string): Promise<void> {
  const endsAtMs = performance.now() + READY_MS;
  while (performance.now() < endsAtMs) {
    await fetch(`${url}/office/api/heartbeat/`, { headers: { Authorization: `Bearer ${secret}` } });
    const pointer = await fetch(`${url}/v1/current.json`);
    await pointer.arrayBuffer();
    if (pointer.ok) return;
    await sleep(200);
  }
  throw new Error('the small office host publishes nothing');
}
