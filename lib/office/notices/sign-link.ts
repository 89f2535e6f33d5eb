// Owns where the code of a door sign leads: to the page of the place to go to, or to a map. Pure.

import type { Notice, PlaceAnswer } from '@/lib/core/lookup/outcome';
import { placePagePath } from '@/lib/release/page-paths';
import { addressLines } from '@/lib/view/place-view';

/** The plain page of the new place, where it is on the list and the voters' site is known (`https://vote.example`); the page of
 *  the old place where there is no new one; else a map of the place. All of them need no script. */
export function signLink(notice: Notice, places: readonly PlaceAnswer[], origin: string | null): string {
  const { newPlace, officeId, pollingLocationIds } = notice;
  const isElsewhere = newPlace !== null && (notice.kind === 'moved' || notice.kind === 'closed');
  const toId = isElsewhere ? newPlace.id : pollingLocationIds[0];
  const listed = places.find(({ id }) => id === toId);
  if (origin !== null && listed !== undefined) {
    return origin.replace(/\/+$/, '') + placePagePath('en', officeId, listed.id);
  }
  const place = isElsewhere ? newPlace : listed;
  const query = place === undefined ? 'polling place' : addressLines(place).join(', ');
  return `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(query)}`;
}
