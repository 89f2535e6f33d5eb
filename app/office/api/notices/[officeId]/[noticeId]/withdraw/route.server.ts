// Owns the way in to taking a late change down: asks for it, or does it at once where one person alone had put it up, which
// is an approval and needs what approvals need. Wires only.

import { jobPersonOf } from '@/lib/adapters/office-person';
import { answered, officeRoute, okJson, refused } from '@/lib/adapters/office-route';
import { isFresh, may } from '@/lib/office/accounts/actor';
import { withdrawNotice } from '@/lib/office/notices/decide-notice';
import { isByOne, noticeRecords } from '@/lib/office/notices/notice-record';

export const dynamic = 'force-dynamic';

type Params = { readonly officeId: string; readonly noticeId: string };

export const POST = officeRoute(
  { action: 'notice', officeId: ({ officeId }: Params) => officeId },
  async ({ ports, actor, params: { officeId, noticeId } }) => {
    const found = await noticeRecords.read(ports.state, officeId, noticeId);
    if (found !== null && isByOne(found.value)) {
      if (!may(actor, 'approveNotice', officeId)) {
        return refused(403, 'notAllowed', 'Somebody who may approve has to take it down.');
      }
      if (!isFresh(actor, 'approveNotice', ports.now())) {
        return refused(403, 'stepUp', 'Please confirm with your passkey that it is you.');
      }
    }
    const done = await withdrawNotice(ports, { officeId, noticeId, by: jobPersonOf(actor) });
    if (!done.ok) return answered(done);
    const { jobId } = done.value;
    const next = jobId === null ? `notices/${noticeId}/` : `jobs/${jobId}/`;
    return okJson({ next: `/office/${officeId}/${next}` });
  },
);
