// Owns row 14: one county asked for a hundred times more than all others. Those others notice nothing.

import { listFiles } from '@/lib/adapters/web-root';
import { flood } from '../attack';
import { besideBoth } from '../beside';
import { check } from '../check';
import { latencyCheck, voterChecks } from '../meter';
import type { DrillRow } from '../row';
import type { World } from '../world';

/** What wrk is told stands in one variable of its environment. */
const MOST_PATHS = 300;

export const row: DrillRow = {
  number: 14,
  fault: 'one county 100 times busier',
  mustGet: 'other counties unmoved',
  run: async (world, meter) => {
    const busy = zipsOfFirstCounty(world);
    const zipPage = /^\/p\/[a-z]+\/zip-(\d{5})[^/]*\.html$/;
    const paths = (await listFiles(world.edgeDisk.root))
      .filter((path) => busy.has(zipPage.exec(path)?.[1] ?? ''))
      .slice(0, MOST_PATHS);
    const others = world.golden.filter(
      ({ address }) => !busy.has(/(\d{5})(?:-\d{4})?$/.exec(address)?.[1] ?? ''),
    );
    const watched = await besideBoth({ ...world, golden: others }, meter, 'one busy county', ({ url }) =>
      flood({ name: 'one county', url, script: 'get', paths }),
    );
    return {
      watched,
      checks: watched.flatMap((each) => {
        const times = Math.round(each.attack.requests / Math.max(1, each.flood.asked));
        const what = `${each.name}: requests for it to one voter’s of the others`;
        return [
          ...voterChecks(each),
          latencyCheck(each),
          check(what, times, () => times >= 100, 'at least 100'),
        ];
      }),
    };
  },
};

function zipsOfFirstCounty({ state, counties }: World): ReadonlySet<string> {
  const officeId = counties[0]?.officeId ?? '';
  const precincts = state.precincts.filter(({ localityId }) => officeId === `made-up-${localityId}`);
  const ids = new Set(precincts.map(({ id }) => id));
  return new Set(state.streetSegments.filter(({ precinctId }) => ids.has(precinctId)).map(({ zip }) => zip));
}
