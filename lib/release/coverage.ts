// Owns what can be said of a ZIP before any street is read: which loaded localities it may belong to, or
// that it lies wholly elsewhere. "Elsewhere" is only said where the reference leaves no doubt.

import { townKey } from '@/lib/core/address/town';
import type { IsoDate } from '@/lib/core/vip';
import { compareText } from './canonical-json';
import type { LoadedLocality, OfficePart } from './compile-office';
import { localityKey } from './locality-objects';
import type { County, ZipReference } from './zip-reference';

/** A loaded locality with the office it belongs to. */
export interface Claim {
  readonly officeId: string;
  readonly locality: LoadedLocality;
}

/** A ZIP without streets: its offices have none, or nobody knows its streets, or it is someone else's. */
export type ZipCoverage =
  | { readonly kind: 'streetsNotLoaded'; readonly claims: readonly Claim[] }
  | { readonly kind: 'unknown'; readonly claims: readonly Claim[] }
  | { readonly kind: 'elsewhere'; readonly county: County };

/** Answers about ZIPs, from the areas of all loaded localities. */
export interface Coverage {
  /** A ZIP in which no office has streets. */
  readonly of: (zip: string) => ZipCoverage;
  /** Localities without any streets that this ZIP may lie in. */
  readonly withoutStreets: (zip: string) => readonly Claim[];
  /** For one election day: the ZIP reaches into a county that is neither the locality's own nor loaded with its streets; or, for a
   *  town, has the name of another one that is not loaded. */
  readonly mustConfirm: (zip: string, locality: LoadedLocality, date: IsoDate) => boolean;
}

/** Read the areas of every loaded locality. O(localities + ZIPs of the towns without a county). */
export function coverage(parts: readonly OfficePart[], reference: ZipReference): Coverage {
  const claims = uniqueClaims(parts);
  const areas = readAreas(claims, reference);
  const zipsByCounty = loadedZips(parts);
  const towns = loadedTowns(parts);
  const isClaimed = (zip: string): boolean =>
    areas.towns.has(zip) ||
    reference.counties(zip).some(({ id, state }) => areas.counties.has(id) || areas.states.has(state));
  const claimsOn = (zip: string): readonly Claim[] =>
    sortClaims(
      reference
        .counties(zip)
        .flatMap((county) => [
          ...(areas.counties.get(county.id) ?? []),
          ...(areas.states.get(county.state) ?? []),
        ]),
    );
  const withoutStreets = (zip: string): readonly Claim[] =>
    sortClaims([
      ...(areas.towns.get(zip) ?? []),
      ...reference
        .counties(zip)
        .flatMap((county) => areas.counties.get(county.id) ?? [])
        .filter(({ locality }) => !locality.shard.streetsLoaded && locality.county !== null),
    ]);
  return {
    withoutStreets,
    of: (zip) => {
      const [main] = reference.counties(zip);
      // Nearly every ZIP of the country: nothing to gather, nothing to sort.
      if (main !== undefined && !isClaimed(zip)) return { kind: 'elsewhere', county: main };
      const streetless = withoutStreets(zip);
      if (streetless.length > 0) return { kind: 'streetsNotLoaded', claims: streetless };
      return { kind: 'unknown', claims: claimsOn(zip) };
    },
    mustConfirm: (zip, locality, date) => {
      // A county that should have most of the ZIP, and has no street in it, is as good as not loaded.
      const notLoaded = reference.counties(zip).filter(({ id }, index) => {
        const zips = zipsByCounty.get(`${date} ${id}`);
        return zips === undefined || (index === 0 && !zips.has(zip));
      });
      const home = areas.home(locality);
      return (
        notLoaded.some(({ id }) => home.size > 0 && !home.has(id)) ||
        (notLoaded.length > 0 && isTown(locality) && !towns.has(`${date} ${postTown(zip, reference)}`))
      );
    },
  };
}

/** Election day and county -> ZIPs in which it has streets, for counties that have any. */
function loadedZips(parts: readonly OfficePart[]): ReadonlyMap<string, ReadonlySet<string>> {
  const zips = new Map<string, ReadonlySet<string>>();
  for (const { election, localities } of parts) {
    for (const { county, zips: own } of localities) {
      if (county === null || own.length === 0) continue;
      const key = `${election.date} ${county.id}`;
      zips.set(key, new Set([...(zips.get(key) ?? []), ...own]));
    }
  }
  return zips;
}

interface Areas {
  /** County -> localities that are it, or that have streets in it. */
  readonly counties: ReadonlyMap<string, readonly Claim[]>;
  /** ZIP -> localities without streets whose name is the ZIP's post town. */
  readonly towns: ReadonlyMap<string, readonly Claim[]>;
  /** State -> localities of which nothing tells where in the state they lie. */
  readonly states: ReadonlyMap<string, readonly Claim[]>;
  readonly home: (locality: LoadedLocality) => ReadonlySet<string>;
}

function readAreas(claims: readonly Claim[], reference: ZipReference): Areas {
  const counties = new Map<string, Claim[]>();
  const towns = new Map<string, Claim[]>();
  const states = new Map<string, Claim[]>();
  const homes = new Map<LoadedLocality, ReadonlySet<string>>();
  for (const claim of claims) {
    const { locality } = claim;
    const townZips =
      locality.county === null && locality.zips.length === 0 ? zipsOfTown(claim, reference) : [];
    for (const zip of townZips) push(towns, zip, claim);
    const home =
      locality.county === null ? mainCounties([...locality.zips, ...townZips], reference) : [locality.county];
    const ids = new Set(home.map(({ id }) => id));
    homes.set(locality, ids);
    for (const id of ids) push(counties, id, claim);
    // Made-up ZIPs (a sandbox) lie in no county at all: nothing in the reference is theirs.
    if (ids.size === 0 && locality.zips.length === 0) push(states, locality.object.state, claim);
  }
  return { counties, towns, states, home: (locality) => homes.get(locality) ?? new Set() };
}

const TOWN_TYPES: ReadonlySet<string> = new Set('city town township village borough municipality'.split(' '));

/** A locality inside a county, whose neighbours in the same county are other localities. */
function isTown({ county, object }: LoadedLocality): boolean {
  return county === null && object.type !== null && TOWN_TYPES.has(object.type.toLowerCase());
}

/** Election day and town, for those that are loaded with streets: `2026-11-03 MA WATERTOWN`. A ZIP of another
 *  post town reaches into a neighbour that nobody has loaded. */
function loadedTowns(parts: readonly OfficePart[]): ReadonlySet<string> {
  return new Set(
    parts.flatMap(({ election, localities }) =>
      localities
        .filter(({ zips }) => zips.length > 0)
        .flatMap(({ object: { name, state } }) =>
          townNames(name).map((town) => `${election.date} ${state} ${townKey(town)}`),
        ),
    ),
  );
}

/** "Town of Watertown", "WATERTOWN TOWN"; but "Kansas City" keeps its last word as well, and goes first. */
function townNames(name: string): readonly [bare: string, short: string] {
  const bare = name.replace(/^(city|town|township|village|borough) of /i, '');
  return [bare, bare.replace(/ (city|town|township|twp|village|borough)$/i, '')];
}

function postTown(zip: string, reference: ZipReference): string {
  const town = reference.town(zip);
  return town === null ? '' : `${town.state} ${townKey(town.town)}`;
}

function zipsOfTown({ locality }: Claim, reference: ZipReference): readonly string[] {
  const { state, name } = locality.object;
  const zips = reference.countiesOf(state).flatMap((county) => reference.zipsOf(county));
  for (const key of townNames(name).map(townKey)) {
    const ofTown = zips.filter((zip) => {
      const town = reference.town(zip);
      return town !== null && town.state === state && townKey(town.town) === key;
    });
    if (ofTown.length > 0) return ofTown;
  }
  return [];
}

function mainCounties(zips: readonly string[], reference: ZipReference): readonly County[] {
  return zips.flatMap((zip) => reference.counties(zip).slice(0, 1));
}

/** Two elections of one office are one claim; the earlier election's words stand. */
function uniqueClaims(parts: readonly OfficePart[]): readonly Claim[] {
  const claims = new Map<string, Claim>();
  for (const { officeId, localities } of parts) {
    for (const locality of localities) {
      const id = localityKey(locality.object);
      const known = claims.get(id);
      if (known === undefined) claims.set(id, { officeId, locality });
      else if (!known.locality.shard.streetsLoaded && locality.shard.streetsLoaded) {
        claims.set(id, { officeId, locality });
      }
    }
  }
  return [...claims.values()];
}

function sortClaims(claims: readonly Claim[]): readonly Claim[] {
  const unique = new Map(claims.map((claim) => [localityKey(claim.locality.object), claim]));
  return [...unique].sort((a, b) => compareText(a[0], b[0])).map(([, claim]) => claim);
}

function push<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
