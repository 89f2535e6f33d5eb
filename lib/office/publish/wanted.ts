// Owns what a job is to make chosen: read from the draft or the rollback that it belongs to. Changes nothing.

import { err, ok, type Result } from '@/lib/core/result';
import { drafts } from '../drafts/draft';
import type { OfficePorts } from '../ports/office-ports';
import { type Choice, choices } from './choice';
import type { PublishJob } from './job';
import { rollbacks } from './rollback';
import type { StepFailure } from './step';

/** One office's data for one election; `choice: null`: it is taken back. */
export interface Wanted {
  readonly officeId: string;
  readonly electionId: string;
  readonly electionName: string;
  readonly electionDate: string;
  readonly choice: Omit<Choice, 'published'> | null;
}

/** What `job` wants; null: what is chosen stays as it is. `gone`: it was withdrawn, or was never approved. */
export async function wantedOf(
  ports: OfficePorts,
  job: PublishJob,
): Promise<Result<Wanted | null, StepFailure>> {
  if (job.target.kind === 'draft') return wantedDraft(ports, job, job.target.draftId);
  if (job.target.kind === 'rollback') return wantedRollback(ports, job, job.target.rollbackId);
  return ok(null);
}

async function wantedDraft(
  { state }: OfficePorts,
  job: PublishJob,
  draftId: string,
): Promise<Result<Wanted, StepFailure>> {
  const draft = (await drafts.read(state, job.officeId, draftId))?.value;
  if (draft === undefined || draft.state !== 'approved' || draft.jobId !== job.id) {
    return gone('The draft is no longer approved. Look at it, and have it approved again.');
  }
  const { checked } = draft;
  if (checked === null || checked.dataset === null || checked.electionId === null) {
    return gone('The draft holds nothing that could be published. Upload its files again.');
  }
  return ok({
    officeId: job.officeId,
    electionId: checked.electionId,
    electionName: checked.electionName ?? '',
    electionDate: checked.electionDate ?? '',
    choice: {
      dataset: checked.dataset,
      draftId,
      golden: draft.golden ?? null,
      approvedBy: job.approvedBy.name,
      at: job.startedAt,
      segments: checked.segments,
      pollingLocations: checked.pollingLocations,
    },
  });
}

async function wantedRollback(
  { state }: OfficePorts,
  job: PublishJob,
  rollbackId: string,
): Promise<Result<Wanted, StepFailure>> {
  const rollback = (await rollbacks.read(state, job.officeId, rollbackId))?.value;
  if (rollback === undefined || rollback.state !== 'approved' || rollback.jobId !== job.id) {
    return gone('The request to go back is no longer approved. Ask for it again.');
  }
  const standing = (await choices.read(state, job.officeId, rollback.electionId))?.value;
  if (standing === undefined) return gone('There is nothing of this election to go back from.');
  const { electionId, electionName, electionDate } = standing;
  const base = { officeId: job.officeId, electionId, electionName, electionDate };
  if (rollback.to === null) return ok({ ...base, choice: null });
  const { published: _, ...to } = rollback.to;
  return ok({ ...base, choice: { ...to, approvedBy: job.approvedBy.name, at: job.startedAt } });
}

function gone(message: string): Result<never, StepFailure> {
  return err({ code: 'gone', message });
}
