// Owns what a form of a late change may say, and how it becomes a notice. Pure: the places come in, a notice or what is
// wrong with the form comes out.

import { z } from 'zod';
import { instantAt } from '@/lib/core/hours/local-time';
import { minutesOf } from '@/lib/core/hours/open-state';
import type { Notice, PlaceAnswer } from '@/lib/core/lookup/outcome';
import { err, ok, type Result } from '@/lib/core/result';
import { languages } from '@/lib/messages/languages';
import type { LivePlaces } from './live-places';

const localMoment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Of one notice: a court may keep all of a large county's places open longer. */
export const MOST_PLACES = 300;
/** Characters of one language: it stands above the place on a phone. */
export const MOST_TEXT = 500;

export const noticeWishSchema = z.object({
  /** `callFirst` is also what free text goes out as: format 1 has no other kind for it, and readers would refuse a release
   *  with one that they do not know. */
  kind: z.enum(['moved', 'closed', 'hours', 'callFirst']),
  placeIds: z.array(z.string().max(200)).max(MOST_PLACES),
  /** On the clock of the first place: `2026-11-03T06:00`. */
  from: localMoment,
  until: localMoment,
  newPlace: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('known'), id: z.string().max(200) }),
      z.object({
        kind: z.literal('typed'),
        name: z.string().trim().max(200),
        line1: z.string().trim().max(200),
        city: z.string().trim().max(100),
        state: z.string().trim().max(2),
        zip: z.string().trim().max(10),
      }),
    ])
    .nullable(),
  /** For `hours`: the new ones. With a new place: when that is open; null: as the list says, or as the old one was. */
  hours: z.object({ opens: clock, closes: clock }).nullable(),
  /** Language tag -> words. */
  text: z.record(z.string(), z.string().max(4_000)),
});

export type NoticeWish = z.infer<typeof noticeWishSchema>;

/** What is wrong, and with which field of the form. */
export interface WishProblem {
  readonly code: 'notFilled' | 'unknownPlace' | 'badTime' | 'tooMuch';
  readonly field: 'placeIds' | 'from' | 'until' | 'newPlace' | 'hours' | 'text';
  readonly message: string;
}

/** The notice but for its id and office. Times are read on the first place's clock (`officeZone` where its zone is not
 *  known) and kept in UTC. */
export function noticeOf(
  wish: NoticeWish,
  { places, election }: LivePlaces,
  officeZone: string,
  now: Date,
): Result<Omit<Notice, 'id' | 'officeId'>, WishProblem> {
  const byId = new Map(places.map((place) => [place.id, place]));
  const old = wish.placeIds.flatMap((id) => byId.get(id) ?? []);
  const [first] = old;
  const most = wish.kind === 'callFirst' || wish.kind === 'hours' ? MOST_PLACES : 1;
  if (first === undefined) return wrong('notFilled', 'placeIds', 'Choose the polling place.');
  if (old.length < wish.placeIds.length) {
    return wrong('unknownPlace', 'placeIds', 'One of these places is not on the list that voters see now.');
  }
  if (old.length > most) {
    return wrong(
      'tooMuch',
      'placeIds',
      `Choose at most ${most} ${most === 1 ? 'place' : 'places'} at a time.`,
    );
  }
  const timeZone = first.timeZone ?? officeZone;
  const span = spanOf(wish, election.date, timeZone, now);
  if (!span.ok) return span;
  const newPlace = placeAfter(wish, first, byId, election.date);
  if (!newPlace.ok) return newPlace;
  const text = wordsOf(wish.text);
  if (!text.ok) return text;
  return ok({
    kind: wish.kind,
    pollingLocationIds: [...new Set(wish.placeIds)],
    ...span.value,
    text: text.value,
    newPlace: newPlace.value,
  });
}

/** The times in UTC, read on the clock of a zone; it ends at the latest on the day after election day. */
function spanOf(
  wish: Pick<NoticeWish, 'from' | 'until'>,
  electionDate: string,
  timeZone: string,
  now: Date,
): Result<{ readonly from: string; readonly until: string }, WishProblem> {
  const [from, until] = [instantOf(wish.from, timeZone), instantOf(wish.until, timeZone)];
  if (from === null) return wrong('badTime', 'from', 'There is no such time on that day.');
  if (until === null) return wrong('badTime', 'until', 'There is no such time on that day.');
  if (until <= from) return wrong('badTime', 'until', 'It must end after it begins.');
  if (until <= now) return wrong('badTime', 'until', 'That time is over. Choose a later one.');
  const dayAfterNext = new Date(Date.parse(`${electionDate}T00:00:00Z`) + 2 * DAY_MS);
  const latest = instantOf(dayAfterNext.toISOString().slice(0, 16), timeZone);
  if (latest !== null && until > latest) {
    return wrong('badTime', 'until', 'It must end at the latest on the day after election day.');
  }
  return ok({ from: seconds(from), until: seconds(until) });
}

/** What voters read, in every language. */
function wordsOf(text: NoticeWish['text']): Result<Readonly<Record<string, string>>, WishProblem> {
  for (const { tag, ownName } of languages) {
    const words = text[tag]?.trim() ?? '';
    if (words === '') return wrong('notFilled', 'text', `Write what voters read in ${ownName}, too.`);
    if (words.length > MOST_TEXT) {
      return wrong(
        'tooMuch',
        'text',
        `${ownName}: at most ${MOST_TEXT} characters; these are ${words.length}.`,
      );
    }
  }
  return ok(Object.fromEntries(languages.map(({ tag }) => [tag, text[tag]?.trim() ?? ''])));
}

/** A notice to all, about no place: what a form or a command says of it, but for its id and office. */
export function noticeToAllOf(
  wish: Pick<NoticeWish, 'from' | 'until' | 'text'>,
  electionDate: string,
  timeZone: string,
  now: Date,
): Result<Omit<Notice, 'id' | 'officeId'>, WishProblem> {
  const span = spanOf(wish, electionDate, timeZone, now);
  if (!span.ok) return span;
  const text = wordsOf(wish.text);
  if (!text.ok) return text;
  const rest = { kind: 'callFirst' as const, pollingLocationIds: [], newPlace: null };
  return ok({ ...rest, ...span.value, text: text.value });
}

/** Id of a typed place until its notice has one, of which its own is made. */
export const TYPED = 'new';

const DAY_MS = 86_400_000;

function placeAfter(
  { kind, newPlace, hours, placeIds }: NoticeWish,
  old: PlaceAnswer,
  byId: ReadonlyMap<string, PlaceAnswer>,
  date: string,
): Result<PlaceAnswer | null, WishProblem> {
  if (kind === 'callFirst') return ok(null);
  if (kind === 'hours') {
    if (hours === null) return wrong('notFilled', 'hours', 'Give the new hours.');
    if (!isOpening(hours)) return closesFirst;
    // One notice can carry the hours of one place; for several, the words say it.
    return ok(placeIds.length === 1 ? withHours(old, hours, date) : null);
  }
  if (newPlace === null) {
    return kind === 'closed' ? ok(null) : wrong('notFilled', 'newPlace', 'Say where voters go instead.');
  }
  const there = placeThere(newPlace, placeIds, old, byId);
  if (!there.ok) return there;
  if (hours !== null && !isOpening(hours)) return closesFirst;
  if (hours !== null) return ok(withHours(there.value, hours, date));
  if (there.value.hours !== undefined) return there;
  if (old.hours !== undefined) return ok({ ...there.value, hours: old.hours });
  return wrong('notFilled', 'hours', 'Say when the new place is open.');
}

function isOpening({ opens, closes }: NonNullable<NoticeWish['hours']>): boolean {
  return (minutesOf(closes) ?? 0) > (minutesOf(opens) ?? 0);
}

const closesFirst = wrong('badTime', 'hours', 'It must close after it opens.');

/** Known or typed, with the hours that the list has for it, if any. */
function placeThere(
  newPlace: NonNullable<NoticeWish['newPlace']>,
  placeIds: readonly string[],
  old: PlaceAnswer,
  byId: ReadonlyMap<string, PlaceAnswer>,
): Result<PlaceAnswer, WishProblem> {
  if (newPlace.kind === 'known') {
    const known = byId.get(newPlace.id);
    if (known === undefined)
      return wrong('unknownPlace', 'newPlace', 'That place is not on your list. Type it in.');
    if (placeIds.includes(known.id)) {
      return wrong('unknownPlace', 'newPlace', 'That is the place itself. Choose another one.');
    }
    return ok(known);
  }
  const { name, line1, city, state, zip } = newPlace;
  if (name === '' || city === '')
    return wrong('notFilled', 'newPlace', 'Give the new place’s name and town.');
  if (!/\d/.test(line1)) {
    return wrong('notFilled', 'newPlace', 'Give the new place’s address with its number: 112 Lake Street.');
  }
  if (!/^[A-Za-z]{2}$/.test(state) || !/^\d{5}$/.test(zip)) {
    return wrong(
      'notFilled',
      'newPlace',
      'Give the new place’s state in two letters and its ZIP in five digits.',
    );
  }
  return ok({
    id: TYPED,
    name,
    line1,
    city,
    state: state.toUpperCase(),
    zip,
    latLng: null,
    timeZone: old.timeZone,
  });
}

function withHours(place: PlaceAnswer, hours: { opens: string; closes: string }, date: string): PlaceAnswer {
  const schedule = {
    startDate: date,
    endDate: date,
    startTime: hours.opens,
    endTime: hours.closes,
    utcOffset: null,
    isByAppointment: false,
  };
  return { ...place, hours: { schedules: [schedule], text: null } };
}

function instantOf(moment: string, timeZone: string): Date | null {
  const [date = '', time = ''] = moment.split('T');
  const minutes = minutesOf(time);
  const isDay = !Number.isNaN(Date.parse(`${date}T00:00:00Z`));
  return minutes === null || !isDay ? null : instantAt(date, minutes, timeZone);
}

const seconds = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`;

function wrong(
  code: WishProblem['code'],
  field: WishProblem['field'],
  message: string,
): Result<never, WishProblem> {
  return err({ code, field, message });
}
