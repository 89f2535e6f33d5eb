// Owns places, early-voting sites and drop boxes on their way back from a release. Knows no street.

import type { PlaceAnswer, VotingSite } from '@/lib/core/lookup/outcome';
import type { PollingLocation } from '@/lib/core/vip';
import { compareText } from '../canonical-json';
import type { ReleasePart } from './release-part';

/** A site, and the id of the locality that it serves. */
export interface PartSite {
  readonly locality: string;
  readonly site: VotingSite;
}

/** Those of this election. */
export function sitesOf({
  localities,
  election,
}: Pick<ReleasePart, 'localities' | 'election'>): readonly PartSite[] {
  return localities.flatMap(({ id, sites = [] }) =>
    sites.filter(({ electionId }) => electionId === election.id).map((site) => ({ locality: id, site })),
  );
}

/** Each place once, by id. */
export function pollingLocations(
  { layers, listed }: ReleasePart,
  sites: readonly PartSite[],
): readonly PollingLocation[] {
  const places = new Map<string, PollingLocation>();
  for (const place of [...layers.map(([, layer]) => layer), ...listed].flatMap((layer) => layer.places)) {
    if (!places.has(place.id)) places.set(place.id, placeOf(place));
  }
  for (const { site } of sites) {
    const known = places.get(site.place.id) ?? placeOf(site.place);
    const { startDate = null, endDate = null } = site;
    places.set(site.place.id, {
      ...known,
      openDates: startDate === null && endDate === null ? null : { startDate, endDate },
      isEarlyVoting: known.isEarlyVoting || site.kind === 'earlyVoting',
      isDropBox: known.isDropBox || site.kind === 'dropBox',
    });
  }
  return [...places.values()].sort((a, b) => compareText(a.id, b.id));
}

function placeOf(place: PlaceAnswer): PollingLocation {
  return {
    id: place.id,
    name: place.name,
    line1: place.line1,
    line2: place.line2 ?? null,
    line3: place.line3 ?? null,
    city: place.city,
    state: place.state,
    zip: place.zip,
    latLng: place.latLng,
    directions: place.directions ?? null,
    entrance: place.entrance ?? null,
    accessibility: place.accessibility ?? null,
    hours: place.hours ?? null,
    openDates: null,
    photoUri: null,
    isDropBox: false,
    isEarlyVoting: false,
    party: place.party ?? null,
  };
}
