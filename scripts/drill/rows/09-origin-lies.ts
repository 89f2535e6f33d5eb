// Owns row 9: the office host answers with errors, hangs, or says 200 and sends something else. Everything but the signed bytes
// must be thrown away by whoever gets it: those who pull, and voters behind a cache.

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { noAttack } from '../attack';
import { watchedVisits } from '../browser-world';
import { type Check, check } from '../check';
import { inTurns } from '../fault-attack';
import type { Fault } from '../fault-proxy';
import { voterChecks, type Watched } from '../meter';
import type { DrillRow } from '../row';
import { runBeside } from '../run-levee';
import { strayFiles } from '../same-files';
import type { Visit } from '../verdict';
import { visit } from '../visit';
import type { World } from '../world';

const LIES: readonly Fault[] = ['empty', 'cut', 'html', 'foreign', 'altered', 'redirect'];
const FAILURES: readonly Fault[] = ['500', '503', 'hangs', 'hangsHalfWay', 'broken', 'reset'];
/** A copy from a host that hangs is given up. */
const PULL_LIMIT_MS = 20_000;
const VISITS_A_FAULT = 4;

/** Pages of a site have no hash that a first visitor could know: what lies is the release. */
const isRelease = (path: string): boolean => /^\/(?:v1|p)\//.test(path);

export const row: DrillRow = {
  number: 9,
  fault: 'origin answers 5xx, hangs, or gives 200 with an empty, cut or foreign body',
  mustGet: 'last good; all rejected by hash',
  run: async (world, meter) => {
    const { origin, golden, seconds } = world;
    const steps = [...LIES, ...FAILURES].map((each) => () => origin.breakIt(each, isRelease));
    const mend = () => origin.breakIt('none');
    const disk = await meter.watch({
      name: 'office host lies, edge-disk',
      settings: world.voters(world.edgeDisk),
      attack: inTurns('lies', steps, mend, noAttack),
      seconds,
      golden,
    });
    const cache = await behindCache(world);
    const pulled: Check[] = [];
    for (const lie of LIES) pulled.push(await pullFromLiar(world, lie));
    return {
      watched: [disk, cache.watched],
      checks: [
        ...voterChecks(disk),
        ...voterChecks(cache.watched),
        check(
          'edge-cache: answers of the lying host that reached it',
          cache.reached,
          (count) => count > 0,
          'some',
        ),
        ...pulled,
        await isWhole(world),
      ],
      notes: [
        'Pages of the site itself are not among what lies: nobody can check them who comes for the first time.',
      ],
    };
  },
};

/** Under each fault, a cache that has the page and nothing else; voters must get what they need from the next rung. */
async function behindCache(world: World): Promise<{ readonly watched: Watched; readonly reached: number }> {
  const { origin, edgeCache, golden } = world;
  const visits: Visit[] = [];
  const before = origin.asked.length;
  const found = golden.filter(({ kind }) => kind === 'found');
  for (const lie of [...LIES, ...FAILURES]) {
    await origin.breakIt('none');
    await edgeCache.kill();
    await rm(edgeCache.root, { recursive: true, force: true });
    await mkdir(edgeCache.root, { recursive: true });
    await edgeCache.start();
    await origin.breakIt(lie, isRelease);
    const some = found.slice(visits.length % found.length).slice(0, VISITS_A_FAULT);
    visits.push(...(await Promise.all(some.map((each) => visit(world.voters(edgeCache), each)))));
  }
  await origin.breakIt('none');
  return {
    watched: watchedVisits('office host lies, cold edge-cache', visits),
    reached: origin.asked.slice(before).filter(isRelease).length,
  };
}

/** A fresh copy of a host that lies: whatever ends up in it must be right. */
async function pullFromLiar(world: World, lie: Fault): Promise<Check> {
  const { folder, origin, edgeDisk } = world;
  const to = join(folder, `pull-${lie}`);
  await origin.breakIt(lie, (path) => isRelease(path) && !/current\.json$/.test(path));
  const { status } = await runBeside(world, ['mirror', '--from', origin.url, '--to', to], PULL_LIMIT_MS);
  await origin.breakIt('none');
  await mkdir(to, { recursive: true });
  const stray = await strayFiles(edgeDisk.root, to);
  await rm(to, { recursive: true, force: true });
  const got = status === 0 ? 'said that all is well' : `refused, ${stray.length} wrong files kept`;
  return check(
    `copy from a host that answers: ${lie}`,
    got,
    () => status !== 0 && stray.length === 0,
    'refused',
  );
}

/** Nothing of what was sent meanwhile is on the edge's disk. */
async function isWhole(world: World): Promise<Check> {
  const { status, out } = await runBeside(world, ['verify', world.edgeDisk.root]);
  return check(
    'edge-disk: its release verifies',
    status === 0 ? 'whole' : out.slice(0, 200),
    () => status === 0,
    'whole',
  );
}
