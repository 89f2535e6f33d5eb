// Owns the one step between GeoJSON, which puts longitude first, and the rest of the code, which does not.
// Nothing else may swap coordinates.

import type { LatLng } from '../vip';

/** RFC 7946 §3.1.1: longitude, latitude, and perhaps altitude. */
export type Position = readonly number[];

/** A closed ring of corners, latitude first; the last corner may repeat the first. */
export type Ring = readonly LatLng[];

/** The outer ring first, then its holes (RFC 7946 §3.1.6). */
export type Polygon = readonly Ring[];

/** GeoJSON geometry as far as outlines need it. */
export type AreaGeometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] };

/** `[-91.4, 31.5]` -> `[31.5, -91.4]`; null for what is no place on Earth. */
export function latLngOf(position: Position): LatLng | null {
  const [longitude, latitude] = position;
  if (longitude === undefined || latitude === undefined) return null;
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnEarth ? [latitude, longitude] : null;
}

/** `[31.5, -91.4]` -> `[-91.4, 31.5]`. */
export function positionOf([latitude, longitude]: LatLng): readonly [longitude: number, latitude: number] {
  return [longitude, latitude];
}

/** All polygons of an area, latitude first. Corners that are no place on Earth are left out. */
export function polygonsOf(geometry: AreaGeometry): readonly Polygon[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((polygon) =>
    polygon.map((ring) => ring.map(latLngOf).filter((corner): corner is LatLng => corner !== null)),
  );
}
