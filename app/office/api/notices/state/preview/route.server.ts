// Owns the way in to seeing what a notice to all would look like. Stores nothing. Wires only.

import { answered, officeRoute, okJson } from '@/lib/adapters/office-route';
import { previewToAll, STATE_OFFICE, toAllWishSchema } from '@/lib/office/notices/to-all';

export const dynamic = 'force-dynamic';

export const POST = officeRoute(
  { action: 'state', officeId: () => STATE_OFFICE, body: toAllWishSchema },
  async ({ ports, body }) => {
    const notice = await previewToAll(ports, body);
    return notice.ok ? okJson(notice.value) : answered(notice);
  },
);
