// Owns what of a comparison can be drawn on a map: places with a point, and moves between them as lines. Pure.

import type { LatLng } from '@/lib/core/vip';
import type { Difference } from './difference';

export interface MapPlace {
  readonly name: string;
  readonly latLng: LatLng;
  readonly kind: 'same' | 'changed' | 'gone';
}

/** A line is as wide as many ranges take it. */
export interface MapMove {
  readonly from: LatLng;
  readonly to: LatLng;
  readonly ranges: number;
}

export interface DifferenceMapData {
  readonly places: readonly MapPlace[];
  readonly moves: readonly MapMove[];
  /** Places that no list gives a point for. */
  readonly withoutPoint: number;
}

/** Polling places of election day; a place that moves is a line itself. */
export function mapOf({ places, groups }: Difference): DifferenceMapData {
  const day = places.filter(({ live, draft }) => (draft ?? live)?.kind === 'electionDay');
  const points = new Map(day.map(({ key, live, draft }) => [key, draft?.latLng ?? live?.latLng ?? null]));
  const touched = new Set(
    groups.flatMap(({ from, to }) => [...(from?.placeKeys ?? []), ...(to?.placeKeys ?? [])]),
  );
  const moves: MapMove[] = [];
  for (const { from, to, rows } of groups) {
    const [start, end] = [points.get(from?.placeKeys[0] ?? ''), points.get(to?.placeKeys[0] ?? '')];
    if (from && to && start && end) moves.push({ from: start, to: end, ranges: rows.length });
  }
  for (const { live, draft, changes, draftRanges } of day) {
    if (!changes.includes('moved') || !live?.latLng || !draft?.latLng) continue;
    moves.push({ from: live.latLng, to: draft.latLng, ranges: draftRanges });
  }
  return {
    places: day.flatMap(({ key, live, draft, changes }): MapPlace[] => {
      const latLng = points.get(key);
      if (!latLng) return [];
      const isChanged = changes.length > 0 || touched.has(key);
      const kind = draft === null ? 'gone' : isChanged ? 'changed' : 'same';
      return [{ name: (draft ?? live)?.name ?? '', latLng, kind }];
    }),
    moves,
    withoutPoint: [...points.values()].filter((point) => point === null).length,
  };
}
