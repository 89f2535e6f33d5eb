// Owns reading what plain pages are made of back out of a release's objects, where no dataset is at hand: every object is
// verified by its name. Places that nothing leads to are in no object, and so are not found here.

import type { PlaceAnswer } from '@/lib/core/lookup/outcome';
import { err, ok, type Result } from '@/lib/core/result';
import { compareText } from '../canonical-json';
import type { LocalityObject, Pointer, Root, Zip3Page } from '../format';
import { localityKey } from '../locality-objects';
import type { LocalityPlace } from '../locality-places';
import { type PagePart, type PageSource, pageSource } from '../plain-pages/page-source';
import { type ListedLayer, listedLayers } from '../precinct-list';
import { parseJson } from '../read-objects';
import { VOTING, type WireLayer, type WireShard } from '../shard';
import { fetchObject, objectReader, type ReleaseSource } from '../verified-objects';
import { joinParts } from './join-parts';

/** A release as its objects have it. */
export interface ReleaseContents {
  readonly root: Root;
  readonly source: PageSource;
  /** ZIP -> its layers. */
  readonly layers: ReadonlyMap<string, readonly WireLayer[]>;
  /** Who votes where of the precincts that no street leads to. */
  readonly listed: readonly ListedLayer[];
  /** By office, then id. */
  readonly localities: readonly LocalityObject[];
}

/** Everything below the pointer but the pages. The error is a sentence that names the file. */
export async function readContents(
  from: Pick<ReleaseSource, 'object'>,
  { root: rootName }: Pointer,
): Promise<Result<ReleaseContents, string>> {
  const objects = objectReader(from);
  const root = await objects.root(rootName);
  if (!root.ok) return wrong(root.error);
  const pages: Zip3Page[] = [];
  for (const [, name] of Object.entries(root.value.pages).sort((a, b) => compareText(a[0], b[0]))) {
    const page = await objects.page(name);
    if (!page.ok) return wrong(page.error);
    pages.push(page.value);
  }
  const localities = new Map<string, LocalityObject>();
  const named = [...pages.flatMap((page) => page.localities), ...root.value.localities];
  for (const { officeId, id, object } of named) {
    if (object === undefined) continue;
    const locality = await objects.locality(object);
    if (!locality.ok) return wrong(locality.error);
    localities.set(localityKey({ officeId, id }), locality.value);
  }
  const layers = new Map<string, readonly WireLayer[]>();
  for (const [zip, entry] of pages.flatMap((page) => Object.entries(page.zips))) {
    if (!('shards' in entry)) continue;
    const parts: (readonly WireLayer[])[] = [];
    for (const name of entry.shards) {
      const bytes = await fetchObject(from, name);
      if (!bytes.ok) return wrong(bytes.error);
      const shard = parseJson(bytes.value) as WireShard | null;
      if (shard?.kind !== 'shard') return err(`/v1/objects/${name}.json: a shard is expected`);
      parts.push(shard.layers);
    }
    layers.set(zip, joinParts(parts));
  }
  const sorted = new Map([...localities].sort((a, b) => compareText(a[0], b[0])));
  const listed = [...sorted.values()].flatMap(listedLayers);
  const parts = partsOf([...[...layers.values()].flat(), ...listed.map(asWire)]);
  const source = pageSource(parts, layers, pages, sorted);
  return ok({ root: root.value, source, layers, listed, localities: [...sorted.values()] });
}

function wrong({
  file,
  message,
}: {
  readonly file: string;
  readonly message: string;
}): Result<never, string> {
  return err(`${file}: ${message}`);
}

type PlaceLayer = Pick<WireLayer, 'officeId' | 'election' | 'places' | 'precincts'> &
  Pick<ListedLayer, 'localities'>;

function asWire({ precincts, ...layer }: ListedLayer): PlaceLayer {
  return {
    ...layer,
    precincts: precincts.map(({ id, name, number, locality, places, voting }) => {
      return [id, name, number, locality, places, VOTING.indexOf(voting)] as const;
    }),
  };
}

/** One for each office and election, with the places that precincts lead to. */
function partsOf(layers: readonly PlaceLayer[]): readonly PagePart[] {
  const byElection = new Map<string, PlaceLayer[]>();
  for (const layer of layers) {
    const key = `${layer.officeId}\t${layer.election.id}`;
    const known = byElection.get(key);
    if (known === undefined) byElection.set(key, [layer]);
    else known.push(layer);
  }
  return [...byElection]
    .sort((a, b) => compareText(a[0], b[0]))
    .flatMap(([, own]) => {
      const [first] = own;
      if (first === undefined) return [];
      const ids = [...new Set(own.flatMap((layer) => layer.localities.map(({ id }) => id)))].sort(
        compareText,
      );
      return [
        {
          officeId: first.officeId,
          election: first.election,
          localities: ids.map((id) => ({ object: { id } })),
          places: new Map(ids.map((id) => [id, placesOf(own, id)])),
        },
      ];
    });
}

type Precinct = LocalityPlace['precincts'][number];

/** As lib/release/locality-places has them: places by town, name and id, precincts by number and name. */
function placesOf(layers: readonly PlaceLayer[], localityId: string): readonly LocalityPlace[] {
  const found = new Map<string, { readonly place: PlaceAnswer; readonly precincts: Map<string, Precinct> }>();
  for (const layer of layers) {
    for (const [, name, number, locality, places] of layer.precincts) {
      if (layer.localities[locality]?.id !== localityId) continue;
      for (const place of places.flatMap((index) => layer.places[index] ?? [])) {
        const known = found.get(place.id) ?? { place, precincts: new Map() };
        known.precincts.set(`${number ?? ''}\t${name}`, { name, number });
        found.set(place.id, known);
      }
    }
  }
  return [...found.values()]
    .map(({ place, precincts }) => {
      const sorted = [...precincts].sort((a, b) => compareText(a[0], b[0])).map(([, each]) => each);
      return { place, precincts: sorted };
    })
    .sort((a, b) => compareText(sortKey(a.place), sortKey(b.place)));
}

function sortKey({ city, name, id }: PlaceAnswer): string {
  return [city, name, id].join('\t').toUpperCase();
}
