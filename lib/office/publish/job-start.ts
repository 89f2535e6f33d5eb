// Owns the beginning of a job: what has to be written together with the approval that it follows from. Decides nothing:
// who may ask for what is the caller's to have checked.

import type { AuditEvent } from '../audit/entry';
import type { OfficePorts } from '../ports/office-ports';
import type { Check, Write } from '../ports/state-store';
import { type JobPerson, type JobTarget, jobs, openJobs, type PublishJob, SYSTEM_OFFICE } from './job';

export interface JobRequest {
  readonly officeId: string;
  readonly target: JobTarget;
  readonly requestedBy: JobPerson;
  readonly approvedBy: JobPerson;
}

/** A job that exists once checks, writes and events have been committed. */
export interface JobStart {
  readonly job: PublishJob;
  readonly checks: readonly Check[];
  readonly writes: readonly Write[];
  readonly events: readonly AuditEvent[];
}

/** `jobStart(ports, {officeId: 'ms-adams', target: {kind: 'draft', draftId}, …})`: put its parts into the same
 *  `commitAudited` as the approval, and the two happen together or not at all. */
export function jobStart({ newId, now }: OfficePorts, request: JobRequest): JobStart {
  const { officeId, target, requestedBy, approvedBy } = request;
  const job: PublishJob = {
    id: newId(),
    officeId,
    target,
    state: 'running',
    step: 'compile',
    rounds: 0,
    startedAt: now().toISOString(),
    ended: {},
    requestedBy,
    approvedBy,
    left: {},
    lease: null,
    result: null,
    error: null,
  };
  const isSystem = approvedBy.id === 'system';
  return {
    job,
    checks: [jobs.unchanged(null, job.id)],
    writes: [jobs.write(job, [job.id]), openJobs.write({ jobId: job.id, officeId }, [job.id])],
    events: [
      {
        action: 'release.started',
        actor: { kind: isSystem ? 'system' : 'person', ...approvedBy },
        officeId: officeId === SYSTEM_OFFICE ? null : officeId,
        subject: job.id,
        details: { kind: target.kind },
      },
    ],
  };
}
