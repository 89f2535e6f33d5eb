// Owns the records of what is live and what was: the pointer, the line, and one entry for each release that changed
// something. Pure shapes.

import { z } from 'zod';
import { records } from '../ports/records';
import { jobPersonSchema } from './job';

/** What is live. A heartbeat changes `text`, `sequence` and `issuedAt`; a publish changes the rest, too. */
export const releasePointerSchema = z.object({
  /** The exact text of `/v1/current.json`. */
  text: z.string(),
  sequence: z.number().int().positive(),
  issuedAt: z.string(),
  root: z.string(),
  pagesRoot: z.string().nullable(),
  /** Blob `plans/<sha256>`: two pointers with the same plan say the same. */
  plan: z.string(),
  /** Of the release that first had this plan: `release/history/<sequence>`. */
  since: z.number().int().positive(),
});

export type ReleasePointer = z.infer<typeof releasePointerSchema>;

/** `release/pointer`. */
export const releasePointers = records('release', releasePointerSchema);
export const POINTER = 'pointer';

/** `release/line`: `line` names this installation for good. `floor`: the highest number that its readers may have seen from
 *  somebody else who holds a key; what is signed next is above it. */
export const releaseLines = records('release', z.object({ line: z.string(), floor: z.number().int() }));
export const LINE = 'line';

/** One release that changed something for voters, of which an office was the cause. */
export const historyEntrySchema = z.object({
  sequence: z.number().int().positive(),
  at: z.string(),
  kind: z.enum(['draft', 'drafts', 'rollback', 'takeBack', 'notices', 'claim']),
  /** null: the office host itself, when something ended. */
  officeId: z.string().nullable(),
  /** Whose lists are new with it, where one approval was of several offices'. */
  offices: z.array(z.string()).optional(),
  jobId: z.string(),
  electionId: z.string().nullable(),
  electionName: z.string().nullable(),
  draftId: z.string().nullable(),
  requestedBy: jobPersonSchema,
  approvedBy: jobPersonSchema,
  root: z.string(),
  plan: z.string(),
  /** How much of the release is new: files that an edge has to fetch. */
  size: z.object({ objects: z.number(), bytes: z.number(), pages: z.number() }),
  segments: z.object({ before: z.number(), after: z.number() }).nullable(),
});

export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** `release/history/<sequence, 12 digits>`. */
export const releaseHistory = records('release/history', historyEntrySchema);

/** `1767225600` -> `001767225600`: keys in the order of numbers. */
export const sequenceKeyPart = (sequence: number): string => String(sequence).padStart(12, '0');
