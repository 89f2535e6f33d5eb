// Owns the way in to saying no to a wish to go back: whoever may approve it, or who asked and takes it back. Wires only.

import { jobPersonOf } from '@/lib/adapters/office-person';
import { answered, officeRoute, refused } from '@/lib/adapters/office-route';
import { may } from '@/lib/office/accounts/actor';
import { refuseRollback } from '@/lib/office/publish/request-rollback';
import { rollbacks } from '@/lib/office/publish/rollback';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string; readonly rollbackId: string };

export const POST = officeRoute(
  { action: 'rollback', officeId: ({ officeId }: Params) => officeId },
  async ({ ports, actor, params: { officeId, rollbackId } }) => {
    const by = jobPersonOf(actor);
    const wish = await rollbacks.read(ports.state, officeId, rollbackId);
    if (wish?.value.requestedBy.id !== by.id && !may(actor, 'approve', officeId)) {
      return refused(403, 'notAllowed', 'Only who asked, or somebody who may approve, can say no to it.');
    }
    return answered(await refuseRollback(ports, { officeId, rollbackId, by }));
  },
);
