// Owns the record of a sweep: what it goes by, how far it is, what has gone so far, and when the last one ended. Pure shapes.

import { z } from 'zod';
import { records } from '../ports/records';
import { RELEASES_KEPT } from '../publish/live-files';

/** What stays although nothing names it, and how far back releases are kept. */
export const sweepPolicySchema = z.object({
  /** So many releases stay, however old. */
  releases: z.number().int().positive(),
  /** And all that were live in the last so many days. Uploads that were given up stay as long. */
  days: z.number().int().nonnegative(),
  /** What was used within so many hours before a sweep began stays: somebody may be about to name it. Longer, by far, than
   *  anything takes between putting a blob and naming it. */
  graceHours: z.number().positive(),
});

export type SweepPolicy = z.infer<typeof sweepPolicySchema>;

export const sweepPolicy: SweepPolicy = { releases: RELEASES_KEPT, days: 30, graceHours: 48 };

/** Files and their bytes. */
const countSchema = z.object({ files: z.number(), bytes: z.number() });

/** In this order. `look`: what is kept is looked into for what it names. `blobs`: folder by folder, the rest goes. `state`: old
 *  jobs, and names of what has expired. `folder`: objects beside the release that readers pull. */
const sweepPhases = ['look', 'blobs', 'state', 'folder', 'done'] as const;

export const sweepRunSchema = z.object({
  startedAt: z.string(),
  policy: sweepPolicySchema,
  phase: z.enum(sweepPhases),
  /** Of `blobs`: which folder is next, and the last name in it that was looked at. */
  folder: z.number().int().nonnegative(),
  after: z.string(),
  /** What has gone: `{"pages": {"files": 12, "bytes": 40960}}`. */
  gone: z.record(z.string(), countSchema),
});

export type SweepRun = z.infer<typeof sweepRunSchema>;

/** `run: null`: none is under way. `found`: blob of what it has found to be named. `lease`: until when somebody is at its next
 *  step. */
export const sweepStateSchema = z.object({
  endedAt: z.string().nullable(),
  run: sweepRunSchema.nullable(),
  found: z.string().nullable(),
  lease: z.string().nullable(),
});

export type SweepState = z.infer<typeof sweepStateSchema>;

/** `sweep/state`. */
export const sweepStates = records('sweep', sweepStateSchema);
export const SWEEP_STATE = 'state';
export const noSweep: SweepState = { endedAt: null, run: null, found: null, lease: null };

/** Nothing that was used after this goes: `2026-10-01T12:00Z` and 48 hours -> `2026-09-29T12:00Z`. */
export function unusedSince({ startedAt, policy }: SweepRun): Date {
  return new Date(Date.parse(startedAt) - policy.graceHours * 3_600_000);
}

/** Counts with some more of one kind. */
export function withGone(
  gone: SweepRun['gone'],
  kind: string,
  more: readonly { readonly bytes: number }[],
): SweepRun['gone'] {
  if (more.length === 0) return gone;
  const before = gone[kind] ?? { files: 0, bytes: 0 };
  const bytes = more.reduce((sum, each) => sum + each.bytes, before.bytes);
  return { ...gone, [kind]: { files: before.files + more.length, bytes } };
}
