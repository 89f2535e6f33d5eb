// Owns POST /office/api/drafts/[officeId]/same-places/: what is live as a draft for another election. Wires only.

import { answered, draftStatus } from '@/lib/adapters/draft-answers';
import { draftPorts } from '@/lib/adapters/draft-ports';
import { officeRoute } from '@/lib/adapters/office-route';
import { declaredElectionSchema } from '@/lib/office/drafts/draft';
import { samePlaces } from '@/lib/office/drafts/same-places';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string };

/** `{name: 'Runoff', date: '2026-12-01'}` -> the draft, checked. */
export const POST = officeRoute(
  { action: 'draft', officeId: ({ officeId }: Params) => officeId, body: declaredElectionSchema },
  async ({ ports, actor, params: { officeId }, body }) =>
    answered(await samePlaces(draftPorts(ports), { officeId, actor, election: body }), (draft) =>
      draftStatus(draft),
    ),
);
