// Owns turning what was found into the fields that every outcome shares. Decides nothing.

import type { Address } from '../address/read-address';
import { electionOver } from '../hours/election-day';
import type { Claim } from './claims';
import type { Fit } from './fits';
import { noticesAbout } from './notices-about';
import type {
  ConfirmLocality,
  ElectionAnswer,
  LookupOutcome,
  Notice,
  OfficeAnswer,
  PlaceAnswer,
  PrecinctAnswer,
  Understood,
} from './outcome';
import { likelyStreetSize, readRemainder } from './remainder';
import type { ShardLayer, ShardLocality } from './shard';
import type { ShardIndex } from './shard-index';
import { typedStreet } from './typed-street';

export interface LookupContext {
  readonly now: Date;
  readonly asOf: string;
  readonly sequence: number;
  readonly notices: readonly Notice[];
}

/** What every kind of outcome carries. */
export type Shared = Pick<
  LookupOutcome,
  | 'understood'
  | 'pollingLocations'
  | 'precincts'
  | 'offices'
  | 'confirmLocality'
  | 'election'
  | 'notices'
  | 'asOf'
  | 'sequence'
>;

/** Fields for an address that led nowhere: the offices of every layer, no place. */
export function sharedWithoutPlace(
  understood: Understood,
  layers: readonly ShardLayer[],
  context: LookupContext,
): Shared {
  const current = layers.filter((layer) => !isOver(layer, [], context.now));
  const used = current.length > 0 ? current : layers;
  const first = [...used].sort((a, b) => (a.election.date < b.election.date ? -1 : 1))[0];
  return {
    understood,
    pollingLocations: [],
    precincts: [],
    offices: distinctBy(
      used.flatMap((layer) => layer.localities.map((locality) => officeOf(layer, locality))),
      officeKey,
    ),
    confirmLocality: null,
    election: first === undefined ? null : electionOf(first, [], context.now),
    notices: [],
    asOf: context.asOf,
    sequence: context.sequence,
  };
}

/** Fields for an address that segments hold. `places` are shown as they are, in the given order. */
export function sharedOf(
  understood: Understood,
  claims: readonly Claim[],
  places: readonly PlaceAnswer[],
  context: LookupContext,
): Shared {
  const layer = claims[0]!.ref.layer;
  return {
    understood,
    pollingLocations: places,
    precincts: distinctBy(claims.map(precinctOf), ({ id, locality }) => `${id}\n${locality}`),
    offices: distinctBy(
      claims.map((claim) => officeOf(claim.ref.layer, localityOf(claim))),
      officeKey,
    ),
    confirmLocality: confirmOf(claims),
    election: electionOf(layer, places, context.now),
    notices: noticesFor(claims, places, context.notices),
    asOf: context.asOf,
    sequence: context.sequence,
  };
}

/** What we took the text to mean where no street was found: nothing is certain but the number and the ZIP. */
export function understoodFrom(address: Address, indexes: readonly ShardIndex[]): Understood {
  const house = address.houses[0]!;
  const typed = typedStreet(address, house);
  const towns = new Set(indexes.flatMap((index) => [...index.towns]));
  const size = likelyStreetSize(typed, towns);
  const rest = readRemainder(typed, size, true, towns);
  return {
    houseNumber: house.text,
    street: typed.raw.slice(0, typed.from[size]).join(' ') || null,
    unit: rest?.unit ?? address.unitFirst,
    city: rest?.townText ?? null,
    state: address.state,
    zip: address.zip,
  };
}

/** What we took the text to mean: the street, town and state as the office spells them. */
export function understoodOf(address: Address, fit: Fit): Understood {
  const { ref, remainder, typed } = fit;
  const wild = ref.core === '*';
  const size = wild ? likelyStreetSize(typed, new Set([ref.town])) : 0;
  return {
    houseNumber: typed.house.text,
    street: wild ? typed.raw.slice(0, typed.from[size]).join(' ') : ref.street.name,
    unit: unitOf(address, fit),
    city: ref.layer.cities[ref.street.city] || remainder.townText,
    state: ref.layer.state,
    zip: ref.zip,
    ...(isOtherTown(fit) && { otherTown: remainder.townText! }),
  };
}

function isOtherTown({ ref, remainder: { town, strange } }: Fit): boolean {
  return town !== '' && (ref.town === '' ? strange : town !== ref.town);
}

/** The unit, wherever it was typed. */
export function unitOf(address: Address, { remainder, typed }: Fit): string | null {
  return remainder.unit ?? typed.house.unit ?? address.unitFirst;
}

export function electionOf(layer: ShardLayer, places: readonly PlaceAnswer[], now: Date): ElectionAnswer {
  const { id, name, date } = layer.election;
  return { id, name, date, over: isOver(layer, places, now) };
}

/** Over from the local midnight that ends election day, by the place's own zone. */
export function isOver(layer: ShardLayer, places: readonly PlaceAnswer[], now: Date): boolean {
  return electionOver(layer.election.date, (places[0] ?? layer.places[0])?.timeZone ?? null, now);
}

function localityOf(claim: Claim): ShardLocality {
  return claim.ref.layer.localities[claim.precinct.locality]!;
}

function precinctOf(claim: Claim): PrecinctAnswer {
  const { id, name, number } = claim.precinct;
  return { id, name, number, locality: localityOf(claim).id };
}

function officeOf(layer: ShardLayer, locality: ShardLocality): OfficeAnswer {
  return { id: layer.officeId, name: locality.office.name, phone: locality.office.phone };
}

function confirmOf(claims: readonly Claim[]): ConfirmLocality | null {
  for (const claim of claims) {
    const locality = localityOf(claim);
    if (locality.confirm) return { id: locality.id, name: fullName(locality) };
  }
  return null;
}

/** `Adams` of type county -> `Adams County`; a name that says what it is stays as it is. */
export function fullName({ name, type }: Pick<ShardLocality, 'name' | 'type'>): string {
  if (type !== 'county' || /\b(county|parish|borough|area|city|municipality)$/i.test(name)) return name;
  return `${name} ${name === name.toUpperCase() ? 'COUNTY' : 'County'}`;
}

function noticesFor(
  claims: readonly Claim[],
  places: readonly PlaceAnswer[],
  notices: readonly Notice[],
): readonly Notice[] {
  if (notices.length === 0) return [];
  const offices = new Set(claims.map((claim) => claim.ref.layer.officeId));
  const ids = new Set(places.map((place) => place.id));
  return noticesAbout(
    notices,
    (notice) => offices.has(notice.officeId) && notice.pollingLocationIds.some((id) => ids.has(id)),
  );
}

function officeKey({ id, name, phone }: OfficeAnswer): string {
  return `${id}\n${name}\n${phone}`;
}

function distinctBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  if (items.length < 2) return items;
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
