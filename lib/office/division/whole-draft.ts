// Owns handing on, giving back and taking back a state's one file: what happens to the whole happens to its offices' parts. Every other draft goes
// through it as it is.

import type { Result } from '@/lib/core/result';
import { type Approval, returnDraft } from '../compare/approve-draft';
import { type Draft, drafts } from '../drafts/draft';
import type { DraftError, DraftRequest } from '../drafts/draft-change';
import { missingForSubmit, submitDraft, withdrawDraft } from '../drafts/submit-draft';
import type { OfficePorts } from '../ports/office-ports';
import type { PublishPorts } from '../publish/publish-ports';
import { makePartDrafts, withdrawPartDrafts } from './part-drafts';

/** As `submitDraft`; each office that the file is about then has its part waiting on its own desk. The parts come first: where something breaks off
 *  between, the whole can be submitted again, and nothing is there twice. */
export async function submitList(
  ports: OfficePorts,
  request: DraftRequest,
): Promise<Result<Draft, DraftError>> {
  const draft = (await drafts.read(ports.state, request.officeId, request.draftId))?.value;
  const isReady = draft?.state === 'checked' && missingForSubmit(draft).length === 0;
  if (draft?.checked?.division && isReady) await makePartDrafts(ports, draft, request.actor);
  return submitDraft(ports, request);
}

/** As `withdrawDraft`, with the parts that nobody has approved. */
export async function withdrawList(
  ports: OfficePorts,
  request: DraftRequest,
): Promise<Result<Draft, DraftError>> {
  const result = await withdrawDraft(ports, request);
  if (result.ok) await withdrawPartDrafts(ports, result.value, request.actor);
  return result;
}

/** As `returnDraft`, with the parts that nobody has approved: what is submitted next is another file. */
export async function returnList(
  ports: PublishPorts,
  approval: Approval,
  reason: string,
): Promise<Result<Draft, DraftError>> {
  const result = await returnDraft(ports, approval, reason);
  if (result.ok) await withdrawPartDrafts(ports, result.value, approval.actor);
  return result;
}
