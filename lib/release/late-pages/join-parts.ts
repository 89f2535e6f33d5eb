// Owns putting a split ZIP's shard together again: its parts' layers become the layers that they were cut out of, in the
// order that the compiler has. For pages; a look-up needs no more than one part.

import { compareText } from '../canonical-json';
import type { WireLayer, WirePrecinct, WireStreet } from '../shard';

/** The layers of one ZIP. One part is whole as it is. */
export function joinParts(parts: readonly (readonly WireLayer[])[]): readonly WireLayer[] {
  const [only, another] = parts;
  if (only !== undefined && another === undefined) return only;
  const byLayer = new Map<string, WireLayer[]>();
  for (const layer of parts.flat()) {
    const key = `${layer.officeId}\t${layer.election.date}\t${layer.election.id}`;
    byLayer.set(key, [...(byLayer.get(key) ?? []), layer]);
  }
  return [...byLayer].sort((a, b) => compareText(a[0], b[0])).map(([, layers]) => joined(layers));
}

function joined(layers: readonly WireLayer[]): WireLayer {
  const [first] = layers;
  if (first === undefined) throw new Error('a layer without parts');
  const places = new Map(layers.flatMap((layer) => layer.places.map((place) => [place.id, place] as const)));
  const placeIds = [...places.keys()].sort(compareText);
  const cities = [...new Set(layers.flatMap((layer) => layer.cities))].sort(compareText);
  const precincts = new Map<string, WirePrecinct>();
  for (const layer of layers) {
    for (const precinct of layer.precincts) precincts.set(precinctKey(layer, precinct), precinct);
  }
  const keys = [...precincts.keys()].sort(compareText);
  const at = new Map(keys.map((key, index) => [key, index]));
  return {
    ...first,
    places: placeIds.flatMap((id) => places.get(id) ?? []),
    cities,
    precincts: layersOf(keys, layers).map(
      ({ layer, precinct: [id, name, number, locality, own, voting] }) => [
        id,
        name,
        number,
        locality,
        own.map((index) => placeIds.indexOf(layer.places[index]?.id ?? '')),
        voting,
      ],
    ),
    streets: layers
      .flatMap((layer) => layer.streets.map((street) => restored(street, layer, cities, at)))
      .sort(compareStreets),
  };
}

/** As precincts are sorted: by id, then by the ids of their places. */
function precinctKey({ places }: WireLayer, [id, , , , own]: WirePrecinct): string {
  return `${id}\n${own.map((index) => places[index]?.id).join('\t')}`;
}

function layersOf(keys: readonly string[], layers: readonly WireLayer[]) {
  const found = new Map(
    layers.flatMap((layer) =>
      layer.precincts.map((precinct) => [precinctKey(layer, precinct), { layer, precinct }] as const),
    ),
  );
  return keys.flatMap((key) => found.get(key) ?? []);
}

function restored(
  [core, suffix, pre, post, city, segments, ...rest]: WireStreet,
  layer: WireLayer,
  cities: readonly string[],
  at: ReadonlyMap<string, number>,
): WireStreet {
  const precinctAt = (index: number): number => {
    const precinct = layer.precincts[index];
    return precinct === undefined ? -1 : (at.get(precinctKey(layer, precinct)) ?? -1);
  };
  return [
    core,
    suffix,
    pre,
    post,
    cities.indexOf(layer.cities[city] ?? ''),
    segments.map((value, index) => (index % 4 === 3 ? precinctAt(value) : value)),
    ...rest,
  ];
}

function compareStreets(a: WireStreet, b: WireStreet): number {
  const words = ([core, suffix, pre, post]: WireStreet) => [core, suffix, pre, post].join('\t');
  return compareText(words(a), words(b)) || a[4] - b[4];
}
