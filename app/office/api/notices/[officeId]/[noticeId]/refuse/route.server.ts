// Owns the way in to saying no to a late change: whoever may approve it, or who asked and takes it back. Wires only.

import { jobPersonOf } from '@/lib/adapters/office-person';
import { answered, officeRoute, refused } from '@/lib/adapters/office-route';
import { may } from '@/lib/office/accounts/actor';
import { refuseNotice } from '@/lib/office/notices/decide-notice';
import { noticeRecords } from '@/lib/office/notices/notice-record';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string; readonly noticeId: string };

export const POST = officeRoute(
  { action: 'notice', officeId: ({ officeId }: Params) => officeId },
  async ({ ports, actor, params: { officeId, noticeId } }) => {
    const by = jobPersonOf(actor);
    const found = await noticeRecords.read(ports.state, officeId, noticeId);
    if (found?.value.requestedBy.id !== by.id && !may(actor, 'approveNotice', officeId)) {
      return refused(403, 'notAllowed', 'Only who asked, or somebody who may approve, can say no to it.');
    }
    return answered(await refuseNotice(ports, { officeId, noticeId, by }));
  },
);
