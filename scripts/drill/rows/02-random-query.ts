// Owns row 2: real files with a new query each time. What is keyed by the whole address has none of them.

import { flood } from '../attack';
import { besideBoth, cacheOriginCheck, hitCheck, originCheck } from '../beside';
import { check } from '../check';
import { knownPaths, realPaths } from '../flood-paths';
import { folderBytes } from '../folder-bytes';
import { latencyCheck, voterChecks } from '../meter';
import type { DrillRow } from '../row';
import { warmCache } from '../warm-cache';

export const row: DrillRow = {
  number: 2,
  fault: 'random query strings',
  mustGet: 'answer',
  run: async (world, meter) => {
    const paths = await realPaths(world.edgeDisk.root);
    await warmCache(world);
    const before = await folderBytes(world.edgeCache.root);
    const watched = await besideBoth(world, meter, 'random queries', ({ url }) =>
      flood({ name: 'random queries', url, script: 'random-query', paths }),
    );
    const grown = (await folderBytes(world.edgeCache.root)) / before;
    const [disk, cache] = watched;
    return {
      watched,
      checks: [
        ...watched.flatMap((each) => [...voterChecks(each), latencyCheck(each), hitCheck(each)]),
        ...(disk ? [originCheck(disk)] : []),
        ...(cache ? [cacheOriginCheck(cache, await knownPaths(world.edgeDisk.root))] : []),
        check('the cache afterwards, to before', grown.toFixed(2), () => grown < 1.1, 'less than 1.1'),
      ],
    };
  },
};
