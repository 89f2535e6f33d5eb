// Owns GET /office/api/lists/[officeId]/export/: a list that is or was live, as a flat VIP 6.0 feed. Wires only.

import { feedFile } from '@/lib/adapters/office-feed-file';
import { officeRoute, refused } from '@/lib/adapters/office-route';
import { publishedList } from '@/lib/office/publish/published-list';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string };

/** `?election=e1`: what is live; `&list=…`: one that was live before. */
export const GET = officeRoute(
  { action: 'read', officeId: ({ officeId }: Params) => officeId },
  async ({ ports, params: { officeId }, request }) => {
    const { searchParams } = new URL(request.url);
    const dataset = await publishedList(
      ports,
      officeId,
      searchParams.get('election') ?? '',
      searchParams.get('list'),
    );
    return dataset === null ? refused(404, 'gone', 'There is no such list.') : feedFile(dataset);
  },
);
