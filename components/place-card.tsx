// Owns how one polling place looks: readable across a room, one thing to do.
// Every text is the view's; the office's own words carry their language.

import type { ReactNode } from 'react';
import type { IsoDate } from '@/lib/core/vip';
import type { OfficePassage, PlaceView, TimeText } from '@/lib/view/outcome-view';
import { DirectionsLink } from './directions-link';
import { HoursTable, type HoursTableProps } from './hours-table';

interface PlaceCardProps {
  readonly place: PlaceView;
  /** The election's name and date, where this place is the answer. */
  readonly election: TimeText | null;
  /** The election's day, where it stands above several places and need not be said with each. */
  readonly saidDate?: IsoDate | null;
  /** 3 below the result's heading, 4 below a heading of its own. */
  readonly headingLevel: 3 | 4;
  /** How far it is, where the voter asked. */
  readonly distanceLine?: string | null;
  /** Getting in, drawn by whoever has the room for it. */
  readonly access?: ReactNode;
  /** Quiet things to do with this place alone: list items. */
  readonly actions?: ReactNode;
}

/** Labels, name, address, election, hours, directions, getting in: in that order. */
export function PlaceCard(props: PlaceCardProps) {
  const { place, election, saidDate = null, headingLevel, distanceLine = null } = props;
  const Heading = `h${headingLevel}` as const;
  return (
    <article className={place.isClosed ? 'place-card place-closed' : 'place-card'}>
      {place.labels.map((label) => (
        <p className="place-label" key={label}>
          {label}
        </p>
      ))}
      <Heading className="place-name">
        <bdi>{place.name}</bdi>
      </Heading>
      <address className="place-address">
        {place.addressLines.map((line) => (
          <bdi key={line}>{line}</bdi>
        ))}
      </address>
      {place.formerLine !== null && <p className="place-former">{place.formerLine}</p>}
      {distanceLine !== null && <p className="place-distance">{distanceLine}</p>}
      <PlaceTimes place={place} election={election} saidDate={election?.dateTime ?? saidDate} />
      <DirectionsLink place={place} className="usa-button place-directions" />
      <Passage passage={place.officeDirections} />
      <Passage passage={place.entrance} />
      {props.access}
      {props.actions !== undefined && <ul className="quiet-actions no-print">{props.actions}</ul>}
    </article>
  );
}

function Passage({ passage }: { readonly passage: OfficePassage | null }) {
  if (passage === null) return null;
  return (
    <p className="place-finding">
      <strong>{passage.heading}:</strong> <bdi lang={passage.body.lang}>{passage.body.text}</bdi>
    </p>
  );
}

type PlaceTimesProps = Pick<PlaceCardProps, 'place' | 'election'> & Pick<HoursTableProps, 'saidDate'>;

function PlaceTimes({ place, election, saidDate }: PlaceTimesProps) {
  if (election === null && place.hours === null && place.openLine === null) return null;
  return (
    <div className="place-times">
      {election !== null && (
        <p>
          <time dateTime={election.dateTime}>{election.text}</time>
        </p>
      )}
      {place.hours !== null && <HoursTable hours={place.hours} saidDate={saidDate} />}
      {place.formerHoursLine !== null && <p className="place-former">{place.formerHoursLine}</p>}
      {place.openLine !== null && <p className="open-line no-print">{place.openLine}</p>}
    </div>
  );
}
