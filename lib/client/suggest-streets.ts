// Owns which of a ZIP's streets are suggested for what has been typed so far, and what picking one writes.
// It suggests and never decides: the look-up reads the whole text again.

import { MAX_TEXT_LENGTH } from '@/lib/core/address/read-address';
import { streetKey } from '@/lib/core/address/street-key';

/** A street of the ZIP, as the office writes it. */
export interface SuggestibleStreet {
  readonly street: string;
  readonly city: string;
}

/** What has been typed, cut at the street: `112 ` + `lak` + `, 00001`. */
export interface TypedStreet {
  readonly before: string;
  readonly street: string;
  readonly after: string;
}

// A first word with a digit (12½, N6W23001, 12-34), perhaps a fraction, then the street up to a comma, unit or ZIP.
const TYPED = /^(\s*[^\s,]*\d[^\s,]*\s+(?:\d\/\d\s+)?)([^,#]*?)(\s*(?:[,#].*|\s\d{3,5}(?:-\d{0,4})?\s*)?)$/s;

const SHOWN_AT_MOST = 8;
const LETTERS_AT_LEAST = 2;

/** Where the street is in what was typed; null before there is one. */
export function typedStreet(text: string): TypedStreet | null {
  if (text.length > MAX_TEXT_LENGTH) return null;
  const [, before, street, after] = TYPED.exec(text) ?? [];
  if (before === undefined || street === undefined || after === undefined) return null;
  return street.trim().length < LETTERS_AT_LEAST ? null : { before, street, after };
}

/** Up to eight streets that begin as typed, those that begin with the very letters first. */
export function suggestStreets(
  typed: string,
  streets: readonly SuggestibleStreet[],
): readonly SuggestibleStreet[] {
  const letters = plain(typed);
  const core = plain(streetKey(typed).core);
  const ranked = streets.flatMap((street) => {
    const rank = rankOf(street, letters, core);
    return rank === null ? [] : [{ street, rank }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank || compare(a.street.street, b.street.street))
    .slice(0, SHOWN_AT_MOST)
    .map(({ street }) => street);
}

/** The text after a pick: the number and what followed stay, the street is the office's. */
export function withStreet(typed: TypedStreet, street: string): string {
  return `${typed.before}${street}${typed.after}`;
}

function rankOf({ street }: SuggestibleStreet, letters: string, core: string): number | null {
  const written = plain(street);
  if (written.startsWith(letters)) return 0;
  if (core !== '' && plain(streetKey(street).core).startsWith(core)) return 1;
  return ` ${written}`.includes(` ${letters}`) ? 2 : null;
}

function plain(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
