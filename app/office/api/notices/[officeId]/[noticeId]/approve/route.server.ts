// Owns the way in to approving a late change. Asks for the passkey, as every approval does. Wires only.

import { jobPersonOf } from '@/lib/adapters/office-person';
import { answered, officeRoute, okJson } from '@/lib/adapters/office-route';
import { approveNotice } from '@/lib/office/notices/decide-notice';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string; readonly noticeId: string };

export const POST = officeRoute(
  { action: 'approveNotice', officeId: ({ officeId }: Params) => officeId },
  async ({ ports, actor, params: { officeId, noticeId } }) => {
    const done = await approveNotice(ports, { officeId, noticeId, by: jobPersonOf(actor) });
    return done.ok ? okJson({ next: `/office/${officeId}/jobs/${done.value.jobId}/` }) : answered(done);
  },
);
