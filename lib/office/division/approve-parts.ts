// Owns the second person's yes to a state's one file: every office's part that nothing stands against goes live with one approval, in one release.
// The others stay as they are, each a draft on its office's desk.

import { err, ok, type Result } from '@/lib/core/result';
import { may } from '../accounts/actor';
import type { PersonActor } from '../accounts/session';
import { commitAudited } from '../audit/commit-audited';
import {
  type Approval,
  type ApproveError,
  approveDraft,
  type CausesOf,
  obstacles,
} from '../compare/approve-draft';
import { goldenOf } from '../compare/draft-golden';
import { type Draft, drafts } from '../drafts/draft';
import { auditActorOf, personOf } from '../drafts/draft-change';
import { whoWorkedOn } from '../drafts/who-worked-on';
import type { Versioned } from '../ports/records';
import type { Check } from '../ports/state-store';
import { choices, type OfficeChoice } from '../publish/choice';
import { jobStart } from '../publish/job-start';
import type { PublishPorts } from '../publish/publish-ports';
import { type PartDraft, partDrafts } from './part-drafts';

/** In one release at most: what a commit can hold. The rest waits on the offices' own desks. */
const MOST_OFFICES = 400;

export const NOTHING_GOES: ApproveError = {
  code: 'nothingGoes',
  message: 'No office’s part can be published yet. Each says why.',
};

/** `obstacles: []` and a draft: it goes with the approval. */
export interface PartStanding extends PartDraft {
  readonly obstacles: readonly ApproveError[];
}

/** How each part stands for `actor`. Throws `StoreError`. */
export async function partStandings(
  ports: PublishPorts,
  whole: Draft,
  actor: PersonActor,
  causesOf: CausesOf,
): Promise<readonly PartStanding[]> {
  const found: PartStanding[] = [];
  // One after the other: each loads two lists.
  for (const one of await partDrafts(ports, whole)) {
    found.push({ ...one, obstacles: await obstaclesOf(ports, one, actor, causesOf) });
  }
  return found;
}

async function obstaclesOf(
  ports: PublishPorts,
  { part, draft }: PartDraft,
  actor: PersonActor,
  causesOf: CausesOf,
): Promise<readonly ApproveError[]> {
  if (draft === null) return [];
  if (!may(actor, 'approve', part.officeId)) {
    return [{ code: 'notYours', message: 'Only somebody of this office or of the state can approve it.' }];
  }
  return obstacles(ports, draft.value, actor, causesOf);
}

/** Parts that go: there is a draft, and nothing stands against it. */
export const goes = ({ draft, obstacles }: PartStanding): boolean => draft !== null && obstacles.length === 0;

/** Approve a draft, or what can go of a state's one file: gives the id of the job. Errors as of `approveDraft`; `nothingGoes`: something stands
 *  against every part. */
export async function approveList(
  ports: PublishPorts,
  approval: Approval,
  causesOf: CausesOf,
): Promise<Result<{ readonly jobId: string }, ApproveError>> {
  const read = await drafts.read(ports.state, approval.officeId, approval.draftId);
  if (!read?.value.checked?.division) return approveDraft(ports, approval, causesOf);
  const { actor } = approval;
  const [obstacle] = wholeObstacles(read.value, actor);
  if (obstacle !== undefined) return err(obstacle);
  // Before anything is looked at: said yes to is the change from these, and no other.
  const live = await choices.list(ports.state);
  const standings = await partStandings(ports, read.value, actor, causesOf);
  const going = standings.filter(goes).slice(0, MOST_OFFICES);
  if (going.length === 0) return err(NOTHING_GOES);
  return start(
    ports,
    read,
    going.flatMap(({ draft }) => draft ?? []),
    { actor, left: standings.length - going.length, live },
  );
}

/** What keeps `actor` from approving anything of it. */
export function wholeObstacles(whole: Draft, actor: PersonActor): readonly ApproveError[] {
  if (whole.state !== 'submitted') {
    return [{ code: 'wrongState', message: 'This draft does not wait for approval.' }];
  }
  if (!whoWorkedOn(whole).includes(actor.accountId)) return [];
  return [{ code: 'samePerson', message: 'You worked on this draft. Somebody else has to approve it.' }];
}

interface Yes {
  readonly actor: PersonActor;
  /** Offices whose part stays behind. */
  readonly left: number;
  /** What every office has live. */
  readonly live: readonly Versioned<OfficeChoice>[];
}

/** All that go, the whole and their job in one commit. */
async function start(
  ports: PublishPorts,
  whole: Versioned<Draft>,
  going: readonly Versioned<Draft>[],
  { actor, left, live }: Yes,
): Promise<Result<{ readonly jobId: string }, ApproveError>> {
  const { id, officeId, title, author, submitted } = whole.value;
  const begun = jobStart(ports, {
    officeId,
    target: {
      kind: 'drafts',
      wholeId: id,
      drafts: going.map(({ value }) => ({ officeId: value.officeId, draftId: value.id })),
    },
    requestedBy: { id: submitted?.id ?? author.id, name: submitted?.name ?? author.name },
    approvedBy: { id: actor.accountId, name: actor.name },
  });
  const yes = { state: 'approved' as const, approved: personOf(actor, ports.now()), jobId: begun.job.id };
  const parts: Draft[] = [];
  const standing: Check[] = [];
  for (const { value } of going) {
    const electionId = value.checked?.electionId ?? '';
    const own = live.find(
      (one) => one.value.officeId === value.officeId && one.value.electionId === electionId,
    );
    const approved = { ...yes.approved, liveThen: own?.value.current?.dataset ?? null };
    parts.push({ ...value, ...yes, approved, golden: await goldenOf(ports, value) });
    standing.push(choices.unchanged(own ?? null, value.officeId, electionId));
  }
  const all = [...going, whole];
  const event = (draft: Draft, details: Readonly<Record<string, string | number>>) => ({
    action: 'draft.approved' as const,
    actor: auditActorOf(actor),
    officeId: draft.officeId,
    subject: draft.id,
    details: { dataset: draft.checked?.dataset ?? '', title, ...details },
  });
  const result = await commitAudited(ports, {
    checks: [
      ...all.map((one) => drafts.unchanged(one, one.value.officeId, one.value.id)),
      ...standing,
      ...begun.checks,
    ],
    writes: [
      ...[...parts, { ...whole.value, ...yes }].map((draft) =>
        drafts.write(draft, [draft.officeId, draft.id]),
      ),
      ...begun.writes,
    ],
    events: [
      event(whole.value, { offices: going.length, left }),
      ...parts.map((draft) => event(draft, { partOf: id })),
      ...begun.events,
    ],
  });
  if (result === 'committed') return ok({ jobId: begun.job.id });
  return err({ code: 'conflict', message: 'Something changed meanwhile. Look at it again.' });
}
