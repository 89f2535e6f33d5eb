// Owns the way in to asking to go back to an earlier list. Nothing changes for voters by it. Wires only.

import { z } from 'zod';
import { jobPersonOf } from '@/lib/adapters/office-person';
import { answered, officeRoute } from '@/lib/adapters/office-route';
import { requestRollback } from '@/lib/office/publish/request-rollback';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string };

const body = z.object({
  electionId: z.string().max(200),
  /** null: take this election's list back altogether. */
  dataset: z.string().max(64).nullable(),
  reason: z.string().trim().min(1, 'Say why.').max(1000),
});

export const POST = officeRoute(
  { action: 'rollback', officeId: ({ officeId }: Params) => officeId, body },
  async ({ ports, actor, params: { officeId }, body }) =>
    answered(await requestRollback(ports, { officeId, ...body, by: jobPersonOf(actor) })),
);
