// Owns the honest "not in the list": which part was not found, and what the list does have.

import type { Address } from '../address/read-address';
import { type LookupContext, sharedWithoutPlace, understoodFrom, understoodOf } from './answer';
import type { Fit } from './fits';
import type { LookupOutcome, NumberRange, PlaceAnswer } from './outcome';
import { lacksPlace, placeKey } from './resolve';
import type { ShardIndex, StreetRef } from './shard-index';

/** Most ranges or streets that one outcome carries. */
const MAX_LISTED = 40;
const PARITIES = ['both', 'odd', 'even'] as const;

/** The street is known, the number is not: what numbers it has, and its place where it has only one. */
export function numberUnknown(
  address: Address,
  fits: readonly Fit[],
  indexes: readonly ShardIndex[],
  context: LookupContext,
): LookupOutcome {
  const likely = onlyPlace(fits.map((fit) => fit.ref));
  return {
    kind: 'missing',
    reason: 'numberUnknown',
    ...sharedWithoutPlace(understoodOf(address, fits[0]!), layersOf(indexes), context),
    ranges: fits
      .flatMap((fit) => rangesOf(fit.ref))
      .sort((a, b) => a.start - b.start)
      .slice(0, MAX_LISTED),
    ...(likely === null ? {} : { likely: [likely] }),
  };
}

/** Neither the street nor a near spelling of it. */
export function streetUnknown(
  address: Address,
  indexes: readonly ShardIndex[],
  context: LookupContext,
): LookupOutcome {
  const layers = layersOf(indexes);
  const notLoaded = layers.some((layer) => layer.localities.some((locality) => !locality.streetsLoaded));
  const shared = sharedWithoutPlace(understoodFrom(address, indexes), layers, context);
  if (notLoaded) return { kind: 'missing', reason: 'streetsNotLoaded', ...shared };
  return { kind: 'missing', reason: 'streetUnknown', ...shared, streets: streetsLike(address, indexes) };
}

/** The list's streets whose name starts with the same letter as a word that was typed, sorted. */
function streetsLike(address: Address, indexes: readonly ShardIndex[]): string[] {
  const first = address.words[address.houses[0]?.taken ?? 0]?.[0] ?? '';
  const names = new Set<string>();
  for (const index of indexes) {
    for (const [core, refs] of index.byCore) {
      if (core.startsWith(first)) for (const ref of refs) names.add(ref.street.name);
    }
  }
  return [...names].sort().slice(0, MAX_LISTED);
}

function layersOf(indexes: readonly ShardIndex[]) {
  return indexes.flatMap((index) => index.layers);
}

function rangesOf({ street, layer }: StreetRef): NumberRange[] {
  const ranges: NumberRange[] = [];
  for (let at = 0; at < street.segments.length; at += 4) {
    if (lacksPlace(layer.precincts[street.segments[at + 3]!]!)) continue;
    const [start, end, parity] = street.segments.slice(at, at + 3) as [number, number, 0 | 1 | 2];
    ranges.push({ start, end, oddEvenBoth: PARITIES[parity] });
  }
  return ranges;
}

/** The one place that every number of these streets leads to; null where there are several, or one number's is not known. */
function onlyPlace(refs: readonly StreetRef[]): PlaceAnswer | null {
  const places = new Map<string, PlaceAnswer>();
  for (const { street, layer } of refs) {
    for (let at = 3; at < street.segments.length; at += 4) {
      const precinct = layer.precincts[street.segments[at]!]!;
      if (lacksPlace(precinct)) return null;
      for (const index of precinct.places) {
        const place = layer.places[index]!;
        places.set(placeKey(place), place);
        if (places.size > 1) return null;
      }
    }
  }
  return [...places.values()][0] ?? null;
}
