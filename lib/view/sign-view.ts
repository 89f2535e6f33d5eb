// Owns what a door sign says of a late change: few large words, in every language, true from when until when. Pure; for
// offices alone, who print it and tape it to the door.

import type { Notice, PlaceAnswer } from '@/lib/core/lookup/outcome';
import { format } from '@/lib/messages/format';
import { languages } from '@/lib/messages/languages';
import { noticeTemplates } from '@/lib/messages/notice-templates';
import { viewNotice } from './notice-view';
import { addressLines } from './place-view';

/** One language's half of the sign. */
export interface SignView {
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
  /** The largest words: `Voting has moved`. */
  readonly headline: string;
  /** Above the new place; null: there is none. */
  readonly goTo: string | null;
  /** The office's words, where there is no new place to say it all. */
  readonly body: string | null;
  readonly period: string | null;
  readonly questions: string;
  readonly scan: string;
}

/** What the sign has once for all languages. */
export interface DoorSignView {
  /** At which door it hangs; null: at several. */
  readonly at: string | null;
  readonly newPlace: { readonly name: string; readonly addressLines: readonly string[] } | null;
  readonly languages: readonly SignView[];
}

interface SignFacts {
  readonly notice: Notice;
  /** The places that it is about. */
  readonly places: readonly PlaceAnswer[];
  readonly phone: string | null;
  readonly timeZone: string;
  readonly now: Date;
}

/** The sign for one notice. */
export function viewSign({ notice, places, phone, timeZone, now }: SignFacts): DoorSignView {
  const [only, another] = places;
  const isElsewhere = notice.kind === 'moved' || notice.kind === 'closed';
  const there = isElsewhere ? notice.newPlace : null;
  return {
    at: only === undefined || another !== undefined ? null : only.name,
    newPlace: there === null ? null : { name: there.name, addressLines: addressLines(there) },
    languages: languages.map(({ tag, direction, messages }) => {
      const words = noticeTemplates[tag];
      const view = viewNotice(notice, null, { messages, now, timeZone });
      return {
        lang: tag,
        direction,
        headline: words[headlines[notice.kind]],
        goTo: there === null ? null : words.signGoTo,
        body: there === null ? view.body.text : null,
        period: view.period,
        questions: format(words.signQuestions, { phone: phone ?? words.office }),
        scan: words.signScan,
      };
    }),
  };
}

const headlines = {
  moved: 'signMoved',
  closed: 'signClosed',
  hours: 'signHours',
  callFirst: 'signCallFirst',
} as const;
