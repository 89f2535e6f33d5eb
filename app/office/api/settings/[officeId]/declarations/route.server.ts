// Owns the way in to what an office declares of its list. Wires only.

import { z } from 'zod';
import { answered, officeRoute, personIn } from '@/lib/adapters/office-route';
import { setSingleNumberBeatsRange } from '@/lib/office/offices/change-office';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string };

const body = z.object({ isOn: z.boolean() });

export const POST = officeRoute(
  { action: 'office', officeId: ({ officeId }: Params) => officeId, body },
  async ({ ports, actor, params: { officeId }, body }) =>
    answered(await setSingleNumberBeatsRange(ports, { officeId, ...body, by: personIn(actor) })),
);
