// Owns what can be wrong with a ring (RFC 7946 3.1.6), and how far a point is from one. Flat geometry, as in
// point-in-polygon.

import type { LatLng } from '../vip';
import { distanceMetres } from './distance';
import type { Ring } from './geojson';

/** `tooShort`: fewer than four corners. `open`: the last is not the first. `crossing`: it crosses itself. */
export type RingFault = 'tooShort' | 'open' | 'crossing';

/** Pairs of edges that are compared at most: a ring that wants more is not drawn by anybody. */
const mostPairs = 5_000_000;

/** The first fault of a ring; null for none, and for a ring that would take too long. */
export function ringFault(ring: Ring): RingFault | null {
  if (ring.length < 4) return 'tooShort';
  const [first, last] = [ring[0]!, ring.at(-1)!];
  if (first[0] !== last[0] || first[1] !== last[1]) return 'open';
  return crossesItself(ring) ? 'crossing' : null;
}

/** Metres from a point to the nearest edge; infinite for an empty ring. */
export function metresToRing(point: LatLng, ring: Ring): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 1; i < ring.length; i++) {
    nearest = Math.min(nearest, distanceMetres(point, nearestOnEdge(point, ring[i - 1]!, ring[i]!)));
  }
  return nearest;
}

/** Degrees of longitude are shorter than those of latitude, the more the farther north. */
function nearestOnEdge([lat, lng]: LatLng, from: LatLng, to: LatLng): LatLng {
  const shrink = Math.cos((lat * Math.PI) / 180);
  const [dLat, dLng] = [to[0] - from[0], (to[1] - from[1]) * shrink];
  const length = dLat ** 2 + dLng ** 2;
  const along = length === 0 ? 0 : ((lat - from[0]) * dLat + (lng - from[1]) * shrink * dLng) / length;
  const t = Math.min(1, Math.max(0, along));
  return [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])];
}

interface Edge {
  readonly at: number;
  readonly from: LatLng;
  readonly to: LatLng;
  readonly west: number;
  readonly east: number;
}

/** A sweep from west to east over edges that are near each other. */
function crossesItself(ring: Ring): boolean {
  const edges = ring
    .slice(1)
    .map((to, at): Edge => {
      const from = ring[at]!;
      return { at, from, to, west: Math.min(from[1], to[1]), east: Math.max(from[1], to[1]) };
    })
    .sort((a, b) => a.west - b.west);
  let active: Edge[] = [];
  let pairs = 0;
  for (const edge of edges) {
    active = active.filter(({ east }) => east >= edge.west);
    for (const other of active) {
      const apart = Math.abs(edge.at - other.at);
      if (apart > 1 && apart < edges.length - 1 && cross(edge, other)) return true;
    }
    pairs += active.length;
    if (pairs > mostPairs) return false;
    active.push(edge);
  }
  return false;
}

/** True where two edges cross in their inner parts: rings that touch themselves are drawn by many programs. */
function cross(a: Edge, b: Edge): boolean {
  return (
    side(a.from, a.to, b.from) * side(a.from, a.to, b.to) < 0 &&
    side(b.from, b.to, a.from) * side(b.from, b.to, a.to) < 0
  );
}

function side(from: LatLng, to: LatLng, point: LatLng): number {
  return Math.sign((to[1] - from[1]) * (point[0] - from[0]) - (to[0] - from[0]) * (point[1] - from[1]));
}
