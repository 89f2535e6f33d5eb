// Owns the checks of places beside each other and beside the state: in another one, at a point that another has, far from the others of
// a precinct. Changes nothing.

import { canonicalWords } from '@/lib/core/address/canonical';
import { fold, words } from '@/lib/core/address/tokens';
import { distanceMetres } from '@/lib/core/geometry/distance';
import type { LatLng, PollingLocation } from '@/lib/core/vip';
import type { ProblemLog } from '../problems/problem';
import type { LoadedTable, VipTables } from '../tables/vip-tables';
import { type PrecinctGraph, servesOnElectionDay } from '../vip/precinct-graph';
import type { PlaceRow } from '../vip/read-places';

const farKm = 30;

/** Places in another state, sharing a point, or far from their precinct's others. */
export function reportPlaces(
  tables: Pick<VipTables, 'polling_location' | 'early_vote_site'>,
  places: ReadonlyMap<string, PlaceRow>,
  graph: PrecinctGraph,
  state: string,
  log: ProblemLog,
): void {
  for (const { place, table, row } of places.values()) {
    if (place.state === '' || place.state === state) continue;
    const { file, label } = tables[table];
    const where = { file, row, column: label('state'), value: place.state };
    log.report('place-state-other', where, `The office is in ${state}.`);
  }
  const at = ({ row, place }: PlaceRow) => pointOf(tables.polling_location, row, place.latLng);
  for (const [first, second] of sharedPoints(places.values())) {
    log.report('place-point-shared', at(second), `Row ${first.row} stands there too.`);
  }
  for (const { far, near, km } of farPlaces(places, graph)) {
    log.report('place-far-away', at(far), `${Math.round(km)} km from ${near.place.name} (row ${near.row}).`);
  }
}

/** Where the point of a place stands: in the column that the file has for it. */
export function pointOf(table: LoadedTable<'polling_location'>, row: number, point: LatLng | null) {
  const field = table.has('latitude') || !table.has('latLong') ? 'latitude' : 'latLong';
  return { file: table.file, row, column: table.label(field), value: String(point) };
}

/** Each place whose point an earlier one with another address has. */
function sharedPoints(places: Iterable<PlaceRow>): readonly (readonly [PlaceRow, PlaceRow])[] {
  const firstAt = new Map<string, PlaceRow>();
  const pairs: (readonly [PlaceRow, PlaceRow])[] = [];
  for (const row of places) {
    if (row.place.latLng === null) continue;
    // A metre: programs round differently.
    const key = row.place.latLng.map((degrees) => degrees.toFixed(5)).join(' ');
    const first = firstAt.get(key);
    if (first === undefined) firstAt.set(key, row);
    else if (addressKey(first.place) !== addressKey(row.place)) pairs.push([first, row]);
  }
  return pairs;
}

/** The same for `1 Oak Street` and `1 OAK ST.`: one building under two names. */
function addressKey({ line1, zip }: PollingLocation): string {
  const street = canonicalWords(words(fold(line1))).map(({ word }) => word);
  return [...street, zip.slice(0, 5)].join(' ');
}

interface FarPlace {
  readonly far: PlaceRow;
  /** The nearest of those that stand together. */
  readonly near: PlaceRow;
  readonly km: number;
}

/** Of the places of one precinct those that are not among the most that stand together: nobody says which one is wrong, but
 *  one among several stands out. */
function farPlaces(rows: ReadonlyMap<string, PlaceRow>, graph: PrecinctGraph): Iterable<FarPlace> {
  const far = new Map<string, FarPlace>();
  const seen = new Set<string>();
  for (const ids of placesByPrecinct(graph)) {
    // Vote centers are the same list for every precinct.
    const key = ids.join('\n');
    if (ids.length < 2 || seen.has(key)) continue;
    seen.add(key);
    const placed = ids.flatMap((id) => {
      const row = rows.get(id);
      return row !== undefined && row.place.latLng !== null && servesOnElectionDay(row.place) ? [row] : [];
    });
    for (const one of outsiders(placed)) if (!far.has(one.far.place.id)) far.set(one.far.place.id, one);
  }
  return far.values();
}

/** Those of its splits are its own, too. */
function placesByPrecinct({ precincts, splits }: PrecinctGraph): Iterable<readonly string[]> {
  const lists = new Map([...precincts].map(([id, { precinct }]) => [id, precinct.pollingLocationIds]));
  for (const { split } of splits.values()) {
    const ids = lists.get(split.precinctId) ?? [];
    lists.set(split.precinctId, [...new Set([...ids, ...split.pollingLocationIds])]);
  }
  return lists.values();
}

function outsiders(placed: readonly PlaceRow[]): readonly FarPlace[] {
  const groups = groupsOf(placed);
  const [main, ...others] = groups.toSorted((a, b) => b.length - a.length);
  return others.flat().map((far) => {
    const [nearest] = main!
      .map((near) => ({ near, km: kmBetween(far, near) }))
      .toSorted((a, b) => a.km - b.km);
    return { far, ...nearest! };
  });
}

/** Places that are joined by steps of at most `farKm`, the first place's group first. */
function groupsOf(placed: readonly PlaceRow[]): readonly (readonly PlaceRow[])[] {
  const left = new Set(placed);
  const groups: PlaceRow[][] = [];
  for (const first of placed) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const member of group) {
      for (const other of left) {
        if (kmBetween(member, other) > farKm) continue;
        left.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

function kmBetween(a: PlaceRow, b: PlaceRow): number {
  return distanceMetres(a.place.latLng!, b.place.latLng!) / 1000;
}
