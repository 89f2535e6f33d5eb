// Owns what a voter sees after picking a candidate. The candidate is looked up again like any address, so that
// there is one way to an answer; only where that asks the same question again does the pick itself decide.

import type { LookupOutcome } from '@/lib/core/lookup/outcome';

type Choose = Extract<LookupOutcome, { kind: 'choose' }>;

/** `again` is the answer to `picked`, the candidate's own text. */
export function chosenOutcome(before: Choose, picked: number, again: LookupOutcome): LookupOutcome {
  const candidate = before.candidates[picked];
  if (again.kind !== 'choose' || again.didYouMean || candidate?.pollingLocations.length !== 1) return again;
  const { didYouMean: _, candidates: __, ...common } = again;
  const { street, unit, city, zip } = candidate;
  return {
    ...common,
    kind: 'found',
    understood: { ...common.understood, street, unit, city, zip },
    pollingLocations: candidate.pollingLocations,
  };
}
