// Owns whether an answer that is on screen would still be given by a newer release. It asks nobody itself.

import type { LookupOutcome } from '@/lib/core/lookup/outcome';

/** True where `again`, the answer to the same text now, says what `shown` says: same kind, places as they stand
 *  there, late changes and day. A picked candidate is still true while it is offered with the same place. */
export function isStillTrue(shown: LookupOutcome, again: LookupOutcome): boolean {
  if (again.kind === 'choose' && shown.kind !== 'choose') {
    return again.candidates.some((candidate) => same(candidate.pollingLocations, shown.pollingLocations));
  }
  return same(said(shown), said(again));
}

function said(outcome: LookupOutcome): unknown {
  // What the voter has confirmed, and how the address was read, are theirs; when it was confirmed is what changes.
  const { understood: _, confirmLocality: __, asOf: ___, sequence: ____, ...rest } = outcome;
  return rest;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
