'use client';
// Owns the map of a comparison: an extra, never instead of the sentences. Leaflet is fetched when somebody opens it.

import { useEffect, useRef, useState } from 'react';
import { tileUrl } from '@/lib/client/site-config';
import type { DifferenceMapData } from '@/lib/office/compare/difference-map';

interface DifferenceMapProps extends DifferenceMapData {
  /** Whose county borders are drawn: `MS`. */
  readonly state: string;
}

/** Nothing where no place has a point. */
export function DifferenceMap({ places, moves, withoutPoint, state }: DifferenceMapProps) {
  const canvas = useRef<HTMLElement>(null);
  const [hasFailed, setFailed] = useState(false);

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    let remove: (() => void) | null = null;
    let isGone = false;
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      import('./difference-leaflet')
        .then(async ({ drawDifference }) => {
          const drawn = await drawDifference(element, { places, moves }, { state, tileUrl });
          if (isGone) drawn();
          else remove = drawn;
        })
        .catch(() => setFailed(true));
    });
    observer.observe(element);
    return () => {
      isGone = true;
      observer.disconnect();
      remove?.();
    };
  }, [places, moves, state]);

  if (places.length === 0) return null;
  return (
    <section className="difference-part map">
      <h2>Map</h2>
      {hasFailed ? (
        <p>The map could not be loaded. Everything it shows stands in words on this page.</p>
      ) : (
        <section ref={canvas} className="map-canvas needs-script" aria-label="Polling places and moves" />
      )}
      <p className="quiet">
        {places.length} polling places: large points change, small ones stay as they are. A line leads from
        the old place to the new one; the more ranges move, the wider it is.
        {withoutPoint > 0 && ` ${withoutPoint} places have no point on either list.`}
      </p>
    </section>
  );
}
