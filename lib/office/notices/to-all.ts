// Owns asking for a notice to all: about no place, for everybody who opens the site (docs/adr/0038). Only people of the state may; a second one
// has to approve, by decide-notice.ts, as with any late change.

import type { z } from 'zod';
import { err, ok, type Result } from '@/lib/core/result';
import { officeTimeZone } from '@/lib/view/desk-time';
import { offices } from '../offices/office';
import type { OfficePorts } from '../ports/office-ports';
import { getJson } from '../publish/json-blobs';
import { planSchema } from '../publish/plan';
import { livePointer } from '../publish/pointer';
import { commitNotice, type NoticeError, type Person } from './notice-change';
import { freshWish } from './notice-form';
import type { NoticeRecord } from './notice-record';
import { noticeToAllOf, noticeWishSchema, type WishProblem } from './notice-wish';
import type { Asked } from './request-notice';

/** Whoever speaks for all offices: in place of an office's id, which none has (docs/format/v1.md §2.3). */
export const STATE_OFFICE = 'state';

/** `{from: '2026-11-03T14:00', until: '2026-11-04T00:00', text: {en: '…', es: '…'}}` on the clock of `stateZone`. */
export const toAllWishSchema = noticeWishSchema.pick({ from: true, until: true, text: true });

export type ToAllWish = z.infer<typeof toAllWishSchema>;

/** The clock on which it is written: that of the first office. Throws `StoreError`. */
export async function stateZone({ state }: OfficePorts): Promise<string> {
  const [first] = await offices.list(state);
  return officeTimeZone(first?.value ?? { state: '' });
}

/** From now until midnight, without words. */
export function freshToAll(timeZone: string, now: Date): ToAllWish {
  const { from, until } = freshWish({ places: [], election: { id: '', name: '', date: '' } }, timeZone, now);
  return { from, until, text: {} };
}

/** What a wish would be, for looking at it; stores nothing. `notLive`: there is no release yet. */
export async function previewToAll(
  ports: OfficePorts,
  wish: ToAllWish,
): Promise<Result<NoticeRecord['notice'], NoticeError | WishProblem>> {
  const live = await livePointer(ports);
  if (live === null)
    return err({ code: 'notLive', message: 'Nothing is live yet, so there is nobody to tell.' });
  const now = ports.now();
  const today = now.toISOString().slice(0, 10);
  const { elections } = await getJson(ports.blobs, live.value.plan, planSchema);
  const date = elections.find((each) => each.date >= today)?.date ?? today;
  const made = noticeToAllOf(wish, date, await stateZone(ports), now);
  if (!made.ok) return made;
  const { text, pollingLocationIds, ...rest } = made.value;
  const copies = { text: { ...text }, pollingLocationIds: [...pollingLocationIds] };
  return ok({ id: ports.newId(), officeId: STATE_OFFICE, ...rest, ...copies });
}

/** Ask for it. A second person of the state has to approve before anybody sees it. */
export async function requestToAll(ports: OfficePorts, wish: ToAllWish, by: Person): Promise<Asked> {
  const notice = await previewToAll(ports, wish);
  if (!notice.ok) return notice;
  const after: NoticeRecord = {
    notice: notice.value,
    state: 'requested',
    requestedBy: { id: by.id, name: by.name, at: ports.now().toISOString() },
    approvedBy: null,
    replaces: null,
    withdrawal: null,
    jobId: null,
    endedAt: null,
  };
  return commitNotice(ports, { before: null, after, action: 'notice.requested', by, isTold: false });
}
