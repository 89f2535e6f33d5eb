// Owns the way in to the zone that the desk shows times in. Wires only.

import { z } from 'zod';
import { answered, officeRoute, personIn } from '@/lib/adapters/office-route';
import { setTimeZone } from '@/lib/office/offices/change-office';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string };

const body = z.object({ timeZone: z.string().max(60).nullable() });

export const POST = officeRoute(
  { action: 'office', officeId: ({ officeId }: Params) => officeId, body },
  async ({ ports, actor, params: { officeId }, body }) =>
    answered(await setTimeZone(ports, { officeId, ...body, by: personIn(actor) })),
);
