// Owns which places serve a locality on election day, and which precincts vote at each, whether its streets are known
// or not. For pages that list places; a look-up goes by streets.

import type { PlaceAnswer } from '@/lib/core/lookup/outcome';
import type { ListedDataset } from '@/lib/core/vip';
import { compareText } from './canonical-json';
import type { PrecinctReader } from './precinct';

/** One place of a locality, with the precincts that vote there, by number and name. */
export interface LocalityPlace {
  readonly place: PlaceAnswer;
  readonly precincts: readonly { readonly name: string; readonly number: string | null }[];
}

/** Locality id -> its places by town, name and id. */
export function localityPlaces(
  dataset: ListedDataset,
  precinctOf: PrecinctReader['of'],
  places: ReadonlyMap<string, PlaceAnswer>,
): ReadonlyMap<string, readonly LocalityPlace[]> {
  const byLocality = new Map<string, Map<string, Map<string, LocalityPlace['precincts'][number]>>>();
  for (const { precinctId, precinctSplitId } of precinctRows(dataset)) {
    const precinct = precinctOf({ precinctId, precinctSplitId });
    if (precinct === null) continue;
    const { name, number, localityId } = precinct;
    const ofLocality = byLocality.get(localityId) ?? new Map();
    byLocality.set(localityId, ofLocality);
    for (const id of precinct.placeIds) {
      const precincts = ofLocality.get(id) ?? new Map();
      ofLocality.set(id, precincts.set(`${number ?? ''}\t${name}`, { name, number }));
    }
  }
  return new Map(
    [...byLocality].map(([localityId, ofLocality]) => [
      localityId,
      [...ofLocality]
        .flatMap(([id, precincts]) => {
          const place = places.get(id);
          const sorted = [...precincts].sort((a, b) => compareText(a[0], b[0])).map(([, each]) => each);
          return place === undefined ? [] : [{ place, precincts: sorted }];
        })
        .sort((a, b) => compareText(sortKey(a.place), sortKey(b.place))),
    ]),
  );
}

/** Every precinct, whole and by its splits; not whole where only its splits have places. */
export function precinctRows(
  dataset: ListedDataset,
): readonly { precinctId: string; precinctSplitId: string | null }[] {
  const divided = new Set(dataset.precinctSplits.map(({ precinctId }) => precinctId));
  return [
    ...dataset.precincts
      .filter(({ id, pollingLocationIds }) => pollingLocationIds.length > 0 || !divided.has(id))
      .map(({ id }) => ({ precinctId: id, precinctSplitId: null })),
    ...dataset.precinctSplits.map(({ id, precinctId }) => ({ precinctId, precinctSplitId: id })),
  ];
}

function sortKey({ city, name, id }: PlaceAnswer): string {
  return [city, name, id].join('\t').toUpperCase();
}
