// Owns changing one draft: read, decide, commit with its audit entries, and again where somebody else was faster. Knows
// no single change.

import { err, ok, type Result } from '@/lib/core/result';
import type { Actor } from '../accounts/actor';
import { commitAudited } from '../audit/commit-audited';
import type { AuditActor, AuditEvent } from '../audit/entry';
import type { OfficePorts } from '../ports/office-ports';
import type { Check, Write } from '../ports/state-store';
import { type Draft, drafts } from './draft';

/** Why a draft stays as it is. `gone`: there is none. `wrongState`: not now. `checking`: it is being checked.
 *  `notWhole`: chunks are missing. `badFiles`: what was announced cannot be. `wrongChunk`: other bytes than announced.
 *  `cutOff`: the connection broke off. `tooLarge`: over the limit. `changed`: the cell is not what was seen. `noSuchCell`:
 *  no problem names this row. `tooMany`: the limit of corrections. `fatal`: cannot be submitted. `nothingLive`: nothing
 *  to make it of. `needsColumns`: a table lacks what no row can be made without. `damaged`: what is stored is not what was sent. */
export interface DraftError {
  readonly code:
    | 'gone'
    | 'wrongState'
    | 'checking'
    | 'notWhole'
    | 'badFiles'
    | 'wrongChunk'
    | 'cutOff'
    | 'tooLarge'
    | 'changed'
    | 'noSuchCell'
    | 'tooMany'
    | 'fatal'
    | 'nothingLive'
    | 'needsColumns'
    | 'damaged';
  readonly message: string;
}

/** `refuse('notWhole', 'Two parts are missing.')`. */
export const refuse = (code: DraftError['code'], message: string) =>
  err({ code, message } satisfies DraftError);

/** Which draft, and who asks. */
export interface DraftRequest {
  readonly officeId: string;
  readonly draftId: string;
  readonly actor: Actor;
}

/** An actor as the audit chain names them. */
export function auditActorOf(actor: Actor): AuditActor {
  const id = actor.kind === 'person' ? actor.accountId : actor.tokenId;
  return { kind: actor.kind, id, name: actor.name };
}

/** `{id, name, at}`, as drafts remember who did something. */
export function personOf(actor: Actor, now: Date): { id: string; name: string; at: string } {
  const { id, name } = auditActorOf(actor);
  return { id, name, at: now.toISOString() };
}

/** What a decision leads to. Draft fields only; `writes` and `checks` go into the same commit. */
export interface DraftChange {
  readonly draft: Draft;
  readonly action: AuditEvent['action'];
  readonly details?: AuditEvent['details'];
  readonly checks?: readonly Check[];
  readonly writes?: readonly Write[];
}

/** Asks `decide` with the draft as it stands until what it says could be committed. Throws `StoreError`. */
export async function changeDraft(
  ports: OfficePorts,
  { officeId, draftId, actor }: DraftRequest,
  decide: (draft: Draft) => Result<DraftChange, DraftError> | Promise<Result<DraftChange, DraftError>>,
): Promise<Result<Draft, DraftError>> {
  for (;;) {
    const read = await drafts.read(ports.state, officeId, draftId);
    if (read === null) return refuse('gone', 'There is no such draft.');
    const decided = await decide(read.value);
    if (!decided.ok) return decided;
    const { draft, action, details = {}, checks = [], writes = [] } = decided.value;
    const result = await commitAudited(ports, {
      checks: [drafts.unchanged(read, officeId, draftId), ...checks],
      writes: [drafts.write(draft, [officeId, draftId]), ...writes],
      events: [{ action, actor: auditActorOf(actor), officeId, subject: draftId, details }],
    });
    if (result === 'committed') return ok(draft);
  }
}
