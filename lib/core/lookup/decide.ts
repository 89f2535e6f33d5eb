// Owns the decision among streets that hold the number: one answer, a choice, or a contradiction.
// Which election: the nearest one ahead that includes the address.

import type { Address } from '../address/read-address';
import { electionOf, isOver, type LookupContext, sharedOf, sharedWithoutPlace, understoodOf } from './answer';
import type { Claim } from './claims';
import type { Fit } from './fits';
import type { Candidate, LookupOutcome, Understood } from './outcome';
import { likelyStreetSize } from './remainder';
import { leadsNowhere, type Resolved, resolve } from './resolve';
import { streetId } from './shard-index';

/** A street that the words fit, with the segments that hold the number. Never empty of claims. */
export interface Held {
  readonly fit: Fit;
  readonly claims: readonly Claim[];
}

/** What the held streets lead to; null where they lead nowhere (precincts without any place).
 *  `offered` says that the spelling was near only: then nothing is taken, everything is a choice. */
export function decide(
  address: Address,
  held: readonly Held[],
  offered: boolean,
  context: LookupContext,
): LookupOutcome | null {
  const single = held.length === 1 && !offered ? ordinary(address, held[0]!, context) : null;
  if (single !== null) return single;
  const outside: Option[] = [];
  for (const claimsOfDay of elections(held, context.now)) {
    const options = optionsOf(claimsOfDay);
    const including = options.filter((option) => option.resolved.kind !== 'none');
    if (including.length === 0) outside.push(...options);
    // Not the election after it either: that would be shown as if the nearest did not include the address.
    else if (including.every(({ resolved }) => leadsNowhere(resolved))) return null;
    else return outcomeOf(address, options, offered, context);
  }
  return outside.length === 0 ? null : notIncluded(address, outside[0]!, context);
}

/** Nearly every look-up: one street, one segment, one assigned place. Null for all others. */
function ordinary(address: Address, { fit, claims }: Held, context: LookupContext): LookupOutcome | null {
  const { precinct, ref } = claims[0]!;
  if (claims.length !== 1 || precinct.voting !== 'assigned' || precinct.places.length !== 1) return null;
  const places = [ref.layer.places[precinct.places[0]!]!];
  return { kind: 'found', ...sharedOf(understoodOf(address, fit), claims, places, context) };
}

interface Option {
  readonly fit: Fit;
  readonly resolved: Resolved;
}

/** Held streets by election day: those ahead, nearest first, then those that are over, latest first. */
function elections(held: readonly Held[], now: Date): (readonly Held[])[] {
  if (held.length === 1) return [held];
  const days = new Map<string, { over: boolean; held: Held[] }>();
  for (const one of held) {
    const { layer } = one.fit.ref;
    const day = days.get(layer.election.date) ?? { over: isOver(layer, [], now), held: [] };
    day.held.push(one);
    days.set(layer.election.date, day);
  }
  if (days.size === 1) return [[...days.values()][0]!.held];
  const sorted = [...days].sort(([a], [b]) => (a < b ? -1 : 1));
  const ahead = sorted.filter(([, day]) => !day.over);
  const past = sorted.filter(([, day]) => day.over).reverse();
  return [...ahead, ...past].map(([, day]) => day.held);
}

/** One option for each street of a town, or for each part of a building split by units. */
function optionsOf(held: readonly Held[]): Option[] {
  if (held.length === 1) return resolve(held[0]!.claims).map((resolved) => ({ fit: held[0]!.fit, resolved }));
  const streets = new Map<string, { fit: Fit; claims: Claim[] }>();
  for (const { fit, claims } of [...held].sort(wildLast)) {
    const wild = fit.ref.core === '*';
    const same = wild
      ? [...streets.values()].filter((street) => fit.ref.town === '' || street.fit.ref.town === fit.ref.town)
      : [streets.get(streetId(fit.ref))].filter((street) => street !== undefined);
    for (const street of same)
      street.claims.push(...claims.filter((claim) => !street.claims.includes(claim)));
    if (same.length === 0) streets.set(streetId(fit.ref), { fit, claims: [...claims] });
  }
  return [...streets.values()].flatMap(({ fit, claims }) =>
    resolve(claims).map((resolved) => ({ fit, resolved })),
  );
}

/** An entry for every street of a town says something of each street that is named, too. */
function wildLast(a: Held, b: Held): number {
  return Number(a.fit.ref.core === '*') - Number(b.fit.ref.core === '*');
}

function outcomeOf(
  address: Address,
  options: readonly Option[],
  offered: boolean,
  context: LookupContext,
): LookupOutcome {
  const first = options[0]!;
  const signatures = new Set(options.map((option) => option.resolved.signature));
  const claims = options.flatMap((option) => option.resolved.claims);
  const understood = understoodOf(address, first.fit);
  if (signatures.size === 1 && !offered) {
    const kind = first.resolved.kind === 'none' ? 'conflict' : first.resolved.kind;
    return { kind, ...sharedOf(understood, claims, first.resolved.places, context) };
  }
  const shared = sharedOf(understood, claims, [], context);
  return {
    kind: 'choose',
    ...shared,
    understood: options.every((option) => option.fit.ref === first.fit.ref)
      ? understood
      : openUnderstood(understood, first),
    precincts: [],
    confirmLocality: null,
    didYouMean: offered,
    candidates: candidatesOf(address, options),
  };
}

/** The street is what the voter is asked about: it stays as typed. */
function openUnderstood(understood: Understood, { fit }: Option): Understood {
  const size = likelyStreetSize(fit.typed, new Set(fit.remainder.town === '' ? [] : [fit.remainder.town]));
  return {
    ...understood,
    street: fit.typed.raw.slice(0, fit.typed.from[size]).join(' '),
    city: fit.remainder.townText,
  };
}

function candidatesOf(address: Address, options: readonly Option[]): Candidate[] {
  const candidates = options.map(({ fit, resolved }): Candidate => {
    const { ref } = fit;
    return {
      street: understoodOf(address, fit).street ?? ref.street.name,
      unit: resolved.unit,
      city: ref.layer.cities[ref.street.city] ?? '',
      zip: ref.zip,
      pollingLocations: resolved.kind === 'none' ? [] : resolved.places,
    };
  });
  return [...new Map(candidates.map((candidate) => [JSON.stringify(candidate), candidate])).values()];
}

/** No election here includes the address. */
function notIncluded(address: Address, { fit, resolved }: Option, context: LookupContext): LookupOutcome {
  const { layer } = fit.ref;
  const shared = sharedOf(understoodOf(address, fit), resolved.claims, [], context);
  return {
    kind: 'noElection',
    ...shared,
    election: electionOf(layer, [], context.now),
    offices:
      shared.offices.length > 0
        ? shared.offices
        : sharedWithoutPlace(shared.understood, [layer], context).offices,
    nextElection: null,
  };
}
