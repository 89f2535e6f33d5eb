// Owns the way in to asking for a notice to all. Nothing changes for voters by it. Wires only.

import { jobPersonOf } from '@/lib/adapters/office-person';
import { answered, officeRoute, okJson } from '@/lib/adapters/office-route';
import { requestToAll, STATE_OFFICE, toAllWishSchema } from '@/lib/office/notices/to-all';

export const dynamic = 'force-dynamic';

export const POST = officeRoute(
  { action: 'state', officeId: () => STATE_OFFICE, body: toAllWishSchema },
  async ({ ports, actor, body }) => {
    const asked = await requestToAll(ports, body, jobPersonOf(actor));
    return asked.ok
      ? okJson({ next: `/office/${STATE_OFFICE}/notices/${asked.value.noticeId}/` })
      : answered(asked);
  },
);
