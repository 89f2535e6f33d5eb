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
import type { DeskAnswer } from '../desk-person';
import { during } from '../during';
import { goldenAt } from '../golden-answers';
import { readAt } from '../hosts';
import { voterChecks } from '../meter';
import type { DrillRow } from '../row';
import type { GoldenAddress } from '../verdict';

/** Addresses that an office knows by heart. */
const GOLDEN = 40;

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
    const golden = goldenAt(world.golden, county.placeIds)
      .filter(({ kind }) => kind === 'found')
      .slice(0, GOLDEN);
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
    const usual = await usualCauses(desk, feed);
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
        for (const [title, wrong] of files) {
          stopped.push({ what: title, by: await stopperOf(desk, wrong, { title, golden, usual }) });
        }
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

/** Causes that a sound list of this office has, too: people who see them every time note them without a look. */
async function usualCauses(desk: Desk, feed: Feed): Promise<ReadonlySet<string>> {
  const { draftId } = await desk.upload(feed, 'The list as it is');
  await desk.submit(draftId);
  const codes = (await desk.causes(draftId)).map(({ code }) => code);
  await giveBack(desk, draftId);
  return new Set(codes);
}

/** As far as it gets with people who take note of what they are used to. What was submitted is given back. */
async function stopperOf(
  desk: Desk,
  feed: Feed,
  { title, golden, usual }: { title: string; golden: readonly GoldenAddress[]; usual: ReadonlySet<string> },
): Promise<string | null> {
  const { draftId, checked } = await desk.upload(feed, title);
  const draft = `/office/api/drafts/${desk.officeId}/${draftId}/`;
  // What the office knows by heart goes with every list of it; a list without those places refuses them.
  const lines = golden.map(({ address, placeIds }) => ({ address, place: placeIds[0] ?? '' }));
  if (checked?.isReadable) await desk.golden(draftId, lines).catch(() => null);
  const submitted = await desk.submit(draftId);
  if (submitted.code !== 'ok') {
    await desk.editor.must(`${draft}withdraw/`);
    return `refused: ${submitted.message}`;
  }
  await desk.approver.beFresh();
  for (const cause of await desk.causes(draftId)) {
    if (usual.has(cause.code)) await desk.approver.must(`${draft}acknowledge/`, cause);
  }
  const page = await desk.approver.read(`/office/${desk.officeId}/drafts/${draftId}/approve/`);
  const by = page.includes('Approve and publish')
    ? shownChange(page)
    : whyNot(await desk.approver.post(`${draft}approve/`));
  await giveBack(desk, draftId);
  return by;
}

/** Few precincts change with every list: there, what the approver is shown is what stops it. */
function shownChange(page: string): string | null {
  if (page.includes('Every address leads to the same place as before.')) return null;
  const [, shown] = /<bdi>([^<]*address ranges?[^<]*)<\/bdi>/.exec(page) ?? [];
  return shown === undefined ? null : `shown to the approver: ${shown}`;
}

const whyNot = ({ code, message }: DeskAnswer): string | null =>
  code === 'ok' ? null : `${code}: ${message}`;

async function giveBack(desk: Desk, draftId: string): Promise<void> {
  const draft = `/office/api/drafts/${desk.officeId}/${draftId}/`;
  await desk.approver.beFresh();
  await desk.approver.must(`${draft}return/`, { reason: 'This is not our list.' });
  await desk.editor.must(`${draft}withdraw/`);
}
