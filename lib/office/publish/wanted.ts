// Owns what a job is to make chosen: read from the draft or the rollback that it belongs to. Changes nothing.

import { err, ok, type Result } from '@/lib/core/result';
import { drafts } from '../drafts/draft';
import { hasOldStreets } from '../drafts/laid-over';
import { otherOfDay } from '../drafts/same-day';
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

/** What `job` wants, office by office; []: what is chosen stays as it is. `gone`: it was withdrawn, or was never approved. */
export async function wantedOf(
  ports: OfficePorts,
  job: PublishJob,
): Promise<Result<readonly Wanted[], StepFailure>> {
  const { officeId, target } = job;
  if (target.kind === 'draft')
    return all([await wantedDraft(ports, job, { officeId, draftId: target.draftId })]);
  if (target.kind === 'rollback') return all([await wantedRollback(ports, job, target.rollbackId)]);
  if (target.kind !== 'drafts') return ok([]);
  const wanted: Result<Wanted, StepFailure>[] = [];
  for (const draft of target.drafts) wanted.push(await wantedDraft(ports, job, draft));
  return all(wanted);
}

function all(wanted: readonly Result<Wanted, StepFailure>[]): Result<readonly Wanted[], StepFailure> {
  const found: Wanted[] = [];
  for (const one of wanted) {
    if (!one.ok) return one;
    found.push(one.value);
  }
  return ok(found);
}

async function wantedDraft(
  { state }: OfficePorts,
  job: PublishJob,
  { officeId, draftId }: { readonly officeId: string; readonly draftId: string },
): Promise<Result<Wanted, StepFailure>> {
  const draft = (await drafts.read(state, officeId, draftId))?.value;
  if (draft === undefined || draft.state !== 'approved' || draft.jobId !== job.id) {
    return gone('The draft is no longer approved. Look at it, and have it approved again.');
  }
  const { checked } = draft;
  if (checked === null || checked.dataset === null || checked.electionId === null) {
    return gone('The draft holds nothing that could be published. Upload its files again.');
  }
  const all = (await choices.list(state, officeId)).map(({ value }) => value);
  if (otherOfDay({ id: checked.electionId, date: checked.electionDate ?? '' }, all) !== null) {
    return gone(
      'Another list of this office went live for the same day meanwhile. Check the draft again, and have it approved again.',
    );
  }
  const standing = all.find(({ electionId }) => electionId === checked.electionId)?.current?.dataset ?? null;
  if (draft.approved?.liveThen !== undefined && standing !== draft.approved.liveThen) {
    return gone(
      `Something else of ${officeId} went live after this was approved. Give it up, compare again, and have it approved again.`,
    );
  }
  if (await hasOldStreets({ state }, draft)) {
    return gone(
      'The streets that this list goes with have changed meanwhile. Check the draft again, and have it approved again.',
    );
  }
  return ok({
    officeId,
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
  if (rollback.from !== undefined && (standing.current?.dataset ?? null) !== rollback.from) {
    return gone(
      'Another list went live after this was approved. Look at what is live now, and ask for it again.',
    );
  }
  if (rollback.to === null) return ok({ ...base, choice: null });
  const { published: _, ...to } = rollback.to;
  return ok({ ...base, choice: { ...to, approvedBy: job.approvedBy.name, at: job.startedAt } });
}

function gone(message: string): Result<never, StepFailure> {
  return err({ code: 'gone', message });
}
