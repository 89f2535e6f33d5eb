// Owns the way in to forgetting what is remembered of an office's files. Wires only.

import { answered, officeRoute } from '@/lib/adapters/office-route';
import { forgetMapping } from '@/lib/office/drafts/mappings';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string; readonly mappingId: string };

export const POST = officeRoute(
  { action: 'draft', officeId: ({ officeId }: Params) => officeId },
  async ({ ports, actor, params }) => answered(await forgetMapping(ports, { ...params, actor })),
);
