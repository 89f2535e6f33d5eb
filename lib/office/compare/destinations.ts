// Owns what a voter of a precinct is told, so that it can be compared between two lists: which places, and how one votes
// there. Knows no streets.

import type { ListedDataset, StreetSegment } from '@/lib/core/vip';
import { compareText } from '@/lib/release/canonical-json';
import { precinctReader } from '@/lib/release/precinct';
import type { Destination } from './difference';
import type { MatchedPlaces } from './match-places';

/** Every destination of either list, each once: equal numbers are equal answers. */
export interface DestinationTable {
  readonly all: readonly Destination[];
  /** Several that contradict each other; of one, itself. */
  readonly together: (numbers: readonly number[]) => number;
  readonly liveOf: DestinationOf;
  readonly draftOf: DestinationOf;
}

/** Number of the destination of a row of the street list. */
export type DestinationOf = (row: Pick<StreetSegment, 'precinctId' | 'precinctSplitId'>) => number;

/** A table over both lists. */
export function destinationTable(
  live: ListedDataset | null,
  draft: ListedDataset,
  places: MatchedPlaces,
): DestinationTable {
  const names = new Map(places.pairs.map(({ key, live, draft }) => [key, (draft ?? live)?.name ?? '']));
  const all: Destination[] = [];
  const known = new Map<string, number>();
  const add = (destination: Destination): number => {
    const text = [destination.kind, ...destination.placeKeys, destination.label].join('\t');
    const number = known.get(text) ?? all.length;
    if (number === all.length) {
      all.push(destination);
      known.set(text, number);
    }
    return number;
  };
  const reader = (dataset: ListedDataset | null, keys: ReadonlyMap<string, string>): DestinationOf =>
    dataset === null ? () => -1 : destinationReader(dataset, keys, names, add);
  return {
    all,
    together: (numbers) => conflictOf(numbers, all, add),
    liveOf: reader(live, places.liveKeys),
    draftOf: reader(draft, places.draftKeys),
  };
}

function destinationReader(
  dataset: ListedDataset,
  keys: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
  add: (destination: Destination) => number,
): DestinationOf {
  const precincts = precinctReader(dataset);
  const byPrecinct = new Map<ReturnType<typeof precincts.of>, number>();
  return (row) => {
    const precinct = precincts.of(row);
    const known = byPrecinct.get(precinct);
    if (known !== undefined) return known;
    const placeKeys = [...new Set(precinct?.placeIds.map((id) => keys.get(id) ?? ''))].sort(compareText);
    const number = add(destinationOf(precinct?.voting ?? 'assigned', placeKeys, names));
    byPrecinct.set(precinct, number);
    return number;
  };
}

function destinationOf(
  voting: 'assigned' | 'anyPlace' | 'byMail' | 'none',
  placeKeys: readonly string[],
  names: ReadonlyMap<string, string>,
): Destination {
  if (voting === 'none') return { kind: 'none', label: 'no election', placeKeys: [] };
  const listed = placeKeys.map((key) => names.get(key) ?? '').join(' / ');
  if (voting === 'byMail') return { kind: 'byMail', label: 'voting by mail', placeKeys };
  if (placeKeys.length === 0) return { kind: 'nowhere', label: 'no polling place', placeKeys };
  return voting === 'anyPlace'
    ? { kind: 'anyPlace', label: `any of ${listed}`, placeKeys }
    : { kind: 'assigned', label: listed, placeKeys };
}

function conflictOf(
  numbers: readonly number[],
  all: readonly Destination[],
  add: (destination: Destination) => number,
): number {
  const distinct = [...new Set(numbers)];
  if (distinct.length < 2) return distinct[0] ?? -1;
  const parts = distinct.flatMap((number) => all[number] ?? []);
  const labels = parts.map(({ label }) => label).sort(compareText);
  return add({
    kind: 'conflict',
    label: `${labels.join(' or ')} (the list says both)`,
    placeKeys: [...new Set(parts.flatMap(({ placeKeys }) => placeKeys))].sort(compareText),
  });
}
