// Owns row 3: files that nobody has, and every ZIP in turn. An edge knows by itself what there is.

import { flood } from '../attack';
import { besideBoth, unknownNamesCheck } from '../beside';
import { check } from '../check';
import { realPaths } from '../flood-paths';
import { folderBytes } from '../folder-bytes';
import { latencyCheck, voterChecks } from '../meter';
import type { DrillRow } from '../row';
import { warmCache } from '../warm-cache';

export const row: DrillRow = {
  number: 3,
  fault: 'random 404s and a ZIP scan',
  mustGet: 'answer',
  run: async (world, meter) => {
    const paths = await realPaths(world.edgeDisk.root);
    await warmCache(world);
    const before = await folderBytes(world.edgeCache.root);
    const watched = await besideBoth(world, meter, 'random paths', ({ url }) =>
      flood({ name: 'random paths', url, script: 'random-path', paths }),
    );
    const kept = (await folderBytes(world.edgeCache.root)) / before;
    return {
      watched,
      checks: [
        ...watched.flatMap((each, at) => [
          ...voterChecks(each),
          latencyCheck(each),
          unknownNamesCheck(each, at === 0 ? world.edgeDisk : world.edgeCache, world),
        ]),
        check(
          'kept in the cache, to before',
          kept.toFixed(2),
          () => kept >= 0.99,
          'at least 0.99: nothing was put out',
        ),
      ],
    };
  },
};
