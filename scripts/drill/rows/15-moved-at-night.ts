// Owns row 15: 21 polling places move at 02:40, in a flood; and again with the office host and its store dead.

import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { flood } from '../attack';
import { type Check, check } from '../check';
import { deskOf, levee } from '../desk-of';
import { during } from '../during';
import { realPaths } from '../flood-paths';
import { type Arrival, arrivalCheck, hostsOf, readAt, startArrivalLog } from '../hosts';
import { latencyCheck, voterChecks } from '../meter';
import { isMoved, type Move, type MovedBy, moveArguments, movesIn, moveWish, wronglyTold } from '../moves';
import { startRescueHost } from '../rescue-host';
import type { DrillRow } from '../row';
import type { World } from '../world';

const PLACES = 21;
/** By command, in a drill of a few seconds: each is a process of its own. */
const SHORT_PLACES = 3;
const WHOLE_DRILL_SECONDS = 10;
/** Until the office host has taken over what others signed meanwhile. */
const TAKEN_OVER_MS = 60_000;

/** By two people at the desk, then by `levee notice` on the mirror's copy; then the office host is back, and all is undone. */
export const row: DrillRow = {
  number: 15,
  fault: '21 places moved at 02:40 during the flood, and again with office host and KV dead',
  mustGet: 'the new place, the old address, the reason: at every edge and mirror within 60 s',
  run: async (world, meter) => {
    const paths = await realPaths(world.edgeDisk.root);
    const attack = flood({ name: 'GET', url: world.edgeDisk.url, script: 'get', paths });
    const all = movesIn(world.counties, 2 * PLACES);
    const [moves, others] = [all.slice(0, PLACES), all.slice(PLACES)];
    const some = world.seconds >= WHOLE_DRILL_SECONDS ? moves : moves.slice(0, SHORT_PLACES);
    const asked = await askAll(world, moves);
    const othersAsked = await askAll(world, others);
    const checks: Check[] = [check('places', moves.length, (count) => count === PLACES, '21')];
    const { golden, seconds } = world;
    const settings = world.voters(world.edgeDisk);
    const living = await meter.watch({
      ...{ name: 'voters in the flood', settings, golden, seconds },
      calmWork: during('at the desk', async () => void checks.push(...(await byDesk(world, othersAsked)))),
      attack: during('at the desk', async () => void checks.push(...(await byDesk(world, asked))), attack),
    });
    const dead = await meter.watch({
      ...{ name: 'voters while office host and store are dead', settings, golden, seconds },
      ...{ turns: 1, calm: false },
      attack: during('by command', async () => void checks.push(...(await byCommand(world, some))), attack),
    });
    checks.push(await takenOver(world, some), await undone(world, all));
    return {
      checks: [...checks, ...voterChecks(living), latencyCheck(living), ...voterChecks(dead)],
      watched: [living, dead],
      notes: some === moves ? [] : [`by command ${some.length} of ${PLACES}: the drill is a short one`],
    };
  },
};

type Asked = readonly (readonly [Move, string])[];

async function askAll(world: World, moves: readonly Move[]): Promise<Asked> {
  const asked: (readonly [Move, string])[] = [];
  for (const move of moves) {
    const desk = await deskOf(world, move.county);
    asked.push([move, await desk.askNotice(moveWish(move, 'desk'))]);
  }
  return asked;
}

/** The second people say yes to one after the other. */
async function byDesk(world: World, asked: Asked): Promise<readonly Check[]> {
  const log = startArrivalLog(world);
  for (const [move, noticeId] of asked) {
    const desk = await deskOf(world, move.county);
    const approvedAtMs = performance.now();
    await desk.begin(() => desk.approveNotice(noticeId));
    log.expect(approvedAtMs, isMoved(move, 'desk'));
  }
  return arrived(world, await log.worst(), { moves: asked.map(([move]) => move), by: 'desk' });
}

/** From the mirror's copy into a folder, which a plain web server hands out in the office host's place. */
async function byCommand(world: World, moves: readonly Move[]): Promise<readonly Check[]> {
  for (const each of [world.office, world.bridge, world.redis]) await each.kill();
  const folder = join(world.folder, 'rescue');
  const log = startArrivalLog(world);
  let stop = async (): Promise<void> => {};
  try {
    for (const [at, move] of moves.entries()) {
      const sinceMs = performance.now();
      const wish = await moveArguments(move, world.folder);
      const from = at === 0 ? world.mirror.root : folder;
      const made = await levee(world, 'notice', '--from', from, '--to', folder, ...wish);
      if (made.code !== 0) throw new Error(`levee notice: ${made.err}`);
      if (at === 0) stop = await startRescueHost(folder, world.officeUrl);
      log.expect(sinceMs, isMoved(move, 'command'));
    }
    return await arrived(world, await log.worst(), { moves, by: 'command' });
  } finally {
    await stop();
    for (const each of [world.redis, world.bridge, world.office]) await each.start();
  }
}

async function arrived(
  world: World,
  all: readonly Arrival[],
  { moves, by }: { readonly moves: readonly Move[]; readonly by: MovedBy },
): Promise<readonly Check[]> {
  const wrong: string[] = [];
  for (const { name, url } of hostsOf(world)) {
    const release = await readAt(world, url);
    if (release === null) wrong.push(`${name}: no release`);
    else for (const move of moves) wrong.push(...(await wronglyTold(world, { release, url }, move, by)));
  }
  return [
    arrivalCheck(`by ${by}: from yes until voters are told, the slowest of ${moves.length}`, all),
    check(
      `by ${by}: places whose voters are told something else`,
      wrong.slice(0, 5).join('; ') || 'none',
      () => wrong.length === 0,
      'none',
    ),
  ];
}

/** What was told meanwhile is in the next release of the office host, too. */
async function takenOver(world: World, moves: readonly Move[]): Promise<Check> {
  const rescued = (await readAt(world, world.mirror.url))?.pointer.sequence ?? 0;
  const headers = { Authorization: `Bearer ${world.env.CRON_SECRET}` };
  const endsAtMs = performance.now() + TAKEN_OVER_MS;
  let kept = 0;
  while (kept < moves.length && performance.now() < endsAtMs) {
    await fetch(`${world.officeUrl}/office/api/heartbeat/`, { headers }).catch(() => null);
    const pointer = (await readAt(world, world.origin.url))?.pointer;
    const isNewer = pointer !== undefined && pointer.sequence > rescued;
    kept = isNewer ? moves.filter((move) => isMoved(move, 'command')(pointer)).length : 0;
    await sleep(500);
  }
  return check(
    'taken over by the office host when it is back',
    `${kept} of ${moves.length}`,
    () => kept === moves.length,
    'all',
  );
}

/** All places are where they were. */
async function undone(world: World, moves: readonly Move[]): Promise<Check> {
  const up = (await readAt(world, world.origin.url))?.pointer.notices ?? [];
  for (const county of new Set(moves.map((move) => move.county))) {
    const own = up.filter(({ officeId }) => officeId === county.officeId).map(({ id }) => id);
    await (await deskOf(world, county)).takeDown(...own);
  }
  const log = startArrivalLog(world);
  log.expect(performance.now(), ({ notices }) =>
    notices.every(({ until }) => Date.parse(until) <= Date.now()),
  );
  return arrivalCheck('taken down again', await log.worst());
}
