// Owns polling places that move in a night: what the office fills in, and what a voter must then be told of it, in words and on the
// plain page. Knows no host.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { en } from '@/lib/messages/en';
import type { NoticeWish } from '@/lib/office/notices/notice-wish';
import type { Pointer } from '@/lib/release/format';
import { placePagePath } from '@/lib/release/page-paths';
import type { OpenRelease } from '@/lib/release/reader';
import { viewOutcome } from '@/lib/view/view-outcome';
import type { StoredCounty } from '../bench/office-store';
import { goldenAt } from './golden-answers';
import { wholeDay } from './notice-wishes';
import type { World } from './world';

/** One place of a county, by number. */
export interface Move {
  readonly county: StoredCounty;
  readonly placeId: string;
  readonly number: number;
}

/** By two people at the desk, or by `levee notice`. */
export type MovedBy = 'desk' | 'command';

/** The first places of the counties, in their order. */
export function movesIn(counties: readonly StoredCounty[], count: number): readonly Move[] {
  const all = counties.flatMap((county) => county.placeIds.map((placeId) => ({ county, placeId })));
  return all.slice(0, count).map((place, number) => ({ ...place, number }));
}

const nameAfter = ({ number }: Move, by: MovedBy): string => `Moved Hall ${number} (by ${by})`;
const reasonOf = ({ number }: Move, by: MovedBy): string =>
  `A pipe burst at 02:40, number ${number}, told by ${by}.`;

/** The form of a late change. */
export function moveWish(move: Move, by: MovedBy): NoticeWish {
  const name = nameAfter(move, by);
  const reason = reasonOf(move, by);
  return wholeDay([move.placeId], {
    kind: 'moved',
    // Of two for one place, voters follow the one that begins later.
    ...(by === 'command' ? { from: `${new Date().toISOString().slice(0, 10)}T00:00` } : {}),
    newPlace: {
      kind: 'typed',
      name,
      line1: `${move.number + 1} Dry St`,
      city: 'Newtown',
      state: 'ZZ',
      zip: '00100',
    },
    hours: { opens: '07:00', closes: '20:00' },
    text: { en: reason, es: `${reason} (es)` },
  });
}

/** The arguments of `levee notice` for it; the new place stands in a file of `folder`. */
export async function moveArguments(move: Move, folder: string): Promise<readonly string[]> {
  const { newPlace, hours, text, from, until } = moveWish(move, 'command');
  const file = join(folder, `move-${move.number}.json`);
  await writeFile(file, JSON.stringify(newPlace));
  return [
    ...['--kind', 'moved', '--office', move.county.officeId, '--place', move.placeId, '--new-place', file],
    ...['--hours', `${hours?.opens}-${hours?.closes}`, '--from-time', from, '--until', until],
    ...['--text-en', text.en ?? '', '--text-es', text.es ?? '', '--yes'],
  ];
}

/** Whether the pointer of a host has it. */
export const isMoved =
  (move: Move, by: MovedBy) =>
  ({ notices }: Pointer): boolean =>
    notices.some(
      ({ officeId, pollingLocationIds, newPlace }) =>
        officeId === move.county.officeId &&
        pollingLocationIds.includes(move.placeId) &&
        newPlace?.name === nameAfter(move, by),
    );

/** What is wrong with what voters of a place are told at a host: by the look-up, and on the place's plain page; [] where
 *  nothing is. */
export async function wronglyTold(
  world: World,
  { release, url }: { readonly release: OpenRelease; readonly url: string },
  move: Move,
  by: MovedBy,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  const [name, reason] = [nameAfter(move, by), reasonOf(move, by)];
  const listed = world.state.pollingLocations.find(({ id }) => id === move.placeId);
  for (const { address } of goldenAt(world.golden, [move.placeId]).filter(({ kind }) => kind === 'found')) {
    const view = viewOutcome(await release.answer(address, new Date()), en, new Date());
    const place = view.layout === 'places' ? view.places[0] : undefined;
    if (place?.name !== name) wrong.push(`the place is ${place?.name ?? 'none'}`);
    if (!place?.formerLine?.includes(listed?.name ?? '')) wrong.push('the old place is not named');
    if (!place?.formerLine?.includes(listed?.line1 ?? '')) wrong.push('the old address is not named');
    if (!view.notices.some(({ body }) => body.text.includes(reason))) wrong.push('no reason');
  }
  const page = await fetch(`${url}${placePagePath('en', move.county.officeId, move.placeId)}`);
  const text = await page.text();
  if (!page.ok) wrong.push(`no plain page: ${page.status}`);
  else if (!text.includes(name) || !text.includes(reason)) wrong.push('the plain page does not tell');
  return wrong.map((what) => `${move.placeId}: ${what}`);
}
