// Owns reading the release at each host that voters ask, everything verified, and how long it takes until all of them have
// what was approved. Knows no fault.

import { setTimeout as sleep } from 'node:timers/promises';
import { releaseSource } from '@/lib/adapters/release-files';
import type { Pointer } from '@/lib/release/format';
import { type OpenRelease, openRelease } from '@/lib/release/reader';
import { verifyRelease } from '@/lib/release/verify';
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
const MOST_NAMED = 5;

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

/** Many changes on their way at once: `expect` each as it is approved, then `worst` gives each host's slowest. */
export interface ArrivalLog {
  readonly expect: (sinceMs: number, isThere: (pointer: Pointer) => boolean) => void;
  /** Waits for all of them, and ends the log. A host that lacks one in time has `null`. */
  readonly worst: () => Promise<readonly Arrival[]>;
}

/** One reader a host, however many changes there are. */
export function startArrivalLog(world: World): ArrivalLog {
  const wanted: { readonly sinceMs: number; readonly isThere: (pointer: Pointer) => boolean }[] = [];
  let isComplete = false;
  const watch = async (host: string, url: string): Promise<Arrival> => {
    let worst: number | null = 0;
    for (let seen = 0; !isComplete || seen < wanted.length; ) {
      const pointer = (await readAt(world, url).catch(() => null))?.pointer;
      const nowMs = performance.now();
      // In the order of approval: a later one does not come before an earlier one.
      for (let next = wanted[seen]; next !== undefined; next = wanted[seen]) {
        const isThere = pointer !== undefined && next.isThere(pointer);
        if (!isThere && nowMs - next.sinceMs < GIVE_UP_MS) break;
        worst = isThere && worst !== null ? Math.max(worst, (nowMs - next.sinceMs) / 1000) : null;
        seen += 1;
      }
      await sleep(ASK_EVERY_MS);
    }
    return { host, seconds: worst };
  };
  const watching = Promise.all(hostsOf(world).map(({ name, url }) => watch(name, url)));
  return {
    expect: (sinceMs, isThere) => {
      wanted.push({ sinceMs, isThere });
    },
    worst: () => {
      isComplete = true;
      return watching;
    },
  };
}

/** What is missing, or not what was signed, of the whole release at a host: `p/en/zip/00101.html: …`. A page that is about to come
 *  with the next release is no fault. */
export async function brokenAt(world: World, url: string): Promise<readonly string[]> {
  const { publicKeys } = world.voters(world.edgeDisk);
  const trust = { publicKeys, revokedKeyIds: [], highestSequences: {} };
  const { problems } = await verifyRelease(releaseSource(url), trust, new Date());
  return problems
    .filter(({ severity }) => severity === 'error')
    .map(({ file, message }) => `${file}: ${message}`);
}

/** The same at the hosts that keep the whole of it: `edge-disk p/en/zip/00101.html: …`, the first few. What a cache has not been
 *  asked for, or keeps of before while nobody is behind it, is no mix: readers verify each file (rows 8 and 9). */
export async function brokenFiles(world: World): Promise<readonly string[]> {
  const all: string[] = [];
  for (const { name, url } of [world.edgeDisk, world.mirror]) {
    all.push(...(await brokenAt(world, url)).map((what) => `${name} ${what}`));
  }
  return all.slice(0, MOST_NAMED);
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
