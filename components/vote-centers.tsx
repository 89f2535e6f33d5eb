'use client';
// Owns the order of vote centers: by town, or by distance once the voter taps for it. Where the voter stands is asked of
// the device at that tap only, used on this page, and kept by nobody.

import { type ReactNode, useState } from 'react';
import type { LatLng } from '@/lib/core/vip';
import type { AllMessages } from '@/lib/messages/messages';
import { nearestFirst } from '@/lib/view/nearest';
import type { PlaceView } from '@/lib/view/outcome-view';

/** How one place is drawn; the line is its distance, null where it is not known. */
export type DrawPlace = (place: PlaceView, distanceLine: string | null, headingLevel: 3 | 4) => ReactNode;

interface VoteCentersProps {
  readonly messages: AllMessages;
  /** By town, as the view has them. */
  readonly places: readonly PlaceView[];
  readonly draw: DrawPlace;
}

type Order =
  | { readonly kind: 'byTown' | 'locating' | 'failed' }
  | { readonly kind: 'nearest'; readonly here: LatLng };

/** Long enough for a cold GPS, short enough not to be waited for in vain. */
const LOCATE_TIMEOUT_MS = 15_000;

/** The places with the way to sort them. */
export function VoteCenters({ messages, places, draw }: VoteCentersProps) {
  const [order, setOrder] = useState<Order>({ kind: 'byTown' });
  const canLocate = places.length > 1 && places.some(({ latLng }) => latLng !== null);

  function locate() {
    setOrder({ kind: 'locating' });
    if (!('geolocation' in navigator)) return setOrder({ kind: 'failed' });
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => setOrder({ kind: 'nearest', here: [coords.latitude, coords.longitude] }),
      () => setOrder({ kind: 'failed' }),
      { timeout: LOCATE_TIMEOUT_MS, maximumAge: 60_000 },
    );
  }

  return (
    <>
      {canLocate && (
        <OrderControl
          messages={messages}
          order={order}
          onLocate={locate}
          onByTown={() => setOrder({ kind: 'byTown' })}
        />
      )}
      {order.kind === 'nearest'
        ? nearestFirst(places, order.here, messages).map(({ place, distanceLine }) =>
            draw(place, distanceLine, 3),
          )
        : byTown(places).map(({ town, here, hasHeading }) => (
            <section key={town} className="town">
              {hasHeading && (
                <h3>
                  <bdi>{town}</bdi>
                </h3>
              )}
              {here.map((place) => draw(place, null, hasHeading ? 4 : 3))}
            </section>
          ))}
    </>
  );
}

interface OrderControlProps {
  readonly messages: AllMessages;
  readonly order: Order;
  readonly onLocate: () => void;
  readonly onByTown: () => void;
}

function OrderControl({ messages: { nearby }, order, onLocate, onByTown }: OrderControlProps) {
  const isNearest = order.kind === 'nearest';
  const said = { byTown: '', locating: nearby.locating, failed: nearby.failed, nearest: nearby.sorted };
  return (
    <div className="place-order no-print">
      <button
        type="button"
        className="usa-button usa-button--outline"
        onClick={isNearest ? onByTown : onLocate}
      >
        {isNearest ? nearby.byTown : nearby.show}
      </button>
      <p className="usa-hint">{nearby.privacy}</p>
      <p role="status">{said[order.kind]}</p>
    </div>
  );
}

/** Neighbours in the list that share a town, under its name where there are several towns. */
function byTown(places: readonly PlaceView[]) {
  const towns = new Map<string, PlaceView[]>();
  for (const place of places) {
    const key = place.town.toUpperCase();
    towns.set(key, [...(towns.get(key) ?? []), place]);
  }
  return [...towns.values()].map((here) => ({
    town: here[0]?.town ?? '',
    here,
    hasHeading: towns.size > 1 && here[0]?.town !== '',
  }));
}
