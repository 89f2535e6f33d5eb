// Owns what plain pages are made of: a release's ZIPs, localities and places, put together from what the compiler has
// merged. Must not know how a page looks.

import type { OfficeAnswer } from '@/lib/core/lookup/outcome';
import type { ListedElection, PlaceUse } from '@/lib/view/place-page-view';
import { compareText } from '../canonical-json';
import type { OfficePart } from '../compile-office';
import type { LocalityObject, Zip3Page } from '../format';
import { localityKey } from '../locality-objects';
import type { WireLayer } from '../shard';

/** A ZIP that some office may answer for. `layers` is empty where it has no streets. */
export interface ZipSource {
  readonly zip: string;
  readonly kind: 'streets' | 'unknown' | 'streetsNotLoaded';
  readonly layers: readonly WireLayer[];
  readonly localities: readonly LocalityObject[];
}

/** A locality with its elections, the first one first, its ZIPs, and the places that serve it. */
export interface LocalitySource {
  readonly object: LocalityObject;
  readonly elections: readonly ListedElection[];
  readonly uses: readonly PlaceUse[];
  readonly zips: readonly string[];
}

/** One place of one office, on each of its election days; the locality whose page leads to it first. */
export interface PlaceSource {
  readonly id: string;
  readonly locality: LocalityObject;
  readonly uses: readonly PlaceUse[];
}

/** Everything that pages are made of, sorted. */
export interface PageSource {
  readonly zips: readonly ZipSource[];
  readonly localities: readonly LocalitySource[];
  readonly places: readonly PlaceSource[];
}

/** What pages need of one office's election beside its layers. */
export interface PagePart extends Pick<OfficePart, 'officeId' | 'election' | 'places'> {
  readonly localities: readonly { readonly object: Pick<LocalityObject, 'id'> }[];
}

/** Put a release together for its pages. `objects`: `localityKey` -> locality. */
export function pageSource(
  parts: readonly PagePart[],
  layers: ReadonlyMap<string, readonly WireLayer[]>,
  zip3Pages: readonly Zip3Page[],
  objects: ReadonlyMap<string, LocalityObject>,
): PageSource {
  const zips = zip3Pages.flatMap((page) => zipsOfPage(page, layers, objects));
  const zipsByLocality = new Map<LocalityObject, string[]>();
  for (const { zip, localities } of zips) {
    for (const locality of localities) {
      zipsByLocality.set(locality, [...(zipsByLocality.get(locality) ?? []), zip]);
    }
  }
  const byDay = [...parts].sort(
    (a, b) => compareText(a.election.date, b.election.date) || compareText(a.election.id, b.election.id),
  );
  const localities = [...objects.values()].map((object): LocalitySource => {
    const own = byDay.filter(
      (part) =>
        part.officeId === object.officeId && part.localities.some((each) => each.object.id === object.id),
    );
    return {
      object,
      elections: own.map(({ election }) => election),
      uses: own.flatMap((part) => usesOf(part, object.id)),
      zips: zipsByLocality.get(object) ?? [],
    };
  });
  return { zips, localities, places: placesOf(localities) };
}

function zipsOfPage(
  page: Zip3Page,
  layers: ReadonlyMap<string, readonly WireLayer[]>,
  objects: ReadonlyMap<string, LocalityObject>,
): readonly ZipSource[] {
  return Object.entries(page.zips).flatMap(([zip, entry]): ZipSource[] => {
    if ('elsewhere' in entry) return [];
    const [kind, indexes] =
      'shards' in entry
        ? (['streets', entry.localities] as const)
        : 'unknown' in entry
          ? (['unknown', entry.unknown] as const)
          : (['streetsNotLoaded', entry.streetsNotLoaded] as const);
    const localities = indexes.flatMap((index) => {
      const { officeId = '', id = '' } = page.localities[index] ?? {};
      return objects.get(localityKey({ officeId, id })) ?? [];
    });
    // Military mail and the like: nobody here has anything to say of it.
    return localities.length === 0 ? [] : [{ zip, kind, layers: layers.get(zip) ?? [], localities }];
  });
}

function usesOf({ election, places }: PagePart, localityId: string): readonly PlaceUse[] {
  return (places.get(localityId) ?? []).map((use) => ({ ...use, election }));
}

/** A place that serves several localities, or several times, is one place. */
function placesOf(localities: readonly LocalitySource[]): readonly PlaceSource[] {
  const places = new Map<string, { id: string; locality: LocalityObject; uses: Map<string, PlaceUse> }>();
  for (const { object, uses } of localities) {
    for (const use of uses) {
      const key = localityKey({ officeId: object.officeId, id: use.place.id });
      const known = places.get(key) ?? { id: use.place.id, locality: object, uses: new Map() };
      places.set(key, known);
      const before = known.uses.get(use.election.id);
      const precincts = [...(before?.precincts ?? []), ...use.precincts];
      known.uses.set(use.election.id, { ...use, precincts });
    }
  }
  return [...places.values()].map(({ uses, ...place }) => ({ ...place, uses: [...uses.values()] }));
}

/** Whom to call about these localities, each once. */
export function officesOf(localities: readonly LocalityObject[]): readonly OfficeAnswer[] {
  const offices = localities.map(({ office }) => ({ id: office.id, name: office.name, phone: office.phone }));
  return [...new Map(offices.map((office) => [`${office.name}\n${office.phone}`, office])).values()];
}
