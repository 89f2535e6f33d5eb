// Owns row 20: somebody has an editor's session, and wants voters to see another list.

import { check } from '../check';
import { swappedPlaces } from '../county-faults';
import type { Desk } from '../desk';
import { deskOf, feedOf } from '../desk-of';
import type { DeskAnswer, DeskPerson } from '../desk-person';
import { during } from '../during';
import { readAt } from '../hosts';
import { voterChecks } from '../meter';
import { wholeDay } from '../notice-wishes';
import type { DrillRow } from '../row';

/** Longer than the office host takes to drive a job that should not be there. */
const WAIT_MS = 4_000;

/** Uploads, submits, and tries every way to a release that a second person guards, while voters ask. */
export const row: DrillRow = {
  number: 20,
  fault: 'a stolen editor session publishes',
  mustGet: 'the old answer: no second person, no release',
  run: async (world, meter) => {
    const county = world.counties[1] ?? world.counties[0]!;
    const desk = await deskOf(world, county);
    const thief = desk.editor.thief();
    const before = await readAt(world, world.origin.url);
    let draftId = '';
    let tries: readonly (readonly [string, DeskAnswer])[] = [];
    const watched = await meter.watch({
      name: 'voters',
      settings: world.voters(world.edgeDisk),
      golden: world.golden,
      seconds: world.seconds,
      turns: 1,
      calm: false,
      attack: during('a thief at the desk', async () => {
        ({ draftId } = await desk.upload(swappedPlaces(feedOf(world, county)), 'Not ours', thief));
        tries = await everyWay(desk, thief, draftId, county.placeIds.slice(0, 1));
        await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
      }),
    });
    const after = await readAt(world, world.origin.url);
    await desk.editor.must(`/office/api/drafts/${desk.officeId}/${draftId}/withdraw/`);
    const through = tries.filter(([, { status }]) => status < 400).map(([what]) => what);
    return {
      checks: [
        check(
          `ways to a release that were open, of ${tries.length}`,
          through.join(', ') || 'none',
          () => tries.length > 0 && through.length === 0,
          'none',
        ),
        check(
          'the list that is live',
          after?.pointer.root ?? 'none',
          (root) => root === before?.pointer.root,
          'as it was',
        ),
        check(
          'late changes that are live',
          after?.pointer.notices.length ?? -1,
          (count) => count === before?.pointer.notices.length,
          'as before',
        ),
        ...voterChecks(watched),
      ],
      watched: [watched],
      notes: tries.map(([what, { status, code }]) => `${what}: ${status} ${code}`),
    };
  },
};

/** What a thief can ask of the host that would bring something live, or bring others in who can. */
async function everyWay(
  desk: Desk,
  thief: DeskPerson,
  draftId: string,
  placeIds: readonly string[],
): Promise<readonly (readonly [string, DeskAnswer])[]> {
  const draft = `/office/api/drafts/${desk.officeId}/${draftId}/`;
  const submitted = await desk.submit(draftId, thief);
  if (submitted.code !== 'ok') throw new Error(`an editor cannot submit: ${submitted.message}`);
  const wish = wholeDay(placeIds, { kind: 'callFirst', text: { en: 'Do not go.', es: 'No vaya.' } });
  const noticeId = await desk.askNotice(wish, thief);
  const { placeIds: ids, from, until } = wish;
  const of = (path: string) => `/office/api/${path.replace('OFFICE', desk.officeId)}`;
  const ways: readonly (readonly [string, () => Promise<DeskAnswer>])[] = [
    ['approve the draft', () => thief.post(`${draft}approve/`)],
    ['take note of a cause', () => thief.post(`${draft}acknowledge/`, { code: 'many-conflicts', count: 1 })],
    ['show another passkey', () => thief.stepUp()],
    ['approve the draft after that', () => thief.post(`${draft}approve/`)],
    ['approve a late change', () => thief.post(of(`notices/OFFICE/${noticeId}/approve/`))],
    [
      'call first, alone',
      () => thief.post(of('notices/OFFICE/call-first/'), { wish: { placeIds: ids, from, until } }),
    ],
    [
      'invite an approver',
      () => thief.post(of('people/invite/'), { name: 'Eve Dark', role: 'approver', officeId: desk.officeId }),
    ],
    ['make an upload token', () => thief.post(of('tokens/OFFICE/'), { name: 'nightly' })],
    [
      'change the phone',
      () =>
        thief.post(of('settings/OFFICE/phone/'), { number: '(601) 555-0199', electionDayHours: 'always' }),
    ],
  ];
  const tries: [string, DeskAnswer][] = [];
  for (const [what, go] of ways) tries.push([what, await go()]);
  await desk.editor.post(of(`notices/OFFICE/${noticeId}/refuse/`));
  return tries;
}
