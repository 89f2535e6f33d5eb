// Owns the start of the drill's world, each part a process of its own on a free port of this machine, publishing a made-up
// state. Knows no fault.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { trustedPublicKeys } from '@/lib/adapters/signing-key';
import { SITE_FILE, type Site } from '@/lib/release/site-manifest';
import { freePort } from '../free-port';
import { connectRedis } from '../kv-bridge/redis-connection';
import { buildSite, REHEARSAL_MIRRORS, REHEARSAL_TILES } from './build-site';
import { type FaultProxy, startFaultProxy } from './fault-proxy';
import { nginxPart } from './nginx-part';
import { answersAt, type Part, part } from './part';
import { NICENESS } from './processors';
import { seedState } from './seed';
import type { Edge, World, WorldSettings } from './world';

const TOKEN = 'drill-token';
const SITE_OFFICE = { name: 'State election office', phone: '555-0199' };
/** Ten is what an edge does; two shows the same sooner. */
const WATCH_SECONDS = 2;
const PUBLISHED_WITHIN_MS = 600_000;

/** Start everything, and wait until the state can be read at both edges and the mirror. */
export async function openWorld(settings: WorldSettings): Promise<World> {
  const { repository, say } = settings;
  const publicKeys = await keysHere(repository);
  const office = await officeSide(settings, publicKeys);
  say('Redis, and the KV bridge before it');
  await office.redis.start();
  await office.bridge.start();
  const stores = { kv: office.kv, storeDirectory: office.env.LEVEE_STORE_DIR };
  const seeded = await seedState(join(settings.folder, 'feed'), settings, stores);
  const origin = await startFaultProxy(office.officeUrl.replace('localhost', '127.0.0.1'), {
    hostName: '127.0.0.1',
  });
  const edges = await voterSide(settings, office.env, origin);
  // What somebody else has signed while it was away, the office host sees there.
  office.env.LEVEE_EDGES = `${edges.edgeDisk.url} ${edges.mirror.url}`;
  say(`the office host publishes ${seeded.segments} segments of ${seeded.counties.length} offices`);
  await office.office.start();
  say('the edges and the mirror pull them');
  const { edgeDisk, edgeCache, mirror, edgePull, mirrorPull } = edges;
  for (const each of [edgePull, edgeDisk, mirrorPull, mirror, edgeCache]) await each.start();
  const parts = [
    mirrorPull,
    edgePull,
    mirror,
    edgeCache,
    edgeDisk,
    office.office,
    office.bridge,
    office.redis,
  ];
  return {
    ...settings,
    ...seeded,
    ...office,
    ...edges,
    origin,
    voters: (edge, { secondAddress = false } = {}) => ({
      hosts: secondAddress ? [edge.url, mirror.url] : [edge.url],
      mirrors: edge === mirror ? [] : [mirror.url],
      publicKeys,
      // The cache stands before the other build of the same pages.
      page: {
        path: '/en/',
        sha256: edge === edgeCache ? null : hashOf(join(edgeDisk.root, 'en/index.html')),
      },
      siteOffices: [{ id: 'site', ...SITE_OFFICE }],
    }),
    close: async () => {
      for (const each of parts) await each.stop();
      await origin.stop();
    },
  };
}

/** What voters never reach. */
async function officeSide({ repository, folder }: WorldSettings, publicKeys: readonly string[]) {
  const [redisPort, bridgePort, officePort] = [await freePort(), await freePort(), await freePort()];
  const officeUrl = `http://localhost:${officePort}`;
  const kv = { url: `http://127.0.0.1:${bridgePort}`, token: TOKEN, timeoutMs: 10_000 };
  const env = {
    KV_REST_API_URL: kv.url,
    KV_REST_API_TOKEN: TOKEN,
    LEVEE_STORE_DIR: join(folder, 'store'),
    LEVEE_OFFICE_ORIGIN: officeUrl,
    LEVEE_PUBLIC_KEYS: publicKeys.join(' '),
    LEVEE_EDGES: '',
    CRON_SECRET: 'drill-cron-secret-0123456789',
  };
  const bridging = ['kv-bridge', '--redis', `redis://127.0.0.1:${redisPort}`, '--port', String(bridgePort)];
  const serving = join(repository, 'scripts/start.mjs');
  return {
    ...{ redisPort, officeUrl, kv, env },
    redis: redisPart(folder, redisPort),
    bridge: part({
      name: 'KV bridge',
      command: levee(repository, ...bridging),
      env,
      log: join(folder, 'bridge.log'),
      isReady: () => answersAt(kv.url),
    }),
    office: part({
      name: 'office host',
      niceness: NICENESS.office,
      command: [process.execPath, serving, '--port', String(officePort)],
      env,
      log: join(folder, 'office.log'),
      isReady: () => isThere(`${officeUrl}/v1/current.json`),
      readyWithinMs: PUBLISHED_WITHIN_MS,
    }),
  };
}

/** Two edges and a mirror, none of them started. */
async function voterSide(
  { repository, folder }: WorldSettings,
  env: Readonly<Record<string, string>>,
  origin: FaultProxy,
) {
  const edgeFolder = join(folder, 'edge');
  const mirrorFolder = join(folder, 'mirror');
  const cacheFolder = join(folder, 'edge-cache');
  const site = join(repository, '.levee/drill/site');
  await buildSite({
    repository,
    out: site,
    mirrors: REHEARSAL_MIRRORS,
    tiles: REHEARSAL_TILES,
    office: SITE_OFFICE,
    publicKeys: env.LEVEE_PUBLIC_KEYS?.split(' ') ?? [],
  });
  const reach = ['--mirrors', REHEARSAL_MIRRORS.join(' '), '--tiles', REHEARSAL_TILES];
  runLevee(repository, env, 'deploy', '--to', edgeFolder, '--site', site, ...reach);
  const upstream = `127.0.0.1:${origin.port}`;
  const policies = policiesIn(join(edgeFolder, 'www'));
  const edgeDisk = await nginxPart({
    name: 'edge-disk',
    folder: edgeFolder,
    root: join(edgeFolder, 'www'),
    policies,
  });
  const mirror = await nginxPart({
    name: 'mirror',
    folder: mirrorFolder,
    root: join(mirrorFolder, 'www'),
    policies,
  });
  const edgeCache = await nginxPart({
    name: 'edge-cache',
    folder: cacheFolder,
    root: join(cacheFolder, 'kept'),
    upstream,
  });
  const pull = (name: string, from: string, { root }: Edge): Part =>
    part({
      name: `${name}’s levee mirror`,
      niceness: NICENESS.pulling,
      command: levee(repository, 'mirror', '--from', from, '--to', root, '--watch', String(WATCH_SECONDS)),
      env,
      log: join(folder, `${name}-pull.log`),
      // Pages and release: a mirror without pages lets nobody in.
      isReady: async () => ['v1/current.json', 'site.json'].every((file) => existsSync(join(root, file))),
      readyWithinMs: PUBLISHED_WITHIN_MS,
    });
  const edgePull = pull('edge-disk', origin.url, edgeDisk);
  return { edgeDisk, edgeCache, mirror, edgePull, mirrorPull: pull('mirror', edgeDisk.url, mirror) };
}

/** What `levee deploy` has just signed. */
function policiesIn(root: string): Site['policies'] {
  const { payload } = JSON.parse(readFileSync(join(root, SITE_FILE), 'utf8')) as { readonly payload: string };
  return (JSON.parse(payload) as Site).policies;
}

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

async function keysHere(repository: string): Promise<readonly string[]> {
  const trusted = await trustedPublicKeys(process.env, repository);
  if (!trusted.ok) throw new Error(`${trusted.error.file}: ${trusted.error.message}`);
  return trusted.value;
}

async function isThere(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
  await response.arrayBuffer();
  return response.ok;
}

/** A Redis that keeps what it answers, below `folder`. */
export function redisPart(folder: string, port: number): Part {
  const directory = join(folder, 'redis');
  mkdirSync(directory, { recursive: true });
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--dir', directory, '--save', ''];
  return part({
    name: 'Redis',
    // What it answers, it has on disk before: a killed process must not lose what it has answered.
    command: ['redis-server', ...options, '--appendonly', 'yes', '--appendfsync', 'always'],
    log: join(folder, 'redis.log'),
    isReady: async () => {
      const connection = await connectRedis(`redis://127.0.0.1:${port}`);
      return connection
        .command(['PING'])
        .then((reply) => reply === 'PONG')
        .finally(() => connection.close());
    },
  });
}

/** `levee COMMAND …` as a command line. */
export function levee(repository: string, ...args: readonly string[]): [string, ...string[]] {
  return [process.execPath, join(repository, 'scripts/levee.mjs'), ...args];
}

/** Run a command to its end, and give what it printed; throws with what it said where it fails. */
export function runLevee(
  repository: string,
  env: Readonly<Record<string, string>>,
  ...args: readonly string[]
): string {
  const [program, ...rest] = levee(repository, ...args);
  const { status, stdout, stderr } = spawnSync(program, rest, {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`levee ${args[0]} ended with ${status}: ${stdout}${stderr}`);
  return stdout;
}
