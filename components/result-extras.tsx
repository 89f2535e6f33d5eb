'use client';
// Owns what a page with a release behind it adds to an answer with places: keep and share, the order of vote centers, the
// code on paper. It knows the place and its office, and nothing of the voter.

import { placeLink } from '@/lib/client/place-link';
import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import type { AllMessages } from '@/lib/messages/messages';
import type { OfficeView, PlacesView, PlaceView } from '@/lib/view/outcome-view';
import { PlaceActions } from './place-actions';
import { PlaceQr } from './place-qr';
import type { ResultExtras } from './place-results';
import type { ReleaseState } from './use-release';
import { VoteCenters } from './vote-centers';

/** For an answer alone: where the office has to be called first, nothing is to be kept. */
export function resultExtras(
  view: PlacesView,
  outcome: LookupOutcome,
  release: ReleaseState,
  messages: AllMessages,
): ResultExtras {
  const { electionLine } = view;
  if (view.tone !== 'answer' || electionLine === null) return {};
  const [office, otherOffice] = outcome.offices;
  const officeId = office !== undefined && otherOffice === undefined ? office.id : null;
  const phone = view.offices.length === 1 ? phoneText(view.offices[0]) : null;
  const linkOf = (place: PlaceView) =>
    placeLink({
      origin: window.location.origin,
      lang: messages.tag,
      officeId,
      placeId: place.listedId,
      hasPages: release.kind === 'open' && release.release.pointer.pagesRoot !== null,
    });
  const entryOf = (place: PlaceView) => ({
    place,
    election: electionLine,
    electionId: outcome.election?.id ?? '',
    officeId: officeId ?? '',
    phone,
    link: linkOf(place),
  });
  const [only, another] = view.places;
  const link = only === undefined || another !== undefined ? null : linkOf(only);
  return {
    keep: (place, isOneOfSeveral) =>
      place.isClosed ? undefined : (
        <PlaceActions messages={messages} entry={entryOf(place)} isOneOfSeveral={isOneOfSeveral} />
      ),
    arrange: (places, draw) => <VoteCenters messages={messages} places={places} draw={draw} />,
    paper: link === null ? null : <PlaceQr link={link} caption={messages.keep.scan} />,
  };
}

function phoneText(office: OfficeView | undefined): string | null {
  const phone = office?.phone ?? null;
  return phone === null || typeof phone === 'string' ? phone : phone.text;
}
