// Owns reading the release at each host that voters ask, everything verified, and how long it takes until all of them have
// what was approved. Knows no fault.

import { setTimeout as sleep } from 'node:timers/promises';
import { releaseSource } from '@/lib/adapters/release-files';
import { type OpenRelease, openRelease } from '@/lib/release/reader';
import { type Check, check } from './check';
import type { World } from './world';

/** Seconds until voters at a host were told; null: they were not in time. */
export interface Arrival {
  readonly host: string;
  readonly seconds: number | null;
}

/** What approval to voters may take, in seconds. */
export const ARRIVE_WITHIN = 60;
const GIVE_UP_MS = 90_000;
const ASK_EVERY_MS = 250;

/** Edges and mirror by name: `[{name: 'edge-disk', url: 'http://127.0.0.1:40123'}, …]`. */
export function hostsOf({ edgeDisk, edgeCache, mirror }: World) {
  return [
    { name: 'edge-disk', url: edgeDisk.url },
    { name: 'edge-cache', url: edgeCache.url },
    { name: 'mirror', url: mirror.url },
  ] as const;
}

/** The release that a host has now, as somebody reads it who was never there before; null where it cannot be read. */
export async function readAt(world: World, url: string): Promise<OpenRelease | null> {
  const { publicKeys } = world.voters(world.edgeDisk);
  const trust = { publicKeys, revokedKeyIds: [], highestSequences: {} };
  const opened = await openRelease(releaseSource(url), trust, new Date());
  return opened.ok ? opened.value : null;
}

/** Asks every host until each has it. `sinceMs`: of the approval, on `performance.now()`'s clock. */
export async function arrivals(
  world: World,
  sinceMs: number,
  isThere: (release: OpenRelease) => boolean | Promise<boolean>,
): Promise<readonly Arrival[]> {
  const wait = async (host: string, url: string): Promise<Arrival> => {
    while (performance.now() - sinceMs < GIVE_UP_MS) {
      const release = await readAt(world, url).catch(() => null);
      const seconds = (performance.now() - sinceMs) / 1000;
      if (release !== null && (await isThere(release))) return { host, seconds };
      await sleep(ASK_EVERY_MS);
    }
    return { host, seconds: null };
  };
  return Promise.all(hostsOf(world).map(({ name, url }) => wait(name, url)));
}

/** `isAtLeast(1795701664)`: the host has that release, or a later one. */
export const isAtLeast = (sequence: number) => (release: OpenRelease) => release.pointer.sequence >= sequence;

/** Every host in a minute. */
export function arrivalCheck(what: string, all: readonly Arrival[]): Check {
  const got = all.map(
    ({ host, seconds }) => `${host} ${seconds === null ? 'never' : `${seconds.toFixed(1)} s`}`,
  );
  const isInTime = all.every(({ seconds }) => seconds !== null && seconds <= ARRIVE_WITHIN);
  return check(what, got.join(', '), () => isInTime, `all within ${ARRIVE_WITHIN} s`);
}
