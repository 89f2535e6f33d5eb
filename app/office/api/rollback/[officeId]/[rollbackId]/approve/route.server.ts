// Owns the way in to approving that an office goes back. Asks for the passkey, as every approval does. Wires only.

import { jobPersonOf } from '@/lib/adapters/office-person';
import { answered, officeRoute, okJson } from '@/lib/adapters/office-route';
import { approveRollback } from '@/lib/office/publish/request-rollback';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string; readonly rollbackId: string };

export const POST = officeRoute(
  { action: 'approve', officeId: ({ officeId }: Params) => officeId },
  async ({ ports, actor, params: { officeId, rollbackId } }) => {
    const job = await approveRollback(ports, { officeId, rollbackId, by: jobPersonOf(actor) });
    return job.ok ? okJson({ next: `/office/${officeId}/jobs/${job.value.id}/` }) : answered(job);
  },
);
