// Owns the way in to "call before you go" by one person alone. Asks for the passkey. Wires only.

import { z } from 'zod';
import { answered, officeRoute, okJson, personIn } from '@/lib/adapters/office-route';
import { publishPorts } from '@/lib/adapters/publish-container';
import { callFirst } from '@/lib/office/notices/call-first';
import { officeZone } from '@/lib/office/notices/notice-form';
import { noticeWishSchema } from '@/lib/office/notices/notice-wish';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string };

const body = z.object({ wish: noticeWishSchema.pick({ placeIds: true, from: true, until: true }) });

export const POST = officeRoute(
  { action: 'callFirst', officeId: ({ officeId }: Params) => officeId, body },
  async ({ ports, actor, params: { officeId }, body: { wish } }) => {
    const timeZone = await officeZone(ports, officeId);
    const by = personIn(actor);
    const done = await callFirst(await publishPorts(), { officeId, timeZone, wish, by });
    return done.ok ? okJson({ next: `/office/${officeId}/jobs/${done.value.jobId}/` }) : answered(done);
  },
);
