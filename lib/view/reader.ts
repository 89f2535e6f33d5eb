// Owns what a view is made for: a language, a moment, and the reader's own clock.

import type { Messages } from '@/lib/messages/messages';

/** Who reads, and when; `Texts`: how much of a language is at hand. */
export interface Reader<Texts extends Messages = Messages> {
  readonly messages: Texts;
  readonly now: Date;
  /** IANA zone of the reader's device, for times that belong to no place; null where nobody reads yet (a
   *  page written ahead): such times are then told in UTC, and say so. */
  readonly timeZone: string | null;
}
