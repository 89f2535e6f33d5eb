// Owns what stands in the form of a late change while it is filled in, and the request that it becomes. Pure: no page.

import { languages } from '@/lib/messages/languages';
import type { NoticeWish } from '@/lib/office/notices/notice-wish';
import { noticeWords } from '@/lib/view/notice-words';
import type { PickablePlace } from './notice-place-picker';

/** A place of the live list, with what the form says of it. */
export interface FormPlace extends PickablePlace {
  readonly timeZone: string;
  readonly hours: NoticeWish['hours'];
}

/** Everything typed so far. `texts`: what the office has changed; the rest is the prepared words. */
export interface NoticeDraft extends Omit<NoticeWish, 'text' | 'newPlace' | 'hours'> {
  readonly goesTo: 'known' | 'typed' | 'nowhere';
  readonly knownId: string | null;
  readonly typed: { name: string; line1: string; city: string; state: string; zip: string };
  readonly opens: string;
  readonly closes: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** The form as it starts. */
export function draftOf(wish: NoticeWish, state: string): NoticeDraft {
  const { newPlace, hours, text, ...rest } = wish;
  const typed = newPlace?.kind === 'typed' ? newPlace : { name: '', line1: '', city: '', state, zip: '' };
  return {
    ...rest,
    goesTo: newPlace?.kind ?? (wish.kind === 'closed' ? 'nowhere' : 'known'),
    knownId: newPlace?.kind === 'known' ? newPlace.id : null,
    typed,
    opens: hours?.opens ?? '',
    closes: hours?.closes ?? '',
    texts: text,
  };
}

/** What is asked for. */
export function wishFrom(draft: NoticeDraft, places: readonly FormPlace[], phone: string | null): NoticeWish {
  const { kind, placeIds, from, until, opens, closes } = draft;
  return {
    kind,
    placeIds: [...placeIds],
    from,
    until,
    newPlace: newPlaceOf(draft),
    hours: asksHours(draft) && opens !== '' && closes !== '' ? { opens, closes } : null,
    text: textsOf(draft, places, phone),
  };
}

/** Whether the form asks when it is open: for longer hours, and for a place that is on no list. */
export function asksHours({ kind, goesTo }: Pick<NoticeDraft, 'kind' | 'goesTo'>): boolean {
  return kind === 'hours' || (goesPlaces(kind) && goesTo === 'typed');
}

/** Whether there may be somewhere else to go. */
export function goesPlaces(kind: NoticeWish['kind']): boolean {
  return kind === 'moved' || kind === 'closed';
}

function newPlaceOf({ kind, goesTo, knownId, typed }: NoticeDraft): NoticeWish['newPlace'] {
  if (!goesPlaces(kind) || goesTo === 'nowhere') return null;
  if (goesTo === 'typed') return { kind: 'typed', ...typed };
  return knownId === null ? null : { kind: 'known', id: knownId };
}

/** What voters would read: the office's own words, else the prepared ones. */
export function textsOf(
  draft: NoticeDraft,
  places: readonly FormPlace[],
  phone: string | null,
): Record<string, string> {
  const prepared = preparedTexts(draft, places, phone);
  return Object.fromEntries(languages.map(({ tag }) => [tag, draft.texts[tag] ?? prepared[tag]]));
}

function preparedTexts(draft: NoticeDraft, places: readonly FormPlace[], phone: string | null) {
  const { kind, placeIds, from, until, opens, closes } = draft;
  return noticeWords({
    kind,
    oldNames: places.filter(({ id }) => placeIds.includes(id)).map(({ name }) => name),
    newPlace: newPlaceText(draft, places),
    from,
    until,
    opens: opens || null,
    closes: closes || null,
    phone,
  });
}

function newPlaceText(draft: NoticeDraft, places: readonly FormPlace[]): string | null {
  const wanted = newPlaceOf(draft);
  if (wanted === null) return null;
  if (wanted.kind === 'typed') {
    const { name, line1, city } = wanted;
    return [name, line1, city].filter((part) => part.trim() !== '').join(', ') || null;
  }
  const known = places.find(({ id }) => id === wanted.id);
  return known === undefined ? null : `${known.name}, ${known.address}`;
}
