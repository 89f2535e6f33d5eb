// Owns what the flood rows have in common: the same attack on both edges beside steady voters, and how often the office host may be
// asked meanwhile. Knows no attack.

import type { Attack } from './attack';
import { type Check, check } from './check';
import { isMutable } from './flood-paths';
import type { Meter, Watched } from './meter';
import { warmCache } from './warm-cache';
import type { Edge, World } from './world';

/** How long a cache keeps a file before it asks for it anew (edge/nginx/cache.conf and voters-cache.conf): what changes under one
 *  name, and what has its hash for a name. */
const KEPT_MS = { mutable: 10_000, immutable: 600_000 } as const;
/** A cache keeps what is compressed apart from what is not. */
const ENCODINGS = 2;
/** Whoever pulls asks for the pointer once a second, and for other files where it has moved (open-world.ts). */
const PULLED = '/v1/current.json';

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

/** Beside an edge that has its files itself, whoever pulls asks once a second, and nobody else does. */
export function originCheck(watched: Watched): Check {
  return perSecondCheck(watched, 1, 'at most 1');
}

/** A cache asks for each file once in the time that it keeps it, in each of two encodings, however many ask the cache; for nothing
 *  that is not a file of the site (`isKnown`). */
export function cacheOriginCheck(
  { name, origin, windows }: Watched,
  isKnown: (path: string) => boolean,
): Check {
  const tooOften = windows.flatMap(({ fromMs, toMs, originPaths }) =>
    Object.entries(originPaths)
      .map(([path, count]) => ({ path, count, most: isKnown(path) ? mostOf(path, toMs - fromMs) : 0 }))
      .filter(({ count, most }) => count > most),
  );
  const [first] = tooOften;
  const what = `${name}: requests at the office host in ${origin.seconds.toFixed(1)} s`;
  const worst = first ? `; ${tooOften.length} files too often, ${first.path} ${first.count} times` : '';
  const wished =
    'each file once in 10 s, in 10 min where its hash is its name, in two encodings; the pointer also once a second';
  return check(what, `${origin.requests}${worst}`, () => first === undefined, wished);
}

function mostOf(path: string, ms: number): number {
  const kept = ENCODINGS * (1 + Math.floor(ms / (isMutable(path) ? KEPT_MS.mutable : KEPT_MS.immutable)));
  return path === PULLED ? kept + Math.ceil(ms / 1000) : kept;
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
