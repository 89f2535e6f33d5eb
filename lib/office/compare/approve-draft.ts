// Owns the second person's yes or no to a draft. Yes starts the job that makes it live, in the same commit.

import { err, ok, type Result } from '@/lib/core/result';
import type { PersonActor } from '../accounts/session';
import { commitAudited } from '../audit/commit-audited';
import { type Draft, drafts } from '../drafts/draft';
import { auditActorOf, changeDraft, type DraftError, personOf, refuse } from '../drafts/draft-change';
import { offices } from '../offices/office';
import { jobStart } from '../publish/job-start';
import type { PublishPorts } from '../publish/publish-ports';
import type { Cause } from './cause';
import { goldenOf, goldenResults } from './draft-golden';

/** `gone`, `wrongState` as for every draft. `samePerson`: who made, corrected or submitted it. `phone`: voters would have
 *  nobody to call. `causes`: not all were taken note of. `golden`: an address is answered wrongly. `conflict`: it changed. */
export interface ApproveError {
  readonly code: 'gone' | 'wrongState' | 'samePerson' | 'phone' | 'causes' | 'golden' | 'conflict';
  readonly message: string;
}

export interface Approval {
  readonly officeId: string;
  readonly draftId: string;
  readonly actor: PersonActor;
}

/** What there is to take note of in a draft. Throws `StoreError`. */
export type CausesOf = (ports: PublishPorts, draft: Draft) => Promise<readonly Cause[]>;

/** What keeps `actor` from approving; [] where nothing does. */
export async function obstacles(
  ports: PublishPorts,
  draft: Draft,
  actor: PersonActor,
  causesOf: CausesOf,
): Promise<readonly ApproveError[]> {
  const found: ApproveError[] = [];
  const add = (code: ApproveError['code'], message: string) => found.push({ code, message });
  if (draft.state !== 'submitted') add('wrongState', 'This draft does not wait for approval.');
  if (hasWorkedOn(draft, actor.accountId)) {
    add('samePerson', 'You worked on this draft. Somebody else has to approve it.');
  }
  const phone = (await offices.read(ports.state, draft.officeId))?.value.phone ?? null;
  if (phone === null || phone.confirmed === null || phone.electionDayHours.trim() === '') {
    const message =
      'Nobody has confirmed the phone that voters are given, and when it is answered. Do that in the settings.';
    add('phone', message);
  }
  const open = (await causesOf(ports, draft)).filter((cause) => !isNoted(draft, cause, actor.accountId));
  if (open.length > 0)
    add('causes', `Take note of this first: ${open.map(({ sentence }) => sentence).join(' ')}`);
  for (const { isRight, address, placeName, got } of await goldenResults(ports, draft)) {
    if (!isRight) add('golden', `“${address}” should lead to ${placeName}, and gives: ${got}.`);
  }
  return found;
}

/** Whoever made, corrected or submitted it, or set what it has to answer. */
export function hasWorkedOn(draft: Draft, accountId: string): boolean {
  const { author, submitted, corrections, goldenBy } = draft;
  return [author.id, submitted?.id, goldenBy?.id, ...corrections.map(({ by }) => by.id)].includes(accountId);
}

/** Taken note of by this person, at this count: more of it is something new. */
export function isNoted({ acknowledged }: Draft, { code, count }: Cause, accountId: string): boolean {
  const noted = acknowledged[code];
  return noted !== undefined && noted.count === count && noted.id === accountId;
}

/** Approve it: gives the id of the job that makes it live. */
export async function approveDraft(
  ports: PublishPorts,
  { officeId, draftId, actor }: Approval,
  causesOf: CausesOf,
): Promise<Result<{ readonly jobId: string }, ApproveError>> {
  const read = await drafts.read(ports.state, officeId, draftId);
  if (read === null) return err({ code: 'gone', message: 'There is no such draft.' });
  const [obstacle] = await obstacles(ports, read.value, actor, causesOf);
  if (obstacle !== undefined) return err(obstacle);
  const { author, submitted } = read.value;
  const start = jobStart(ports, {
    officeId,
    target: { kind: 'draft', draftId },
    requestedBy: { id: submitted?.id ?? author.id, name: submitted?.name ?? author.name },
    approvedBy: { id: actor.accountId, name: actor.name },
  });
  const approved: Draft = {
    ...read.value,
    state: 'approved',
    approved: personOf(actor, ports.now()),
    golden: await goldenOf(ports, read.value),
    jobId: start.job.id,
  };
  const details = { dataset: approved.checked?.dataset ?? '', title: approved.title };
  const result = await commitAudited(ports, {
    checks: [drafts.unchanged(read, officeId, draftId), ...start.checks],
    writes: [drafts.write(approved, [officeId, draftId]), ...start.writes],
    events: [
      { action: 'draft.approved', actor: auditActorOf(actor), officeId, subject: draftId, details },
      ...start.events,
    ],
  });
  if (result === 'committed') return ok({ jobId: start.job.id });
  return err({ code: 'conflict', message: 'The draft changed meanwhile. Look at it again.' });
}

/** Take note of one cause at the count that was seen. */
export async function noteCause(
  ports: PublishPorts,
  { officeId, draftId, actor }: Approval,
  seen: Pick<Cause, 'code' | 'count'>,
  causesOf: CausesOf,
): Promise<Result<Draft, DraftError>> {
  return changeDraft(ports, { officeId, draftId, actor }, async (draft) => {
    if (draft.state !== 'submitted') return refuse('wrongState', 'This draft does not wait for approval.');
    const cause = (await causesOf(ports, draft)).find(({ code }) => code === seen.code);
    if (cause?.count !== seen.count) {
      return refuse('changed', 'The count is another one by now. Load the page and look at it again.');
    }
    const noted = { ...personOf(actor, ports.now()), count: cause.count };
    return ok({
      draft: { ...draft, acknowledged: { ...draft.acknowledged, [cause.code]: noted } },
      action: 'cause.acknowledged',
      details: { code: cause.code, count: cause.count },
    });
  });
}

/** Give it back to be worked on, and say why. */
export async function returnDraft(
  ports: PublishPorts,
  { officeId, draftId, actor }: Approval,
  reason: string,
): Promise<Result<Draft, DraftError>> {
  return changeDraft(ports, { officeId, draftId, actor }, (draft) => {
    if (draft.state !== 'submitted') return refuse('wrongState', 'This draft does not wait for approval.');
    const returned = { ...personOf(actor, ports.now()), reason };
    return ok({
      draft: { ...draft, state: 'checked', submitted: null, acknowledged: {}, returned },
      action: 'draft.returned',
      details: { title: draft.title },
    });
  });
}
