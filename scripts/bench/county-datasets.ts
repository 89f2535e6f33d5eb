// Owns the division of a made-up state into its counties, as if each had an office that publishes by itself, and what
// such an office publishes next. Pure.

import type { Dataset, StreetSegment } from '@/lib/core/vip';

/** A dataset for each locality of `state`; the one of middling size first, the others in the order that follows it, so that
 *  the second is its neighbour. */
export function countyDatasets(state: Dataset): readonly Dataset[] {
  const localityOf = new Map(state.precincts.map(({ id, localityId }) => [id, localityId]));
  const segments = new Map<string, StreetSegment[]>(state.localities.map(({ id }) => [id, []]));
  for (const segment of state.streetSegments) {
    segments.get(localityOf.get(segment.precinctId) ?? '')?.push(segment);
  }
  const datasets = state.localities.map((locality): Dataset => {
    const precincts = state.precincts.filter(({ localityId }) => localityId === locality.id);
    const placeIds = new Set(precincts.flatMap(({ pollingLocationIds }) => pollingLocationIds));
    return {
      ...state,
      officeId: `made-up-${locality.id}`,
      localities: [locality],
      electionAdministrations: state.electionAdministrations.filter(
        ({ id }) => id === locality.electionAdministrationId,
      ),
      precincts,
      precinctSplits: [],
      pollingLocations: state.pollingLocations.filter(({ id }) => placeIds.has(id)),
      streetSegments: segments.get(locality.id) ?? [],
    };
  });
  const bySize = [...datasets].sort((a, b) => a.streetSegments.length - b.streetSegments.length);
  const middle = bySize[Math.floor(bySize.length / 2)];
  const first = middle === undefined ? 0 : datasets.indexOf(middle);
  return [...datasets.slice(first), ...datasets.slice(0, first)];
}

/** The same with every place called otherwise: all its shards and nearly all its pages become others. */
export function renamed(dataset: Dataset, version: number): Dataset {
  const pollingLocations = dataset.pollingLocations.map((place) => ({
    ...place,
    name: `${place.name}, entrance ${version}`,
  }));
  return { ...dataset, pollingLocations };
}
