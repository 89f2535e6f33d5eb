// Owns the way in to asking for a late change. Nothing changes for voters by it. Wires only.

import { z } from 'zod';
import { jobPersonOf } from '@/lib/adapters/office-person';
import { answered, officeRoute, okJson } from '@/lib/adapters/office-route';
import { publishPorts } from '@/lib/adapters/publish-container';
import { officeZone } from '@/lib/office/notices/notice-form';
import { noticeWishSchema } from '@/lib/office/notices/notice-wish';
import { requestNotice } from '@/lib/office/notices/request-notice';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string };

const body = z.object({
  wish: noticeWishSchema,
  /** The late change that this one takes the place of. */
  replaces: z.string().max(64).nullable(),
});

export const POST = officeRoute(
  { action: 'notice', officeId: ({ officeId }: Params) => officeId, body },
  async ({ ports, actor, params: { officeId }, body }) => {
    const timeZone = await officeZone(ports, officeId);
    const by = jobPersonOf(actor);
    const asked = await requestNotice(await publishPorts(), { officeId, timeZone, ...body, by });
    return asked.ok
      ? okJson({ next: `/office/${officeId}/notices/${asked.value.noticeId}/` })
      : answered(asked);
  },
);
