// Owns what the segments that hold an address lead to, for one street and one election: one answer,
// a contradiction in the office's list, or a building split by units.

import type { UnitRange } from '../vip';
import type { Claim } from './claims';
import type { PlaceAnswer } from './outcome';
import type { ShardPrecinct } from './shard';

export type ResolvedKind = 'found' | 'anyPlace' | 'byMail' | 'none' | 'conflict';

/** `signature` is equal for two streets or units that lead to the same answer. */
export interface Resolved {
  readonly kind: ResolvedKind;
  readonly signature: string;
  readonly places: readonly PlaceAnswer[];
  readonly claims: readonly Claim[];
  /** What to call this part of a split building: `1-10`; null for the rest of it, or where nothing is split. */
  readonly unit: string | null;
}

/** One entry for a street that answers in one way; several for a building whose units lead to different places
 *  and no unit was given. */
export function resolve(claims: readonly Claim[]): Resolved[] {
  const whole = one(claims, null);
  if (whole.kind !== 'conflict' || !claims.some((claim) => claim.units !== null)) return [whole];
  const byUnits = new Map<string, Claim[]>();
  for (const claim of claims) {
    const label = claim.units === null ? '' : unitsLabel(claim.units);
    byUnits.set(label, [...(byUnits.get(label) ?? []), claim]);
  }
  const parts = [...byUnits].map(([label, part]) => one(part, label === '' ? null : label));
  return parts.length === 1 ? [whole] : parts;
}

/** A row that holds the address leads to a precinct without a place: nobody knows where its voters go (docs/format/v1.md 6.1). */
export function leadsNowhere({ claims }: Pick<Resolved, 'claims'>): boolean {
  return claims.some(({ precinct }) => lacksPlace(precinct));
}

/** An entry for every street that was set aside. It says nothing of streets that are named: they go on answering. */
export function isLostEntry({ ref, precinct, units, isExact }: Claim): boolean {
  return ref.core === '*' && units === null && !isExact && lacksPlace(precinct);
}

/** A precinct that should have a place and has none. One that votes by mail, or not at all, is an answer without. */
export function lacksPlace({ places, voting }: Pick<ShardPrecinct, 'places' | 'voting'>): boolean {
  return places.length === 0 && (voting === 'assigned' || voting === 'anyPlace');
}

const placeKeys = new WeakMap<PlaceAnswer, string>();

/** Name and address, so that one place under two ids counts as one. */
export function placeKey(place: PlaceAnswer): string {
  let key = placeKeys.get(place);
  if (key === undefined) {
    key = keyOfPlace(place);
    placeKeys.set(place, key);
  }
  return key;
}

function keyOfPlace(place: PlaceAnswer): string {
  return `${place.name}|${place.line1}|${place.city}|${place.zip}`.toUpperCase();
}

/** What to call some units of a building: `1-10, 12`. */
export function unitsLabel(units: readonly UnitRange[]): string {
  return units.map(({ start, end }) => (start === end ? start : `${start}-${end}`)).join(', ');
}

function one(claims: readonly Claim[], unit: string | null): Resolved {
  if (claims.length === 1) return { ...ofPrecinct(claims[0]!), claims, unit };
  const answers = new Map<string, Omit<Resolved, 'claims' | 'unit'>>();
  for (const claim of claims) {
    const answer = ofPrecinct(claim);
    if (!answers.has(answer.signature)) answers.set(answer.signature, answer);
  }
  if (answers.size === 1) return { ...[...answers.values()][0]!, claims, unit };
  // What the others say is not shown: one of them may be the very row that a lost one would have contradicted.
  if (leadsNowhere({ claims }))
    return { kind: 'conflict', signature: signatureOf('conflict', []), places: [], claims, unit };
  const places = distinct([...answers.values()].flatMap((answer) => answer.places));
  return { kind: 'conflict', signature: signatureOf('conflict', places), places, claims, unit };
}

function ofPrecinct({ ref, precinct }: Claim): Omit<Resolved, 'claims' | 'unit'> {
  const places = distinct(precinct.places.map((at) => ref.layer.places[at]!));
  const kind = kindOf(precinct.voting, places);
  return { kind, signature: signatureOf(kind, places), places };
}

function kindOf(
  voting: 'assigned' | 'anyPlace' | 'byMail' | 'none',
  places: readonly PlaceAnswer[],
): ResolvedKind {
  if (voting === 'none') return 'none';
  if (voting !== 'assigned') return voting;
  return places.length === 1 || differByPartyOnly(places) ? 'found' : 'conflict';
}

/** A primary in which each party has its own place: one answer, each place labelled. */
function differByPartyOnly(places: readonly PlaceAnswer[]): boolean {
  const parties = new Set(places.map((place) => place.party));
  return places.length > 1 && parties.size === places.length && !parties.has(undefined);
}

function signatureOf(kind: ResolvedKind, places: readonly PlaceAnswer[]): string {
  if (places.length === 1) return `${kind}:${placeKey(places[0]!)}`;
  return `${kind}:${places.map(placeKey).sort().join('\n')}`;
}

/** Places by name and address; the same building for two parties stays two. */
function distinct(places: readonly PlaceAnswer[]): readonly PlaceAnswer[] {
  if (places.length < 2) return places;
  const byKey = new Map(places.map((place) => [`${placeKey(place)}|${place.party ?? ''}`, place]));
  return [...byKey.values()];
}
