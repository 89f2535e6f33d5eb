// Owns POST /office/api/drafts/[officeId]/[draftId]/return/: give a draft back, and say why. Wires only.

import { z } from 'zod';
import { answered, draftStatus } from '@/lib/adapters/draft-answers';
import { officeRoute, personIn } from '@/lib/adapters/office-route';
import { publishPorts } from '@/lib/adapters/publish-container';
import { returnList } from '@/lib/office/division/whole-draft';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string; readonly draftId: string };

const body = z.object({ reason: z.string().trim().min(1, 'Say why it comes back.').max(1_000) });

export const POST = officeRoute(
  { action: 'approve', officeId: ({ officeId }: Params) => officeId, body },
  async ({ actor, params, body: { reason } }) => {
    const approval = { ...params, actor: personIn(actor) };
    return answered(await returnList(await publishPorts(), approval, reason), (draft) => draftStatus(draft));
  },
);
