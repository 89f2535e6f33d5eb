// Owns what a release is made of and what came of it, as one blob that never changes: enough to make the release again,
// to serve it, and to tell two releases' contents apart. Pure shapes.

import { z } from 'zod';
import { noticeSchema } from '../notices/notice-record';

export const planSchema = z.object({
  /** One line for each office and election, sorted: what of its dataset is published. */
  inputs: z.array(z.object({ officeId: z.string(), electionId: z.string(), published: z.string() })),
  notices: z.array(noticeSchema),
  compilerVersion: z.string(),
  referenceVersion: z.string(),
  root: z.string(),
  pagesRoot: z.string().nullable(),
  elections: z.array(z.object({ name: z.string(), date: z.string() })),
  /** Names of all its objects, sorted. */
  objects: z.array(z.string()),
});

/** Blob `plans/<sha256>`. */
export type Plan = z.infer<typeof planSchema>;
export const PLANS = 'plans';

/** `<root> <pagesRoot>`: two releases that have the same say the same, but for late changes. */
export function namesOfRelease({ root, pagesRoot }: Pick<Plan, 'root' | 'pagesRoot'>): string {
  return `${root} ${pagesRoot}`;
}
