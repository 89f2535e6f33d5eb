// Owns asking for a late change, and the one that a person may publish alone. Voters see nothing of a request.

import { err, type Result } from '@/lib/core/result';
import type { PublishPorts } from '../publish/publish-ports';
import { livePlaces } from './live-places';
import { commitNotice, type NoticeError, noticeIn, type Person } from './notice-change';
import { type NoticeRecord, noticeRecords } from './notice-record';
import { MOST_CALL_FIRST, type NoticeWish, noticeOf, type WishProblem } from './notice-wish';

export interface NoticeRequest {
  readonly officeId: string;
  readonly timeZone: string;
  readonly wish: NoticeWish;
  /** The id of a live one that this takes the place of; null: none. */
  readonly replaces: string | null;
  readonly by: Person;
}

type Asked = Result<{ readonly noticeId: string; readonly jobId: string | null }, NoticeError | WishProblem>;

/** Ask for it. A second person has to approve before anybody sees it. */
export async function requestNotice(ports: PublishPorts, request: NoticeRequest): Promise<Asked> {
  const record = await recordOf(ports, request);
  if (!record.ok) return record;
  if (request.replaces !== null) {
    const replaced = await noticeIn(ports, request.officeId, request.replaces, ['live']);
    if (!replaced.ok) return replaced;
  }
  const action = 'notice.requested';
  return commitNotice(ports, { before: null, after: record.value, action, by: request.by, isTold: false });
}

/** "Call before you go", by one approver alone: the place stays visible, at most five places of an office at once. */
export async function callFirst(ports: PublishPorts, request: NoticeRequest): Promise<Asked> {
  if (request.wish.kind !== 'callFirst' || request.replaces !== null) {
    return err({ code: 'notNow', message: 'One person alone can only say “Call before you go”.' });
  }
  const record = await recordOf(ports, request);
  if (!record.ok) return record;
  const live = await callFirstPlaces(ports, request.officeId);
  const all = new Set([...live, ...record.value.notice.pollingLocationIds]);
  if (all.size > MOST_CALL_FIRST) {
    const message = `One person alone can do this for ${MOST_CALL_FIRST} places at once, and ${live.size} have it already. Ask for a second person.`;
    return err({ code: 'tooMany', message });
  }
  const by = { ...request.by, at: ports.now().toISOString() };
  const after: NoticeRecord = { ...record.value, state: 'live', approvedBy: by };
  return commitNotice(ports, {
    before: null,
    after,
    action: 'notice.approved',
    by: request.by,
    isTold: true,
  });
}

/** Places for which "Call before you go" is up, put there by one person. */
async function callFirstPlaces({ state, now }: PublishPorts, officeId: string): Promise<ReadonlySet<string>> {
  const records = await noticeRecords.list(state, officeId);
  return new Set(
    records
      .map(({ value }) => value)
      .filter((each) => each.state === 'live' && each.notice.kind === 'callFirst')
      .filter(({ notice }) => Date.parse(notice.until) > now().getTime())
      .filter(({ requestedBy, approvedBy }) => requestedBy.id === approvedBy?.id)
      .flatMap(({ notice }) => notice.pollingLocationIds),
  );
}

async function recordOf(
  ports: PublishPorts,
  { officeId, timeZone, wish, replaces, by }: NoticeRequest,
): Promise<Result<NoticeRecord, NoticeError | WishProblem>> {
  const live = await livePlaces(ports, officeId);
  if (live === null) {
    return err({
      code: 'notLive',
      message: 'Nothing of this office is live yet, so there is nothing to change.',
    });
  }
  const notice = noticeOf(wish, live, timeZone, ports.now());
  if (!notice.ok) return notice;
  const id = ports.newId();
  const { pollingLocationIds, text, newPlace, ...rest } = notice.value;
  return {
    ok: true,
    value: {
      notice: {
        id,
        officeId,
        ...rest,
        pollingLocationIds: [...pollingLocationIds],
        text: { ...text },
        newPlace,
      },
      state: 'requested',
      requestedBy: { ...by, at: ports.now().toISOString() },
      approvedBy: null,
      replaces,
      withdrawal: null,
      jobId: null,
      endedAt: null,
    },
  };
}
