// Owns the way in to naming who of the state stands in for an office. Wires only.

import { z } from 'zod';
import { answered, officeRoute, personIn } from '@/lib/adapters/office-route';
import { accountIdSchema } from '@/lib/office/accounts/account';
import { nameDutyApprovers } from '@/lib/office/offices/change-office';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string };

const body = z.object({ accountIds: z.array(accountIdSchema).max(20) });

export const POST = officeRoute(
  { action: 'state', officeId: ({ officeId }: Params) => officeId, body },
  async ({ ports, actor, params: { officeId }, body }) =>
    answered(await nameDutyApprovers(ports, { officeId, ...body, by: personIn(actor) })),
);
