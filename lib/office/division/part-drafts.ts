// Owns the drafts that a state's one file becomes, one on each office's own desk: made when the whole is submitted, taken back with it.

import { sha256Hex } from '@/lib/release/bytes';
import { commitAudited } from '../audit/commit-audited';
import type { AuditEvent } from '../audit/entry';
import { type Draft, drafts } from '../drafts/draft';
import { auditActorOf, type DraftRequest, personOf } from '../drafts/draft-change';
import { whoWorkedOn } from '../drafts/who-worked-on';
import type { OfficePorts } from '../ports/office-ports';
import type { Versioned } from '../ports/records';
import { type DivisionPart, divisionOf } from './division';

const AT_ONCE = 100;

/** A part with its draft; null where there is none: it is kept back, or the whole has not been submitted. */
export interface PartDraft {
  readonly part: DivisionPart;
  readonly draft: Versioned<Draft> | null;
}

/** Every office's part of `whole`; [] where it is one office's. Throws `StoreError`. */
export async function partDrafts(ports: OfficePorts, whole: Draft): Promise<readonly PartDraft[]> {
  const division = await divisionOf(ports, whole.checked);
  return Promise.all(
    (division?.parts ?? []).map(async (part): Promise<PartDraft> => {
      if (part.checked === null) return { part, draft: null };
      return { part, draft: await drafts.read(ports.state, part.officeId, await partId(whole, part)) };
    }),
  );
}

/** The same for the same part of the same reading: making them twice makes them once. */
async function partId({ id }: Draft, { officeId, checked }: DivisionPart): Promise<string> {
  return (await sha256Hex(new TextEncoder().encode(`${id} ${officeId} ${checked?.dataset}`))).slice(0, 22);
}

/** Those that are not there yet, or were taken back with the whole, each waiting on its office's desk. Throws `StoreError`. */
export async function makePartDrafts(
  ports: OfficePorts,
  whole: Draft,
  actor: DraftRequest['actor'],
): Promise<void> {
  const missing: { readonly next: Draft; readonly read: Versioned<Draft> | null }[] = [];
  for (const { part, draft } of await partDrafts(ports, whole)) {
    if (part.checked === null || (draft !== null && draft.value.state !== 'withdrawn')) continue;
    missing.push({ next: await partDraftOf(ports, whole, part, actor), read: draft });
  }
  await inBatches(missing, async (some) => {
    await commitAudited(ports, {
      checks: some.map(({ next, read }) => drafts.unchanged(read, next.officeId, next.id)),
      writes: some.map(({ next }) => drafts.write(next, [next.officeId, next.id])),
      events: some.map(({ next }) => event('draft.submitted', next, actor)),
    });
  });
}

/** The draft that a part is, or would be. */
export async function partDraftOf(
  { now }: OfficePorts,
  whole: Draft,
  part: DivisionPart,
  actor: DraftRequest['actor'],
): Promise<Draft> {
  return {
    id: await partId(whole, part),
    officeId: part.officeId,
    state: 'submitted',
    author: whole.author,
    title: whole.title,
    files: [],
    corrections: [],
    partOf: { officeId: whole.officeId, draftId: whole.id, by: [...whoWorkedOn(whole)] },
    // How the whole was read stands with each part of it: nobody changes it here.
    repairs: (whole.repairs ?? []).filter(({ decision }) => decision === 'accepted'),
    checked: part.checked && { ...part.checked, suggestions: whole.checked?.suggestions ?? null },
    acknowledged: {},
    submitted: personOf(actor, now()),
    approved: null,
    returned: null,
    jobId: null,
  };
}

/** Takes back those that nobody has approved. Throws `StoreError`. */
export async function withdrawPartDrafts(
  ports: OfficePorts,
  whole: Draft,
  actor: DraftRequest['actor'],
): Promise<void> {
  const open = (await partDrafts(ports, whole)).flatMap(({ draft }) =>
    draft !== null && (draft.value.state === 'submitted' || draft.value.state === 'checked') ? [draft] : [],
  );
  await inBatches(open, async (some) => {
    await commitAudited(ports, {
      checks: some.map((draft) => drafts.unchanged(draft, draft.value.officeId, draft.value.id)),
      writes: some.map(({ value }) =>
        drafts.write({ ...value, state: 'withdrawn' }, [value.officeId, value.id]),
      ),
      events: some.map(({ value }) => event('draft.withdrawn', value, actor)),
    });
  });
}

function event(action: AuditEvent['action'], draft: Draft, actor: DraftRequest['actor']): AuditEvent {
  const { officeId, id, title, checked, partOf } = draft;
  const details = { title, dataset: checked?.dataset ?? '', partOf: partOf?.draftId ?? '' };
  return { action, actor: auditActorOf(actor), officeId, subject: id, details };
}

async function inBatches<Value>(values: readonly Value[], each: (some: readonly Value[]) => Promise<void>) {
  for (let at = 0; at < values.length; at += AT_ONCE) await each(values.slice(at, at + AT_ONCE));
}
