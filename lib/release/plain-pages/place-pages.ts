// Owns the page of one polling place. Where it has moved, the new place stands first, on the old one's page.

import type { Notice } from '@/lib/core/lookup/outcome';
import { format } from '@/lib/messages/format';
import { viewPlacePage } from '@/lib/view/place-page-view';
import type { MadePage } from '../page-manifests';
import { countyPagePath, placePagePath } from '../page-paths';
import { pageBytes, type Site } from './frame';
import { el } from './html';
import { localityManifest } from './locality-pages';
import { officesOf, type PlaceSource } from './page-source';
import { noticeBox, officeContact, placeCard } from './parts';
import { fullNameOf } from './zip-texts';

/** The page of a place, in all languages. `notices` are its office's. */
export function placePages(
  { id, locality, uses }: PlaceSource,
  notices: readonly Notice[],
  site: Site,
): readonly MadePage[] {
  return site.languages.map((language) => {
    const { messages, tag } = language;
    const { title, uses: views, office } = viewPlacePage(uses, locality.office, notices, messages);
    const path = placePagePath(tag, locality.officeId, id);
    const page = {
      path,
      heading: title,
      offices: officesOf([locality]),
      content: [
        ...views.flatMap((view) => [
          ...view.notices.map((notice) => noticeBox(notice, tag)),
          placeCard(view, view.place.name === title ? null : 'h2', tag),
        ]),
        el('h2', null, messages.office.heading),
        ...officeContact(office, tag),
        el('p', { class: 'q' }, messages.office.relay),
      ],
      ways: [
        [
          countyPagePath(tag, locality.officeId, locality.id),
          format(messages.plain.toLocality, { locality: fullNameOf(locality) }),
        ] as const,
      ],
    };
    return { path, bytes: pageBytes(page, language, site), manifest: localityManifest(locality) };
  });
}
