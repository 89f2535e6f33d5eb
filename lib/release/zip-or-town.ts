// Owns what is said where the ZIP that was typed and the town that was typed lead to two places: one of them is a slip, and nobody can
// tell which (docs/adr/0054-zip-against-town.md). Ships to voters. Fetches nothing.

import { editDistance } from '@/lib/core/address/edit-distance';
import type { Candidate, LookupOutcome, Understood } from '@/lib/core/lookup/outcome';

/** A town of more ZIPs is compared with those that are one slip away from the typed one: a city's suburbs are often called by its name. */
const MOST_ZIPS = 4;

/** The ZIPs of the town that was typed, `zips`, that may have been meant in place of the one that was typed. */
export function zipsMeant({ city, otherTown, zip }: Understood, zips: readonly string[]): readonly string[] {
  // A list that says no towns is not against one that lies in its ZIP.
  if (city === otherTown && zips.includes(zip ?? '')) return [];
  const others = zips.filter((other) => other !== zip);
  return others.length < MOST_ZIPS
    ? others
    : others.filter((other) => editDistance(zip ?? '', other, 1) === 1);
}

/** `here` as it is, where the town has no such address or it leads to the same places; else a choice of both. */
export function bothOf(here: LookupOutcome, there: LookupOutcome): LookupOutcome {
  if (there.kind === 'cannotCheck') return there;
  const [own, others] = [candidatesOf(here), candidatesOf(there)];
  const isSame = there.kind === here.kind || there.kind === 'choose';
  if (others.length === 0 || (isSame && others.every((one) => ids(one) === ids(own[0]!)))) return here;
  const { understood } = here;
  return {
    ...here,
    kind: 'choose',
    understood: { ...understood, city: understood.otherTown ?? null },
    pollingLocations: [],
    precincts: [],
    confirmLocality: null,
    didYouMean: true,
    candidates: [...own, ...others],
  };
}

/** An answer that a voter would act on, though the town that was typed is not that of its street. */
export function mayBeElsewhere({ kind, understood }: LookupOutcome): boolean {
  return understood.otherTown !== undefined && (kind === 'found' || kind === 'anyPlace' || kind === 'byMail');
}

function candidatesOf(outcome: LookupOutcome): readonly Candidate[] {
  const { kind, pollingLocations, understood } = outcome;
  if (kind === 'choose') return outcome.candidates;
  if (kind !== 'found' && kind !== 'anyPlace' && kind !== 'byMail' && kind !== 'conflict') return [];
  const { street, unit, city, zip } = understood;
  return [{ street: street ?? '', unit, city: city ?? '', zip: zip ?? '', pollingLocations }];
}

const ids = ({ pollingLocations }: Candidate): string =>
  pollingLocations
    .map(({ id }) => id)
    .sort()
    .join('\n');
