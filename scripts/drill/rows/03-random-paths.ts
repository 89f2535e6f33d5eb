// Owns row 3: files that nobody has, and every ZIP in turn. An edge knows by itself what there is.

import { flood } from '../attack';
import { besideBoth, originCheck } from '../beside';
import { check } from '../check';
import { realPaths } from '../flood-paths';
import { folderBytes } from '../folder-bytes';
import { latencyCheck, voterChecks } from '../meter';
import type { DrillRow } from '../row';

export const row: DrillRow = {
  number: 3,
  fault: 'random 404s and a ZIP scan',
  mustGet: 'answer',
  run: async (world, meter) => {
    const paths = await realPaths(world.edgeDisk.root);
    const before = await folderBytes(world.edgeCache.root);
    const watched = await besideBoth(world, meter, { name: 'random paths', paths }, ({ url }) =>
      flood({ name: 'random paths', url, script: 'random-path', paths }),
    );
    const kept = (await folderBytes(world.edgeCache.root)) / before;
    return {
      watched,
      checks: [
        ...watched.flatMap((each) => [...voterChecks(each), latencyCheck(each), originCheck(each)]),
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
