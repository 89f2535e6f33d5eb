// Owns which early-voting sites and drop boxes a locality's object carries: those that its office links to it, or
// to some of its precincts. Must not know of ZIPs or streets.

import type { PlaceAnswer, VotingSite } from '@/lib/core/lookup/outcome';
import type { ListedDataset, Locality, PollingLocation, Precinct } from '@/lib/core/vip';
import { compareText } from './canonical-json';

/** Sorted by election, kind and id; one place that is both early-voting site and drop box stands twice. */
export function votingSites(
  dataset: ListedDataset,
  locality: Locality,
  places: ReadonlyMap<string, PlaceAnswer>,
): readonly VotingSite[] {
  const ofAll = new Set(locality.siteIds);
  const precincts = dataset.precincts.filter((precinct) => precinct.localityId === locality.id);
  const sites = dataset.pollingLocations.flatMap((place) => {
    const answer = places.get(place.id);
    if (answer === undefined) return [];
    const own = ofAll.has(place.id) ? null : precinctsOf(place.id, precincts);
    if (own !== null && own.length === 0) return [];
    return kindsOf(place).map((kind) => siteOf(kind, place, answer, dataset.election.id, own));
  });
  return sites.sort(compareSites);
}

/** For merging the sites of an office's several elections. */
export function compareSites(a: VotingSite, b: VotingSite): number {
  return (
    compareText(a.electionId, b.electionId) ||
    compareText(a.kind, b.kind) ||
    compareText(a.place.id, b.place.id)
  );
}

function kindsOf({ isEarlyVoting, isDropBox }: PollingLocation): readonly VotingSite['kind'][] {
  return [...(isEarlyVoting ? (['earlyVoting'] as const) : []), ...(isDropBox ? (['dropBox'] as const) : [])];
}

/** Null where all of them link to it: then it serves the whole locality. */
function precinctsOf(placeId: string, precincts: readonly Precinct[]): readonly string[] | null {
  const linked = precincts.filter(({ pollingLocationIds }) => pollingLocationIds.includes(placeId));
  if (linked.length === precincts.length && linked.length > 0) return null;
  return linked.map(({ id }) => id).sort(compareText);
}

function siteOf(
  kind: VotingSite['kind'],
  { openDates }: PollingLocation,
  place: PlaceAnswer,
  electionId: string,
  precincts: readonly string[] | null,
): VotingSite {
  const { startDate = null, endDate = null } = openDates ?? {};
  return {
    kind,
    electionId,
    place,
    ...(precincts === null ? {} : { precincts }),
    ...(startDate === null ? {} : { startDate }),
    ...(endDate === null ? {} : { endDate }),
  };
}
