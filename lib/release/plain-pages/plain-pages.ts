// Owns the whole of a release's plain pages: what was merged in, every page's bytes out. Pure: the same input gives the
// same bytes, and nothing in them tells when they were made.

import type { Notice } from '@/lib/core/lookup/outcome';
import { isPracticeOffice } from '@/lib/view/practice';
import type { MadePage } from '../page-manifests';
import { answerViews } from './answer-cells';
import type { Site } from './frame';
import { localityPages } from './locality-pages';
import type { PageSource } from './page-source';
import { placePages } from './place-pages';
import { goPages, startPages } from './start-pages';
import { zipPages } from './zip-pages';

/** Every page of a release, each path once. `onProgress` hears steps done of steps in all. */
export function plainPages(
  source: PageSource,
  notices: readonly Notice[],
  { languages, origin }: Pick<Site, 'languages' | 'origin'>,
  onProgress?: (done: number, total: number) => void,
): readonly MadePage[] {
  const { zips, localities, places } = source;
  const site: Site = {
    languages,
    origin,
    isPractice: localities.some(({ object }) => isPracticeOffice(object.officeId)),
  };
  const ofOffice = (officeId: string) => notices.filter((notice) => notice.officeId === officeId);
  const total = zips.length + localities.length + places.length;
  const pages: MadePage[] = [
    ...startPages(localities, site),
    ...goPages(
      zips.map(({ zip }) => zip),
      localities,
      site,
    ),
  ];
  let done = 0;
  const add = (made: readonly MadePage[]): void => {
    for (const page of made) pages.push(page);
    done += 1;
    if (done % 64 === 0 || done === total) onProgress?.(done, total);
  };
  const views = new Map(languages.map(({ tag, messages }) => [tag, answerViews(notices, messages)]));
  for (const zip of zips) add(zipPages(zip, views, site));
  for (const locality of localities) add(localityPages(locality, ofOffice(locality.object.officeId), site));
  for (const place of places) add(placePages(place, ofOffice(place.locality.officeId), site));
  return pages;
}
