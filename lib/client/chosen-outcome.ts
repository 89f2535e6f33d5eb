// Owns what a voter sees after picking a candidate. The candidate is looked up again like any address, so that
// there is one way to an answer; the pick itself decides only where that asks the same question again.

import type { Candidate, LookupOutcome } from '@/lib/core/lookup/outcome';

type Choose = Extract<LookupOutcome, { kind: 'choose' }>;

/** What to look up for a pick, best first. Of a range of units ("101-120") the first one stands for all. */
export function textsToAsk(text: string, { unit }: Candidate): readonly string[] {
  const first = /^(\S[^\s-]*)-\S+$/.exec(unit ?? '')?.[1];
  return first === undefined || unit === null ? [text] : [text, text.replace(unit, first)];
}

/** Whether an answer is that of the candidate: an answer at all, and with the candidate's own places. */
export function isAnswerFor(candidate: Candidate, again: LookupOutcome): boolean {
  switch (again.kind) {
    case 'found':
    case 'anyPlace':
    case 'conflict':
      return idsOf(candidate.pollingLocations) === idsOf(again.pollingLocations);
    case 'byMail':
    case 'noElection':
    case 'cannotCheck':
      return true;
    default:
      return false;
  }
}

/** The pick taken at its word; null where it does not lead to one place, for nobody may guess. */
export function pickedOutcome(before: Choose, candidate: Candidate): LookupOutcome | null {
  if (candidate.pollingLocations.length !== 1) return null;
  const { didYouMean: _, candidates: __, ...common } = before;
  const { street, unit, city, zip, pollingLocations } = candidate;
  return {
    ...common,
    kind: 'found',
    understood: { ...common.understood, street, unit, city, zip },
    pollingLocations,
  };
}

function idsOf(places: readonly { readonly id: string }[]): string {
  return places
    .map(({ id }) => id)
    .sort()
    .join('\n');
}
