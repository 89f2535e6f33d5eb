// Owns the record of two offices claiming the same numbers of the same streets on one election day: the rows that came
// later are set aside, both offices and the state see it, the state decides. Pure shapes.

import { z } from 'zod';
import { records } from '../ports/records';

/** What is set aside of one office for the other. */
const setAsideSchema = z.object({
  officeId: z.string(),
  electionId: z.string(),
  /** Rows of its street list. */
  segments: z.number().int().positive(),
  /** Some of them in words: `1-99 MAIN ST, EXAMPLETON 00011`. */
  examples: z.array(z.string()).max(20),
});

export const claimSchema = z.object({
  id: z.string(),
  electionDate: z.string(),
  /** Sorted. */
  officeIds: z.tuple([z.string(), z.string()]),
  /** As of the last publish of either. Where it is empty, the offices no longer claim the same. */
  setAside: z.array(setAsideSchema),
  foundAt: z.string(),
  /** The office whose rows answer wherever both claim; null: undecided, and whose rows were there first answer. */
  answers: z.string().nullable(),
  decidedBy: z.object({ id: z.string(), name: z.string(), at: z.string() }).nullable(),
});

export type Claim = z.infer<typeof claimSchema>;

/** `claim/<claimId>`. */
export const claims = records('claim', claimSchema);

/** One claim a pair of offices and election day: `2026-11-03_ms-adams_ms-franklin`. */
export function claimIdOf(electionDate: string, a: string, b: string): string {
  return [electionDate, ...[a, b].sort()].join('_');
}
