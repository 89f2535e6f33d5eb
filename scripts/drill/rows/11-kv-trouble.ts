// Owns row 11: the office host's KV store dies, hangs, dies in the middle of a publish, and loses what it said it had kept.

import { setTimeout as sleep } from 'node:timers/promises';
import { type Check, check } from '../check';
import { placesRenamed } from '../county-faults';
import type { Desk, Feed } from '../desk';
import { deskOf, feedOf } from '../desk-of';
import { type DeskAnswer, DeskRefusal } from '../desk-person';
import { during } from '../during';
import { arrivalCheck, arrivals, brokenFiles, isAtLeast } from '../hosts';
import { startLossyBridge } from '../lossy-bridge';
import { voterChecks } from '../meter';
import type { DrillRow } from '../row';
import type { World } from '../world';

/** Longer than the office host waits for its store. */
const HANG_MS = 6_000;

/** Four troubles, one after the other; every publish comes to its end once the store is well again. */
export const row: DrillRow = {
  number: 11,
  fault: 'KV down, slow, or losing writes',
  mustGet: 'the answer; the office is told plainly; no publish is half done',
  run: async (world, meter) => {
    const county = world.counties[1] ?? world.counties[0]!;
    const desk = await deskOf(world, county);
    const feed = feedOf(world, county);
    const checks: Check[] = [];
    const watched = await meter.watch({
      name: 'voters',
      settings: world.voters(world.edgeDisk),
      golden: world.golden,
      seconds: world.seconds,
      turns: 1,
      calm: false,
      attack: during('trouble with the store', async () => {
        checks.push(...(await dead(world, desk, feed)));
        checks.push(...(await slow(world, desk, placesRenamed(feed, 'A'))));
        checks.push(...(await killed(world, desk, placesRenamed(feed, 'B'))));
        checks.push(...(await losing(world, desk, placesRenamed(feed, 'C'))));
      }),
    });
    const back = await desk.publish(feed, 'As it was');
    const there = await arrivals(world, back.approvedAtMs, isAtLeast(back.sequence));
    return {
      checks: [...checks, arrivalCheck('a publish after all of it', there), ...voterChecks(watched)],
      watched: [watched],
    };
  },
};

/** Dead while somebody uploads: refused, and then it works. */
async function dead(world: World, desk: Desk, feed: Feed): Promise<readonly Check[]> {
  await world.redis.kill();
  const refusal = await desk.upload(feed, 'While the store is dead').then(
    () => null,
    (error: unknown) => (error instanceof DeskRefusal ? error.answer : null),
  );
  const page = await desk.editor.look(`/office/${desk.officeId}/`);
  await world.redis.start();
  return [
    toldCheck('dead', refusal),
    check(
      'dead: a page of the desk',
      `${page.status}`,
      () => page.status === 500,
      'an error, not half a page',
    ),
    await wholeCheck('dead', world),
  ];
}

/** Hangs in the middle of a publish for longer than anybody waits. */
async function slow(world: World, desk: Desk, feed: Feed): Promise<readonly Check[]> {
  const jobId = await begun(desk, feed, 'While the store hangs');
  world.redis.hold();
  const [told] = await Promise.all([
    desk.step(jobId).catch(() => null),
    sleep(HANG_MS).finally(() => world.redis.goOn()),
  ]);
  return [toldCheck('slow', told), ...(await ended('slow', world, desk, jobId))];
}

/** Killed in the middle of a publish. */
async function killed(world: World, desk: Desk, feed: Feed): Promise<readonly Check[]> {
  const jobId = await begun(desk, feed, 'While the store is killed');
  await desk.step(jobId);
  await world.redis.kill();
  const told = await desk.step(jobId).catch(() => null);
  await world.redis.start();
  return [
    toldCheck('killed in a publish', told),
    ...(await ended('killed in a publish', world, desk, jobId)),
  ];
}

/** Says that it has kept what it has not. What is read back shows it, before voters are pointed to anything. */
async function losing(world: World, desk: Desk, feed: Feed): Promise<readonly Check[]> {
  const draftId = await submitted(desk, feed, 'While the store loses writes');
  await world.bridge.stop();
  const lossy = await startLossyBridge(world);
  const jobId = await desk.begin(() => desk.approve(draftId));
  const job = await desk.driven(jobId).finally(() => lossy.stop());
  await world.bridge.start();
  const isWhole = await wholeCheck('losing writes', world);
  const retried = await desk.step(jobId, 'retry');
  return [
    check('losing writes: writes lost', lossy.lost(), (count) => count > 0, 'some'),
    check(
      'losing writes: the publish',
      `${job.state}: ${job.problem ?? ''}`,
      () => job.state === 'failed' && /Nothing was published/.test(job.problem ?? ''),
      'failed, and says that nothing was published',
    ),
    isWhole,
    check('losing writes: trying again', retried.code, (code) => code === 'ok', 'ok'),
    ...(await ended('losing writes', world, desk, jobId)),
  ];
}

async function submitted(desk: Desk, feed: Feed, title: string): Promise<string> {
  const { draftId } = await desk.upload(feed, title);
  await desk.submit(draftId);
  return draftId;
}

async function begun(desk: Desk, feed: Feed, title: string): Promise<string> {
  const draftId = await submitted(desk, feed, title);
  return desk.begin(() => desk.approve(draftId));
}

async function ended(what: string, world: World, desk: Desk, jobId: string): Promise<readonly Check[]> {
  const sinceMs = performance.now();
  const job = await desk.driven(jobId);
  const there = await arrivals(world, sinceMs, isAtLeast(job.result?.sequence ?? Number.POSITIVE_INFINITY));
  return [
    check(`${what}: the publish once the store is back`, job.state, (state) => state === 'done', 'done'),
    arrivalCheck(`${what}: voters have it`, there),
    await wholeCheck(what, world),
  ];
}

/** By the sentence that the desk's pages show. */
const toldCheck = (what: string, told: DeskAnswer | null): Check =>
  check(
    `${what}: the office is told`,
    told === null ? 'no answer' : `${told.status} ${told.message}`,
    () =>
      told?.status === 503 &&
      told.code.startsWith('store-') &&
      /Nothing was (half done|changed)/.test(told.message),
    'plainly, that nothing is half done',
  );

async function wholeCheck(what: string, world: World): Promise<Check> {
  const broken = await brokenFiles(world);
  return check(
    `${what}: files that are missing or wrong at edges and mirror`,
    broken.join('; ') || 'none',
    () => broken.length === 0,
    'none',
  );
}
