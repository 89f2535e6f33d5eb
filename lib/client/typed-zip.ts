// Owns reading a ZIP while it is still being typed, so that data can be on its way before the form is sent.
// It must not decide anything: the look-up reads the address again for itself.

import { MAX_TEXT_LENGTH } from '@/lib/core/address/read-address';

/** Digits of a ZIP so far: `{digits: '000', whole: false}`; null where none has begun. */
export interface TypedZip {
  readonly digits: string;
  readonly whole: boolean;
}

// Three to five digits at the very end, or ZIP+4, with something before them: a house number alone is not a ZIP.
const AT_END = /\S[\s,]+(?:\w{2}[\s,]+)?(\d{3,5})(?:-\d{0,4})?[\s.,]*$/;
const WHOLE = /(?:^|[\s,])(\d{5})(?:-\d{4})?(?=$|[\s,.])/g;

/** The ZIP within an address: the last five digits that stand alone, else three or more at the end.
 *  `zipInText('112 Lake St, 000')` -> `{digits: '000', whole: false}`. */
export function zipInText(text: string): TypedZip | null {
  if (text.length > MAX_TEXT_LENGTH) return null;
  const afterFirstWord = text.trimStart().replace(/^\S+/, (word) => ' '.repeat(word.length));
  const whole = [...afterFirstWord.matchAll(WHOLE)].at(-1)?.[1];
  if (whole) return { digits: whole, whole: true };
  const digits = AT_END.exec(text)?.[1];
  return digits ? { digits, whole: digits.length === 5 } : null;
}

/** The ZIP in a box of its own: `zipInBox('00001-12')` -> `{digits: '00001', whole: true}`. */
export function zipInBox(text: string): TypedZip | null {
  const digits = /^\s*(\d{3,5})(?:-\d{0,4})?\s*$/.exec(text)?.[1];
  return digits ? { digits, whole: digits.length === 5 } : null;
}
