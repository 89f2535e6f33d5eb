// Owns whether a point lies in an outline. Flat geometry: good for a county, not for a hemisphere.
// Must not be used to assign a polling place, only to draw or to warn: outlines are not the office's list.

import type { LatLng } from '../vip';
import type { Polygon, Ring } from './geojson';

/** True for a point inside the outer ring and in no hole. On an edge it may be either. */
export function isInPolygon(point: LatLng, polygon: Polygon): boolean {
  const [outer, ...holes] = polygon;
  if (outer === undefined || !isInRing(point, outer)) return false;
  return !holes.some((hole) => isInRing(point, hole));
}

/** Even-odd rule: a ray to the east crosses the ring an odd number of times. */
function isInRing([latitude, longitude]: LatLng, ring: Ring): boolean {
  let isInside = false;
  let previous = ring.at(-1);
  for (const corner of ring) {
    if (previous === undefined) return false;
    const [lat, lng] = corner;
    const [previousLat, previousLng] = previous;
    // Half-open, so that a ray through a corner counts it once.
    if (lat > latitude !== previousLat > latitude) {
      const crossing = lng + ((latitude - lat) / (previousLat - lat)) * (previousLng - lng);
      if (longitude < crossing) isInside = !isInside;
    }
    previous = corner;
  }
  return isInside;
}
