// Owns distances and boxes on the globe. Degrees, latitude first; metres. Knows no map.

import type { LatLng } from '../vip';

/** South-west and north-east corners, latitude first. */
export interface BoundingBox {
  readonly southWest: LatLng;
  readonly northEast: LatLng;
}

// Mean Earth radius (IUGG). The globe is no sphere: off by 0.5% at most, which orders places well enough.
const earthRadiusMetres = 6_371_008.8;

/** Great-circle distance by the haversine formula, in metres. `distanceMetres([0, 0], [0, 1])` -> 111195.08. */
export function distanceMetres([fromLat, fromLng]: LatLng, [toLat, toLng]: LatLng): number {
  const halfLat = radians(toLat - fromLat) / 2;
  const halfLng = radians(toLng - fromLng) / 2;
  const chord =
    Math.sin(halfLat) ** 2 + Math.cos(radians(fromLat)) * Math.cos(radians(toLat)) * Math.sin(halfLng) ** 2;
  // Rounding can lift the chord above 1 at opposite ends of the globe.
  return 2 * earthRadiusMetres * Math.asin(Math.sqrt(Math.min(1, chord)));
}

/** The smallest box around points; null for none. Does not cross the 180th meridian: points on both sides of
 *  it (the far Aleutians) give a box around the globe, which shows too much and hides nothing. */
export function boundingBox(points: readonly LatLng[]): BoundingBox | null {
  if (points.length === 0) return null;
  let [south, west] = [90, 180];
  let [north, east] = [-90, -180];
  for (const [latitude, longitude] of points) {
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
  }
  return { southWest: [south, west], northEast: [north, east] };
}

/** True for a point in the box or on its edge. */
export function boxContains({ southWest, northEast }: BoundingBox, [latitude, longitude]: LatLng): boolean {
  return (
    southWest[0] <= latitude &&
    latitude <= northEast[0] &&
    southWest[1] <= longitude &&
    longitude <= northEast[1]
  );
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
