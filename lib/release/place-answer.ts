// Owns how an office's polling location becomes the place that a shard carries, its time zone with it.

import type { PlaceAnswer } from '@/lib/core/lookup/outcome';
import type { HoursOpen, ListedDataset, Locality, PollingLocation } from '@/lib/core/vip';
import type { ZipReference } from './zip-reference';

/** Place id -> answer. Members that the office left blank are missing, not empty. */
export function placeAnswers(
  dataset: ListedDataset,
  localities: readonly Locality[],
  reference: ZipReference,
): ReadonlyMap<string, PlaceAnswer> {
  const declared = declaredZones(dataset, localities);
  const stateZone = reference.stateTimeZone(dataset.state.abbreviation);
  return new Map(
    dataset.pollingLocations.map((place) => {
      const zone = declared.get(place.id) ?? reference.timeZone(place.zip) ?? stateZone;
      // Election day's hours are not those of a place that is open on other days.
      const isSite = place.isEarlyVoting || place.isDropBox;
      const hours = place.hours ?? (isSite ? null : dataset.election.hours);
      return [place.id, placeAnswer(place, hours, zone)];
    }),
  );
}

function placeAnswer(place: PollingLocation, hours: HoursOpen | null, timeZone: string | null): PlaceAnswer {
  const { id, name, line1, line2, line3, city, state, zip, latLng, party, directions, entrance } = place;
  const { accessibility } = place;
  return {
    id,
    name,
    line1,
    ...(line2 === null ? {} : { line2 }),
    ...(line3 === null ? {} : { line3 }),
    city,
    state,
    zip,
    latLng,
    ...(party === null ? {} : { party }),
    ...(directions === null ? {} : { directions }),
    ...(entrance === null ? {} : { entrance }),
    ...(accessibility === null ? {} : { accessibility }),
    ...(hours === null ? {} : { hours }),
    timeZone,
  };
}

/** Zones that the office itself gives, by place: of the localities that it serves, or whose precincts use it, if they
 *  agree. */
function declaredZones(dataset: ListedDataset, localities: readonly Locality[]): ReadonlyMap<string, string> {
  const zoneOf = new Map(localities.map((locality) => [locality.id, locality.timeZone]));
  const splits = new Map<string, string[]>();
  for (const split of dataset.precinctSplits) {
    splits.set(split.precinctId, [...(splits.get(split.precinctId) ?? []), ...split.pollingLocationIds]);
  }
  const zones = new Map<string, string | null>();
  const add = (id: string, zone: string): void => {
    zones.set(id, zones.has(id) && zones.get(id) !== zone ? null : zone);
  };
  for (const { timeZone, siteIds } of localities) {
    if (timeZone !== null) for (const id of siteIds) add(id, timeZone);
  }
  for (const precinct of dataset.precincts) {
    const zone = zoneOf.get(precinct.localityId) ?? null;
    if (zone === null) continue;
    for (const id of [...precinct.pollingLocationIds, ...(splits.get(precinct.id) ?? [])]) {
      add(id, zone);
    }
  }
  return new Map([...zones].filter((entry): entry is [string, string] => entry[1] !== null));
}
