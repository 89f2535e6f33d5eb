// Owns what the flood rows have in common: the same attack on both edges beside steady voters, and how often the office host may be
// asked meanwhile. Knows no attack.

import type { Attack } from './attack';
import { type Check, check } from './check';
import type { Meter, Watched } from './meter';
import { warmCache } from './warm-cache';
import type { Edge, World } from './world';

/** What changes under one name may be asked for anew so often (`s-maxage` of the format, §1.2). */
const KEPT_MS = 10_000;
/** A cache keeps what is compressed apart from what is not. */
const ENCODINGS = 2;

/** Voters beside one attack on each edge in turn. */
export async function besideBoth(
  world: World,
  meter: Meter,
  name: string,
  attackOn: (edge: Edge) => Attack,
): Promise<readonly Watched[]> {
  const watched: Watched[] = [];
  await warmCache(world);
  for (const edge of [world.edgeDisk, world.edgeCache]) {
    const { golden, seconds } = world;
    const settings = world.voters(edge);
    watched.push(
      await meter.watch({ name: `${name}, ${edge.name}`, settings, attack: attackOn(edge), seconds, golden }),
    );
  }
  return watched;
}

/** Whoever pulls asks once in so many seconds; a cache asks once in ten for each mutable file that is asked of it, and at once where
 *  nobody had asked for a while. Nothing in this grows with the flood. */
export function originCheck(watched: Watched, mutablePaths = 0): Check {
  if (mutablePaths === 0) return perSecondCheck(watched, 1, 'at most 1');
  const { name, origin, windows } = watched;
  const times = windows.reduce((sum, { fromMs, toMs }) => sum + 1 + Math.floor((toMs - fromMs) / KEPT_MS), 0);
  const most = Math.ceil(origin.seconds) + ENCODINGS * mutablePaths * times;
  const wished = `at most ${most}: ${mutablePaths} mutable files in two encodings once in ten seconds, and one a second`;
  const what = `${name}: requests at the office host in ${origin.seconds.toFixed(1)} s`;
  return check(what, origin.requests, (count) => count <= most, wished);
}

/** Made-up names that look like real ones: an edge with files knows them by itself; one that only caches lets so many through,
 *  all clients together (edge/nginx/voters-cache.conf). */
export function unknownNamesCheck(watched: Watched, edge: Edge, world: World): Check {
  if (edge !== world.edgeCache) return originCheck(watched);
  const most = 1 + UNKNOWN_PER_SECOND + (UNKNOWN_BURST * 2) / watched.origin.seconds;
  return perSecondCheck(watched, most, `at most ${most.toFixed(0)}: a limit for everybody together`);
}

const UNKNOWN_PER_SECOND = 50;
const UNKNOWN_BURST = 500;

function perSecondCheck({ name, origin }: Watched, most: number, wished: string): Check {
  const perSecond = origin.requests / origin.seconds;
  const what = `${name}: requests at the office host a second`;
  return check(what, perSecond.toFixed(2), () => perSecond <= most, wished);
}

/** Of a hundred requests of the flood, how many the edge answered by itself. */
export function hitCheck({ name, attack, origin }: Watched): Check {
  const share = attack.requests === 0 ? 0 : 100 * (1 - origin.requests / attack.requests);
  return check(
    `${name}: answered by the edge`,
    `${share.toFixed(3)}%`,
    () => share >= 99.9,
    'at least 99.9%',
  );
}
