// Owns how the places of an answer stand: one large, or several below each other, with what can be done with them.
// Every word is the view's; what a tap does is the page's.

import type { ReactNode } from 'react';
import type { OfficeFactsView } from '@/lib/view/office-facts';
import type { PlacesView, PlaceView } from '@/lib/view/outcome-view';
import { ViewLink } from './paragraph-text';
import { PlaceAccess } from './place-access';
import { PlaceCard } from './place-card';
import type { DrawPlace } from './vote-centers';

/** What a page adds to an answer; all of it may be missing. */
export interface ResultExtras {
  /** Quiet actions for one place, as list items; undefined for a place that nobody is to keep. */
  readonly keep?: (place: PlaceView, isOneOfSeveral: boolean) => ReactNode;
  /** More quiet actions for the answer as a whole, as list items: keep this place on the phone. */
  readonly save?: ReactNode;
  /** Puts vote centers into an order of the voter's choice. */
  readonly arrange?: (places: readonly PlaceView[], draw: DrawPlace) => ReactNode;
  /** What stands on paper only. */
  readonly paper?: ReactNode;
}

interface PlaceResultsProps {
  readonly view: PlacesView;
  readonly facts: readonly OfficeFactsView[];
  readonly onPrint: () => void;
  readonly extras: ResultExtras;
}

/** The places, then the quiet actions for all of them. */
export function PlaceResults({ view, facts, onPrint, extras }: PlaceResultsProps) {
  const { places } = view;
  const isOneOfSeveral = places.length !== 1;
  // Above several places, and above one that is closed: no day stands beside a place that nobody can go to.
  const isAbove = isOneOfSeveral || places[0]?.isClosed === true;
  const draw: DrawPlace = (place, distanceLine, headingLevel) => (
    <PlaceCard
      key={[place.id, ...place.labels, ...place.addressLines].join()}
      place={place}
      election={isAbove ? null : view.electionLine}
      saidDate={view.electionLine?.dateTime ?? null}
      headingLevel={headingLevel}
      distanceLine={distanceLine}
      access={place.access && <PlaceAccess access={place.access} isFolded={isOneOfSeveral} />}
      actions={isOneOfSeveral ? extras.keep?.(place, true) : undefined}
    />
  );
  const level = view.placesHeading === null ? 3 : 4;
  return (
    <>
      {isAbove && <ElectionLine view={view} />}
      {view.placesHeading !== null && <h3>{view.placesHeading}</h3>}
      {view.outcome === 'anyPlace' && extras.arrange !== undefined
        ? extras.arrange(places, draw)
        : places.map((place) => draw(place, null, level))}
      <QuietActions view={view} facts={facts} onPrint={onPrint} extras={extras} />
    </>
  );
}

/** Beside the one thing to do, and quieter. The office's own registration page stands in for the national one. */
function QuietActions({ view, facts, onPrint, extras }: PlaceResultsProps) {
  const [only, another] = view.places;
  const own = facts.length === 1 ? facts[0]?.registrationLink : null;
  const registration = view.registrationLink && (own ?? view.registrationLink);
  if (only === undefined && registration === null) return null;
  return (
    <ul className="quiet-actions no-print">
      {only !== undefined && (
        <li>
          <button type="button" className="usa-button usa-button--unstyled" onClick={onPrint}>
            {view.printLabel}
          </button>
        </li>
      )}
      {only !== undefined && another === undefined && extras.keep?.(only, false)}
      {only !== undefined && extras.save}
      {registration !== null && (
        <li>
          <ViewLink link={registration} />
        </li>
      )}
    </ul>
  );
}

function ElectionLine({ view }: Pick<PlaceResultsProps, 'view'>) {
  if (view.electionLine === null) return null;
  return (
    <p className="result-election">
      <time dateTime={view.electionLine.dateTime}>{view.electionLine.text}</time>
    </p>
  );
}
