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
  z.object({ kind: z.literal('rollback'), electionId: z.string(), rollbackId: z.string() }),
  z.object({ kind: z.literal('notices') }),
  /** A decision of the state on a claim: the office's dataset is split anew. */
  z.object({ kind: z.literal('claim'), electionId: z.string(), claimId: z.string() }),
]);

export const publishJobSchema = z.object({
  id: z.string(),
  officeId: z.string(),
  target: jobTargetSchema,
  state: z.enum(['running', 'done', 'failed']),
  /** The step that comes next. */
  step: z.enum(jobSteps),
  /** How often it had to begin again from `merge` because somebody else was first. */
  rounds: z.number().int().nonnegative(),
  startedAt: z.string(),
  /** Step -> when it ended last. */
  ended: z.partialRecord(z.enum(jobSteps), z.string()),
  requestedBy: z.object({ id: z.string(), name: z.string() }),
  approvedBy: z.object({ id: z.string(), name: z.string() }),
  /** What the steps so far have left for the next ones: blob names, by step. */
  left: z.record(z.string(), z.string()),
  result: z.object({ sequence: z.number(), root: z.string(), at: z.string() }).nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
});

export type PublishJob = z.infer<typeof publishJobSchema>;

/** `job/<jobId>`. */
export const jobs = records('job', publishJobSchema);
