// Owns how one polling place looks: readable across a room, one thing to do.
// Every text is the view's; the office's own words carry their language.

import type { IsoDate } from '@/lib/core/vip';
import type { PlaceView, TimeText } from '@/lib/view/outcome-view';
import { HoursTable, type HoursTableProps } from './hours-table';

interface PlaceCardProps {
  readonly place: PlaceView;
  /** The election's name and date, where this place is the answer. */
  readonly election: TimeText | null;
  /** The election's day, where it stands above several places and need not be said with each. */
  readonly saidDate?: IsoDate | null;
  /** 3 below the result's heading, 4 below a heading of its own. */
  readonly headingLevel: 3 | 4;
}

/** Labels, name, address, election, hours, directions: in that order. */
export function PlaceCard({ place, election, saidDate = null, headingLevel }: PlaceCardProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <article className={place.isClosed ? 'place-card place-closed' : 'place-card'}>
      {place.labels.map((label) => (
        <p className="place-label" key={label}>
          {label}
        </p>
      ))}
      <Heading className="place-name">{place.name}</Heading>
      <address className="place-address">
        {place.addressLines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </address>
      {place.formerLine !== null && <p className="place-former">{place.formerLine}</p>}
      <PlaceTimes place={place} election={election} saidDate={election?.dateTime ?? saidDate} />
      {place.directionsLink !== null && (
        <a
          className="usa-button place-directions"
          href={place.directionsLink.href}
          rel="noreferrer"
          aria-label={place.directionsLabel}
        >
          {place.directionsLink.text}
        </a>
      )}
      {place.officeDirections !== null && (
        <p className="place-finding">
          <strong>{place.officeDirections.heading}:</strong>{' '}
          <span lang={place.officeDirections.body.lang}>{place.officeDirections.body.text}</span>
        </p>
      )}
    </article>
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
      {place.openLine !== null && <p className="open-line no-print">{place.openLine}</p>}
    </div>
  );
}
