// Owns drawing a comparison with Leaflet: places as points, moves as lines. Loaded by difference-map alone, with Leaflet's
// styles. Without a tile server it asks for the state's county borders and for nothing else.

import type { FeatureCollection } from 'geojson';
import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { LatLng } from '@/lib/core/vip';
import type { DifferenceMapData } from '@/lib/office/compare/difference-map';

interface Settings {
  readonly state: string;
  readonly tileUrl: string | null;
}

const MOST_WIDE = 8;

/** Draw into `element`; what it gives takes the map away again. */
export async function drawDifference(
  element: HTMLElement,
  { places, moves }: Pick<DifferenceMapData, 'places' | 'moves'>,
  { state, tileUrl }: Settings,
): Promise<() => void> {
  const borders = tileUrl === null ? await fetchBorders(state) : null;
  const still = { zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false };
  const map = L.map(element, { ...still, scrollWheelZoom: false, attributionControl: tileUrl !== null });
  L.control.scale().addTo(map);
  if (tileUrl !== null) L.tileLayer(tileUrl, { maxZoom: 19 }).addTo(map);
  if (borders) L.geoJSON(borders, { interactive: false, style: { className: 'map-border' } }).addTo(map);
  map.fitBounds(L.latLngBounds(places.map(({ latLng }) => pair(latLng))), { padding: [32, 32], maxZoom: 14 });
  const most = Math.max(1, ...moves.map(({ ranges }) => ranges));
  for (const { from, to, ranges } of moves) {
    const weight = 2 + Math.round((ranges / most) * (MOST_WIDE - 2));
    const options = { weight, interactive: false, className: 'map-move' };
    L.polyline([pair(from), pair(to)], options).addTo(map);
  }
  for (const { name, latLng, kind } of places) {
    L.circleMarker(pair(latLng), {
      radius: kind === 'same' ? 5 : 8,
      className: `map-place map-place-${kind}`,
    })
      .bindTooltip(textNode(name), { direction: 'top' })
      .addTo(map);
  }
  return () => map.remove();
}

const pair = ([latitude, longitude]: LatLng): [number, number] => [latitude, longitude];

/** An element and not a string: Leaflet would read a string as HTML, and names come from files. */
function textNode(text: string): HTMLElement {
  const element = document.createElement('span');
  element.textContent = text;
  return element;
}

async function fetchBorders(state: string): Promise<FeatureCollection | null> {
  try {
    const response = await fetch(`/outlines/${encodeURIComponent(state)}.json`, { credentials: 'omit' });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
