// Owns which places a row of the street list leads to, and how its precinct votes. Must not know of ZIPs.

import type { ListedDataset, Locality, Precinct, PrecinctSplit, StreetSegment } from '@/lib/core/vip';
import { compareText } from './canonical-json';
import type { EncodablePrecinct } from './encodable';

/** Looks up the precinct of a row, and counts references that lead nowhere. */
export interface PrecinctReader {
  /** The precinct of a row, one object for each set of places; null where the dataset has no such precinct. */
  readonly of: (segment: Pick<StreetSegment, 'precinctId' | 'precinctSplitId'>) => EncodablePrecinct | null;
  readonly danglingIds: () => number;
}

/** A split's own places stand before its precinct's (VIP 3.0 precinct_split). */
export function precinctReader(dataset: ListedDataset): PrecinctReader {
  const precincts = new Map(dataset.precincts.map((precinct) => [precinct.id, precinct]));
  const splits = new Map(dataset.precinctSplits.map((split) => [split.id, split]));
  const localities = new Map(dataset.localities.map((locality) => [locality.id, locality]));
  const places = electionDayPlaces(dataset);
  const made = new Map<string, EncodablePrecinct>();
  const dangling = new Set<string>();

  const make = (precinct: Precinct, splitId: string | null): EncodablePrecinct => {
    const split = splitId === null ? null : splits.get(splitId);
    if (split === undefined) dangling.add(`split ${splitId}`);
    const placeIds = placesOf(precinct, split, places, dangling);
    const key = `${precinct.id}\t${placeIds.join('\t')}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const { id, name, number, localityId } = precinct;
    const voting = votingOf(precinct, localities.get(localityId));
    const encodable = { id, name, number, localityId, placeIds, voting };
    made.set(key, encodable);
    return encodable;
  };

  const memo = new Map<string, Map<string | null, EncodablePrecinct>>();
  return {
    of: ({ precinctId, precinctSplitId }) => {
      const known = memo.get(precinctId)?.get(precinctSplitId);
      if (known !== undefined) return known;
      const precinct = precincts.get(precinctId);
      if (precinct === undefined) {
        dangling.add(`precinct ${precinctId}`);
        return null;
      }
      const encodable = make(precinct, precinctSplitId);
      const bySplit = memo.get(precinctId) ?? new Map<string | null, EncodablePrecinct>();
      memo.set(precinctId, bySplit.set(precinctSplitId, encodable));
      return encodable;
    },
    danglingIds: () => dangling.size,
  };
}

/** Place id -> whether it serves on election day: drop boxes and early-voting sites do not. */
function electionDayPlaces(dataset: ListedDataset): ReadonlyMap<string, boolean> {
  return new Map(
    dataset.pollingLocations.map((place) => [place.id, !place.isDropBox && !place.isEarlyVoting]),
  );
}

/** A reference that leads nowhere empties the list: one place left of two would look like a certain answer. */
function placesOf(
  precinct: Precinct,
  split: PrecinctSplit | null | undefined,
  places: ReadonlyMap<string, boolean>,
  dangling: Set<string>,
): readonly string[] {
  if (split === undefined) return [];
  const ids =
    split !== null && split.pollingLocationIds.length > 0
      ? split.pollingLocationIds
      : precinct.pollingLocationIds;
  const unknown = ids.filter((id) => !places.has(id));
  for (const id of unknown) dangling.add(`place ${id}`);
  if (unknown.length > 0) return [];
  return [...new Set(ids.filter((id) => places.get(id) === true))].sort(compareText);
}

/** "This election does not include you" outranks how those it includes vote. */
function votingOf(precinct: Precinct, locality: Locality | undefined): EncodablePrecinct['voting'] {
  if (precinct.isNotVoting) return 'none';
  if (precinct.isMailOnly || locality?.isMailOnly === true) return 'byMail';
  if (precinct.usesVoteCenters || locality?.usesVoteCenters === true) return 'anyPlace';
  return 'assigned';
}
