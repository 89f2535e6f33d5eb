// Owns house numbers as people and offices write them (VIP 6.0 StreetSegment: HouseNumberPrefix,
// StartHouseNumber, HouseNumberSuffix). It says what a text may mean; the street's own numbers decide.

import { isDigit } from './tokens';

/** One reading: `123A` is {number: 123, suffix: 'A'}, `N6W23001` {prefix: 'N6W', number: 23001}. */
export interface HouseNumber {
  readonly number: number;
  readonly prefix: string;
  readonly suffix: string;
}

/** How the start of an address may be read: `taken` words are the number, the rest is street. */
export interface HouseReading {
  /** As typed, for showing: `12 1/2`. */
  readonly text: string;
  readonly taken: number;
  /** The number's last letter stood apart: `123 A MAIN`. Then the street must be named in full. */
  readonly apart: boolean;
  /** Every reading that the digits allow. All that fit the data must agree on the place. */
  readonly numbers: readonly HouseNumber[];
  /** A unit before the number: the 4 of `#4 112 LAKE ST`. */
  readonly unit?: string;
  /** The W of `12W MAIN ST` taken for a letter of the number. It may be a direction, which another reading has. */
  readonly mayBeDirection?: true;
}

const PLAIN = /^\d{1,7}$/;
const SUFFIXED = /^(\d{1,7})-?([A-Z])$/;
const FRACTION = /^[1-9]\/(?:[2-9]|10)$/;
const GLUED_FRACTION = /^(\d{1,7})-([1-9]\/(?:[2-9]|10))$/;
const HYPHENATED = /^(\d{1,6})-(\d{1,6})([A-Z]?)$/;
const GRID = /^([NSEW]\d{1,4}[NSEW]|\d{1,3}[NSEW])(\d{1,7})([A-Z]?)$/;
const GRID_HEAD = /^[NSEW]\d{1,4}$/;
const PREFIXED = /^([A-Z]{1,3})-?(\d{1,7})$/;
const GLUED_STREET = /^(\d{1,7})([A-Z]{2,}|[NSEW])$/;
const ORDINAL = /^\d+(ST|ND|RD|TH)$/;

/** Readings of the words at the start of an address, most words first; empty where there is no number.
 *  `123 A MAIN` may be 123A on Main or 123 on "A Main": both are returned. */
export function houseReadings(words: readonly string[]): HouseReading[] {
  const word = words[0] ?? '';
  const first = word.charCodeAt(0) === 35 ? word.slice(1) : word;
  const second = words[1] ?? '';
  if (PLAIN.test(first)) {
    const readings = plainReadings(first, second);
    return first !== word && PLAIN.test(second) ? [...readings, behindUnit(words, first)] : readings;
  }
  const suffixed = SUFFIXED.exec(first);
  if (suffixed !== null) return [one(first, 1, number(suffixed[1]!, '', suffixed[2]!))];
  const fraction = GLUED_FRACTION.exec(first);
  if (fraction !== null) return [one(first, 1, number(fraction[1]!, '', fraction[2]!))];
  const hyphenated = HYPHENATED.exec(first);
  if (hyphenated !== null) return [hyphenReading(first, hyphenated[1]!, hyphenated[2]!, hyphenated[3]!)];
  const grid = GRID.exec(first);
  if (grid !== null) return [one(first, 1, number(grid[2]!, grid[1]!, grid[3]!))];
  // `N6 W23001` is one number; digits on both sides of a blank are two.
  const spaced = GRID_HEAD.test(first) && /^[NSEW]/.test(second) ? GRID.exec(first + second) : null;
  if (spaced !== null) return [one(first + second, 2, number(spaced[2]!, spaced[1]!, spaced[3]!))];
  const prefixed = PREFIXED.exec(first);
  if (prefixed !== null && words.length > 1) return [one(first, 1, number(prefixed[2]!, prefixed[1]!, ''))];
  return [];
}

/** The start of a typed address: its words, with those parted that were written without a blank, and the readings of its
 *  number. `123MAIN` is `123`, `MAIN`; `5TH` is a street, not a number; `12W` is 12W, or 12 and a west. */
export function readStart(words: readonly string[]): {
  readonly words: readonly string[];
  readonly houses: readonly HouseReading[];
} {
  const first = words[0] ?? '';
  const glued = isLetter(first.charCodeAt(first.length - 1)) ? GLUED_STREET.exec(first) : null;
  if (glued === null || ORDINAL.test(first)) return { words, houses: houseReadings(words) };
  const [, digits, letters] = glued as unknown as readonly [string, string, string];
  const parted = [digits, letters, ...words.slice(1)];
  const houses = houseReadings(parted);
  if (letters.length > 1) return { words: parted, houses };
  return {
    words: parted,
    houses: [{ ...one(first, 2, number(digits, '', letters)), mayBeDirection: true }, ...houses],
  };
}

/** Whether an address may start with this word. */
export function startsLikeNumber(word: string): boolean {
  const code = word.charCodeAt(word.charCodeAt(0) === 35 ? 1 : 0);
  return (isDigit(code) || GRID.test(word)) && (PLAIN.test(word) || houseReadings([word, 'X']).length > 0);
}

/** `#4 112 LAKE ST` may be number 112, unit 4; `#4 12 OAKS DR` is number 4 where the list has 12 OAKS DR. */
function behindUnit(words: readonly string[], unit: string): HouseReading {
  return { ...one(words[1]!, 2, number(words[1]!, '', '')), unit };
}

/** A lone letter may belong to the number, but for N, S, E and W: those are directions. */
function plainReadings(first: string, second: string): HouseReading[] {
  if (second.includes('/') && FRACTION.test(second))
    return [one(`${first} ${second}`, 2, number(first, '', second))];
  const plain = one(first, 1, number(first, '', ''));
  if (second.length === 1 && /^[A-DF-MO-RT-VX-Z]$/.test(second))
    return [plain, { ...one(`${first} ${second}`, 2, number(first, '', second)), apart: true }];
  return [plain];
}

/** `12-34`: block 12 and house 34, or the house numbers 12 to 34, or 1234 written with a hyphen (Queens). */
function hyphenReading(text: string, head: string, tail: string, suffix: string): HouseReading {
  return {
    text,
    taken: 1,
    apart: false,
    numbers: [
      number(tail, `${head}-`, suffix),
      number(head, '', suffix),
      number(tail, '', suffix),
      number(head + tail, '', suffix),
    ],
  };
}

function one(text: string, taken: number, value: HouseNumber): HouseReading {
  return { text, taken, apart: false, numbers: [value] };
}

function number(digits: string, prefix: string, suffix: string): HouseNumber {
  return { number: Number(digits), prefix, suffix };
}

function isLetter(code: number): boolean {
  return code >= 65 && code <= 90;
}
