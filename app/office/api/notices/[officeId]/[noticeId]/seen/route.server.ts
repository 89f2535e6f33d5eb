// Owns the way in to saying that one knows of what one person alone has told voters. Wires only.

import { answered, officeRoute, okJson, personIn } from '@/lib/adapters/office-route';
import { seeNotice } from '@/lib/office/notices/see-notice';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string; readonly noticeId: string };

export const POST = officeRoute(
  { action: 'read', officeId: ({ officeId }: Params) => officeId },
  async ({ ports, actor, params: { officeId, noticeId } }) => {
    const seen = await seeNotice(ports, { officeId, noticeId, by: personIn(actor) });
    return seen.ok ? okJson({}) : answered(seen);
  },
);
