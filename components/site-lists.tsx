// Owns how early-voting sites and drop boxes look: lists below the answer, quieter than the place of election day, so
// that nobody takes one for the other.

import type { SiteListView, SiteView } from '@/lib/view/outcome-view';
import { DirectionsLink } from './directions-link';
import { HoursTable } from './hours-table';
import { NoticeBanner } from './notice-banner';
import { PlaceAccess } from './place-access';

interface SiteListsProps {
  readonly lists: readonly SiteListView[];
}

/** Nothing where nothing is left to come. */
export function SiteLists({ lists }: SiteListsProps) {
  return lists.map(({ kind, heading, lead, sites }) => (
    <section key={kind} className="sites no-print">
      <h3>{heading}</h3>
      <p>{lead}</p>
      <ul className="site-list">
        {sites.map((site) => (
          <li key={site.place.listedId}>
            <Site site={site} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Site({ site: { place, datesLine, notices } }: { readonly site: SiteView }) {
  return (
    <>
      {notices.map((notice) => (
        <NoticeBanner key={notice.id} notice={notice} />
      ))}
      {place.labels.map((label) => (
        <p className="place-label" key={label}>
          {label}
        </p>
      ))}
      <h4 className="site-name">
        <bdi>{place.name}</bdi>
      </h4>
      <address className="site-address">
        <bdi>{place.addressLines.join(', ')}</bdi>
      </address>
      {place.formerLine !== null && <p className="place-former">{place.formerLine}</p>}
      {datesLine !== null && <p>{datesLine}</p>}
      {place.hours !== null && <HoursTable hours={place.hours} saidDate={null} />}
      {place.formerHoursLine !== null && <p className="place-former">{place.formerHoursLine}</p>}
      {place.openLine !== null && <p className="open-line">{place.openLine}</p>}
      {place.officeDirections !== null && (
        <p lang={place.officeDirections.body.lang} dir="auto">
          {place.officeDirections.body.text}
        </p>
      )}
      <DirectionsLink place={place} />
      {place.access !== null && <PlaceAccess access={place.access} isFolded />}
    </>
  );
}
