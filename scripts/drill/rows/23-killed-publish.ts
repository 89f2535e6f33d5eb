// Owns row 23: whatever publishes is killed, at every step of a publish.

import { join } from 'node:path';
import { type JobStep, jobSteps } from '@/lib/office/publish/job';
import { freePort } from '../../free-port';
import { kvBridge } from '../../kv-bridge/kv-bridge';
import { type Check, check } from '../check';
import { placesRenamed } from '../county-faults';
import type { Desk, Feed } from '../desk';
import { deskOf, feedOf } from '../desk-of';
import { during } from '../during';
import { arrivals, brokenFiles, isAtLeast, readAt } from '../hosts';
import { type Kill, killOnKv, killOnLmdb } from '../kills/kill-rounds';
import { voterChecks } from '../meter';
import { redisPart } from '../open-world';
import type { DrillRow } from '../row';
import type { World } from '../world';

/** In a whole drill, on both kinds of store together; a drill of a few seconds kills a tenth. */
const KILLS = 100;
const WHOLE_DRILL_SECONDS = 10;

/** Kills a process at points spread over all operations of a publish, each on fresh stores; and the world's office host in the
 *  middle of its own. */
export const row: DrillRow = {
  number: 23,
  fault: 'process killed at every step of a publish',
  mustGet: 'the old or the new release, never a mix',
  run: async (world, meter) => {
    const isWhole = world.seconds >= WHOLE_DRILL_SECONDS;
    const count = isWhole ? KILLS : KILLS / 10;
    const county = world.counties[1] ?? world.counties[0]!;
    const desk = await deskOf(world, county);
    const checks: Check[] = [];
    const watched = await meter.watch({
      name: 'voters',
      settings: world.voters(world.edgeDisk),
      golden: world.golden,
      seconds: world.seconds,
      turns: 1,
      calm: false,
      attack: during('kills', async () => {
        const feed = feedOf(world, county);
        for (const step of isWhole ? jobSteps : (['store'] as const)) {
          checks.push(...(await hostKilledAt(step, world, desk, placesRenamed(feed, step))));
        }
        const back = await desk.publish(feed, 'As it was');
        await arrivals(world, back.approvedAtMs, isAtLeast(back.sequence));
        checks.push(...(await kills(world, count)));
      }),
    });
    return {
      checks: [...checks, ...voterChecks(watched)],
      watched: [watched],
      notes: isWhole ? [] : [`${count} kills of ${KILLS}: the drill is a short one`],
    };
  },
};

async function kills(world: World, count: number): Promise<readonly Check[]> {
  const all = [...(await killOnLmdb({ count: count / 2 })), ...(await onOwnRedis(world, count / 2))];
  const wrong = all.flatMap((kill) => kill.wrong.map((what) => `${kill.step}: ${what}`));
  const steps = new Set(all.map(({ step }) => step));
  return [
    check('processes killed', all.length, (killed) => killed === count, `${count}`),
    check(
      'steps that one was killed in',
      steps.size,
      (many) => many >= Math.min(count / 2, jobSteps.length),
      `all ${jobSteps.length}`,
    ),
    check(
      'mixes, losses, jobs that do not end',
      wrong.join('; ') || 'none',
      () => wrong.length === 0,
      'none',
    ),
  ];
}

async function onOwnRedis({ folder }: World, count: number): Promise<readonly Kill[]> {
  const port = await freePort();
  const redis = redisPart(join(folder, 'kills'), port);
  const bridge = kvBridge({ redis: `redis://127.0.0.1:${port}`, token: TOKEN });
  const bridgePort = await freePort();
  await redis.start();
  await new Promise<void>((resolve) => bridge.listen(bridgePort, '127.0.0.1', resolve));
  try {
    const url = `http://127.0.0.1:${bridgePort}`;
    return await killOnKv({ address: `redis://127.0.0.1:${port}`, url, token: TOKEN }, { count });
  } finally {
    bridge.closeAllConnections();
    bridge.close();
    await redis.kill();
  }
}

const TOKEN = 'kills-token';

/** The office host itself dies when its job has come to a step. What edges have is whole then, and when the job has ended. */
async function hostKilledAt(step: JobStep, world: World, desk: Desk, feed: Feed): Promise<readonly Check[]> {
  const before = await readAt(world, world.edgeDisk.url);
  const { draftId } = await desk.upload(feed, `Killed at ${step}`);
  await desk.submit(draftId);
  const jobId = await desk.begin(() => desk.approve(draftId));
  for (let at = ''; at !== step; ) {
    const answer = await desk.step(jobId);
    const now = answer.json?.steps?.find(({ state }: { state: string }) => state === 'now');
    // The host drives it, too, and may have come further.
    if (answer.code === 'ok' && answer.json.state !== 'running') break;
    at = now?.step ?? '';
    if (jobSteps.indexOf(at as JobStep) > jobSteps.indexOf(step)) break;
  }
  await world.office.kill();
  const broken = await brokenFiles(world);
  const there = await readAt(world, world.edgeDisk.url);
  await world.office.start();
  const job = await desk.driven(jobId);
  await arrivals(world, performance.now(), isAtLeast(job.result?.sequence ?? 0));
  const after = await brokenFiles(world);
  return [
    check(
      `office host killed at “${step}”: missing or wrong files`,
      [...broken, ...after].join('; ') || 'none',
      () => broken.length + after.length === 0,
      'none',
    ),
    check(
      `office host killed at “${step}”: sequence at the edge`,
      there?.pointer.sequence ?? 0,
      (sequence) => sequence >= (before?.pointer.sequence ?? 1),
      'never lower',
    ),
    check(
      `office host killed at “${step}”: the publish in the end`,
      job.state,
      (state) => state === 'done',
      'done',
    ),
  ];
}
