// Owns the way in to setting the phone that voters are given. Wires only.

import { z } from 'zod';
import { answered, officeRoute, personIn } from '@/lib/adapters/office-route';
import { setPhone } from '@/lib/office/offices/change-office';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string };

const body = z.object({ number: z.string().max(100), electionDayHours: z.string().max(200) });

export const POST = officeRoute(
  { action: 'office', officeId: ({ officeId }: Params) => officeId, body },
  async ({ ports, actor, params: { officeId }, body }) =>
    answered(await setPhone(ports, { officeId, ...body, by: personIn(actor) })),
);
