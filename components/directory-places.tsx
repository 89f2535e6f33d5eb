// Owns how places from an office's directory are shown: late changes first, as in any answer.

import { nextElection } from '@/lib/client/next-election';
import type { PlaceAnswer } from '@/lib/core/lookup/outcome';
import type { Messages } from '@/lib/messages/messages';
import type { LocalityRef } from '@/lib/release/format';
import type { OpenRelease } from '@/lib/release/reader';
import type { PlaceView } from '@/lib/view/outcome-view';
import { viewDirectory } from '@/lib/view/view-directory';
import { NoticeBanner } from './notice-banner';
import { PlaceAccess } from './place-access';
import { PlaceCard } from './place-card';

interface DirectoryPlacesProps {
  readonly messages: Messages;
  readonly release: OpenRelease;
  readonly locality: LocalityRef;
  readonly places: readonly PlaceAnswer[];
}

/** Places as they stand after late changes of their own office. */
export function placeViews(props: DirectoryPlacesProps): readonly PlaceView[] {
  return directoryView(props).places;
}

/** Each place as large as an answer, below the notices that concern it. */
export function DirectoryPlaces(props: DirectoryPlacesProps) {
  const { notices, places } = directoryView(props);
  return (
    <>
      {notices.map((notice) => (
        <NoticeBanner key={notice.id} notice={notice} />
      ))}
      {places.map((place) => (
        <PlaceCard
          key={place.id}
          place={place}
          election={null}
          headingLevel={4}
          access={place.access && <PlaceAccess access={place.access} isFolded />}
        />
      ))}
    </>
  );
}

function directoryView({ messages, release, locality, places }: DirectoryPlacesProps) {
  const now = new Date();
  const { notices, elections } = release.pointer;
  const directory = {
    officeName: locality.office.name,
    places,
    notices: notices.filter((notice) => notice.officeId === locality.officeId),
    election: nextElection(elections, now),
  };
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return viewDirectory(directory, { messages, now, timeZone });
}
