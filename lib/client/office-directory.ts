// Owns reading a whole office's area out of a release: its ZIPs and, from their shards, its precincts and places.
// For voters who have no address to type. It asks for objects by name only, and decides no answer.

import type { PlaceAnswer } from '@/lib/core/lookup/outcome';
import type { Shard } from '@/lib/core/lookup/shard';
import { ok, type Result } from '@/lib/core/result';
import type { LocalityRef, Sha256Hex, Zip3Page, ZipEntry } from '@/lib/release/format';
import { localitiesIn, localityKey } from '@/lib/release/locality-objects';
import type { ObjectError, ObjectReader } from '@/lib/release/verified-objects';

/** A precinct with the places the office gives it. `byMail` and `none` may have no place. */
export interface DirectoryPrecinct {
  readonly id: string;
  readonly name: string;
  readonly number: string | null;
  readonly voting: 'assigned' | 'anyPlace' | 'byMail' | 'none';
  readonly places: readonly PlaceAnswer[];
}

/** `zips` in which the office answers, sorted; every precinct that has streets there, by name. */
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

/** One locality's precincts and places. Reads the shards of all its ZIPs. */
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
  return ok({
    zips: entries.value.map(([zip]) => zip).sort(),
    precincts: precinctsOf(shards.value, locality),
  });
}

async function entriesOf(
  objects: ObjectReader,
  rootName: Sha256Hex,
  locality: LocalityRef,
): Read<readonly (readonly [zip: string, entry: ZipEntry])[]> {
  const root = await objects.root(rootName);
  if (!root.ok) return root;
  const pages = await all(Object.values(root.value.pages).map((name) => objects.page(name)));
  return pages.ok ? ok(pages.value.flatMap((page) => entriesOnPage(page, locality))) : pages;
}

function entriesOnPage(page: Zip3Page, locality: LocalityRef): readonly [string, ZipEntry][] {
  const wanted = localityKey(locality);
  return Object.entries(page.zips).filter(([, entry]) =>
    localitiesIn(entry, page).some((each) => localityKey(each) === wanted),
  );
}

/** A precinct reaches over several ZIPs; its shards all say the same of it, but may name fewer places (VIP splits). */
function precinctsOf(shards: readonly Shard[], locality: LocalityRef): readonly DirectoryPrecinct[] {
  const precincts = new Map<string, DirectoryPrecinct>();
  for (const layer of shards.flatMap(({ layers }) => layers)) {
    if (layer.officeId !== locality.officeId) continue;
    for (const precinct of layer.precincts) {
      if (layer.localities[precinct.locality]?.id !== locality.id) continue;
      const { id, name, number, voting } = precinct;
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

/** Precincts whose name or number is what was typed, leading zeros and case aside: `7` finds `07`. */
export function findPrecincts(
  precincts: readonly DirectoryPrecinct[],
  typed: string,
): readonly DirectoryPrecinct[] {
  const wanted = plain(typed);
  if (wanted === '') return [];
  return precincts.filter(({ name, number }) => plain(name) === wanted || plain(number ?? '') === wanted);
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
