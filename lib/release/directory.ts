// Owns the objects that lead to shards: locality objects, ZIP3 pages, the town index, the root.
// Must not know of streets, signatures or files.

import { townKey } from '@/lib/core/address/town';
import { compareText } from './canonical-json';
import type { Claim, Coverage } from './coverage';
import type {
  CountyName,
  LocalityRef,
  PageLocality,
  Root,
  Sha256Hex,
  TownEntry,
  TownIndex,
  Zip3Page,
  Zip3Range,
  ZipEntry,
} from './format';
import { localityKey } from './locality-objects';
import type { WireLayer } from './shard';
import { sortedUnique } from './shard-encode';
import type { County, ZipReference } from './zip-reference';

/** A ZIP with streets: its shards' names and what they hold. */
export interface PlacedZip {
  readonly shards: readonly Sha256Hex[];
  /** `localityKey`s of the localities in the shards. */
  readonly localities: readonly string[];
}

/** Pages by ZIP3, sorted, and the ZIP3s that need none. */
export interface Directory {
  readonly pages: readonly Zip3Page[];
  readonly elsewhere: readonly Zip3Range[];
}

/** Every ZIP of the reference and of the data, each in exactly one state, grouped by its first three digits. */
export function buildDirectory(
  placed: ReadonlyMap<string, PlacedZip>,
  coverage: Coverage,
  objects: ReadonlyMap<string, PageLocality>,
  reference: ZipReference,
): Directory {
  const pages: Zip3Page[] = [];
  const elsewhere: [string, string | null][] = [];
  for (const [zip3, zips] of groupByZip3([...placed.keys(), ...reference.zips()])) {
    const here = zips.map((zip) => [zip, placed.get(zip) ?? coverage.of(zip)] as const);
    const known = here.filter((entry) => !isUnlisted(entry[1]));
    if (known.length > 0 && here.every(([, state]) => 'kind' in state && state.kind === 'elsewhere')) {
      const states = sortedUnique(zips.map((zip) => reference.counties(zip)[0]?.state ?? ''));
      elsewhere.push([zip3, states.length === 1 ? (states[0] ?? null) : null]);
    } else if (known.some(([, state]) => !('kind' in state) || state.kind !== 'elsewhere')) {
      pages.push(buildPage(zip3, here, objects));
    }
  }
  return { pages, elsewhere: toRanges(elsewhere) };
}

type ZipState = PlacedZip | ReturnType<Coverage['of']>;

/** Military mail and the like: the reference has the ZIP, but no county for it. */
function isUnlisted(state: ZipState): boolean {
  return 'kind' in state && state.kind === 'unknown' && state.claims.length === 0;
}

function groupByZip3(zips: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const zip of sortedUnique(zips)) {
    const zip3 = zip.slice(0, 3);
    const group = groups.get(zip3);
    if (group === undefined) groups.set(zip3, [zip]);
    else group.push(zip);
  }
  return groups;
}

function buildPage(
  zip3: string,
  zips: readonly (readonly [string, ZipState])[],
  objects: ReadonlyMap<string, PageLocality>,
): Zip3Page {
  const ids = sortedUnique(zips.flatMap(([, state]) => localityIds(state)));
  const index = new Map(ids.map((id, position) => [id, position]));
  const counties = uniqueCounties(
    zips.flatMap(([, state]) => ('kind' in state && state.kind === 'elsewhere' ? [state.county] : [])),
  );
  const countyIndex = new Map(counties.map((county, position) => [county.id, position]));
  const entries = zips.map(([zip, state]): [string, ZipEntry] => {
    const localities = localityIds(state).map((id) => index.get(id) ?? -1);
    if (!('kind' in state)) return [zip, { shards: state.shards, localities }];
    if (state.kind === 'elsewhere') return [zip, { elsewhere: countyIndex.get(state.county.id) ?? -1 }];
    return [zip, state.kind === 'unknown' ? { unknown: localities } : { streetsNotLoaded: localities }];
  });
  const localities = ids.map((id) => {
    const object = objects.get(id);
    if (object === undefined) throw new Error(`no locality object: ${id}`);
    return object;
  });
  return {
    kind: 'zip3',
    zip3,
    localities,
    counties: counties.map(nameOf),
    zips: Object.fromEntries(entries),
  };
}

function localityIds(state: ZipState): readonly string[] {
  if (!('kind' in state)) return [...state.localities].sort(compareText);
  if (state.kind === 'elsewhere') return [];
  return state.claims.map((claim: Claim) => localityKey(claim.locality.object));
}

function uniqueCounties(counties: readonly County[]): readonly County[] {
  const byId = new Map(counties.map((county) => [county.id, county]));
  return [...byId].sort((a, b) => compareText(a[0], b[0])).map(([, county]) => county);
}

function nameOf({ county, state }: County): CountyName {
  return { county, state };
}

function toRanges(zip3s: readonly (readonly [string, string | null])[]): readonly Zip3Range[] {
  const ranges: [string, string, string | null][] = [];
  for (const [zip3, state] of zip3s) {
    const last = ranges.at(-1);
    if (last !== undefined && last[2] === state && Number(last[1]) + 1 === Number(zip3)) last[1] = zip3;
    else ranges.push([zip3, zip3, state]);
  }
  return ranges;
}

/** Town -> ZIPs, from the streets' own towns and the post towns of ZIPs that an office may answer for. */
export function buildTownIndex(
  layersByZip: ReadonlyMap<string, readonly Pick<WireLayer, 'cities' | 'state'>[]>,
  pages: readonly Zip3Page[],
  reference: ZipReference,
): TownIndex {
  const towns = new Map<string, Map<string, { names: Set<string>; zips: Set<string> }>>();
  const add = (state: string, name: string, zip: string): void => {
    const key = townKey(name);
    if (key === '') return;
    const inState = towns.get(state) ?? new Map();
    const town = inState.get(key) ?? { names: new Set(), zips: new Set() };
    town.names.add(name);
    town.zips.add(zip);
    towns.set(state, inState.set(key, town));
  };
  for (const [zip, layers] of layersByZip) {
    for (const { cities, state } of layers) for (const city of cities) add(state, city, zip);
  }
  for (const page of pages) {
    for (const [zip, entry] of Object.entries(page.zips)) {
      const town = 'elsewhere' in entry ? null : reference.town(zip);
      if (town !== null) add(town.state, town.town, zip);
    }
  }
  const states = [...towns].map(([state, inState]): [string, TownEntry[]] => [
    state,
    [...inState.values()]
      // The last name by code units is the one in mixed case, where the reference has it.
      .map(({ names, zips }): TownEntry => [sortedUnique(names).at(-1) ?? '', sortedUnique(zips)])
      .sort((a, b) => compareText(a[0], b[0])),
  ]);
  return { kind: 'towns', states: Object.fromEntries(states) };
}

/** The root: small enough to be fetched before anything is typed. */
export function buildRoot(input: {
  readonly states: readonly string[];
  readonly localities: readonly LocalityRef[];
  readonly pages: Readonly<Record<string, Sha256Hex>>;
  readonly elsewhere: readonly Zip3Range[];
  readonly towns: Sha256Hex;
}): Root {
  return { kind: 'root', ...input };
}
