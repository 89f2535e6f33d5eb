// Owns what the boxes of the form come to as one text, and what can be said of them without any data.

import { format } from '@/lib/messages/format';
import type { Messages } from '@/lib/messages/messages';
import { zipInBox, zipInText } from './typed-zip';

/** The boxes as typed. `zip` and `town` are null while they are not on the form. */
export interface FormText {
  readonly address: string;
  readonly zip: string | null;
  readonly town: string | null;
}

/** What is amiss, and in which box. */
export interface FormProblem {
  readonly field: 'address' | 'zip';
  readonly text: string;
}

/** Nothing typed, or a ZIP box that holds no ZIP; null where there is something to look up. */
export function formProblem({ address, zip }: FormText, messages: Messages): FormProblem | null {
  const { form, outcome } = messages;
  if (address.trim() === '') {
    return { field: 'address', text: format(outcome.unreadable.empty, { example: form.addressExample }) };
  }
  if (zip === null || zipInText(address)?.whole) return null;
  if (zip.trim() === '') return { field: 'zip', text: form.zipNeeded };
  return zipInBox(zip)?.whole ? null : { field: 'zip', text: form.zipInvalid };
}

/** Whether five digits of a ZIP stand anywhere on the form. */
export function hasWholeZip({ address, zip }: FormText): boolean {
  return zipInText(address)?.whole === true || (zip !== null && zipInBox(zip)?.whole === true);
}

/** One text to look up: `112 Lake St` with `00001` is `112 Lake St, 00001`. The address's own ZIP comes first. */
export function wholeText({ address, zip, town }: FormText): string {
  if (zipInText(address)?.whole) return address;
  return [address, town, zip].filter((part) => part !== null && part.trim() !== '').join(', ');
}
