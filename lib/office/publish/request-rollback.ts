// Owns going back: one person asks, another says yes, and the office's earlier dataset is chosen again by an ordinary job.
// Nobody else's publish is undone. That the actor belongs to the office is checked by the caller.

import { err, ok, type Result } from '@/lib/core/result';
import { commitAudited } from '../audit/commit-audited';
import type { AuditEvent } from '../audit/entry';
import type { OfficePorts } from '../ports/office-ports';
import type { Versioned } from '../ports/records';
import { choices } from './choice';
import type { JobPerson, PublishJob } from './job';
import { jobStart } from './job-start';
import { type Rollback, rollbacks } from './rollback';

/** `gone`: no such election, dataset or request. `lastOffice`: nothing would be left to publish. `samePerson`: who asked
 *  cannot approve. `notRequested`: somebody has decided already. `conflict`: it changed meanwhile; look again. */
export interface RollbackError {
  readonly code: 'gone' | 'lastOffice' | 'samePerson' | 'notRequested' | 'conflict';
  readonly message: string;
}

const conflict = { code: 'conflict', message: 'Something changed meanwhile. Look at it again.' } as const;

export interface RollbackWish {
  readonly officeId: string;
  readonly electionId: string;
  /** Hash of one of `previous`; null: take this election's data back altogether. */
  readonly dataset: string | null;
  readonly reason: string;
  readonly by: JobPerson;
}

/** Ask to go back. Nothing that voters see changes. */
export async function requestRollback(
  ports: OfficePorts,
  { officeId, electionId, dataset, reason, by }: RollbackWish,
): Promise<Result<Rollback, RollbackError>> {
  const choice = (await choices.read(ports.state, officeId, electionId))?.value;
  const to = choice?.previous.find((each) => each.dataset === dataset) ?? null;
  if (choice === undefined || (dataset === null ? choice.current === null : to === null)) {
    return err({ code: 'gone', message: 'There is nothing there to go back to. Load the page again.' });
  }
  if (dataset === null && !(await isAnybodyElse(ports, officeId, electionId))) {
    return err({
      code: 'lastOffice',
      message: 'This is the only data on the list. A list without any office cannot be published.',
    });
  }
  const rollback: Rollback = {
    id: ports.newId(),
    officeId,
    electionId,
    to,
    reason,
    state: 'requested',
    requestedBy: { ...by, at: ports.now().toISOString() },
    decidedBy: null,
    jobId: null,
  };
  const result = await commitAudited(ports, {
    checks: [rollbacks.unchanged(null, officeId, rollback.id)],
    writes: [rollbacks.write(rollback, [officeId, rollback.id])],
    events: [event('rollback.requested', by, rollback)],
  });
  return result === 'committed' ? ok(rollback) : err(conflict);
}

async function isAnybodyElse({ state }: OfficePorts, officeId: string, electionId: string): Promise<boolean> {
  const all = await choices.list(state);
  return all.some(
    ({ value }) =>
      value.current !== null && !(value.officeId === officeId && value.electionId === electionId),
  );
}

export interface RollbackDecision {
  readonly officeId: string;
  readonly rollbackId: string;
  readonly by: JobPerson;
}

/** Say yes: gives the job that does it. */
export async function approveRollback(
  ports: OfficePorts,
  decision: RollbackDecision,
): Promise<Result<PublishJob, RollbackError>> {
  const found = await undecided(ports, decision);
  if (!found.ok) return found;
  const { value: wish } = found.value;
  if (wish.requestedBy.id === decision.by.id) {
    return err({ code: 'samePerson', message: 'You asked for this. Somebody else has to approve it.' });
  }
  const start = jobStart(ports, {
    officeId: wish.officeId,
    target: { kind: 'rollback', electionId: wish.electionId, rollbackId: wish.id },
    requestedBy: { id: wish.requestedBy.id, name: wish.requestedBy.name },
    approvedBy: decision.by,
  });
  const { officeId, electionId } = wish;
  const standing = await choices.read(ports.state, officeId, electionId);
  const from = standing?.value.current?.dataset ?? null;
  const approved = { ...decided(ports, wish, 'approved', decision.by, start.job.id), from };
  const result = await commitAudited(ports, {
    checks: [
      ...start.checks,
      rollbacks.unchanged(found.value, wish.officeId, wish.id),
      choices.unchanged(standing, officeId, electionId),
    ],
    writes: [...start.writes, rollbacks.write(approved, [wish.officeId, wish.id])],
    events: [event('rollback.approved', decision.by, approved), ...start.events],
  });
  return result === 'committed' ? ok(start.job) : err(conflict);
}

/** Say no, or take one's own wish back. */
export async function refuseRollback(
  ports: OfficePorts,
  decision: RollbackDecision,
): Promise<Result<Rollback, RollbackError>> {
  const found = await undecided(ports, decision);
  if (!found.ok) return found;
  const { value: wish } = found.value;
  const refused = decided(ports, wish, 'refused', decision.by, null);
  const result = await commitAudited(ports, {
    checks: [rollbacks.unchanged(found.value, wish.officeId, wish.id)],
    writes: [rollbacks.write(refused, [wish.officeId, wish.id])],
    events: [event('rollback.refused', decision.by, refused)],
  });
  return result === 'committed' ? ok(refused) : err(conflict);
}

async function undecided(
  { state }: OfficePorts,
  { officeId, rollbackId }: RollbackDecision,
): Promise<Result<Versioned<Rollback>, RollbackError>> {
  const found = await rollbacks.read(state, officeId, rollbackId);
  if (found === null) return err({ code: 'gone', message: 'There is no such request in this office.' });
  if (found.value.state === 'requested') return ok(found);
  return err({ code: 'notRequested', message: 'Somebody has decided on this already.' });
}

function decided(
  { now }: OfficePorts,
  wish: Rollback,
  state: Rollback['state'],
  by: JobPerson,
  jobId: string | null,
): Rollback {
  return { ...wish, state, decidedBy: { ...by, at: now().toISOString() }, jobId };
}

function event(action: AuditEvent['action'], by: JobPerson, wish: Rollback): AuditEvent {
  const { officeId, id, electionId, to } = wish;
  return {
    action,
    actor: { kind: 'person', id: by.id, name: by.name },
    officeId,
    subject: id,
    details: { electionId, dataset: to?.dataset ?? null },
  };
}
