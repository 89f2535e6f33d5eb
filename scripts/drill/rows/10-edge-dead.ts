// Owns row 10: every edge is dead. Who was here before is served by their own browser, from the mirror's list; who was not is let in
// by the second address of the site's name.

import { flood } from '../attack';
import type { BrowserVisit, BrowserVoter, DrillBrowser } from '../browser-voters';
import { openBrowser, someFound, untilKept, watchedVisits } from '../browser-world';
import { REHEARSAL_SITE } from '../build-site';
import { type Check, check } from '../check';
import { fault } from '../fault-attack';
import { startFaultProxy } from '../fault-proxy';
import { realPaths } from '../flood-paths';
import { type Meter, voterChecks, type Watched } from '../meter';
import type { DrillRow } from '../row';
import type { World } from '../world';

const BROWSERS = 3;

export const row: DrillRow = {
  number: 10,
  fault: 'whole edge dead',
  mustGet: 'answer from the mirror',
  run: async (world, meter) => {
    const steady = await firstVisits(world, meter);
    const returning = await returningVisitors(world);
    const browsers = await secondAddress(world);
    const watched = [steady, returning.watched, ...(browsers === null ? [] : [browsers])];
    return {
      watched,
      checks: [...watched.flatMap((each) => voterChecks(each)), ...returning.checks],
      notes:
        browsers === null
          ? ['Browsers by a second address: not run, this machine’s browser does not ask at ::1 first.']
          : [],
    };
  },
};

const kill =
  ({ edgeDisk, edgeCache }: World) =>
  () =>
    Promise.all([edgeDisk.kill(), edgeCache.kill()]);
const revive =
  ({ edgeDisk, edgeCache }: World) =>
  () =>
    Promise.all([edgeDisk.start(), edgeCache.start()]);

/** Light voters, all of them new, beside a flood on the mirror. */
async function firstVisits(world: World, meter: Meter): Promise<Watched> {
  const { golden, seconds, mirror } = world;
  const paths = await realPaths(mirror.root);
  const beside = flood({ name: 'GET', url: mirror.url, script: 'get', paths });
  return meter.watch({
    name: 'edges dead, first visits',
    settings: world.voters(world.edgeDisk, { secondAddress: true }),
    attack: fault('edges dead', { begin: kill(world), end: revive(world) }, beside),
    seconds,
    golden,
  });
}

/** Browsers that were here while all was well. Nobody does anything for them when the edge dies. */
async function returningVisitors(
  world: World,
): Promise<{ readonly watched: Watched; readonly checks: readonly Check[] }> {
  const browser = await openBrowser(world);
  try {
    const voters: BrowserVoter[] = [];
    for (const one of someFound(world, BROWSERS)) {
      const voter = await browser.voter();
      await voter.visit(REHEARSAL_SITE, one);
      await untilKept(voter.context);
      voters.push(voter);
    }
    await kill(world)();
    const visits: BrowserVisit[] = [];
    // Each asks for another address than before, of a ZIP that may be new to this browser.
    for (const [at, voter] of voters.entries()) {
      const one = someFound(world, BROWSERS)[(at + 1) % voters.length];
      if (one) visits.push(await voter.visit(REHEARSAL_SITE, one));
    }
    const byMirror = visits.filter(({ rung }) => rung === 'mirror').length;
    return {
      watched: watchedVisits('edges dead, returning browsers', visits),
      checks: [
        check('told that the second site answers', byMirror, (count) => count === visits.length, 'all'),
      ],
    };
  } finally {
    await browser.stop();
    await revive(world)();
  }
}

/** New browsers, and a name with two addresses: the first is where the dead edge was, the second is the mirror's. Null where this
 *  machine has no second loopback address. */
async function secondAddress(world: World): Promise<Watched | null> {
  const port = Number(new URL(world.mirror.url).port);
  // `localhost` is ::1 and 127.0.0.1, in this order; the mirror has the second one.
  const first = await startFaultProxy(world.edgeDisk.url, { address: '::1', port }).catch(() => null);
  if (first === null) return null;
  const browser = await openBrowser(world, { site: `localhost:${port}` });
  try {
    const calm = await visits(browser, world);
    if (first.asked.length === 0) return null;
    await kill(world)();
    await first.breakIt('dead');
    return watchedVisits('edges dead, first visits in a browser', [
      ...(await visits(browser, world)),
      ...calm,
    ]);
  } finally {
    await browser.stop();
    await first.stop();
    await revive(world)();
  }
}

async function visits(browser: DrillBrowser, world: World): Promise<readonly BrowserVisit[]> {
  const made: BrowserVisit[] = [];
  for (const one of someFound(world, BROWSERS)) {
    const voter = await browser.voter();
    made.push(await voter.visit(REHEARSAL_SITE, one));
    await voter.close();
  }
  return made;
}
