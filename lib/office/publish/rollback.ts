// Owns the shape of a wish to go back: an office's earlier dataset chosen again, or its data for an election taken back.
// Two people: who asks does not approve. Pure shapes; the use cases are in request-rollback.ts.

import { z } from 'zod';
import { records } from '../ports/records';
import { choiceSchema } from './choice';

const personSchema = z.object({ id: z.string(), name: z.string(), at: z.string() });

export const rollbackSchema = z.object({
  id: z.string(),
  officeId: z.string(),
  electionId: z.string(),
  /** What is to be live again; null: nothing of this election. */
  to: choiceSchema.nullable(),
  /** In the words of who asks. */
  reason: z.string().max(1000),
  state: z.enum(['requested', 'approved', 'refused', 'done']),
  requestedBy: personSchema,
  /** Who approved or refused it. */
  decidedBy: personSchema.nullable(),
  /** Hash of what was live when it was approved; null: nothing was. */
  from: z.string().nullish(),
  jobId: z.string().nullable(),
});

export type Rollback = z.infer<typeof rollbackSchema>;

/** `rollback/<officeId>/<rollbackId>`. */
export const rollbacks = records('rollback', rollbackSchema);
