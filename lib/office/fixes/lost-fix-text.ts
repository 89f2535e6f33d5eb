// Owns a lost fix in words: what it was, who put it right and when, which row of the new list has lost it. English, as the desk is. Pure.

import { deskTime } from '@/lib/view/desk-time';
import type { AddressChange, FixSource, ThingChange, Value } from './fix';
import type { LostFix } from './lost-fixes';

/** `1-99 (odd) OAK ST, Springvale 43999: precinct North, First School again, not South, Second School (row ss1; corrected by Edith, Oct 1,
 *  2026, 8:00 am EDT)`. */
export function lostFixText({ fix, change }: LostFix, timeZone: string): string {
  const row = change.row === null ? '' : `row ${change.row}; `;
  const source = `(${row}${sourceText(fix.source, timeZone)})`;
  if (change.about === 'addresses') return `${addressText(change)} ${source}`;
  return `${subjectText(change)}${change.after.words} again, not ${change.before.words} ${source}`;
}

/** What putting it back makes of it: `1-99 (odd) OAK ST, Springvale 43999: precinct South, Second School, not precinct North, First School`. */
export function putBackText({ change }: Pick<LostFix, 'change'>): string {
  if (change.about === 'addresses') {
    return `${runText(change)}: ${answerText(change.before)}, not ${answerText(change.after)}`;
  }
  return `${subjectText(change)}${change.before.words}, not ${change.after.words}`;
}

/** `Precinct 07: `, `City Hall: `; '' for a place, which is what its change says. */
function subjectText({ about, subject }: ThingChange): string {
  if (about === 'place') return '';
  return `${about === 'precinct' ? `Precinct ${subject.words}` : subject.words}: `;
}

function addressText(change: AddressChange): string {
  return `${runText(change)}: ${answerText(change.after)} again, not ${answerText(change.before)}`;
}

/** `1-99 (odd) OAK ST, Springvale 43999 units 1-10`. */
function runText({ start, end, side, prefix, suffix, units, words }: AddressChange): string {
  const numbers = start === end ? `${prefix}${start}${suffix}` : `${prefix}${start}-${end}${suffix}`;
  const only = side === 'both' || start === end ? '' : ` (${side})`;
  const unit = units === null ? '' : ` units ${units}`;
  return `${numbers}${only} ${words}${unit}`;
}

/** `precinct North, First School`; `missing` where a list has nothing. */
function answerText({ precinct, place }: { readonly precinct: Value; readonly place: Value }): string {
  return precinct.key === '' ? 'missing' : `precinct ${precinct.words}, ${place.words}`;
}

function sourceText({ how, by, at }: FixSource, timeZone: string): string {
  const when = deskTime(at, timeZone);
  if (how === 'corrected') return `corrected by ${by}, ${when}`;
  return how === 'lateChange'
    ? `late change by ${by}, ${when}`
    : `changed in the list that ${by} approved, ${when}`;
}
