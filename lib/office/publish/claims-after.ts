// Owns what is written down of claims when choices have been settled: new ones, and how much of known ones is left. Pure.

import { canonicalJson } from '@/lib/release/canonical-json';
import type { Versioned } from '../ports/records';
import type { OfficeChoice } from './choice';
import { type Claim, claimIdOf } from './claim';
import type { Merged } from './merged';
import type { SetAside } from './split-by-claims';

/** Claims that differ from what is known. `setAside` has an entry for each choice that was looked at anew, by
 *  `<officeId>/<electionId>`; what stands of others stays. */
export function claimsAfter(
  known: readonly Versioned<Claim>[],
  setAside: ReadonlyMap<string, readonly SetAside[]>,
  choices: ReadonlyMap<string, OfficeChoice>,
  now: Date,
): Merged['claims'] {
  const claims = new Map(known.map(({ value }) => [value.id, settledAnew(value, setAside)]));
  for (const [key, lost] of setAside) {
    const choice = choices.get(key);
    if (choice === undefined) continue;
    const { officeId, electionId, electionDate } = choice;
    for (const { holderId, segments, examples } of lost) {
      const id = claimIdOf(electionDate, officeId, holderId);
      const claim = claims.get(id) ?? newClaim(id, electionDate, [officeId, holderId], now);
      const line = { officeId, electionId, segments, examples: [...examples] };
      claims.set(id, { ...claim, setAside: [...claim.setAside, line].sort(byOffice) });
    }
  }
  const before = new Map(known.map((claim) => [claim.value.id, claim]));
  return [...claims].flatMap(([id, next]) => {
    const found = before.get(id);
    const isSame = found !== undefined && canonicalJson(found.value) === canonicalJson(next);
    return isSame ? [] : [{ version: found?.version ?? null, next }];
  });
}

/** Without the lines of choices that were looked at anew. */
function settledAnew(claim: Claim, setAside: ReadonlyMap<string, readonly SetAside[]>): Claim {
  return {
    ...claim,
    setAside: claim.setAside.filter(({ officeId, electionId }) => !setAside.has(`${officeId}/${electionId}`)),
  };
}

function newClaim(id: string, electionDate: string, offices: readonly [string, string], now: Date): Claim {
  const [a, b] = offices;
  return {
    id,
    electionDate,
    officeIds: a < b ? [a, b] : [b, a],
    setAside: [],
    foundAt: now.toISOString(),
    answers: null,
    decidedBy: null,
  };
}

const byOffice = (a: { readonly officeId: string }, b: { readonly officeId: string }): number =>
  a.officeId < b.officeId ? -1 : 1;
