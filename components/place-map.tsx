'use client';
// Owns the map below an answer: an extra, never instead of the text. Leaflet and its styles are fetched only
// when the map comes near the screen; where that fails, a sentence takes its place.

import { type RefObject, useEffect, useRef, useState } from 'react';
import { tileUrl } from '@/lib/client/site-config';
import { format } from '@/lib/messages/format';
import type { AllMessages } from '@/lib/messages/messages';
import type { PlaceView } from '@/lib/view/outcome-view';

/** Near enough to the screen that it will be there when the voter has scrolled to it. */
const NEAR = '200px';

interface PlaceMapProps {
  readonly messages: AllMessages;
  readonly places: readonly PlaceView[];
  /** Whose county borders are drawn: every state of the release, so that a request tells nothing of the voter. */
  readonly states: readonly string[];
}

/** The places as points within their county; nothing where the office gave no coordinates. */
export function PlaceMap({ messages, places, states }: PlaceMapProps) {
  const located = places.filter((place) => place.latLng !== null);
  const first = located[0];
  if (!first) return null;
  return (
    <section className="map no-print">
      <h3>{messages.map.heading}</h3>
      <MapCanvas
        key={located.map(({ id }) => id).join()}
        messages={messages}
        places={located}
        states={states}
      />
      <MapTexts messages={messages} places={located} />
    </section>
  );
}

/** The same in words; numbered like the points where there are several. */
function MapTexts({ messages: { map }, places }: Pick<PlaceMapProps, 'messages' | 'places'>) {
  const texts = places.map(({ id, name, addressLines }) => ({
    id,
    text: format(map.textEquivalent, { place: name, address: addressLines.join(', ') }),
  }));
  if (texts.length === 1) return <p className="map-text">{texts[0]?.text}</p>;
  return (
    <ol className="map-text">
      {texts.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ol>
  );
}

function MapCanvas({ messages, places, states }: PlaceMapProps) {
  const canvas = useRef<HTMLElement>(null);
  const isNear = useIsNear(canvas);
  const [hasFailed, setFailed] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn once; other places make another canvas (key).
  useEffect(() => {
    const element = canvas.current;
    if (!isNear || !element) return;
    let remove: (() => void) | null = null;
    let isGone = false;
    import('./leaflet-map')
      .then(async ({ drawMap }) => {
        const drawn = await drawMap(element, pointsOf(places), { messages, states, tileUrl });
        if (isGone) drawn();
        else remove = drawn;
      })
      .catch(() => setFailed(true));
    return () => {
      isGone = true;
      remove?.();
    };
  }, [isNear]);

  if (hasFailed) return <p>{messages.map.failed}</p>;
  const label = format(messages.map.label, { place: places[0]?.name ?? '' });
  return <section ref={canvas} className="map-canvas" dir="ltr" aria-label={label} />;
}

function pointsOf(places: readonly PlaceView[]) {
  return places.flatMap(({ name, latLng }) => (latLng ? [{ name, latLng }] : []));
}

function useIsNear(element: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        setNear(true);
        observer.disconnect();
      },
      { rootMargin: NEAR },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return isNear;
}
