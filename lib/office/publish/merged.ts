// Owns what `merge` leaves for the steps after it: the plan, what it was made from, and what has to be chosen when the
// pointer moves. Pure shapes.

import { z } from 'zod';
import { officeChoiceSchema } from './choice';
import { claimSchema } from './claim';

/** A record that is to be as in `next` when the pointer moves, if it still has this version; null: there was none. */
const changed = <Schema extends z.ZodType>(next: Schema) =>
  z.object({ version: z.string().nullable(), next });

export const mergedSchema = z.object({
  plan: z.string(),
  /** The plan that was live; null: none was. Another one by then: merge again. */
  base: z.string().nullable(),
  choices: z.array(changed(officeChoiceSchema)),
  claims: z.array(changed(claimSchema)),
});

/** Blob `merged/<sha256>`, in `job.left.merge`. */
export type Merged = z.infer<typeof mergedSchema>;
export const MERGED = 'merged';
