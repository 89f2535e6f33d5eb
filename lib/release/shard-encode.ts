// Owns the writing side of a shard: one ZIP's streets of one office and election become a wire layer in
// one fixed order, whatever order the rows came in. Must not know of pages, roots or signatures.

import { townKey } from '@/lib/core/address/town';
import type { PlaceAnswer } from '@/lib/core/lookup/outcome';
import type { ShardLayer, ShardLocality } from '@/lib/core/lookup/shard';
import { compareText } from './canonical-json';
import type { EncodablePrecinct, EncodableSegment } from './encodable';
import { VOTING, type WireLayer, type WirePrecinct } from './shard';
import { encodeStreets, type KeyBook } from './street-encode';

/** One ZIP's rows of one office and election, with what they lead to by id. */
export interface LayerInput {
  readonly officeId: string;
  readonly state: string;
  readonly election: ShardLayer['election'];
  readonly segments: readonly EncodableSegment[];
  readonly locality: (id: string) => ShardLocality;
  readonly place: (id: string) => PlaceAnswer;
  /** One book for all layers: every town has a Main Street. */
  readonly keyOf: KeyBook;
}

/** One layer, whole: every precinct, place and locality its streets lead to, and nothing else. */
export function encodeLayer(input: LayerInput): WireLayer {
  const precincts = [...new Set(input.segments.map(({ precinct }) => precinct))].sort(comparePrecincts);
  const precinctIndex = new Map(precincts.map((precinct, index) => [precinct, index]));
  const placeIds = sortedUnique(precincts.flatMap((precinct) => precinct.placeIds));
  const placeIndex = indexOf(placeIds);
  const localityIds = sortedUnique(precincts.map((precinct) => precinct.localityId));
  const localityIndex = indexOf(localityIds);
  const towns = readTowns(input.segments);
  return {
    officeId: input.officeId,
    state: input.state,
    election: input.election,
    localities: localityIds.map(input.locality),
    places: placeIds.map(input.place),
    precincts: precincts.map(
      (precinct): WirePrecinct => [
        precinct.id,
        precinct.name,
        precinct.number,
        at(localityIndex, precinct.localityId),
        precinct.placeIds.map((id) => at(placeIndex, id)),
        VOTING.indexOf(precinct.voting),
      ],
    ),
    cities: towns.names,
    streets: encodeStreets(input.segments, input.keyOf, precinctIndex, towns.index),
  };
}

/** `NATCHEZ` and `Natchez` are one town, under the first of its spellings. */
function readTowns(segments: readonly EncodableSegment[]): {
  readonly names: readonly string[];
  readonly index: ReadonlyMap<string, number>;
} {
  const spellings = sortedUnique(segments.map(({ segment }) => segment.city));
  const byKey = new Map<string, number>();
  const names: string[] = [];
  const index = new Map<string, number>();
  for (const spelling of spellings) {
    const key = townKey(spelling);
    const known = byKey.get(key) ?? names.push(spelling) - 1;
    byKey.set(key, known);
    index.set(spelling, known);
  }
  return { names, index };
}

/** By id, then by the ids of their places. */
export function comparePrecincts(a: EncodablePrecinct, b: EncodablePrecinct): number {
  return compareText(a.id, b.id) || compareText(a.placeIds.join('\t'), b.placeIds.join('\t'));
}

/** Sorted by code units, each once. */
export function sortedUnique(texts: Iterable<string>): readonly string[] {
  return [...new Set(texts)].sort(compareText);
}

/** Each text's place in the list. */
export function indexOf(texts: readonly string[]): ReadonlyMap<string, number> {
  return new Map(texts.map((text, index) => [text, index]));
}

function at<Key>(index: ReadonlyMap<Key, number>, key: Key): number {
  const position = index.get(key);
  if (position === undefined) throw new Error(`not indexed: ${String(key)}`);
  return position;
}
