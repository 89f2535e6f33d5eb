// Owns finding the county that a place lies in, for drawing alone: no answer ever depends on it.

import type { Feature, FeatureCollection, Position } from 'geojson';
import type { LatLng } from '@/lib/core/vip';

/** The first outline that has the point inside; null for the open sea, and for other states. */
export function countyAround(point: LatLng, outlines: FeatureCollection): Feature | null {
  return (
    outlines.features.find(({ geometry }) => polygonsOf(geometry).some((rings) => isInside(point, rings))) ??
    null
  );
}

function polygonsOf(geometry: Feature['geometry']): readonly (readonly Position[][])[] {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
}

/** Even-odd rule over all rings, so that holes (Virginia's cities within counties) count as outside. */
function isInside([latitude, longitude]: LatLng, rings: readonly Position[][]): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
      const [x1 = 0, y1 = 0] = ring[at] ?? [];
      const [x2 = 0, y2 = 0] = ring[before] ?? [];
      const crosses = y1 > latitude !== y2 > latitude;
      if (crosses && longitude < ((x2 - x1) * (latitude - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}
