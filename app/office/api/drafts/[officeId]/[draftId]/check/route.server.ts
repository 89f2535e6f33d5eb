// Owns POST /office/api/drafts/[officeId]/[draftId]/check/: check what was uploaded, with its corrections. Wires only.

import { answered, draftStatus } from '@/lib/adapters/draft-answers';
import { draftPorts } from '@/lib/adapters/draft-ports';
import { officeRoute } from '@/lib/adapters/office-route';
import { checkDraft } from '@/lib/office/drafts/check-draft';

export const dynamic = 'force-dynamic';
/** A file of two million rows on a slow machine. */
export const maxDuration = 300;

type Params = { readonly officeId: string; readonly draftId: string };

/** Answers when it is done: 250,000 rows take some seconds. GET of the draft says how far it is meanwhile. */
export const POST = officeRoute(
  { action: 'draft', officeId: ({ officeId }: Params) => officeId, tokens: true },
  async ({ ports, actor, params }) =>
    answered(await checkDraft(draftPorts(ports), { ...params, actor }), (draft) => draftStatus(draft)),
);
