// Owns the way in to seeing what a late change would look like to voters. Stores nothing. Wires only.

import { answered, officeRoute } from '@/lib/adapters/office-route';
import { publishPorts } from '@/lib/adapters/publish-container';
import { officeZone } from '@/lib/office/notices/notice-form';
import { noticeWishSchema } from '@/lib/office/notices/notice-wish';
import { previewNotice } from '@/lib/office/notices/preview-notice';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string };

export const POST = officeRoute(
  { action: 'notice', officeId: ({ officeId }: Params) => officeId, body: noticeWishSchema },
  async ({ ports, params: { officeId }, body }) => {
    const timeZone = await officeZone(ports, officeId);
    return answered(await previewNotice(await publishPorts(), { officeId, timeZone, wish: body }));
  },
);
