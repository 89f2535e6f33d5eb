// Owns which dataset each office has chosen for each election, now and before. A release is made of these choices,
// the notices, and nothing else. Pure shapes.

import { z } from 'zod';
import { records } from '../ports/records';

/** One dataset that was, or is, live. */
export const choiceSchema = z.object({
  /** Blob `datasets/<sha256>` of what was approved. */
  dataset: z.string(),
  /** Blob `datasets/<sha256>` of what is published of it, where rows were set aside for a neighbour's older claim;
   *  else the same as `dataset`. */
  published: z.string(),
  draftId: z.string().nullable(),
  /** Blob of the golden addresses that came with it (lib/office/compare). */
  golden: z.string().nullish(),
  approvedBy: z.string(),
  at: z.string(),
  segments: z.number(),
  pollingLocations: z.number(),
});

/** `current: null`: the office has taken this election's data back. `previous`: latest first, at most 20. */
export const officeChoiceSchema = z.object({
  officeId: z.string(),
  electionId: z.string(),
  electionName: z.string(),
  electionDate: z.string(),
  current: choiceSchema.nullable(),
  previous: z.array(choiceSchema).max(20),
});

export type Choice = z.infer<typeof choiceSchema>;
export type OfficeChoice = z.infer<typeof officeChoiceSchema>;

/** `choice/<officeId>/<electionId>`. */
export const choices = records('choice', officeChoiceSchema);
