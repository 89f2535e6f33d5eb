// Owns the words after a house number, in canonical form, with the way back to what was typed.

import { canonicalWords } from '../address/canonical';
import type { HouseReading } from '../address/house-number';
import type { Address } from '../address/read-address';
import { isRouteWord } from '../address/routes';
import { joined } from '../address/street-key';
import { UNIT_DESIGNATORS } from '../usps/units';

/** Words after the house number. `canon[i]` stands for `raw[from[i]]` up to `raw[from[i + 1]]`. */
export interface TypedStreet {
  readonly house: HouseReading;
  readonly raw: readonly string[];
  readonly canon: readonly string[];
  /** One longer than `canon`: the last entry is `raw.length`. */
  readonly from: readonly number[];
  /** letters[n]: letters of the first n canonical words. */
  readonly letters: readonly number[];
  /** breaks[i]: a comma or line break stood before raw[i]. */
  readonly breaks: readonly boolean[];
}

/** `112 S LAKE STREET APT 4` -> canon S LK ST APT 4. */
export function typedStreet(address: Address, house: HouseReading): TypedStreet {
  const breaks: boolean[] = [];
  const raw: string[] = [];
  for (let at = house.taken; at < address.words.length; at++) {
    const word = address.words[at]!;
    if (isRoad(word) && !UNIT_DESIGNATORS.has(address.words[at - 1]!)) {
      const dash = word.indexOf('-');
      raw.push(word.slice(0, dash));
      breaks.push(address.breaks[at] === true);
      raw.push(word.slice(dash + 1));
      breaks.push(false);
    } else {
      raw.push(word);
      breaks.push(address.breaks[at] === true);
    }
  }
  return canonicalise(house, raw, breaks);
}

/** The same with one word replaced, as if it had been typed so. */
export function retyped(typed: TypedStreet, at: number, word: string): TypedStreet {
  const raw = typed.raw.map((old, index) => (index === at ? word : old));
  return canonicalise(typed.house, raw, typed.breaks);
}

/** Town key of raw words; '' where the cut falls inside one canonical word, or a comma between them: AVENUE S, FORK is
 *  not in South Fork. */
export function keyBetween(typed: TypedStreet, start: number, end: number): string {
  const first = typed.from.indexOf(start);
  const last = typed.from.indexOf(end);
  return first < 0 || last < 0 || typed.breaks.slice(start + 1, end).includes(true)
    ? ''
    : joined(typed.canon, first, last);
}

/** Whether the raw words from `start` on begin with one of `towns`. */
export function startsTown(typed: TypedStreet, start: number, towns: ReadonlySet<string>): boolean {
  for (let end = start + 1; end <= Math.min(typed.raw.length, start + 4); end++) {
    if (towns.has(keyBetween(typed, start, end))) return true;
  }
  return false;
}

function canonicalise(house: HouseReading, raw: readonly string[], breaks: readonly boolean[]): TypedStreet {
  const words = raw.some(isMarked) ? raw.map(withoutMark) : raw;
  const canonical = canonicalWords(words, (at) => breaks[at] === true || startsUnit(raw, at));
  const canon: string[] = [];
  const from: number[] = [];
  const letters = [0];
  let next = 0;
  for (const { word, taken } of canonical) {
    letters.push(letters[canon.length]! + word.length);
    canon.push(word);
    from.push(next);
    next += taken;
  }
  from.push(raw.length);
  return { house, raw, canon, from, letters, breaks };
}

/** A `#` starts a unit, but for a numbered road: `COUNTY ROAD #12`. */
function startsUnit(raw: readonly string[], at: number): boolean {
  return isMarked(raw[at]!) && !raw.slice(0, at).every(isRouteWord);
}

/** `I-55` is two words of a road's name; `#4-B`, `4-B` and the B-12 of APT B-12 stay one word, for they are units. */
function isRoad(word: string): boolean {
  return word.includes('-') && /^[A-Z]+-\d/.test(word);
}

function isMarked(word: string): boolean {
  return word.charCodeAt(0) === 35;
}

function withoutMark(word: string): string {
  return isMarked(word) ? word.slice(1) : word;
}
