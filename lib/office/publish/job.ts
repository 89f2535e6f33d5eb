// Owns the shape of publishing as a row of steps that can be taken up again after any of them. Pure shapes;
// what each step does is in its own file beside this one.

import { z } from 'zod';
import { records } from '../ports/records';

/** In this order. `compile`: this office alone. `merge`: the pointer is read, shared ZIPs merged with the others'
 *  current datasets. `store`: new objects and pages. `verify`: read back. `point`: compare-and-set of pointer and
 *  choice, with the audit entry; on conflict the job goes back to `merge`. `show`: the release folder that readers
 *  and edges pull from holds it. */
export const jobSteps = ['compile', 'merge', 'store', 'verify', 'point', 'show'] as const;
export type JobStep = (typeof jobSteps)[number];

/** What is to be made live. */
export const jobTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('draft'), draftId: z.string() }),
  /** Drafts of several offices in one release: what was approved of a state's one file, `wholeId`, which is the job's office's own. */
  z.object({
    kind: z.literal('drafts'),
    wholeId: z.string(),
    drafts: z.array(z.object({ officeId: z.string(), draftId: z.string() })),
  }),
  /** Also taking an election's data back: `rollback/<officeId>/<rollbackId>` says to what. */
  z.object({ kind: z.literal('rollback'), electionId: z.string(), rollbackId: z.string() }),
  /** What is chosen stays as it is; late changes, and elections that are over, are looked at anew. */
  z.object({ kind: z.literal('notices') }),
  /** A decision of the state on a claim: both offices' datasets are split anew. */
  z.object({ kind: z.literal('claim'), electionId: z.string(), claimId: z.string() }),
]);

/** `officeId` of a job that no office asked for: something ended by itself. No office has this id. */
export const SYSTEM_OFFICE = 'system';

export const jobPersonSchema = z.object({ id: z.string(), name: z.string() });

/** `running`: some driver may do the next step. `failed`: a step said no; it can be tried again or cancelled.
 *  `cancelled`: nothing of it was made live, and nothing will be. */
export const jobStates = ['running', 'done', 'failed', 'cancelled'] as const;

export const publishJobSchema = z.object({
  id: z.string(),
  officeId: z.string(),
  target: jobTargetSchema,
  state: z.enum(jobStates),
  /** The step that comes next. */
  step: z.enum(jobSteps),
  /** How often it had to begin again from `merge` because somebody else was first. */
  rounds: z.number().int().nonnegative(),
  startedAt: z.string(),
  /** Step -> when it ended last. */
  ended: z.partialRecord(z.enum(jobSteps), z.string()),
  requestedBy: jobPersonSchema,
  approvedBy: jobPersonSchema,
  /** What the steps so far have left for the next ones: blob names, by step. */
  left: z.record(z.string(), z.string()),
  /** Who is at the next step, and until when nobody else begins it; null: nobody. */
  lease: z.object({ by: z.string(), until: z.string() }).nullable(),
  result: z.object({ sequence: z.number(), root: z.string(), at: z.string() }).nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
});

export type PublishJob = z.infer<typeof publishJobSchema>;
export type JobTarget = z.infer<typeof jobTargetSchema>;
export type JobPerson = z.infer<typeof jobPersonSchema>;

/** What nobody has to have changed: late changes and decisions of the state are what they are. */
export function mayBeCancelled({ kind }: JobTarget): boolean {
  return kind === 'draft' || kind === 'drafts' || kind === 'rollback';
}

/** Whose choices the job changes. */
export function officesOf({
  officeId,
  target,
}: Pick<PublishJob, 'officeId' | 'target'>): ReadonlySet<string> {
  return new Set(target.kind === 'drafts' ? target.drafts.map((draft) => draft.officeId) : [officeId]);
}

/** The drafts that are live once the job is done; of a state's one file, the whole of it, too. */
export function draftsOf({ officeId, target }: Pick<PublishJob, 'officeId' | 'target'>): readonly {
  readonly officeId: string;
  readonly draftId: string;
}[] {
  if (target.kind === 'draft') return [{ officeId, draftId: target.draftId }];
  return target.kind === 'drafts' ? [...target.drafts, { officeId, draftId: target.wholeId }] : [];
}

/** `job/<jobId>`. */
export const jobs = records('job', publishJobSchema);

/** `job-open/<jobId>`: there while the job is neither done nor cancelled, so that finding those costs no look at all
 *  jobs of all years. */
export const openJobs = records('job-open', z.object({ jobId: z.string(), officeId: z.string() }));
