'use client';
// Owns the link to a map: the phone's own where the device has one, else a web map. Nothing is fetched before the tap.

import { ownMapLink } from '@/lib/client/map-link';
import type { PlaceView } from '@/lib/view/outcome-view';

interface DirectionsLinkProps {
  readonly place: Pick<PlaceView, 'directionsLink' | 'directionsLabel' | 'mapQuery'>;
  readonly className?: string;
}

/** Nothing for a place that nobody is to set out for. */
export function DirectionsLink({ place, className }: DirectionsLinkProps) {
  const { directionsLink, directionsLabel, mapQuery } = place;
  if (directionsLink === null) return null;
  const own = mapQuery === null || typeof navigator === 'undefined' ? null : ownMapLink(mapQuery, navigator);
  return (
    <a
      href={own ?? directionsLink.href}
      rel="noreferrer"
      aria-label={directionsLabel}
      {...(className === undefined ? {} : { className })}
    >
      {directionsLink.text}
    </a>
  );
}
