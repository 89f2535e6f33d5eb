// Owns reading the precincts that stand in a locality's object because no street leads to them (docs/format/v1.md §4.3): their
// shape, and the view of them as a shard's layer without streets. Ships to voters. Must not know how they are written.

import type { PlaceAnswer } from '@/lib/core/lookup/outcome';
import type { ShardLayer, ShardPrecinct } from '@/lib/core/lookup/shard';
import type { ListedPrecinct, LocalityObject, PrecinctList } from './format';
import * as is from './guards';
import { VOTING } from './shard';

const election = is.object({
  id: is.text,
  name: is.text,
  date: is.textLike(/^\d{4}-\d\d-\d\d$/, 'a day'),
});

/** As a shard's places, their shape is the compiler's: only what a reader decides by is looked at. */
const place: is.Guard<PlaceAnswer> = (value, path) => {
  is.object({ id: is.text, name: is.text })(value, path);
  return value as PlaceAnswer;
};

const precinct: is.Guard<ListedPrecinct> = (value, path) => {
  if (!Array.isArray(value) || value.length < 5) return is.fail(path, 'a precinct');
  const [id, name, number, places] = value;
  // A number first: what is used as a name is made text of, and nested lists of any depth are.
  const voting = is.count(value[4], path);
  if (VOTING[voting] === undefined) return is.fail(path, 'a known way of voting');
  return [
    is.text(id, path),
    is.text(name, path),
    is.nullable(is.text)(number, path),
    is.list(is.count)(places, path),
    voting,
  ];
};

/** The precincts of one election. An index that leads to no place is refused: a place less would look like a certain answer. */
export const precinctList: is.Guard<PrecinctList> = (value, path) => {
  const read = is.object({ election, places: is.list(place), precincts: is.list(precinct) })(value, path);
  for (const [, , , places] of read.precincts) {
    if (places.some((index) => read.places[index] === undefined))
      return is.fail(path, 'a place for each index');
  }
  return read;
};

/** A layer's part that says who votes where; the locality is its only one. */
export type ListedLayer = Pick<ShardLayer, 'officeId' | 'election' | 'places'> & {
  readonly localities: readonly Pick<LocalityObject, 'id'>[];
  readonly precincts: readonly ShardPrecinct[];
};

/** The precincts that streets do not lead to, as layers, one for each election; [] where there are none. */
export function listedLayers({ officeId, id, precincts = [] }: LocalityObject): readonly ListedLayer[] {
  return precincts.map((list) => ({
    officeId,
    election: list.election,
    localities: [{ id }],
    places: list.places,
    precincts: list.precincts.map(([precinctId, name, number, places, voting]) => ({
      id: precinctId,
      name,
      number,
      locality: 0,
      places,
      voting: VOTING[voting] ?? 'assigned',
    })),
  }));
}
