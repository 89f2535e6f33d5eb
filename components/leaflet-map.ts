// Owns drawing with Leaflet. Loaded by place-map alone, with Leaflet's styles, when a map is about to be seen.
// Without a tile server it asks for files of this site alone: county borders. Practice places lie in the
// open sea and have no county; then a grid of degrees and a scale say how far apart things are.

import type { FeatureCollection } from 'geojson';
import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { countyAround } from '@/lib/client/county-around';
import type { LatLng } from '@/lib/core/vip';
import type { AllMessages } from '@/lib/messages/messages';

export interface MapPoint {
  readonly name: string;
  readonly latLng: LatLng;
}

interface MapSettings {
  readonly messages: AllMessages;
  readonly states: readonly string[];
  readonly tileUrl: string | null;
}

const POINT_ZOOM = 13;
const STREET_ZOOM = 15;
const GRID_DEGREES = 0.05;
const OUTLINE_TIMEOUT_MS = 4000;
const PRACTICE_STATE = 'ZZ';

/** Draws the points into `element`. The value returned takes the map away again. */
export async function drawMap(
  element: HTMLElement,
  points: readonly MapPoint[],
  { messages, states, tileUrl }: MapSettings,
): Promise<() => void> {
  const outlines = tileUrl === null ? await fetchOutlines(states) : null;
  // Nothing on this site moves by itself: no zoom animation, no inertia.
  const map = L.map(element, {
    zoomControl: false,
    zoomAnimation: false,
    fadeAnimation: false,
    markerZoomAnimation: false,
    inertia: false,
    scrollWheelZoom: false,
    attributionControl: tileUrl !== null,
  });
  L.control.zoom({ zoomInTitle: messages.map.zoomIn, zoomOutTitle: messages.map.zoomOut }).addTo(map);
  L.control.scale({ imperial: true, metric: true }).addTo(map);
  const bounds = L.latLngBounds(points.map(({ latLng: [latitude, longitude] }) => [latitude, longitude]));
  const county = outlines && points[0] ? countyAround(points[0].latLng, outlines) : null;
  if (tileUrl !== null) L.tileLayer(tileUrl, { maxZoom: 19 }).addTo(map);
  if (outlines) L.geoJSON(outlines, { interactive: false, style: { className: 'map-border' } }).addTo(map);
  if (county) {
    const outline = L.geoJSON(county, { interactive: false, style: { className: 'map-county' } }).addTo(map);
    map.fitBounds(outline.getBounds(), { padding: [8, 8] });
  } else {
    map.fitBounds(bounds, { maxZoom: tileUrl === null ? POINT_ZOOM : STREET_ZOOM, padding: [48, 48] });
    if (tileUrl === null) drawGrid(map);
  }
  // Names would cover each other and run over the edge: several points are numbered as in the text below.
  for (const [index, point] of points.entries()) {
    drawPoint(map, point.latLng, points.length === 1 ? point.name : String(index + 1));
  }
  return () => map.remove();
}

function drawPoint(map: L.Map, [latitude, longitude]: LatLng, label: string) {
  L.circleMarker([latitude, longitude], {
    radius: 9,
    interactive: false,
    className: 'map-point',
  })
    .bindTooltip(textNode(label), { permanent: true, direction: 'top', offset: [0, -8] })
    .addTo(map);
}

/** An element and not a string: Leaflet would read a string as HTML, and names come from files. */
function textNode(text: string): HTMLElement {
  const element = document.createElement('span');
  element.textContent = text;
  return element;
}

/** Lines of latitude and longitude over what is on screen, and a little around it. */
function drawGrid(map: L.Map) {
  const bounds = map.getBounds().pad(1);
  const [south, west, north, east] = [
    bounds.getSouth(),
    bounds.getWest(),
    bounds.getNorth(),
    bounds.getEast(),
  ];
  const options = { interactive: false, className: 'map-border' };
  for (let at = gridFrom(south); at <= north; at += GRID_DEGREES) {
    L.polyline(
      [
        [at, west],
        [at, east],
      ],
      options,
    ).addTo(map);
  }
  for (let at = gridFrom(west); at <= east; at += GRID_DEGREES) {
    L.polyline(
      [
        [south, at],
        [north, at],
      ],
      options,
    ).addTo(map);
  }
}

function gridFrom(degrees: number): number {
  return Math.ceil(degrees / GRID_DEGREES) * GRID_DEGREES;
}

/** The states' county borders; null where there are none, or they do not come in time. The map does without. */
async function fetchOutlines(states: readonly string[]): Promise<FeatureCollection | null> {
  const collections = await Promise.all(states.filter((state) => state !== PRACTICE_STATE).map(fetchOutline));
  const features = collections.flatMap((collection) => collection?.features ?? []);
  return features.length === 0 ? null : { type: 'FeatureCollection', features };
}

async function fetchOutline(state: string): Promise<FeatureCollection | null> {
  try {
    const response = await fetch(`/outlines/${encodeURIComponent(state)}.json`, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(OUTLINE_TIMEOUT_MS),
    });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
