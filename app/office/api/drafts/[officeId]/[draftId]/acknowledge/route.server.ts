// Owns POST /office/api/drafts/[officeId]/[draftId]/acknowledge/: take note of one cause at the count that was seen. Wires
// only.

import { z } from 'zod';
import { answered } from '@/lib/adapters/draft-answers';
import { officeRoute, personIn } from '@/lib/adapters/office-route';
import { publishPorts } from '@/lib/adapters/publish-container';
import { noteCause } from '@/lib/office/compare/approve-draft';
import { causesOfDraft } from '@/lib/office/compare/draft-causes';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string; readonly draftId: string };

const body = z.object({ code: z.string().max(100), count: z.number().int().nonnegative() });

export const POST = officeRoute(
  { action: 'approve', officeId: ({ officeId }: Params) => officeId, body },
  async ({ actor, params, body: seen }) => {
    const approval = { ...params, actor: personIn(actor) };
    // The page that is looked at is loaded again: no way on from here.
    return answered(await noteCause(await publishPorts(), approval, seen, causesOfDraft), () => ({}));
  },
);
