// Owns which precincts a locality's object carries: those, and parts of them, to which no street of the release leads, so that no
// shard has them. An office may publish where its precincts vote and no streets at all. Must not know of ZIPs.

import type { PlaceAnswer } from '@/lib/core/lookup/outcome';
import type { ListedDataset } from '@/lib/core/vip';
import { compareText } from './canonical-json';
import type { EncodablePrecinct } from './encodable';
import type { ListedPrecinct, PrecinctList } from './format';
import { precinctRows } from './locality-places';
import type { PrecinctReader } from './precinct';
import { VOTING } from './shard';
import { comparePrecincts, indexOf, sortedUnique } from './shard-encode';

/** Locality id -> its list. `reached`: precincts, and parts of them with places of their own, that stand in a shard. */
export function unreachedPrecincts(
  dataset: ListedDataset,
  precinctOf: PrecinctReader['of'],
  places: ReadonlyMap<string, PlaceAnswer>,
  reached: ReadonlySet<EncodablePrecinct>,
): ReadonlyMap<string, PrecinctList> {
  const all = new Set(precinctRows(dataset).flatMap((row) => precinctOf(row) ?? []));
  const withPlace = new Set([...reached, ...[...all].filter(hasPlace)].map(({ id }) => id));
  const byLocality = new Map<string, Set<EncodablePrecinct>>();
  for (const precinct of all) {
    // Without a place it says nothing beside another part that has one.
    if (reached.has(precinct) || (!hasPlace(precinct) && withPlace.has(precinct.id))) continue;
    const known = byLocality.get(precinct.localityId) ?? new Set();
    byLocality.set(precinct.localityId, known.add(precinct));
  }
  const { id, name, date } = dataset.election;
  return new Map(
    [...byLocality].map(([localityId, precincts]) => [
      localityId,
      { election: { id, name, date }, ...encoded([...precincts].sort(comparePrecincts), places) },
    ]),
  );
}

function hasPlace({ placeIds }: EncodablePrecinct): boolean {
  return placeIds.length > 0;
}

function encoded(
  precincts: readonly EncodablePrecinct[],
  places: ReadonlyMap<string, PlaceAnswer>,
): Pick<PrecinctList, 'places' | 'precincts'> {
  const ids = sortedUnique(precincts.flatMap(({ placeIds }) => placeIds)).filter((id) => places.has(id));
  const at = indexOf(ids);
  return {
    places: ids.flatMap((id) => places.get(id) ?? []),
    precincts: precincts.map(
      ({ id, name, number, placeIds, voting }): ListedPrecinct => [
        id,
        name,
        number,
        placeIds.flatMap((placeId) => at.get(placeId) ?? []),
        VOTING.indexOf(voting),
      ],
    ),
  };
}

/** Lists of an office's several elections, the first one first: `ours` is of the earlier. */
export function joinedLists(
  ours: readonly PrecinctList[] | undefined,
  theirs: readonly PrecinctList[] | undefined,
): readonly PrecinctList[] {
  return [...(ours ?? []), ...(theirs ?? [])].sort(
    (a, b) => compareText(a.election.date, b.election.date) || compareText(a.election.id, b.election.id),
  );
}
