// Owns POST /office/api/drafts/[officeId]/[draftId]/withdraw/: take a draft back before it is approved. Wires only.

import { answered, draftStatus } from '@/lib/adapters/draft-answers';
import { officeRoute } from '@/lib/adapters/office-route';
import { withdrawList } from '@/lib/office/division/whole-draft';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string; readonly draftId: string };

/** What was uploaded stays, for whoever asks later. */
export const POST = officeRoute(
  { action: 'draft', officeId: ({ officeId }: Params) => officeId },
  async ({ ports, actor, params }) =>
    answered(await withdrawList(ports, { ...params, actor }), (draft) => draftStatus(draft)),
);
