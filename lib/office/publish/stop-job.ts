// Owns trying a failed job again, and giving one up before anything of it is live. Who may is checked by the caller.

import { err, ok, type Result } from '@/lib/core/result';
import { commitAudited } from '../audit/commit-audited';
import { drafts } from '../drafts/draft';
import type { OfficePorts } from '../ports/office-ports';
import type { Check, Write } from '../ports/state-store';
import { draftsOf, type JobPerson, jobs, mayBeCancelled, openJobs, type PublishJob } from './job';
import { rollbacks } from './rollback';

/** `gone`: no such job of this office. `notFailed`: there is nothing to try again. `notCancellable`: it is live already,
 *  is over, or is of a kind that changes nothing by itself. `conflict`: it went on meanwhile; look again. */
export interface StopError {
  readonly code: 'gone' | 'notFailed' | 'notCancellable' | 'conflict';
  readonly message: string;
}

const gone = { code: 'gone', message: 'There is no such job in this office.' } as const;
const conflict = { code: 'conflict', message: 'The job went on meanwhile. Look at it again.' } as const;

/** Let a failed job run again. What came before the pointer moved is done anew: every step may be run twice. */
export async function retryJob(
  { state, newId }: OfficePorts,
  { officeId, jobId }: { readonly officeId: string; readonly jobId: string },
): Promise<Result<PublishJob, StopError>> {
  const found = await jobs.read(state, jobId);
  if (found === null || found.value.officeId !== officeId) return err(gone);
  if (found.value.state !== 'failed') {
    return err({ code: 'notFailed', message: 'This job has not failed.' });
  }
  // What its steps have left behind may be what is wrong: a store may have lost it.
  const anew = found.value.result === null ? ({ step: 'compile', left: {} } as const) : {};
  const job: PublishJob = { ...found.value, ...anew, state: 'running', error: null };
  const checks = [jobs.unchanged(found, jobId)];
  const result = await state.commit({ id: newId(), checks, writes: [jobs.write(job, [jobId])] });
  return result === 'committed' ? ok(job) : err(conflict);
}

/** Give a job up: its draft is `submitted` again, its wish to go back is `requested` again. */
export async function cancelJob(
  ports: OfficePorts,
  { officeId, jobId, by }: { readonly officeId: string; readonly jobId: string; readonly by: JobPerson },
): Promise<Result<PublishJob, StopError>> {
  const found = await jobs.read(ports.state, jobId);
  if (found === null || found.value.officeId !== officeId) return err(gone);
  const { state, result, target } = found.value;
  const isOver = state === 'done' || state === 'cancelled' || result !== null;
  if (isOver || !mayBeCancelled(target)) {
    return err({ code: 'notCancellable', message: 'This job can no longer be cancelled.' });
  }
  const job: PublishJob = { ...found.value, state: 'cancelled', lease: null };
  const { checks, writes } = await givenBack(ports, job);
  const done = await commitAudited(ports, {
    checks: [jobs.unchanged(found, jobId), ...checks],
    writes: [jobs.write(job, [jobId]), openJobs.remove(jobId), ...writes],
    events: [
      {
        action: 'release.cancelled',
        actor: { kind: 'person', ...by },
        officeId,
        subject: jobId,
        details: { step: job.step },
      },
    ],
  });
  return done === 'committed' ? ok(job) : err(conflict);
}

async function givenBack(
  { state }: OfficePorts,
  { id, officeId, target }: PublishJob,
): Promise<{ readonly checks: readonly Check[]; readonly writes: readonly Write[] }> {
  const found = await Promise.all(
    draftsOf({ officeId, target }).map((draft) => drafts.read(state, draft.officeId, draft.draftId)),
  );
  const own = found
    .filter((draft) => draft !== null && draft.value.jobId === id)
    .filter((draft) => draft !== null);
  if (own.length > 0) {
    return {
      checks: own.map((draft) => drafts.unchanged(draft, draft.value.officeId, draft.value.id)),
      writes: own.map(({ value }) => {
        const submitted = { ...value, state: 'submitted' as const, approved: null, jobId: null };
        return drafts.write(submitted, [value.officeId, value.id]);
      }),
    };
  }
  if (target.kind !== 'rollback') return { checks: [], writes: [] };
  const rollback = await rollbacks.read(state, officeId, target.rollbackId);
  if (rollback?.value.jobId !== id) return { checks: [], writes: [] };
  const requested = {
    ...rollback.value,
    state: 'requested' as const,
    decidedBy: null,
    jobId: null,
    from: undefined,
  };
  return {
    checks: [rollbacks.unchanged(rollback, officeId, target.rollbackId)],
    writes: [rollbacks.write(requested, [officeId, target.rollbackId])],
  };
}
