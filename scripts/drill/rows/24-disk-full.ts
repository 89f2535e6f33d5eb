// Owns row 24: the disk is full, of an office host that keeps its state in files, and of an edge.

import { join } from 'node:path';
import { type Check, check } from '../check';
import { placesRenamed } from '../county-faults';
import { deskOf, feedOf, levee } from '../desk-of';
import { DeskRefusal } from '../desk-person';
import { during } from '../during';
import { goldenAnswers, rightCheck } from '../golden-answers';
import { arrivals, brokenAt, isAtLeast, readAt } from '../hosts';
import { voterChecks } from '../meter';
import { nginxPart } from '../nginx-part';
import type { DrillRow, RowFigures } from '../row';
import { type SmallDisk, smallDisk } from '../small-disk';
import { type SmallOffice, startSmallOffice } from '../small-office';
import type { World } from '../world';

const MEGABYTES = 96;

/** An office host of its own on a disk of 96 MB, then an edge on another one. */
export const row: DrillRow = {
  number: 24,
  fault: 'disk full at the origin and at the edge',
  mustGet: 'the answer; the office is told plainly',
  run: async (world, meter) => {
    const disks: SmallDisk[] = [];
    const disk = (name: string): SmallDisk => {
      const made = smallDisk(join(world.folder, name), MEGABYTES);
      disks.push(made);
      return made;
    };
    try {
      const origin = await atOrigin(world, disk('full-origin'));
      const edge = await atEdge(world, meter, disk('full-edge'));
      return { checks: [...origin, ...edge.checks], watched: edge.watched ?? [] };
    } finally {
      for (const each of disks) each.unmount();
    }
  },
};

async function atOrigin(world: World, disk: SmallDisk): Promise<readonly Check[]> {
  const office = await startSmallOffice(world, disk.folder);
  try {
    return await whileFull(office, disk);
  } finally {
    await office.stop();
  }
}

/** Filled when a list waits for approval: whoever approves it, or uploads another one, is told; voters have the old list. */
async function whileFull(
  { desk, feed, world, url, golden }: SmallOffice,
  disk: SmallDisk,
): Promise<readonly Check[]> {
  const { draftId } = await desk.upload(placesRenamed(feed, 'North'), 'Before the disk is full');
  await desk.submit(draftId);
  const old = await readAt(world, url);
  await disk.fill();
  const told = [
    await saidOf(async () => {
      await desk.upload(placesRenamed(feed, 'South'), 'While it is full');
      return null;
    }),
  ];
  let jobId: string | null = null;
  told.push(
    await saidOf(async () => {
      jobId = await desk.begin(() => desk.approve(draftId));
      const { problem } = await desk.driven(jobId);
      return problem;
    }),
  );
  const now = await readAt(world, url);
  const broken = await brokenAt(world, url);
  const answers = now === null ? [] : await goldenAnswers(now, golden);
  disk.free();
  if (jobId !== null) await desk.step(jobId, 'retry');
  const after =
    jobId === null ? await desk.live(() => desk.approve(draftId)) : (await desk.driven(jobId)).result;
  return [
    check(
      'origin: what the office is told',
      told.join(' | '),
      () => told.every((text) => /full|no room/i.test(text)),
      'that there is no room, each time',
    ),
    check(
      'origin: the list that is live',
      now?.pointer.root ?? 'none',
      (root) => root === old?.pointer.root,
      'as it was',
    ),
    check('origin: missing or wrong files', broken.join('; ') || 'none', () => broken.length === 0, 'none'),
    rightCheck('origin: golden addresses while it is full', answers),
    check(
      'origin: the publish once there is room',
      after?.sequence ?? 0,
      (sequence) => sequence > (old?.pointer.sequence ?? 0),
      'live',
    ),
  ];
}

/** What somebody is told: the refusal's words, or what `work` gives. */
async function saidOf(work: () => Promise<string | null>): Promise<string> {
  try {
    return (await work()) ?? 'nothing: it was taken';
  } catch (error) {
    if (error instanceof DeskRefusal) return error.answer.message;
    throw error;
  }
}

/** An edge whose disk is full when a new list comes. */
async function atEdge(
  world: World,
  meter: Parameters<DrillRow['run']>[1],
  disk: SmallDisk,
): Promise<RowFigures> {
  const root = join(disk.folder, 'www');
  const pull = () => levee(world, 'mirror', '--from', world.edgeDisk.url, '--to', root);
  const first = await pull();
  if (first.code !== 0) throw new Error(`the edge could not be filled: ${first.err}`);
  const edge = await nginxPart({ name: 'full-edge', folder: join(world.folder, 'full-edge-nginx'), root });
  await edge.start();
  try {
    const county = world.counties[1] ?? world.counties[0]!;
    const desk = await deskOf(world, county);
    const feed = feedOf(world, county);
    const old = await readAt(world, edge.url);
    let [full, broken]: [Awaited<ReturnType<typeof pull>> | null, readonly string[]] = [null, []];
    let kept = '';
    const watched = await meter.watch({
      name: 'voters at the full edge',
      settings: world.voters(edge),
      golden: world.golden,
      seconds: world.seconds,
      turns: 1,
      calm: false,
      attack: during('a full edge', async () => {
        await disk.fill();
        const live = await desk.publish(placesRenamed(feed, 'West'), 'While an edge is full');
        await arrivals(world, live.approvedAtMs, isAtLeast(live.sequence));
        full = await pull();
        broken = await brokenAt(world, edge.url);
        kept = (await readAt(world, edge.url))?.pointer.root ?? 'none';
      }),
    });
    disk.free();
    const again = await pull();
    const after = await readAt(world, edge.url);
    const back = await desk.publish(feed, 'As it was');
    await arrivals(world, back.approvedAtMs, isAtLeast(back.sequence));
    const said = full as Awaited<ReturnType<typeof pull>> | null;
    return {
      checks: [
        check(
          'edge: what levee mirror says',
          `${said?.code}: ${said?.err.trim().slice(0, 300)}`,
          () => said?.code === 1 && /full|no space|no room/i.test(said.err + said.out),
          'exit code 1, and that there is no room',
        ),
        check('edge: the list that it serves', kept, (root) => root === old?.pointer.root, 'as it was'),
        check('edge: missing or wrong files', broken.join('; ') || 'none', () => broken.length === 0, 'none'),
        check(
          'edge: the new list once there is room',
          again.code === 0 ? (after?.pointer.root ?? 'none') : again.err,
          (root) => again.code === 0 && root !== old?.pointer.root,
          'there',
        ),
        ...voterChecks(watched),
      ],
      watched: [watched],
    };
  } finally {
    await edge.kill();
  }
}
