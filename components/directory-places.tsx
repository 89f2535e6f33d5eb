// Owns how places from an office's directory are shown: late changes first, as in any answer.

import { nextElection } from '@/lib/client/next-election';
import type { PlaceAnswer } from '@/lib/core/lookup/outcome';
import type { Messages } from '@/lib/messages/messages';
import type { LocalityRef } from '@/lib/release/format';
import type { OpenRelease } from '@/lib/release/reader';
import { currentNotices, noticesOf, viewNotice } from '@/lib/view/notice-view';
import type { PlaceView } from '@/lib/view/outcome-view';
import { changedPlaces, viewPlace } from '@/lib/view/place-view';
import { NoticeBanner } from './notice-banner';
import { PlaceCard } from './place-card';

interface DirectoryPlacesProps {
  readonly messages: Messages;
  readonly release: OpenRelease;
  readonly locality: LocalityRef;
  readonly places: readonly PlaceAnswer[];
}

/** Places as they stand after late changes of their own office. */
export function placeViews({
  messages,
  release,
  locality,
  places,
}: DirectoryPlacesProps): readonly PlaceView[] {
  const now = new Date();
  const election = nextElection(release.pointer.elections, now);
  const notices = noticesIn(release, locality, now);
  const context = { election, notices, messages, now };
  return changedPlaces(places, context).map((changed) => viewPlace(changed, context));
}

/** Each place as large as an answer, below the notices that concern it. */
export function DirectoryPlaces(props: DirectoryPlacesProps) {
  const { messages, release, locality, places } = props;
  const notices = noticesIn(release, locality, new Date()).filter((notice) =>
    places.some((place) => noticesOf(place, [notice]).length > 0),
  );
  const zone = places[0]?.timeZone ?? null;
  return (
    <>
      {notices.map((notice) => (
        <NoticeBanner key={notice.id} notice={viewNotice(notice, locality.office.name, zone, messages)} />
      ))}
      {placeViews(props).map((place) => (
        <PlaceCard key={place.id} place={place} election={null} headingLevel={4} />
      ))}
    </>
  );
}

function noticesIn({ pointer }: OpenRelease, { officeId }: LocalityRef, now: Date) {
  return currentNotices(pointer.notices, now).filter((notice) => notice.officeId === officeId);
}
