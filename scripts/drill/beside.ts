// Owns what the flood rows have in common: the same attack on both edges beside steady voters, and how often the office host may be
// asked meanwhile. Knows no attack.

import { type Attack, flood } from './attack';
import { type Check, check } from './check';
import type { Meter, Watched } from './meter';
import type { Edge, World } from './world';

/** What changes under one name may be asked for anew so often (`s-maxage` of the format, §1.2). */
const KEPT_SECONDS = 10;
const WARM_SECONDS = 3;

/** Voters beside one attack on each edge in turn. */
export async function besideBoth(
  world: World,
  meter: Meter,
  { name, paths }: { readonly name: string; readonly paths: readonly string[] },
  attackOn: (edge: Edge) => Attack,
): Promise<readonly Watched[]> {
  const watched: Watched[] = [];
  // A cache that has nothing yet is row 8's.
  await flood({ name: 'warm', url: world.edgeCache.url, script: 'get', paths }).run(WARM_SECONDS);
  for (const edge of [world.edgeDisk, world.edgeCache]) {
    const { golden, seconds } = world;
    const settings = world.voters(edge);
    watched.push(
      await meter.watch({ name: `${name}, ${edge.name}`, settings, attack: attackOn(edge), seconds, golden }),
    );
  }
  return watched;
}

/** Whoever pulls asks once in so many seconds; a cache asks once in ten for each mutable file that is asked of it. Nothing in this
 *  grows with the flood. */
export function originCheck({ name, origin }: Watched, mutablePaths = 0): Check {
  const perSecond = origin.requests / origin.seconds;
  const most = 1 + mutablePaths / KEPT_SECONDS;
  const wished =
    mutablePaths === 0
      ? 'at most 1'
      : `at most 1, and ${mutablePaths} mutable files each once in ${KEPT_SECONDS} s`;
  return check(
    `${name}: requests at the office host a second`,
    perSecond.toFixed(2),
    () => perSecond <= most,
    wished,
  );
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
