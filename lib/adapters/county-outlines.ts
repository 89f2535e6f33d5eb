// Owns the outlines behind the map: county borders of one state, cut from us-atlas (U.S. Census Bureau, public
// domain). Runs while pages are built; must not know any release or place.

import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlasJson from 'us-atlas/counties-10m.json';
import { STATES } from '@/lib/core/usps/states';

type Atlas = Topology<{
  counties: GeometryCollection<{ name: string }>;
  states: GeometryCollection<{ name: string }>;
}>;

const atlas = atlasJson as unknown as Atlas;

/** About 100 m: finer than a border at any zoom at which a county is seen whole. */
const DECIMALS = 3;

/** FIPS code of each state and territory in the atlas, by its postal abbreviation: `MS` -> `28`. */
const fipsByState: ReadonlyMap<string, string> = new Map(
  atlas.objects.states.geometries.flatMap(({ id, properties }) => {
    const abbreviation =
      properties && 'name' in properties ? STATES.get(properties.name.toUpperCase()) : undefined;
    return abbreviation && id !== undefined ? [[abbreviation, String(id)] as const] : [];
  }),
);

/** Postal abbreviations of all states that have outlines, sorted. */
export const outlinedStates: readonly string[] = [...fipsByState.keys()].sort();

/** GeoJSON (RFC 7946: longitude first) of a state's counties, without properties; null for a state not known. */
export function countyOutlines(state: string): FeatureCollection<Polygon | MultiPolygon, null> | null {
  const fips = fipsByState.get(state);
  if (fips === undefined) return null;
  const counties = atlas.objects.counties.geometries.filter(({ id }) => String(id).startsWith(fips));
  const { features } = feature(atlas, { type: 'GeometryCollection', geometries: counties });
  return {
    type: 'FeatureCollection',
    features: features.map(({ geometry }) => ({
      type: 'Feature',
      properties: null,
      geometry: rounded(geometry),
    })),
  };
}

function rounded(geometry: unknown): Polygon | MultiPolygon {
  const text = JSON.stringify(geometry, (_, value) =>
    typeof value === 'number' ? Number(value.toFixed(DECIMALS)) : value,
  );
  return JSON.parse(text);
}
