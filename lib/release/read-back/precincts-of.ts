// Owns precincts on their way back from a release. One that stands there with several sets of places was divided; its parts become
// splits again, since nothing tells which of them was the whole.

import type { Precinct, PrecinctSplit } from '@/lib/core/vip';
import { compareText } from '../canonical-json';
import { VOTING } from '../shard';
import type { PartSite } from './places-of';
import type { ReleasePart } from './release-part';

export interface PartPrecincts {
  readonly precincts: readonly Precinct[];
  readonly precinctSplits: readonly PrecinctSplit[];
  /** The split with these places; null where the precinct is whole. */
  readonly splitOf: (precinctId: string, placeIds: readonly string[]) => string | null;
}

interface Found {
  readonly id: string;
  readonly name: string;
  readonly number: string | null;
  readonly localityId: string;
  readonly voting: (typeof VOTING)[number];
  /** Key -> ids of places. */
  readonly places: Map<string, readonly string[]>;
}

/** Precincts and splits by id. */
export function precinctsOf(part: ReleasePart, sites: readonly PartSite[]): PartPrecincts {
  const found = [...findPrecincts(part).values()].sort((a, b) => compareText(a.id, b.id));
  const splits = new Map<string, Map<string, string>>();
  const precinctSplits: PrecinctSplit[] = [];
  const taken = new Set(found.map(({ id }) => id));
  for (const { id, places } of found) {
    if (places.size < 2) continue;
    const ofPrecinct = new Map<string, string>();
    for (const [index, [key, placeIds]] of [...places].sort((a, b) => compareText(a[0], b[0])).entries()) {
      let splitId = `${id}-part-${index + 1}`;
      while (taken.has(splitId)) splitId += '-';
      taken.add(splitId);
      ofPrecinct.set(key, splitId);
      precinctSplits.push({ id: splitId, name: null, precinctId: id, pollingLocationIds: placeIds });
    }
    splits.set(id, ofPrecinct);
  }
  return {
    precincts: found.map((one) => precinctOf(one, sites)),
    precinctSplits,
    splitOf: (id, placeIds) => splits.get(id)?.get(keyOf(placeIds)) ?? null,
  };
}

function precinctOf(
  { id, name, number, localityId, voting, places }: Found,
  sites: readonly PartSite[],
): Precinct {
  const [whole, another] = [...places.values()];
  const own = sites.filter(({ locality, site }) => locality === localityId && site.precincts?.includes(id));
  const siteIds = new Set(own.map(({ site }) => site.place.id));
  return {
    id,
    name,
    number,
    localityId,
    pollingLocationIds: [...(another === undefined ? (whole ?? []) : []), ...siteIds],
    isMailOnly: voting === 'byMail',
    isNotVoting: voting === 'none',
    usesVoteCenters: voting === 'anyPlace',
  };
}

function findPrecincts({ layers, listed }: ReleasePart): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  const add = (one: Omit<Found, 'places'>, placeIds: readonly string[]): void => {
    const known = found.get(one.id) ?? { ...one, places: new Map() };
    known.places.set(keyOf(placeIds), placeIds);
    found.set(one.id, known);
  };
  for (const [, layer] of layers) {
    for (const [id, name, number, locality, places, voting] of layer.precincts) {
      // That of rows that were set aside: no precinct at all (docs/format/v1.md §5.1).
      if (id === '') continue;
      const localityId = layer.localities[locality]?.id ?? '';
      add(
        { id, name, number, localityId, voting: VOTING[voting] ?? 'assigned' },
        idsOf(places, layer.places),
      );
    }
  }
  for (const layer of listed) {
    for (const { id, name, number, locality, places, voting } of layer.precincts) {
      add(
        { id, name, number, localityId: layer.localities[locality]?.id ?? '', voting },
        idsOf(places, layer.places),
      );
    }
  }
  return found;
}

/** `[0, 2]` -> the ids of these places. */
export function idsOf(
  indexes: readonly number[],
  places: readonly { readonly id: string }[],
): readonly string[] {
  return indexes.flatMap((index) => places[index]?.id ?? []);
}

const keyOf = (placeIds: readonly string[]): string => placeIds.join('\t');
