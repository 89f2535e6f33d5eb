// Owns the comparison of an office's boundaries with its lists: whose they are, and whether places lie within them. Warns, and
// changes nothing: boundaries never override a segment.

import { boxContains } from '@/lib/core/geometry/distance';
import { isInPolygon } from '@/lib/core/geometry/point-in-polygon';
import { metresToRing } from '@/lib/core/geometry/ring';
import type { LatLng } from '@/lib/core/vip';
import type { ProblemLog } from '../problems/problem';
import type { VipTables } from '../tables/vip-tables';
import { type PrecinctGraph, servesOnElectionDay } from '../vip/precinct-graph';
import type { PlaceRow } from '../vip/read-places';
import type { Boundary } from './boundary-file';
import { pointOf } from './check-places';
import { matchBoundaries } from './match-boundaries';

/** Outlines are drawn along the middle of a road, and points beside a building. */
const toleranceMetres = 1000;

/** Reports boundaries of no precinct, precincts without boundary, and places outside all boundaries. */
export function reportBoundaries(
  boundaries: readonly Boundary[],
  tables: Pick<VipTables, 'precinct' | 'polling_location'>,
  places: ReadonlyMap<string, PlaceRow>,
  graph: PrecinctGraph,
  log: ProblemLog,
): void {
  if (boundaries.length === 0) return;
  if (tables.precinct.isPresent) reportUnmatched(boundaries, tables, graph, log);
  // Where an outline is not whole, nobody knows what it holds: its box does instead.
  for (const { place, table, row } of places.values()) {
    const { latLng } = place;
    if (latLng === null || table !== 'polling_location' || !servesOnElectionDay(place)) continue;
    if (boundaries.some((boundary) => mayHold(boundary, latLng))) continue;
    if (boundaries.some((boundary) => isNear(boundary, latLng))) continue;
    log.report('place-outside-boundary', pointOf(tables.polling_location, row, latLng));
  }
}

function reportUnmatched(
  boundaries: readonly Boundary[],
  { precinct }: Pick<VipTables, 'precinct'>,
  graph: PrecinctGraph,
  log: ProblemLog,
): void {
  const precincts = [...graph.precincts.values()];
  const { property, precinctOf } = matchBoundaries(
    boundaries,
    precincts.map((node) => node.precinct),
  );
  const strangers = boundaries.filter((boundary) => !precinctOf.has(boundary));
  for (const { file, number, properties } of property === null ? [] : strangers) {
    const value = properties[property ?? ''] ?? null;
    log.report('boundary-without-precinct', { file, column: property, value }, `Feature ${number}.`);
  }
  if (property === null) {
    const detail = `None of its ${boundaries.length} features does.`;
    log.report('boundary-without-precinct', { file: boundaries[0]!.file }, detail);
    return;
  }
  const matched = new Set(precinctOf.values());
  const bare = precincts.filter((node) => !matched.has(node.precinct.id));
  const first = bare[0];
  if (first === undefined) return;
  const value = bare
    .slice(0, 50)
    .map((node) => node.precinct.name)
    .join(', ');
  const where = { file: precinct.file, row: first.row, column: precinct.label('name'), value };
  log.report(
    'precinct-without-boundary',
    where,
    `${bare.length} of ${precincts.length}, the first one here.`,
  );
}

function mayHold({ polygons, box }: Boundary, point: LatLng): boolean {
  if (box === null || !boxContains(box, point)) return false;
  return polygons.length === 0 || polygons.some((polygon) => isInPolygon(point, polygon));
}

function isNear({ polygons, box }: Boundary, point: LatLng): boolean {
  // 0.05 degrees are more than a kilometre up to the 79th parallel: what is farther from the box need not be measured.
  const margin = toleranceMetres / 20_000;
  if (box === null) return false;
  const wide = {
    southWest: [box.southWest[0] - margin, box.southWest[1] - margin],
    northEast: [box.northEast[0] + margin, box.northEast[1] + margin],
  } as const;
  return (
    boxContains(wide, point) && polygons.flat().some((ring) => metresToRing(point, ring) <= toleranceMetres)
  );
}
