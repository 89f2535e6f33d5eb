// Owns reading a whole office's area out of a release: its ZIPs and, from their shards and its own object, its precincts and
// places. For voters who have no address to type. It asks for objects by name only, and decides no answer.

import type { PlaceAnswer } from '@/lib/core/lookup/outcome';
import { looseCode } from '@/lib/core/precinct-code';
import { ok, type Result } from '@/lib/core/result';
import type { LocalityObject, LocalityRef, Sha256Hex, Zip3Page, ZipEntry } from '@/lib/release/format';
import { localitiesIn, localityKey } from '@/lib/release/locality-objects';
import { type ListedLayer, listedLayers } from '@/lib/release/precinct-list';
import type { ObjectError, ObjectReader } from '@/lib/release/verified-objects';

/** A precinct with the places the office gives it. `byMail` and `none` may have no place. */
export interface DirectoryPrecinct {
  readonly id: string;
  readonly name: string;
  readonly number: string | null;
  readonly voting: 'assigned' | 'anyPlace' | 'byMail' | 'none';
  readonly places: readonly PlaceAnswer[];
}

/** `zips` in which the office answers, sorted; every precinct, whether streets lead to it or not, by name. */
export interface OfficeDirectory {
  readonly zips: readonly string[];
  readonly precincts: readonly DirectoryPrecinct[];
}

type Read<Value> = Promise<Result<Value, ObjectError>>;

/** The ZIPs of one locality. Reads the root and every ZIP3 page. */
export async function zipsOf(
  objects: ObjectReader,
  root: Sha256Hex,
  locality: LocalityRef,
): Read<readonly string[]> {
  const entries = await entriesOf(objects, root, locality);
  return entries.ok ? ok(entries.value.map(([zip]) => zip).sort()) : entries;
}

/** One locality's precincts and places. Reads the shards of all its ZIPs, and its object. */
export async function directoryOf(
  objects: ObjectReader,
  root: Sha256Hex,
  locality: LocalityRef,
): Read<OfficeDirectory> {
  const entries = await entriesOf(objects, root, locality);
  if (!entries.ok) return entries;
  const names = new Set(entries.value.flatMap(([, entry]) => ('shards' in entry ? entry.shards : [])));
  const shards = await all([...names].map((name) => objects.shard(name)));
  if (!shards.ok) return shards;
  const own = await objectOf(objects, root, locality);
  if (!own.ok) return own;
  const layers = [
    ...shards.value.flatMap((shard) => shard.layers),
    ...(own.value === null ? [] : listedLayers(own.value)),
  ];
  return ok({
    zips: entries.value.map(([zip]) => zip).sort(),
    precincts: precinctsOf(layers, locality),
  });
}

/** The locality's object, named by its pages, or by the root where it stands on none. */
async function objectOf(
  objects: ObjectReader,
  rootName: Sha256Hex,
  locality: LocalityRef,
): Read<LocalityObject | null> {
  const pages = await pagesOf(objects, rootName);
  if (!pages.ok) return pages;
  const wanted = localityKey(locality);
  const onPage = pages.value
    .flatMap(({ localities }) => localities)
    .find((each) => localityKey(each) === wanted);
  const name = onPage?.object ?? locality.object;
  return name === undefined ? ok(null) : objects.locality(name);
}

async function entriesOf(
  objects: ObjectReader,
  rootName: Sha256Hex,
  locality: LocalityRef,
): Read<readonly (readonly [zip: string, entry: ZipEntry])[]> {
  const pages = await pagesOf(objects, rootName);
  return pages.ok ? ok(pages.value.flatMap((page) => entriesOnPage(page, locality))) : pages;
}

async function pagesOf(objects: ObjectReader, rootName: Sha256Hex): Read<readonly Zip3Page[]> {
  const root = await objects.root(rootName);
  return root.ok ? all(Object.values(root.value.pages).map((name) => objects.page(name))) : root;
}

function entriesOnPage(page: Zip3Page, locality: LocalityRef): readonly [string, ZipEntry][] {
  const wanted = localityKey(locality);
  return Object.entries(page.zips).filter(([, entry]) =>
    localitiesIn(entry, page).some((each) => localityKey(each) === wanted),
  );
}

/** A precinct reaches over several ZIPs; its shards all say the same of it, but may name fewer places (VIP splits). */
function precinctsOf(layers: readonly ListedLayer[], locality: LocalityRef): readonly DirectoryPrecinct[] {
  const precincts = new Map<string, DirectoryPrecinct>();
  for (const layer of layers) {
    if (layer.officeId !== locality.officeId) continue;
    for (const precinct of layer.precincts) {
      if (layer.localities[precinct.locality]?.id !== locality.id) continue;
      const { id, name, number, voting } = precinct;
      // Rows that were set aside are of no precinct.
      if (id === '') continue;
      const key = `${id}|${layer.election.id}`;
      const known = precincts.get(key)?.places ?? [];
      const places = precinct.places.flatMap((index) => layer.places[index] ?? []);
      precincts.set(key, { id, name, number, voting, places: uniqueById([...known, ...places]) });
    }
  }
  return [...precincts.values()].sort((a, b) => compareNames(a.name, b.name));
}

/** Every place of some precincts, each once, by name. */
export function placesOf(precincts: readonly DirectoryPrecinct[]): readonly PlaceAnswer[] {
  const places = uniqueById(precincts.flatMap((precinct) => precinct.places));
  return [...places].sort((a, b) => compareNames(a.name, b.name));
}

/** Precincts whose name or number is what was typed, leading zeros, case and the word Precinct aside: `Pct 7` finds `07`. */
export function findPrecincts(
  precincts: readonly DirectoryPrecinct[],
  typed: string,
): readonly DirectoryPrecinct[] {
  const wanted = plain(typed);
  if (wanted === '') return [];
  const loose = looseCode(typed);
  return precincts.filter(({ name, number }) =>
    [name, number ?? ''].some(
      (text) => plain(text) === wanted || (loose !== '' && looseCode(text) === loose),
    ),
  );
}

function plain(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\b0+(?=\d)/g, '');
}

function uniqueById(places: readonly PlaceAnswer[]): readonly PlaceAnswer[] {
  return [...new Map(places.map((place) => [place.id, place])).values()];
}

/** `2` before `10`, whatever the reader's language: a list must not change its order with it. */
function compareNames(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

async function all<Value>(reads: readonly Read<Value>[]): Read<readonly Value[]> {
  const values: Value[] = [];
  for (const result of await Promise.all(reads)) {
    if (!result.ok) return result;
    values.push(result.value);
  }
  return ok(values);
}
