// Owns a late change from the form to its end: what it says, who asked for it, who approved it. What of it goes
// into the pointer is a `Notice` of lib/core. Pure shapes.

import { z } from 'zod';
import { records } from '../ports/records';

const personSchema = z.object({ id: z.string(), name: z.string(), at: z.string() });

/** `requested` -> `live` -> `withdrawn` | `replaced` | `ended`; `refused` instead of `live`. */
export const noticeStates = ['requested', 'live', 'withdrawn', 'replaced', 'ended', 'refused'] as const;

const placeSchema = z.custom<NonNullable<import('@/lib/core/lookup/outcome').Notice['newPlace']>>(
  (value) => typeof value === 'object' && value !== null && 'id' in value && 'name' in value,
);

/** The `Notice` of the pointer, as lib/core/lookup/outcome.ts has it. */
export const noticeSchema = z.object({
  id: z.string(),
  officeId: z.string(),
  kind: z.enum(['moved', 'closed', 'hours', 'callFirst']),
  /** [] for a notice to all. */
  pollingLocationIds: z.array(z.string()),
  from: z.string(),
  until: z.string(),
  text: z.record(z.string(), z.string()),
  newPlace: placeSchema.nullable(),
});

export const noticeRecordSchema = z.object({
  notice: noticeSchema,
  state: z.enum(noticeStates),
  requestedBy: personSchema,
  approvedBy: personSchema.nullable(),
  /** The notice that this one takes the place of, once live. */
  replaces: z.string().nullable(),
  /** A wish to take it down, which again a second person has to approve. */
  withdrawal: personSchema.nullable(),
  jobId: z.string().nullable(),
  endedAt: z.string().nullable(),
  /** Who of the office and the state has said that they know of it, where one person alone put it up. */
  seenBy: z.array(personSchema).optional(),
});

export type NoticeRecord = z.infer<typeof noticeRecordSchema>;

/** `notice/<officeId>/<noticeId>`. */
export const noticeRecords = records('notice', noticeRecordSchema);

/** `notice-turn/<officeId>`: written with each approval, so that of two at one moment the second looks again at what is up. */
export const noticeTurns = records('notice-turn', z.object({ noticeId: z.string() }));

/** Whom a late change is by that somebody else with a key has signed (`levee notice`): nobody knows how many they were. */
export const BY_KEY = 'key';

/** One person alone put it up: it says no more than "call before you go", and one person alone may take it down. */
export function isByOne({ notice, requestedBy, approvedBy }: NoticeRecord): boolean {
  const isOne = approvedBy !== null && approvedBy.id === requestedBy.id;
  return isOne && notice.kind === 'callFirst' && requestedBy.id !== BY_KEY;
}
