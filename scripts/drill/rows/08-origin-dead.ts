// Owns row 8: the office host is dead, and one of the edges has never been asked for half of what voters need.

import { mkdir, rm } from 'node:fs/promises';
import { flood } from '../attack';
import { openBrowser, watchedVisits } from '../browser-world';
import { REHEARSAL_SITE } from '../build-site';
import { type Check, check } from '../check';
import { crawl } from '../crawl';
import { realPaths } from '../flood-paths';
import { type Meter, voterChecks, type Watched } from '../meter';
import { issuedAt, saysWhen } from '../release-age';
import type { DrillRow } from '../row';
import { visit } from '../visit';
import type { World } from '../world';

const STALE_AFTER_MS = 45 * 60_000;

export const row: DrillRow = {
  number: 8,
  fault: 'origin dead, edge cold for some paths',
  mustGet: 'answer and its true age',
  run: async (world, meter) => {
    await coolDown(world);
    await world.office.kill();
    try {
      const watched = await besideBothDead(world, meter);
      const aged = await ages(world);
      return {
        watched: [...watched, aged.watched],
        checks: [
          ...watched.flatMap((each) => [...calmChecks(each), ...voterChecks(each)]),
          ...(await statusChecks(world)),
          ...voterChecks(aged.watched),
          aged.check,
        ],
        notes: [
          'Age: the browser’s clock is set 45 minutes ahead, since half an hour without word from the office is what is worth a line.',
        ],
      };
    } finally {
      await world.office.start();
    }
  },
};

/** The cache forgets everything, and is then asked by voters of every second ZIP. */
async function coolDown(world: World): Promise<void> {
  const { edgeCache, golden } = world;
  await edgeCache.kill();
  await rm(edgeCache.root, { recursive: true, force: true });
  await mkdir(edgeCache.root, { recursive: true });
  await edgeCache.start();
  const zips = [...new Set(golden.map(({ address }) => zipOf(address)))];
  for (const [at, zip] of zips.entries()) {
    const one = golden.find(({ address }) => zipOf(address) === zip);
    if (at % 2 === 0 && one) await visit(world.voters(edgeCache), one);
  }
}

const zipOf = (address: string): string => /(\d{5})(?:-\d{4})?\s*$/.exec(address)?.[1] ?? '';

/** Steady voters with and without a flood beside; the office host is dead all the time. */
async function besideBothDead(world: World, meter: Meter): Promise<readonly Watched[]> {
  const { golden, seconds, edgeDisk, edgeCache } = world;
  const paths = await realPaths(edgeDisk.root);
  const watched: Watched[] = [];
  for (const edge of [edgeDisk, edgeCache]) {
    const attack = flood({ name: 'GET', url: edge.url, script: 'get', paths });
    const name = `office host dead, ${edge.name}`;
    watched.push(await meter.watch({ name, settings: world.voters(edge), attack, seconds, golden }));
  }
  return watched;
}

const calmChecks = (watched: Watched): readonly Check[] =>
  voterChecks({ ...watched, name: `${watched.name}, no flood`, flood: watched.calm });

async function statusChecks({ edgeDisk, edgeCache }: World): Promise<readonly Check[]> {
  const paths = await realPaths(edgeDisk.root);
  const disk = await crawl(edgeDisk.url, edgeDisk.root, paths);
  const cache = await crawl(edgeCache.url, edgeDisk.root, paths);
  return [
    check(
      'edge-disk: files that came right',
      `${disk.right} of ${disk.asked}`,
      () => disk.right === disk.asked,
      'all',
    ),
    check('edge-disk: answers of 5xx', disk.refused, (count) => count === 0, 'none'),
    check('edge-cache: files it cannot get', cache.refused, (count) => count > 0, 'some, or it was not cold'),
    check('edge-cache: files it has', cache.right, (count) => count > 0, 'some'),
  ];
}

/** A browser whose clock is ahead: the line must say since when nobody has looked. */
async function ages(world: World): Promise<{ readonly watched: Watched; readonly check: Check }> {
  const issued = await issuedAt(world.edgeDisk.root);
  const browser = await openBrowser(world);
  try {
    const voter = await browser.voter({
      prepare: (page) => page.clock.setSystemTime(Date.now() + STALE_AFTER_MS),
    });
    const one = world.golden.find(({ kind }) => kind === 'found') ?? world.golden[0];
    if (one === undefined) throw new Error('no golden address');
    const seen = await voter.visit(REHEARSAL_SITE, one);
    const isSaid = [seen.shown.banner, seen.shown.notChecked].every((line) => saysWhen(line, issued));
    return {
      watched: watchedVisits('browser, 45 minutes later', [seen]),
      check: check(
        'true age',
        seen.shown.banner ?? 'nothing is said',
        () => isSaid,
        `the time ${issued.toISOString()}`,
      ),
    };
  } finally {
    await browser.stop();
  }
}
