// Owns the second person's yes or no to a draft. Yes starts the job that makes it live, in the same commit.

import { err, ok, type Result } from '@/lib/core/result';
import type { PersonActor } from '../accounts/session';
import { commitAudited } from '../audit/commit-audited';
import { type Draft, drafts } from '../drafts/draft';
import { auditActorOf, changeDraft, type DraftError, personOf, refuse } from '../drafts/draft-change';
import { hasOldStreets } from '../drafts/laid-over';
import { whoWorkedOn } from '../drafts/who-worked-on';
import { offices } from '../offices/office';
import type { Check } from '../ports/state-store';
import { choices } from '../publish/choice';
import { jobStart } from '../publish/job-start';
import type { PublishPorts } from '../publish/publish-ports';
import type { Cause } from './cause';
import { goldenOf, goldenResults } from './draft-golden';

/** `gone`, `wrongState` as for every draft. `samePerson`: who made, corrected or submitted it. `phone`: voters would have
 *  nobody to call. `causes`: not all were taken note of. `golden`: an address is answered wrongly. `outdated`: it lies over streets
 *  that are no longer live. `conflict`: it changed.
 *  Of a state's one file: `notYours`: another office's part; `nothingGoes`: something stands against every part. */
export interface ApproveError {
  readonly code:
    | 'gone'
    | 'wrongState'
    | 'samePerson'
    | 'phone'
    | 'causes'
    | 'golden'
    | 'outdated'
    | 'conflict'
    | 'notYours'
    | 'nothingGoes';
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
  if (whoWorkedOn(draft).includes(actor.accountId)) {
    add('samePerson', 'You worked on this draft. Somebody else has to approve it.');
  }
  const phone = (await offices.read(ports.state, draft.officeId))?.value.phone ?? null;
  if (phone === null || phone.confirmed === null || phone.electionDayHours.trim() === '') {
    const message =
      'Nobody has confirmed the phone that voters are given, and when it is answered. Do that in the settings.';
    add('phone', message);
  }
  if (await hasOldStreets(ports, draft)) {
    const message =
      'The streets that this list goes with have changed since it was checked. Return it, and have it checked again.';
    add('outdated', message);
  }
  const open = (await causesOf(ports, draft)).filter((cause) => !isNoted(draft, cause, actor.accountId));
  if (open.length > 0)
    add('causes', `Take note of this first: ${open.map(({ sentence }) => sentence).join(' ')}`);
  for (const { isRight, address, placeName, got } of await goldenResults(ports, draft)) {
    if (!isRight) add('golden', `“${address}” should lead to ${placeName}, and gives: ${got}.`);
  }
  return found;
}

/** Taken note of by this person, at this count: more of it is something new. */
export function isNoted({ acknowledged }: Draft, { code, count }: Cause, accountId: string): boolean {
  const noted = acknowledged[notedKey(code, accountId)];
  return noted !== undefined && noted.count === count && noted.id === accountId;
}

const notedKey = (code: string, accountId: string): string => `${code} ${accountId}`;

/** Approve it: gives the id of the job that makes it live. */
export async function approveDraft(
  ports: PublishPorts,
  { officeId, draftId, actor }: Approval,
  causesOf: CausesOf,
): Promise<Result<{ readonly jobId: string }, ApproveError>> {
  const read = await drafts.read(ports.state, officeId, draftId);
  if (read === null) return err({ code: 'gone', message: 'There is no such draft.' });
  const beside = await liveBeside(ports, read.value);
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
    approved: { ...personOf(actor, ports.now()), liveThen: beside.liveThen },
    golden: await goldenOf(ports, read.value),
    jobId: start.job.id,
  };
  const details = { dataset: approved.checked?.dataset ?? '', title: approved.title };
  const result = await commitAudited(ports, {
    checks: [drafts.unchanged(read, officeId, draftId), ...beside.checks, ...start.checks],
    writes: [drafts.write(approved, [officeId, draftId]), ...start.writes],
    events: [
      { action: 'draft.approved', actor: auditActorOf(actor), officeId, subject: draftId, details },
      ...start.events,
    ],
  });
  if (result === 'committed') return ok({ jobId: start.job.id });
  return err({
    code: 'conflict',
    message: 'The draft, or what is live, changed meanwhile. Look at it again.',
  });
}

/** What is live of the draft's election while somebody looks at it: said yes to is the change from that one, and no other. */
export async function liveBeside(
  { state }: Pick<PublishPorts, 'state'>,
  { officeId, checked }: Draft,
): Promise<{ readonly liveThen: string | null; readonly checks: readonly Check[] }> {
  const electionId = checked?.electionId ?? '';
  const standing = await choices.read(state, officeId, electionId);
  return {
    liveThen: standing?.value.current?.dataset ?? null,
    checks: [choices.unchanged(standing, officeId, electionId)],
  };
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
      // Each by themselves: two who take note of it do not take it from each other.
      draft: { ...draft, acknowledged: { ...draft.acknowledged, [notedKey(cause.code, noted.id)]: noted } },
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
