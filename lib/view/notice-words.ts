// Owns filling the prepared words of a late change with its facts, in each language. Pure; for offices alone.

import { format } from '@/lib/messages/format';
import { type LanguageTag, languages } from '@/lib/messages/languages';
import { type NoticeTemplate, noticeTemplates } from '@/lib/messages/notice-templates';
import { clockText, dayText } from './when';

/** A local moment as forms have it: `2026-11-03T06:00`. */
export type LocalMoment = string;

export interface NoticeFacts {
  readonly kind: 'moved' | 'closed' | 'hours' | 'callFirst';
  /** Names of the places that it is about. */
  readonly oldNames: readonly string[];
  /** Name and address of the other place; null: there is none. */
  readonly newPlace: string | null;
  readonly from: LocalMoment;
  readonly until: LocalMoment;
  /** `HH:MM`, for `hours`. */
  readonly opens: string | null;
  readonly closes: string | null;
  readonly phone: string | null;
}

/** More names than these are harder to read than "this polling place", above each of them. */
const MOST_NAMES = 4;

/** The text in every language: `{en: 'From Tuesday, November 3, 2026, 6 am …', es: …}`. What is not known yet stands as `…`. */
export function noticeWords(facts: NoticeFacts): Readonly<Record<LanguageTag, string>> {
  const year = yearOf(facts.from) === yearOf(facts.until) ? 'withoutYear' : 'withYear';
  const words = languages.map(({ tag, messages }) => {
    const moment = (at: LocalMoment) => {
      const [date = '', time = ''] = at.split('T');
      if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d$/.test(time)) return '…';
      const day = dayText(date, messages, year);
      return format(messages.hours.moment, { date: day, time: clockText(time, messages) });
    };
    const end = (at: LocalMoment) => {
      const day = dayBefore(at);
      if (day === null) return moment(at);
      return format(noticeTemplates[tag].endOf, { day: dayText(day, messages, year) });
    };
    const clock = (time: string | null) => (time ? clockText(time, messages) : '…');
    const pieces = noticeTemplates[tag];
    const isNamed = facts.oldNames.length <= MOST_NAMES;
    const list = isNamed
      ? new Intl.ListFormat(tag, { type: 'conjunction' }).format([...facts.oldNames])
      : pieces.thisPlace;
    return [
      tag,
      format(noticeTemplates[tag][templateOf(facts)], {
        old: list || '…',
        new: facts.newPlace ?? '…',
        from: moment(facts.from),
        until: end(facts.until),
        opens: clock(facts.opens),
        closes: clock(facts.closes),
        phone: facts.phone ?? pieces.office,
      }),
    ] as const;
  });
  return Object.fromEntries(words) as Record<LanguageTag, string>;
}

/** `2026`; of the day that ends where that is a midnight. */
function yearOf(at: LocalMoment): string {
  return (dayBefore(at) ?? at).slice(0, 4);
}

/** The day that ends at a midnight; null for another time. */
function dayBefore(at: LocalMoment): string | null {
  const [date = '', time = ''] = at.split('T');
  const midnight = Date.parse(`${date}T00:00:00Z`);
  if (time !== '00:00' || Number.isNaN(midnight)) return null;
  return new Date(midnight - 86_400_000).toISOString().slice(0, 10);
}

function templateOf({ kind, newPlace }: NoticeFacts): NoticeTemplate {
  return kind === 'closed' && newPlace !== null ? 'closedTo' : kind;
}
