// Owns that everybody of the office and the state knows of what one person alone has told voters: who has not said so yet,
// and writing down that they have. There is no mail: the desk says it until they do.

import { err, ok, type Result } from '@/lib/core/result';
import type { PersonActor } from '../accounts/session';
import { commitAudited } from '../audit/commit-audited';
import type { OfficePorts } from '../ports/office-ports';
import type { NoticeError } from './notice-change';
import { isByOne, type NoticeRecord, noticeRecords } from './notice-record';

/** Said for so long, whether it is still up or not. */
const TOLD_DAYS = 30;

/** Those that one person alone has put up and that `actor` has not said to know of; `officeId` null: of all offices. */
export async function unseenNotices(
  { state, now }: OfficePorts,
  { accountId }: Pick<PersonActor, 'accountId'>,
  officeId: string | null,
): Promise<readonly NoticeRecord[]> {
  const since = now().getTime() - TOLD_DAYS * 86_400_000;
  const records = await noticeRecords.list(state, ...(officeId === null ? [] : [officeId]));
  return records
    .map(({ value }) => value)
    .filter((record) => isByOne(record) && Date.parse(record.requestedBy.at) > since)
    .filter(({ seenBy }) => !seenBy?.some(({ id }) => id === accountId));
}

/** Write down that somebody knows of it. Whoever has said so says nothing new. */
export async function seeNotice(
  ports: OfficePorts,
  {
    officeId,
    noticeId,
    by,
  }: { readonly officeId: string; readonly noticeId: string; readonly by: PersonActor },
): Promise<Result<NoticeRecord, NoticeError>> {
  for (;;) {
    const found = await noticeRecords.read(ports.state, officeId, noticeId);
    if (found === null || !isByOne(found.value)) {
      return err({ code: 'gone', message: 'There is no such late change in this office.' });
    }
    const seenBy = found.value.seenBy ?? [];
    if (seenBy.some(({ id }) => id === by.accountId)) return ok(found.value);
    const person = { id: by.accountId, name: by.name };
    const record = { ...found.value, seenBy: [...seenBy, { ...person, at: ports.now().toISOString() }] };
    const result = await commitAudited(ports, {
      checks: [noticeRecords.unchanged(found, officeId, noticeId)],
      writes: [noticeRecords.write(record, [officeId, noticeId])],
      events: [
        {
          action: 'notice.seen',
          actor: { kind: 'person', ...person },
          officeId,
          subject: noticeId,
          details: {},
        },
      ],
    });
    if (result === 'committed') return ok(record);
  }
}
