// Owns the state's decision on a claim: whose rows answer wherever both offices claim, and the job that makes it so. That
// the actor is of the state is checked by the caller.

import { err, ok, type Result } from '@/lib/core/result';
import { commitAudited } from '../audit/commit-audited';
import type { OfficePorts } from '../ports/office-ports';
import { type Claim, claims } from './claim';
import type { JobPerson, PublishJob } from './job';
import { jobStart } from './job-start';

/** `gone`: no such claim. `notOfIt`: the office has no part in it. `conflict`: somebody published or decided meanwhile. */
export interface ClaimError {
  readonly code: 'gone' | 'notOfIt' | 'conflict';
  readonly message: string;
}

export interface ClaimDecision {
  readonly claimId: string;
  /** The office whose rows answer; null: undecided again, whose rows are there answer. */
  readonly answers: string | null;
  readonly by: JobPerson;
}

/** Claims that `officeId` takes part in (null: all), those without a decision first. */
export async function claimsOf({ state }: OfficePorts, officeId: string | null): Promise<readonly Claim[]> {
  const all = (await claims.list(state)).map(({ value }) => value);
  return all
    .filter((claim) => officeId === null || claim.officeIds.includes(officeId))
    .filter(({ setAside, answers }) => setAside.length > 0 || answers !== null)
    .sort((a, b) => Number(a.answers !== null) - Number(b.answers !== null));
}

/** Decide, or decide otherwise. Voters see it once the job has come to its end. */
export async function decideClaim(
  ports: OfficePorts,
  { claimId, answers, by }: ClaimDecision,
): Promise<Result<PublishJob, ClaimError>> {
  const found = await claims.read(ports.state, claimId);
  if (found === null) return err({ code: 'gone', message: 'There is no such claim.' });
  const claim = found.value;
  if (answers !== null && !claim.officeIds.includes(answers)) {
    return err({ code: 'notOfIt', message: 'This office has no part in the claim.' });
  }
  const start = jobStart(ports, {
    officeId: answers ?? claim.officeIds[0],
    target: { kind: 'claim', electionId: claim.setAside[0]?.electionId ?? '', claimId },
    requestedBy: by,
    approvedBy: by,
  });
  const decided: Claim = { ...claim, answers, decidedBy: { ...by, at: ports.now().toISOString() } };
  const result = await commitAudited(ports, {
    checks: [...start.checks, claims.unchanged(found, claimId)],
    writes: [...start.writes, claims.write(decided, [claimId])],
    events: [
      {
        action: 'claim.decided',
        actor: { kind: 'person', ...by },
        officeId: answers,
        subject: claimId,
        details: { answers, offices: claim.officeIds.join(', ') },
      },
      ...start.events,
    ],
  });
  if (result === 'committed') return ok(start.job);
  return err({ code: 'conflict', message: 'Somebody published or decided meanwhile. Look at it again.' });
}
