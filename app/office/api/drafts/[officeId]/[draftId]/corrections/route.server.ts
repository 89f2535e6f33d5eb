// Owns POST /office/api/drafts/[officeId]/[draftId]/corrections/: one cell set to another value, as a step. Wires only.

import { answered, draftStatus } from '@/lib/adapters/draft-answers';
import { officeRoute } from '@/lib/adapters/office-route';
import { correctCell } from '@/lib/office/drafts/correct-cell';
import { correctionSchema } from '@/lib/office/drafts/draft';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string; readonly draftId: string };

/** `{file, row, column, before, after}`; the draft is to be checked again after it. 409 `changed`: it does not say `before` any more. */
export const POST = officeRoute(
  {
    action: 'draft',
    officeId: ({ officeId }: Params) => officeId,
    body: correctionSchema.omit({ by: true }),
  },
  async ({ ports, actor, params, body }) =>
    answered(await correctCell(ports, { ...params, actor }, body), (draft) => draftStatus(draft)),
);
