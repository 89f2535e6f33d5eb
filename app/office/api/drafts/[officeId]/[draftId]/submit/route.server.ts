// Owns POST /office/api/drafts/[officeId]/[draftId]/submit/: hand a draft on to be approved. Wires only.

import { answered, draftStatus } from '@/lib/adapters/draft-answers';
import { officeRoute } from '@/lib/adapters/office-route';
import { submitList } from '@/lib/office/division/whole-draft';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string; readonly draftId: string };

/** 409 `fatal` says what is missing. */
export const POST = officeRoute(
  { action: 'submit', officeId: ({ officeId }: Params) => officeId },
  async ({ ports, actor, params }) =>
    answered(await submitList(ports, { ...params, actor }), (draft) => draftStatus(draft)),
);
