// Owns row 1: a flood of GET on shards and pages, beside steady voters, at both edges.

import { flood } from '../attack';
import { besideBoth, cacheOriginCheck, hitCheck, originCheck } from '../beside';
import { knownPaths, realPaths } from '../flood-paths';
import { latencyCheck, voterChecks } from '../meter';
import type { DrillRow } from '../row';

export const row: DrillRow = {
  number: 1,
  fault: 'GET flood on shards and pages beside steady voters',
  mustGet: 'answer',
  run: async (world, meter) => {
    const paths = await realPaths(world.edgeDisk.root);
    const watched = await besideBoth(world, meter, 'GET flood', ({ url }) =>
      flood({ name: 'GET', url, script: 'get', paths }),
    );
    const [disk, cache] = watched;
    return {
      watched,
      checks: [
        ...watched.flatMap((each) => [...voterChecks(each), latencyCheck(each), hitCheck(each)]),
        ...(disk ? [originCheck(disk)] : []),
        ...(cache ? [cacheOriginCheck(cache, await knownPaths(world.edgeDisk.root))] : []),
      ],
    };
  },
};
