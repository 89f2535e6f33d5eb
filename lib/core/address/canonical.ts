// Owns the one spelling that every way of writing a street's words comes down to.
// It works on whole runs of words and does not care where the street ends and the town begins.

import { DIRECTIONS } from '../usps/directions';
import { spellings } from '../usps/spellings';
import { LAST_WORD_SUFFIXES, SUFFIXES } from '../usps/suffixes';
import type { Canonical } from './canonical-word';
import { ORDINAL_WORDS, ordinalAt } from './ordinals';
import { letteredRouteAt, routeAt } from './routes';
import { isDigit } from './tokens';

/** Words that mean the same wherever they stand: types, directions, and titles in street names. */
export const SAME: ReadonlyMap<string, string> = new Map([
  ...[...SUFFIXES].filter(([word]) => !LAST_WORD_SUFFIXES.has(word)),
  ...DIRECTIONS,
  ...spellings(
    'ST SAINT;STE SAINTE;DR DOCTOR;JR JUNIOR;GEN GENERAL;CAPT CAPTAIN;COL COLONEL;LT LIEUTENANT;SGT SERGEANT;PRES PRESIDENT;REV REVEREND;GOV GOVERNOR;SEN SENATOR;THEATRE THEATER',
  ),
]);

/** Every word that has a meaning of its own here: what a slip of the finger may have been meant as. */
export const KNOWN_WORDS: readonly string[] = [
  ...SAME.keys(),
  ...'COUNTY STATE INTERSTATE TOWNSHIP PRIVATE MARTIN LUTHER KING'.split(' '),
].filter((word) => word.length >= 4);

/** `NORTH FIRST STREET` -> `N 1 ST`; `COUNTY ROAD 12` -> `CR-12`; `M L KING JR BLVD` -> `MLK BLVD`.
 *  Words are not joined across a stop: `stopBefore(i)` says that one stands before `input[i]` (a comma, a unit's `#`). */
export function canonicalWords(
  input: readonly string[],
  stopBefore: (at: number) => boolean = never,
): Canonical[] {
  // No number, no numbered road: most addresses are spared the search for one at every word.
  const numbered = input.some(hasDigit);
  const out: Canonical[] = [];
  for (let at = 0; at < input.length; ) {
    const word = input[at]!;
    let found = routeFrom(input, at, numbered) ?? named(input, at) ?? plain(word, input[at + 1]);
    for (let next = at + 1; next < at + found.taken; next++)
      if (stopBefore(next)) found = plain(word, undefined);
    out.push(found);
    at += found.taken;
  }
  return out;
}

function routeFrom(input: readonly string[], at: number, numbered: boolean): Canonical | null {
  return (numbered ? routeAt(input, at) : null) ?? (at < 3 ? letteredRouteAt(input, at) : null);
}

function never(): boolean {
  return false;
}

function named(input: readonly string[], at: number): Canonical | null {
  const word = input[at]!;
  if (!NAMED.has(word) && !isDigit(word.charCodeAt(0))) return null;
  return kingAt(input, at) ?? ordinalAt(input, at);
}

function hasDigit(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (isDigit(word.charCodeAt(at))) return true;
  return false;
}

/** `NO 4` is a number 4, and no north. */
function plain(word: string, next: string | undefined): Canonical {
  if (word === 'NO' && next !== undefined && /^\d+[A-Z]?$/.test(next)) return { word, taken: 1 };
  return { word: SAME.get(word) ?? withoutLeadingZeros(word), taken: 1 };
}

function withoutLeadingZeros(word: string): string {
  return word.charCodeAt(0) === 48 && word.length > 1 ? word.replace(/^0+(?=\d)/, '') : word;
}

const KING =
  'DR MARTIN LUTHER KING;DOCTOR MARTIN LUTHER KING;DR MARTIN L KING;DR M L KING;MARTIN LUTHER KING;MARTIN L KING;M L KING;DR MLK;M L K;ML KING;MLK'
    .split(';')
    .map((spelling) => spelling.split(' '));
const KING_STARTS: ReadonlySet<string> = new Set(KING.map(([first]) => first!));

/** Words that ordinals and the one name may start with: a first look that spares all others. */
const NAMED: ReadonlySet<string> = new Set([...ORDINAL_WORDS, ...KING_STARTS]);

/** The one name that offices and voters shorten in a dozen ways. */
function kingAt(input: readonly string[], at: number): Canonical | null {
  if (!KING_STARTS.has(input[at]!)) return null;
  const spelling = KING.find((candidate) => candidate.every((word, offset) => input[at + offset] === word));
  if (spelling === undefined) return null;
  const next = input[at + spelling.length];
  return { word: 'MLK', taken: spelling.length + (next === 'JR' || next === 'JUNIOR' ? 1 : 0) };
}
