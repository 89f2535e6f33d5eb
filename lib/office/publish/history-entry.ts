// Owns the line of the history that a job leaves: who, what, how much. Pure.

import { z } from 'zod';
import type { Pointer } from '@/lib/release/format';
import type { Fresh } from './fresh';
import { officesOf, type PublishJob, SYSTEM_OFFICE } from './job';
import type { HistoryEntry } from './release-record';

const sizeSchema = z.object({ objects: z.number(), bytes: z.number(), pages: z.number() });

/** The entry of `pointer`'s release. */
export function historyEntryOf(
  { id, officeId, target, requestedBy, approvedBy, left }: PublishJob,
  { merged }: Fresh,
  { sequence, issuedAt, root }: Pointer,
): HistoryEntry {
  const names = officesOf({ officeId, target });
  const all = merged.choices.map(({ next }) => next).filter((choice) => names.has(choice.officeId));
  const own = all[0] ?? null;
  const counted = target.kind === 'drafts' ? all : all.slice(0, 1);
  const isTakenBack = target.kind === 'rollback' && own?.current === null;
  return {
    sequence,
    at: issuedAt,
    kind: isTakenBack ? 'takeBack' : target.kind,
    officeId: officeId === SYSTEM_OFFICE ? null : officeId,
    ...(target.kind === 'drafts' ? { offices: [...names] } : {}),
    jobId: id,
    electionId: own?.electionId ?? null,
    electionName: own?.electionName ?? null,
    draftId: target.kind === 'drafts' ? target.wholeId : (own?.current?.draftId ?? null),
    requestedBy,
    approvedBy,
    root,
    plan: merged.plan,
    size: sizeSchema.parse(JSON.parse(left.size ?? '{}')),
    segments:
      own === null
        ? null
        : {
            before: sum(counted.map(({ previous }) => previous[0]?.segments ?? 0)),
            after: sum(counted.map(({ current }) => current?.segments ?? 0)),
          },
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
