// Owns row 4: cookies, ranges, a framework's own headers. The bytes are those of the path, whatever is sent with it.

import { createRandom } from '../../generate/random';
import { flood } from '../attack';
import { besideBoth, cacheOriginCheck, originCheck } from '../beside';
import { type Check, check } from '../check';
import { knownPaths, realPaths } from '../flood-paths';
import { latencyCheck, voterChecks } from '../meter';
import { askMixed } from '../mixed-requests';
import type { DrillRow } from '../row';
import type { Edge, World } from '../world';

/** Of each path on each edge: ten thousand in all. */
const MIXES = 1_250;

export const row: DrillRow = {
  number: 4,
  fault: 'Host, cookie, Range, RSC, Next-*, Accept-* mixes',
  mustGet: 'HTML, never RSC or another page',
  run: async (world, meter) => {
    const paths = await realPaths(world.edgeDisk.root);
    const watched = await besideBoth(world, meter, 'header mixes', ({ url }) =>
      flood({ name: 'header mixes', url, script: 'header-mix', paths }),
    );
    const [disk, cache] = watched;
    const bytes: Check[] = [];
    for (const edge of [world.edgeDisk, world.edgeCache])
      bytes.push(...(await sameBytes(world, edge, paths)));
    return {
      watched,
      checks: [
        ...watched.flatMap((each) => [...voterChecks(each), latencyCheck(each)]),
        ...(disk ? [originCheck(disk)] : []),
        ...(cache ? [cacheOriginCheck(cache, await knownPaths(world.edgeDisk.root))] : []),
        ...bytes,
      ],
    };
  },
};

async function sameBytes({ seed }: World, edge: Edge, paths: readonly string[]): Promise<readonly Check[]> {
  const kinds = ['/en/', '/p/', '/v1/objects/', '/p/en/zip-'];
  const chosen = kinds.flatMap((kind) => paths.filter((path) => path.startsWith(kind)).slice(-1));
  const checks: Check[] = [];
  for (const [at, path] of chosen.entries()) {
    const { asked, bodies, types, statuses } = await askMixed(
      edge.url,
      path,
      MIXES,
      createRandom(seed, 40 + at),
    );
    const type = path.startsWith('/v1/') ? 'application/json' : 'text/html';
    const isOne =
      bodies.size === 1 &&
      [...statuses].join() === '200' &&
      [...types].every((each) => each.startsWith(type));
    const got = `${bodies.size} different bodies in ${asked}, ${[...types].join(', ')}, status ${[...statuses].join(', ')}`;
    checks.push(check(`${edge.name} ${path.slice(0, 24)}`, got, () => isOne, `one body, ${type}, 200`));
  }
  return checks;
}
