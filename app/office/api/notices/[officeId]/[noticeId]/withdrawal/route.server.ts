// Owns the way in to the second person's word on taking a late change down. Asks for the passkey. Wires only.

import { z } from 'zod';
import { jobPersonOf } from '@/lib/adapters/office-person';
import { answered, officeRoute, okJson } from '@/lib/adapters/office-route';
import { decideWithdrawal } from '@/lib/office/notices/decide-notice';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string; readonly noticeId: string };

export const POST = officeRoute(
  {
    action: 'approveNotice',
    officeId: ({ officeId }: Params) => officeId,
    body: z.object({ agrees: z.boolean() }),
  },
  async ({ ports, actor, params: { officeId, noticeId }, body: { agrees } }) => {
    const done = await decideWithdrawal(ports, { officeId, noticeId, by: jobPersonOf(actor), agrees });
    if (!done.ok) return answered(done);
    const { jobId } = done.value;
    const next = jobId === null ? `notices/${noticeId}/` : `jobs/${jobId}/`;
    return okJson({ next: `/office/${officeId}/${next}` });
  },
);
