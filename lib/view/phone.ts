// Owns how an office's phone number is written and dialled. North American numbers only get a new form;
// what cannot be read as one stays as the office wrote it.

import { format } from '@/lib/messages/format';
import type { Messages } from '@/lib/messages/messages';
import type { LinkView } from './outcome-view';

const keypad = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];

/** `601.555.0100 x12` -> `{text: '(601) 555-0100 ext. 12', href: 'tel:+16015550100;ext=12'}` (RFC 3966).
 *  Two numbers in one cell, or none that can be dialled: null, and the text has to stand alone. */
export function phoneLink(phone: string, messages: Messages): LinkView | null {
  // No number is longer, and the expression backtracks over blanks.
  if (phone.length > 100) return null;
  const match = /^(.*?)(?:\s*[,;]?\s*(?<![a-z])(?:ext(?:ension)?|x)[.:]?\s*(\d{1,6}))?$/i.exec(phone.trim());
  const main = match?.[1] ?? '';
  const extension = match?.[2] ?? null;
  const digits = digitsOf(main);
  if (digits === null) return null;
  const href = `tel:${digits.length === 10 ? '+1' : ''}${digits}${extension === null ? '' : `;ext=${extension}`}`;
  const number = /[a-z]/i.test(main) ? main.trim() : grouped(digits);
  const suffix = extension === null ? '' : ` ${format(messages.office.extension, { number: extension })}`;
  return { text: number + suffix, href };
}

/** Ten digits of a North American number, or seven of a local one; letters read off the keypad; null for
 *  anything else. */
function digitsOf(text: string): string | null {
  if (/[^\d\sa-z()+.\-/]/i.test(text)) return null;
  const dialled = [...text.toLowerCase()].map(keyOf).join('');
  const national = dialled.length === 11 && dialled.startsWith('1') ? dialled.slice(1) : dialled;
  return /^(?:[2-9]\d{2})?[2-9]\d{6}$/.test(national) ? national : null;
}

function grouped(digits: string): string {
  const local = `${digits.slice(-7, -4)}-${digits.slice(-4)}`;
  return digits.length === 10 ? `(${digits.slice(0, 3)}) ${local}` : local;
}

function keyOf(character: string): string {
  if (/\d/.test(character)) return character;
  const key = keypad.findIndex((letters) => letters.includes(character));
  return key === -1 ? '' : String(key + 2);
}
