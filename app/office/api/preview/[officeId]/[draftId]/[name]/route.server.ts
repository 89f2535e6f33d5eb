// Owns GET /office/api/preview/[officeId]/[draftId]/[name]/: one object of a draft's preview, for those who may see the
// draft. Wires only.

import { officeRoute, refused } from '@/lib/adapters/office-route';
import { previewObject } from '@/lib/office/compare/preview';
import { drafts } from '@/lib/office/drafts/draft';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string; readonly draftId: string; readonly name: string };

export const GET = officeRoute(
  { action: 'read', officeId: ({ officeId }: Params) => officeId },
  async ({ ports, params: { officeId, draftId, name } }) => {
    const dataset = (await drafts.read(ports.state, officeId, draftId))?.value.checked?.dataset;
    const bytes = dataset ? await previewObject(ports, dataset, name) : null;
    if (bytes === null) return refused(404, 'gone', 'There is no such file in this preview.');
    return new Response(bytes.slice(), {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    });
  },
);
