// Owns the way in to the state's decision on two offices that list the same addresses. Voters see it, so that the passkey
// is asked for. Wires only.

import { z } from 'zod';
import { jobPersonOf } from '@/lib/adapters/office-person';
import { answered, officeRoute, okJson } from '@/lib/adapters/office-route';
import { decideClaim } from '@/lib/office/publish/decide-claim';

export const dynamic = 'force-dynamic';

type Params = { readonly claimId: string };

/** null: undecided again. */
const body = z.object({ answers: z.string().max(60).nullable() });

export const POST = officeRoute(
  { action: 'claim', officeId: (_: Params) => null, body, stepUp: true },
  async ({ ports, actor, params: { claimId }, body: { answers } }) => {
    const job = await decideClaim(ports, { claimId, answers, by: jobPersonOf(actor) });
    if (!job.ok) return answered(job);
    const { id, officeId } = job.value;
    return okJson({ next: `/office/${officeId}/jobs/${id}/` });
  },
);
