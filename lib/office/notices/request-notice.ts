// Owns asking for a late change, alone or in the place of one that is up. Voters see nothing of a request.

import { err, ok, type Result } from '@/lib/core/result';
import type { PublishPorts } from '../publish/publish-ports';
import { type LivePlaces, livePlaces } from './live-places';
import { commitNotice, type NoticeError, noticeIn, type Person } from './notice-change';
import type { NoticeRecord } from './notice-record';
import { type NoticeWish, noticeOf, TYPED, type WishProblem } from './notice-wish';

export interface NoticeRequest {
  readonly officeId: string;
  /** The office's, for places whose own is not known. */
  readonly timeZone: string;
  readonly wish: NoticeWish;
  /** The id of a live one that this takes the place of; null: none. */
  readonly replaces: string | null;
  readonly by: Person;
}

export type Asked = Result<
  { readonly noticeId: string; readonly jobId: string | null },
  NoticeError | WishProblem
>;

/** Ask for it. A second person has to approve before anybody sees it. */
export async function requestNotice(ports: PublishPorts, request: NoticeRequest): Promise<Asked> {
  const live = await livePlacesOf(ports, request.officeId);
  if (!live.ok) return live;
  const record = recordOf(ports, request, live.value);
  if (!record.ok) return record;
  if (request.replaces !== null) {
    const replaced = await noticeIn(ports, request.officeId, request.replaces, ['live']);
    if (!replaced.ok) return replaced;
  }
  const action = 'notice.requested';
  return commitNotice(ports, { before: null, after: record.value, action, by: request.by, isTold: false });
}

/** The places that a late change of the office can be about; `notLive`: it has none. */
export async function livePlacesOf(
  ports: PublishPorts,
  officeId: string,
): Promise<Result<LivePlaces, NoticeError>> {
  const live = await livePlaces(ports, officeId);
  if (live !== null) return ok(live);
  return err({
    code: 'notLive',
    message: 'Nothing of this office is live yet, so there is nothing to change.',
  });
}

/** The record of a wish, as it is stored. Stores nothing. */
export function recordOf(
  ports: PublishPorts,
  { officeId, timeZone, wish, replaces, by }: NoticeRequest,
  live: LivePlaces,
): Result<NoticeRecord, WishProblem> {
  const notice = noticeOf(wish, live, timeZone, ports.now());
  if (!notice.ok) return notice;
  const id = ports.newId();
  const { pollingLocationIds, text, newPlace, ...rest } = notice.value;
  return ok({
    notice: {
      id,
      officeId,
      ...rest,
      pollingLocationIds: [...pollingLocationIds],
      text: { ...text },
      // An id that no place of a list has: late changes are found by it.
      newPlace: newPlace?.id === TYPED ? { ...newPlace, id: `new-${id}` } : newPlace,
    },
    state: 'requested',
    requestedBy: { id: by.id, name: by.name, at: ports.now().toISOString() },
    approvedBy: null,
    replaces,
    withdrawal: null,
    jobId: null,
    endedAt: null,
  });
}
