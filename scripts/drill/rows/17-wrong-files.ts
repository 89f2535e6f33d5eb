// Owns row 17: files that are not what they should be are uploaded, and somebody would approve them.

import { check } from '../check';
import {
  halfOfIt,
  lastYears,
  shiftedRows,
  slippedColumn,
  swappedColumns,
  swappedPlaces,
  twoSwapped,
} from '../county-faults';
import type { Desk, Feed } from '../desk';
import { deskOf, feedOf } from '../desk-of';
import { during } from '../during';
import { goldenAt } from '../golden-answers';
import { readAt } from '../hosts';
import { voterChecks } from '../meter';
import type { DrillRow } from '../row';
import type { GoldenAddress } from '../verdict';

/** What stopped a file, in the host's words; null: it would be live. */
interface Stopped {
  readonly what: string;
  readonly by: string | null;
}

/** Uploads each, goes as far as the desk lets two people go who look at nothing, and gives it back. */
export const row: DrillRow = {
  number: 17,
  fault: 'shifted, swapped, last year’s CSV',
  mustGet: 'the old good answer: every file refused, or stopped at the comparison',
  run: async (world, meter) => {
    const county = world.counties[1] ?? world.counties[0]!;
    const golden = goldenAt(world.golden, county.placeIds).filter(({ kind }) => kind === 'found');
    const desk = await deskOf(world, county);
    const feed = feedOf(world, county);
    const neighbour = world.counties.find(({ officeId }) => officeId !== county.officeId);
    const files: readonly (readonly [string, Feed])[] = [
      ['rows shifted by a column', shiftedRows(feed)],
      ['a column slipped by rows', slippedColumn(feed)],
      ['first and last numbers swapped', swappedColumns(feed)],
      ['places of all precincts swapped', swappedPlaces(feed)],
      ['places of two precincts swapped', twoSwapped(feed)],
      ['last election’s file', lastYears(feed)],
      ['an upload that was cut off', halfOfIt(feed)],
      ...(neighbour === undefined ? [] : [['another county’s file', feedOf(world, neighbour)] as const]),
    ];
    const before = await readAt(world, world.origin.url);
    const stopped: Stopped[] = [];
    const watched = await meter.watch({
      name: 'voters',
      settings: world.voters(world.edgeDisk),
      golden: world.golden,
      seconds: world.seconds,
      turns: 1,
      calm: false,
      attack: during('wrong files', async () => {
        for (const [what, wrong] of files)
          stopped.push({ what, by: await stopperOf(desk, wrong, what, golden) });
      }),
    });
    const after = await readAt(world, world.origin.url);
    const through = stopped.filter(({ by }) => by === null).map(({ what }) => what);
    return {
      checks: [
        check(
          `files that nothing stopped, of ${files.length}`,
          through.join(', ') || 'none',
          () => through.length === 0,
          'none',
        ),
        check(
          'the list that is live',
          after?.pointer.root ?? 'none',
          (root) => root === before?.pointer.root,
          'as it was',
        ),
        ...voterChecks(watched),
      ],
      watched: [watched],
      notes: stopped.map(({ what, by }) => `${what}: ${by}`),
    };
  },
};

/** As far as it gets without anybody taking note of anything. What was submitted is given back. */
async function stopperOf(
  desk: Desk,
  feed: Feed,
  title: string,
  golden: readonly GoldenAddress[],
): Promise<string | null> {
  const { draftId, checked } = await desk.upload(feed, title);
  const draft = `/office/api/drafts/${desk.officeId}/${draftId}/`;
  const by = await (async () => {
    // What the office knows by heart goes with every list of it; a list without those places refuses them.
    const lines = golden
      .map(({ address, placeIds }) => ({ address, place: placeIds[0] ?? '' }))
      .slice(0, 100);
    if (checked?.isReadable) await desk.golden(draftId, lines).catch(() => null);
    const submitted = await desk.submit(draftId);
    if (submitted.code !== 'ok') return `refused: ${submitted.message}`;
    await desk.approver.stepUp();
    const approved = await desk.approver.post(`${draft}approve/`);
    if (approved.code === 'ok') return null;
    await desk.approver.must(`${draft}return/`, { reason: 'This is not our list.' });
    return `${approved.code}: ${approved.message}`;
  })();
  if (by !== null) await desk.editor.must(`${draft}withdraw/`);
  return by;
}
