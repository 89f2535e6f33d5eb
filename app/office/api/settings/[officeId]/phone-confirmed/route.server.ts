// Owns the way in to saying that the phone was called and answered. Wires only.

import { z } from 'zod';
import { answered, officeRoute, personIn } from '@/lib/adapters/office-route';
import { confirmPhone } from '@/lib/office/offices/change-office';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string };

const body = z.object({ number: z.string().max(100) });

export const POST = officeRoute(
  { action: 'office', officeId: ({ officeId }: Params) => officeId, body },
  async ({ ports, actor, params: { officeId }, body }) =>
    answered(await confirmPhone(ports, { officeId, ...body, by: personIn(actor) })),
);
