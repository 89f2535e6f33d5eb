// Owns the one late change that a person may put up alone, when nobody else can be reached: "Call before you go". The words
// are fixed, the place stays visible, and five places of an office are the most at one time.

import { err } from '@/lib/core/result';
import { noticeWords } from '@/lib/view/notice-words';
import type { PersonActor } from '../accounts/session';
import { type Office, offices } from '../offices/office';
import type { Versioned } from '../ports/records';
import type { PublishPorts } from '../publish/publish-ports';
import type { LivePlaces } from './live-places';
import { commitNotice, type NoticeError } from './notice-change';
import { isByOne, type NoticeRecord, noticeRecords } from './notice-record';
import type { NoticeWish } from './notice-wish';
import { type Asked, livePlacesOf, type NoticeRequest, recordOf } from './request-notice';

/** Of one office, at one time, by whomever. */
export const MOST_PLACES_ALONE = 5;

/** What one person alone may fill in. */
export type CallFirstWish = Pick<NoticeWish, 'placeIds' | 'from' | 'until'>;

export interface CallFirstRequest extends Omit<NoticeRequest, 'by' | 'wish' | 'replaces'> {
  readonly wish: CallFirstWish;
  readonly by: PersonActor;
}

/** Put it up. That the passkey is fresh is checked by the caller. */
export async function callFirst(ports: PublishPorts, request: CallFirstRequest): Promise<Asked> {
  const { officeId } = request;
  const office = await offices.read(ports.state, officeId);
  if (office === null) return refuse('gone', 'There is no such office.');
  if (!mayAlone(request.by, office.value)) {
    return refuse('notApprover', 'Alone, only an approver of the office or its named stand-in may do this.');
  }
  const live = await livePlacesOf(ports, officeId);
  if (!live.ok) return live;
  const by = { id: request.by.accountId, name: request.by.name };
  const wish = callFirstWish(request.wish, office.value, live.value);
  const record = recordOf(ports, { ...request, wish, by, replaces: null }, live.value);
  if (!record.ok) return record;
  const standing = await aloneNow(ports, officeId);
  const covered = new Set(standing.flatMap(({ value }) => value.notice.pollingLocationIds));
  const before = covered.size;
  for (const id of record.value.notice.pollingLocationIds) covered.add(id);
  if (covered.size > MOST_PLACES_ALONE) {
    return refuse(
      'tooMany',
      `One person alone can do this for ${MOST_PLACES_ALONE} places at once, and ${before} have it already. Ask for a second person.`,
    );
  }
  const person = { ...by, at: ports.now().toISOString() };
  const after: NoticeRecord = { ...record.value, state: 'live', approvedBy: person, seenBy: [person] };
  // Two at once must not come to more than five: whoever is second finds the office's record written.
  const guard = {
    checks: [offices.unchanged(office, officeId)],
    writes: [offices.write(office.value, [officeId])],
  };
  return commitNotice(ports, { before: null, after, action: 'notice.approved', by, guard, isTold: true });
}

/** The whole wish, its words included: nobody alone writes what voters read. */
export function callFirstWish(wish: CallFirstWish, { phone }: Office, { places }: LivePlaces): NoticeWish {
  const { placeIds, from, until } = wish;
  const oldNames = places.filter(({ id }) => placeIds.includes(id)).map(({ name }) => name);
  const text = noticeWords({
    kind: 'callFirst',
    oldNames,
    newPlace: null,
    from,
    until,
    opens: null,
    closes: null,
    phone: phone?.number ?? null,
  });
  return { kind: 'callFirst', placeIds, from, until, text, newPlace: null, hours: null };
}

/** An approver of the office itself, or somebody of the state whom it has named. */
export function mayAlone(
  { role, accountId }: Pick<PersonActor, 'role' | 'accountId'>,
  { dutyApproverIds }: Pick<Office, 'dutyApproverIds'>,
): boolean {
  return role === 'approver' || (role === 'state' && dutyApproverIds.includes(accountId));
}

/** Those of the office that one person alone has put up, and that are not over. */
async function aloneNow(
  { state, now }: PublishPorts,
  officeId: string,
): Promise<readonly Versioned<NoticeRecord>[]> {
  const records = await noticeRecords.list(state, officeId);
  return records.filter(
    ({ value }) =>
      value.state === 'live' && isByOne(value) && Date.parse(value.notice.until) > now().getTime(),
  );
}

function refuse(code: NoticeError['code'], message: string): Asked {
  return err({ code, message });
}
