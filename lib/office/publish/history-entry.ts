// Owns the line of the history that a job leaves: who, what, how much. Pure.

import { z } from 'zod';
import type { Pointer } from '@/lib/release/format';
import type { Fresh } from './fresh';
import { type PublishJob, SYSTEM_OFFICE } from './job';
import type { HistoryEntry } from './release-record';

const sizeSchema = z.object({ objects: z.number(), bytes: z.number(), pages: z.number() });

/** The entry of `pointer`'s release. */
export function historyEntryOf(
  { id, officeId, target, requestedBy, approvedBy, left }: PublishJob,
  { merged }: Fresh,
  { sequence, issuedAt, root }: Pointer,
): HistoryEntry {
  const own = merged.choices.find(({ next }) => next.officeId === officeId)?.next ?? null;
  const isTakenBack = target.kind === 'rollback' && own?.current === null;
  return {
    sequence,
    at: issuedAt,
    kind: isTakenBack ? 'takeBack' : target.kind,
    officeId: officeId === SYSTEM_OFFICE ? null : officeId,
    jobId: id,
    electionId: own?.electionId ?? null,
    electionName: own?.electionName ?? null,
    draftId: own?.current?.draftId ?? null,
    requestedBy,
    approvedBy,
    root,
    plan: merged.plan,
    size: sizeSchema.parse(JSON.parse(left.size ?? '{}')),
    segments:
      own === null ? null : { before: own.previous[0]?.segments ?? 0, after: own.current?.segments ?? 0 },
  };
}
