// Owns near spellings: streets that a voter may have meant. They are offered, never taken.

import { KNOWN_WORDS } from '../address/canonical';
import { editDistance } from '../address/edit-distance';
import {
  cut,
  directionsOf,
  isDirection,
  keyOf,
  squash,
  suffixesMayAgree,
  suffixOf,
} from '../address/street-key';
import { fold, words } from '../address/tokens';
import { DIRECTIONS } from '../usps/directions';
import { PLAIN_SUFFIXES } from '../usps/suffixes';
import { coresOf, type Fit, sameStreets, shortenedStreets } from './fits';
import { type Remainder, readRemainder } from './remainder';
import type { ShardIndex, StreetRef } from './shard-index';
import { retyped, type TypedStreet } from './typed-street';

export interface NearFit extends Fit {
  /** 0 is the same but for blanks; a letter, a wrong type or direction costs about 1. */
  readonly score: number;
}

/** Streets whose spelling is near, best first. Of a name with a word more or less one of `shortest` letters has to be the same. */
export function nearStreets(typed: TypedStreet, index: ShardIndex, shortest = 4): NearFit[] {
  const best = new Map<StreetRef, NearFit>();
  const keep = (fit: Fit, score: number) => {
    const known = best.get(fit.ref);
    if (known === undefined || score < known.score) best.set(fit.ref, { ...fit, score });
  };
  for (const attempt of slips(typed)) {
    for (const fit of [...sameStreets(attempt, index), ...shortenedStreets(attempt, index)]) keep(fit, 1);
  }
  for (const { size, remainder } of spans(typed, index)) {
    const guess = guessOf(typed.canon.slice(0, size), typed.raw.slice(0, typed.from[size]));
    for (const refs of index.byCore.values()) {
      for (const ref of refs) {
        const score = scoreOf(guess, ref, shortest);
        if (score !== null) keep({ ref, remainder, typed }, score);
      }
    }
  }
  return [...best.values()].sort(
    (a, b) => a.score - b.score || (a.ref.street.name < b.ref.street.name ? -1 : 1),
  );
}

/** The typed words with one slip of the finger mended in a word that has a meaning of its own: HIGHAWY -> HIGHWAY. */
function slips(typed: TypedStreet): TypedStreet[] {
  const found: TypedStreet[] = [];
  for (let at = 0; at < Math.min(typed.raw.length, MAX_WORDS); at++) {
    const word = typed.raw[at]!;
    if (/^\d/.test(typed.raw[at + 1] ?? '') && editDistance(word, 'HWY', 1) === 1)
      found.push(retyped(typed, at, 'HWY'));
    if (word.length < 3 || KNOWN_WORDS.includes(word) || /\d/.test(word)) continue;
    for (const known of KNOWN_WORDS) {
      if (editDistance(word, known, 1) === 1) found.push(retyped(typed, at, known));
      if (found.length >= MAX_SLIPS) return found;
    }
  }
  return found;
}

/** Words of a street that are looked at, and mended spellings that are tried: bounds for the work of one look-up. */
const MAX_WORDS = 8;
const MAX_SLIPS = 12;

const NOTHING: Remainder = { unit: null, marked: false, strange: false, town: '', townText: null };

/** Where the street's words may end: wherever the rest is accounted for, or at a comma, and before a town that is
 *  named; else anywhere. */
function spans(typed: TypedStreet, index: ShardIndex): { size: number; remainder: Remainder }[] {
  const found: { size: number; remainder: Remainder }[] = [];
  const longest = Math.min(typed.canon.length, MAX_WORDS);
  for (let size = 1; size <= longest; size++) {
    const { suffix, post } = cut(typed.canon, size);
    const remainder = readRemainder(typed, size, suffix + post !== '', index.towns);
    if (remainder !== null) {
      found.push({ size, remainder });
      // A town that was named is no part of the street: ZEBRA ST, NATCHEZ is not near NATCHEZ ST.
      if (remainder.town !== '' && !remainder.strange && !remainder.marked) break;
    } else if (typed.breaks[typed.from[size]!] || PLAIN_SUFFIXES.has(suffix))
      found.push({ size, remainder: NOTHING });
  }
  if (found.length > 0) return found.slice(0, 4);
  return Array.from({ length: Math.min(longest, 5) }, (_, at) => ({ size: at + 1, remainder: NOTHING }));
}

interface Guess {
  readonly core: string;
  readonly words: readonly string[];
  readonly suffix: string;
  readonly directions: string;
  /** All words, canonical, without blanks. */
  readonly whole: string;
  readonly written: string;
  /** The name without its last or first word, where that may be a misspelt type or direction. */
  readonly trimmed: readonly string[];
}

function guessOf(canon: readonly string[], raw: readonly string[]): Guess {
  const key = keyOf(canon);
  const words = key.core.split(' ');
  const trimmed: string[] = [];
  if (words.length > 1 && key.suffix === '') trimmed.push(...coresOf(words.slice(0, -1)).map(squash));
  if (words.length > 1 && key.pre === '') trimmed.push(...coresOf(words.slice(1)).map(squash));
  return {
    core: squash(key.core),
    words,
    suffix: key.suffix,
    directions: directionsOf(key),
    whole: canon.join(''),
    written: written(raw),
    trimmed,
  };
}

/** Words as written, but for directions and the type at the end, in one: for a blank lost or put in the wrong place. */
function written(raw: readonly string[]): string {
  let text = '';
  for (let at = 0; at < raw.length; at++) {
    const word = raw[at]!;
    text += DIRECTIONS.get(word) ?? ((at === raw.length - 1 && suffixOf(word)) || word);
  }
  return text;
}

/** Null where the street is not near. */
function scoreOf(guess: Guess, ref: StreetRef, shortest: number): number | null {
  const { key } = ref.street;
  const direction = costOf(guess.directions, guess.directions === ref.directions);
  // MADISON PLACE for MADISON PLACE DR.
  if (guess.suffix !== '' && guess.core + guess.suffix === ref.core) return 0.5 + direction;
  const distance = nameDistance(guess, ref, shortest);
  if (distance === null) return wholeScore(guess, ref);
  return distance + costOf(guess.suffix, suffixesMayAgree(guess.suffix, key.suffix)) + direction;
}

/** Between the names alone, without type and directions; null where they are not near. */
function nameDistance(guess: Guess, ref: StreetRef, shortest: number): number | null {
  const limit = limitFor(ref.core.length);
  const distance = editDistance(guess.core, ref.core, limit);
  if (distance <= limit) return distance;
  if (guess.trimmed.includes(ref.core)) return 1;
  return sharesWords(guess.words, ref.street.key.core, shortest) ? 1.1 : null;
}

/** The name with type and directions in one: at most a blank astray in canonical words, or one letter as written, since
 *  UNION and NORTH are far apart and UN and N are not. */
function wholeScore(guess: Guess, ref: StreetRef): number | null {
  const { pre, suffix, post } = ref.street.key;
  const name = pre + ref.core + suffix + post;
  const distance = guess.whole === name ? 0 : editDistance(guess.written, writtenName(ref), 1);
  return distance > 1 || guess.whole.length < 4 ? null : distance;
}

const writtenNames = new WeakMap<StreetRef, string>();

function writtenName(ref: StreetRef): string {
  let name = writtenNames.get(ref);
  if (name === undefined) {
    name = written(words(fold(ref.street.name)));
    writtenNames.set(ref, name);
  }
  return name;
}

/** Letters that may be wrong in a name of this length; short ones are compared with their type. */
function limitFor(length: number): number {
  if (length < 4) return 0;
  if (length < 8) return 1;
  return length < 12 ? 2 : 3;
}

/** Of a type or direction that is another one than the street's, or was left out. */
function costOf(typed: string, isSame: boolean): number {
  return isSame ? 0 : typed === '' ? 0.5 : 1;
}

/** All words of the shorter name stand in the longer one, and one of them is a real word. */
function sharesWords(words: readonly string[], core: string, shortest: number): boolean {
  const others = core.split(' ');
  const [few, many] = words.length <= others.length ? [words, others] : [others, words];
  return (
    few.every((word) => many.includes(word)) &&
    few.some((word) => word.length >= shortest && !isDirection(word) && !/\d/.test(word))
  );
}
