// Owns how late changes read, and which of them count: an ended notice says nothing any more.
// The office's text is shown as approved, in the reader's language where there is one.

import { wallClock } from '@/lib/core/hours/local-time';
import { noticesAbout } from '@/lib/core/lookup/notices-about';
import type { ElectionAnswer, LookupOutcome, Notice, PlaceAnswer } from '@/lib/core/lookup/outcome';
import type { IsoDate } from '@/lib/core/vip';
import { format } from '@/lib/messages/format';
import type { NoticeView, OfficeText } from './outcome-view';
import type { Reader } from './reader';
import { zoneOf } from './view-parts';
import { localDay, momentText, nearDayText } from './when';

/** Notices that have not ended. One whose end cannot be read stays, for losing a late change is worse. */
export function currentNotices(notices: readonly Notice[], now: Date): readonly Notice[] {
  return notices.filter((notice) => {
    const end = endOf(notice.until);
    return end === null || now.getTime() < end;
  });
}

/** True where a notice is in force on some part of election day, and so decides where to vote. A change to
 *  a place on other days (an early-voting site closed for one morning) must not replace it. */
export function countsOnElectionDay(
  notice: Notice,
  election: Pick<ElectionAnswer, 'date'> | null,
  timeZone: string | null,
): boolean {
  if (election === null) return true;
  const { first, last } = noticeDays(notice, timeZone);
  return (first === null || first <= election.date) && (last === null || election.date <= last);
}

/** The first and last day of a notice. Where the zone is unknown, the furthest days they can be, for a late change
 *  must not be missed. Null for what cannot be read: that bounds nothing. */
export function noticeDays(
  { from, until }: Notice,
  timeZone: string | null,
): { readonly first: IsoDate | null; readonly last: IsoDate | null } {
  return { first: dayIn(from, timeZone, -12), last: dayIn(until, timeZone, 14) };
}

/** Notices that name a place, by its id. */
export function noticesOf(place: PlaceAnswer, notices: readonly Notice[]): readonly Notice[] {
  return notices.filter((notice) => notice.pollingLocationIds.includes(place.id));
}

/** Those, and whatever is about a place where they send people; in the order in which they are to be read. */
export function noticesReaching(
  places: readonly PlaceAnswer[],
  notices: readonly Notice[],
): readonly Notice[] {
  return overtakenLast(
    noticesAbout(notices, (notice) => places.some((place) => noticesOf(place, [notice]).length > 0)),
  );
}

/** Who reads only the first of several must not go to a place that another one has closed or moved since: those that
 *  still send people there come last. */
function overtakenLast(notices: readonly Notice[]): readonly Notice[] {
  const isOvertaken = ({ officeId, newPlace }: Notice) =>
    newPlace !== null &&
    noticesOf(newPlace, notices).some((next) => next.officeId === officeId && isGone(next));
  return [...notices.filter((each) => !isOvertaken(each)), ...notices.filter(isOvertaken)];
}

/** Whether a place cannot be voted at any more by this. */
export function isGone({ kind }: Pick<Notice, 'kind'>): boolean {
  return kind === 'closed' || kind === 'moved';
}

/** Late changes as they read, those that have ended left out. */
export function viewNotices(outcome: LookupOutcome, reader: Reader): readonly NoticeView[] {
  const timeZone = zoneOf(outcome) ?? reader.timeZone;
  return overtakenLast(currentNotices(outcome.notices, reader.now)).map((notice) => {
    const office = outcome.offices.find((each) => each.id === notice.officeId);
    return viewNotice(notice, office?.name ?? null, { ...reader, timeZone });
  });
}

/** Whether it is about no place, and for everybody who opens the site (docs/format/v1.md §2.3). */
export function isForAll({ pollingLocationIds }: Pick<Notice, 'pollingLocationIds'>): boolean {
  return pollingLocationIds.length === 0;
}

/** Notices to all as they read, those that have ended left out; [] mostly. `offices`: of the release. */
export function viewForAll(
  notices: readonly Notice[],
  offices: readonly { readonly id: string; readonly name: string }[],
  reader: Reader,
): readonly NoticeView[] {
  return currentNotices(notices, reader.now)
    .filter(isForAll)
    .map((notice) => {
      const office = offices.find(({ id }) => id === notice.officeId);
      return viewNotice(notice, office?.name ?? null, reader);
    });
}

/** Heading, the office's words, and from when until when, in the reader's zone. */
export function viewNotice(notice: Notice, officeName: string | null, reader: Reader): NoticeView {
  const { messages } = reader;
  return {
    id: notice.id,
    heading: messages.notice[isForAll(notice) ? 'forAll' : notice.kind],
    body: textIn(notice.text, messages.tag),
    period: periodText(notice, reader),
    source: officeName === null ? null : format(messages.notice.from, { office: officeName }),
  };
}

/** The text in a language, else in English, else in whatever there is; and which language that is. */
function textIn(texts: Readonly<Record<string, string>>, tag: string): OfficeText {
  const base = tag.split('-')[0] ?? tag;
  const lang = [tag, base, 'en', ...Object.keys(texts).sort()].find((each) => (texts[each] ?? '') !== '');
  return lang === undefined ? { text: '', lang: tag } : { text: texts[lang] ?? '', lang };
}

function dayIn(time: string, timeZone: string | null, slackHours: number): IsoDate | null {
  if (isDay(time)) return time;
  const instant = new Date(time);
  return Number.isNaN(instant.getTime()) ? null : localDay(instant, timeZone, slackHours);
}

function isDay(time: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(time);
}

/** A day without a time lasts until the last US midnight after it, so that no notice ends too early. */
function endOf(until: string): number | null {
  const parsed = Date.parse(isDay(until) ? `${until}T00:00:00Z` : until);
  if (Number.isNaN(parsed)) return null;
  return isDay(until) ? parsed + 35 * 3_600_000 : parsed;
}

/** "until November 4, midnight" is read as the end of that day as often as its beginning: an end at midnight is told
 *  as the day before, the whole of it. */
function periodText({ from, until }: Notice, reader: Reader): string {
  const { oneDay, period, throughDay } = reader.messages.notice;
  const first = wholeDay(from, reader.timeZone, 'from');
  const last = wholeDay(until, reader.timeZone, 'until');
  if (last === null) {
    return format(period, { from: noticeTime(from, reader), until: noticeTime(until, reader) });
  }
  const lastText = noticeTime(last, reader);
  if (first === last) return format(oneDay, { date: lastText });
  return format(throughDay, { from: noticeTime(first ?? from, reader), last: lastText });
}

/** The day that begins with `from`, or ends with `until`; null where the time is not a midnight of the zone. */
function wholeDay(time: string, timeZone: string | null, end: 'from' | 'until'): IsoDate | null {
  if (isDay(time)) return time;
  const instant = Date.parse(time);
  const local = Number.isNaN(instant) || timeZone === null ? null : wallClock(new Date(instant), timeZone);
  if (local === null || local.minutes !== 0) return null;
  // A minute before midnight is the day before, also where a clock change makes that day shorter.
  return end === 'from'
    ? local.date
    : (wallClock(new Date(instant - 60_000), timeZone ?? 'UTC')?.date ?? null);
}

function noticeTime(time: string, { messages, now, timeZone }: Reader): string {
  if (isDay(time)) return nearDayText(time, messages, now);
  const instant = new Date(time);
  return Number.isNaN(instant.getTime()) ? time : momentText(instant, timeZone, messages, now);
}
