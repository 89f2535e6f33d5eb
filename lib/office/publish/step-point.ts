// Owns the fifth step, the one that voters notice: pointer, choices, draft, history and audit entry change together, in
// one commit, or nothing does.

import { canonicalJson } from '@/lib/release/canonical-json';
import type { Pointer } from '@/lib/release/format';
import { commitAudited } from '../audit/commit-audited';
import type { AuditEvent } from '../audit/entry';
import { drafts } from '../drafts/draft';
import { signNow } from '../keys/signing';
import type { Versioned } from '../ports/records';
import type { Check, Write } from '../ports/state-store';
import { choices } from './choice';
import { claims } from './claim';
import { type Fresh, freshOf } from './fresh';
import { historyEntryOf } from './history-entry';
import { draftsOf, jobs, type PublishJob, SYSTEM_OFFICE } from './job';
import { livePointer, pointerTo } from './pointer';
import type { PublishPorts } from './publish-ports';
import {
  POINTER,
  type ReleasePointer,
  releaseHistory,
  releasePointers,
  sequenceKeyPart,
} from './release-record';
import { rollbacks } from './rollback';
import type { Step, StepOutcome } from './step';
import { wantedOf } from './wanted';

/** Somebody else was first: `merge` comes again, one round later. A heartbeat is nobody else: the number only rises. */
export const pointStep: Step = async (ports, held) => {
  const fresh = await freshOf(ports, held.value);
  const wanted = await wantedOf(ports, held.value);
  if (!wanted.ok) return { kind: 'failed', error: wanted.error };
  for (;;) {
    const live = await livePointer(ports);
    if ((live?.value.plan ?? null) !== fresh.merged.base) return mergeAgain(held.value);
    const outcome = await move(ports, held, fresh, live);
    if (outcome !== 'conflict') return outcome;
    if (!(await isStillOurs(ports, held, fresh))) return mergeAgain(held.value);
  }
};

function mergeAgain({ rounds }: PublishJob): StepOutcome {
  return { kind: 'next', left: {}, step: 'merge', rounds: rounds + 1 };
}

async function move(
  ports: PublishPorts,
  held: Versioned<PublishJob>,
  fresh: Fresh,
  live: Versioned<ReleasePointer> | null,
): Promise<StepOutcome | 'conflict'> {
  const pointer = await pointerTo(ports, fresh.plan, live?.value ?? null);
  const signed = await signNow(ports, pointer);
  if (!signed.ok) return { kind: 'failed', error: signed.error };
  const { sequence, root, issuedAt } = pointer;
  const job: PublishJob = {
    ...held.value,
    step: 'show',
    ended: { ...held.value.ended, point: ports.now().toISOString() },
    lease: null,
    result: { sequence, root, at: issuedAt },
    error: null,
  };
  const followed = await following(ports, held.value);
  const result = await commitAudited(ports, {
    checks: [
      releasePointers.unchanged(live, POINTER),
      jobs.unchanged(held, job.id),
      ...recordChecks(fresh),
      ...followed.checks,
    ],
    writes: [
      releasePointers.write(pointerRecord(signed.value, pointer, fresh), [POINTER]),
      releaseHistory.write(historyEntryOf(job, fresh, pointer), [sequenceKeyPart(sequence)]),
      jobs.write(job, [job.id]),
      ...recordWrites(fresh),
      ...followed.writes,
    ],
    events: [published(job, fresh, pointer), ...claimEvents(job, fresh)],
  });
  return result === 'conflict' ? result : { kind: 'committed', job };
}

function pointerRecord(bytes: Uint8Array, pointer: Pointer, { merged }: Fresh): ReleasePointer {
  const { sequence, issuedAt, root, pagesRoot } = pointer;
  const text = new TextDecoder().decode(bytes);
  return { text, sequence, issuedAt, root, pagesRoot, plan: merged.plan, since: sequence };
}

const recordChecks = ({ merged }: Fresh): readonly Check[] => [
  ...merged.choices.map(({ version, next }) => ({
    key: choices.key(next.officeId, next.electionId),
    version,
  })),
  ...merged.claims.map(({ version, next }) => ({ key: claims.key(next.id), version })),
];

const recordWrites = ({ merged }: Fresh): readonly Write[] => [
  ...merged.choices.map(({ next }) => choices.write(next, [next.officeId, next.electionId])),
  ...merged.claims.map(({ next }) => claims.write(next, [next.id])),
];

/** What the job was asked for by: a draft is live from now on, a wish to go back is fulfilled. */
async function following(
  { state }: PublishPorts,
  { officeId, target }: PublishJob,
): Promise<{ readonly checks: readonly Check[]; readonly writes: readonly Write[] }> {
  const found = await Promise.all(
    draftsOf({ officeId, target }).map(async (draft) => ({
      ...draft,
      read: await drafts.read(state, draft.officeId, draft.draftId),
    })),
  );
  if (found.length > 0) {
    return {
      checks: found.map(({ read, ...draft }) => drafts.unchanged(read, draft.officeId, draft.draftId)),
      writes: found.map(({ read, ...draft }) => {
        if (read === null) throw new Error(`no draft ${draft.draftId}`);
        return drafts.write({ ...read.value, state: 'live' }, [draft.officeId, draft.draftId]);
      }),
    };
  }
  if (target.kind === 'rollback') {
    const rollback = await rollbacks.read(state, officeId, target.rollbackId);
    if (rollback === null) throw new Error(`no rollback ${target.rollbackId}`);
    const done = { ...rollback.value, state: 'done' as const };
    return {
      checks: [rollbacks.unchanged(rollback, officeId, target.rollbackId)],
      writes: [rollbacks.write(done, [officeId, target.rollbackId])],
    };
  }
  return { checks: [], writes: [] };
}

function published(job: PublishJob, { merged }: Fresh, { sequence, root }: Pointer): AuditEvent {
  const isSystem = job.approvedBy.id === 'system';
  const { kind } = job.target;
  return {
    action: 'release.published',
    actor: { kind: isSystem ? 'system' : 'person', ...job.approvedBy },
    officeId: job.officeId === SYSTEM_OFFICE ? null : job.officeId,
    subject: String(sequence),
    details: { root, kind, jobId: job.id, plan: merged.plan, rounds: job.rounds },
  };
}

function claimEvents(job: PublishJob, { merged }: Fresh): readonly AuditEvent[] {
  return merged.claims.map(({ next }) => ({
    action: 'claim.setAside',
    actor: { kind: 'system', id: 'system', name: 'office host' },
    officeId: job.officeId,
    subject: next.id,
    details: { setAside: canonicalJson(next.setAside.map(({ officeId, segments }) => [officeId, segments])) },
  }));
}

/** Whether only the audit chain or a heartbeat was in the way. */
async function isStillOurs(
  { state }: PublishPorts,
  held: Versioned<PublishJob>,
  fresh: Fresh,
): Promise<boolean> {
  const checks = [jobs.unchanged(held, held.value.id), ...recordChecks(fresh)];
  const entries = await state.read(checks.map(({ key }) => key));
  return checks.every(({ version }, index) => (entries[index]?.version ?? null) === version);
}
