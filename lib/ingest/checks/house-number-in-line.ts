// Owns the question whether the address of a place has a house number: a number of the road, of a room or of a lodge is none.
// Guesses no number and reports nothing.

import { letteredRouteAt, routeAt } from '@/lib/core/address/routes';
import { fold, typedWords } from '@/lib/core/address/tokens';
import { SUFFIXES } from '@/lib/core/usps/suffixes';
import { UNIT_DESIGNATORS } from '@/lib/core/usps/units';

const ORDINAL = /^\d+(?:ST|ND|RD|TH)$/;
/** `12`, `12A`, and the grids of Wisconsin and Illinois: `N6W23001`, `W1234`, `22W341`; behind a hyphen or slash `14`, `B`. */
const NUMBERS = [/^\d+[A-Z]?$/, /^[NSEW]?\d+[NSEW]\d+$/, /^[NSEW]\d{3,}$/];
const MORE = /^(?:\d+[A-Z]?|[A-Z])$/;
/** The club that many fairgrounds belong to. */
const CLUB = /^4-?H$/;
/** `ONE MAIN PLAZA`: said in words. */
const SPELLED = /^(?:ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN)$/;

/** `12 Oak St`, `First School, 12 Oak St` and `Hall 12 Oak St` have one; `County Road 12`, `5th St`, `Oak St, Room 4`, `PO Box 12`
 *  and `Post 12` have none. */
export function hasHouseNumber(lines: readonly (string | null)[]): boolean {
  return lines.some((line) => line?.split(/[,;\n"]/).some(partHasNumber) ?? false);
}

function partHasNumber(part: string): boolean {
  const words = typedWords(fold(part)).map((word) => word.replace(/^#/, ''));
  return words.some((word, at) => (at === 0 ? beginsAddress(words) : isNumberOfStreet(words, at, word)));
}

function beginsAddress(words: readonly string[]): boolean {
  const [first = '', second] = words;
  if (SPELLED.test(first)) return second !== undefined;
  return isNumber(first) && routeAt(words, 0) === null;
}

/** Behind a name: only where a street follows, and nothing before it says what else is counted. */
function isNumberOfStreet(words: readonly string[], at: number, word: string): boolean {
  const before = words[at - 1]!;
  const isCounted = UNIT_DESIGNATORS.has(before) || COUNTED.test(before);
  if (!isNumber(word) || (isCounted && !LARGE.test(word))) return false;
  if (isOfRoad(words, at)) return false;
  const behind = words.slice(at + 1);
  return (
    behind.length > 0 &&
    (behind.some((other, next) => next > 0 && SUFFIXES.has(other)) ||
      routeAt(behind, 0) !== null ||
      letteredRouteAt(behind, 0) !== null)
  );
}

/** More than stations and rooms are counted up to: `Fire Station 817 Oak Rd`. */
const LARGE = /^\d{3,}/;
/** What is numbered, and no house. */
const COUNTED =
  /^(?:BOX|POST|LODGE|LOCAL|STATION|DISTRICT|DIST|PS|NO|NUMBER|WARD|PRECINCT|PCT|COMPANY|ENGINE|CHAPTER|COUNCIL|AERIE|EXIT|MILE|MM|MILEPOST)$/;

/** The number belongs to a road that begins before it: `COUNTY ROAD 12`, `US HWY 61 S`. */
function isOfRoad(words: readonly string[], at: number): boolean {
  for (let start = Math.max(0, at - 4); start < at; start++) {
    const route = routeAt(words, start);
    if (route !== null && start + route.taken > at) return true;
  }
  return false;
}

function isNumber(word: string): boolean {
  if (ORDINAL.test(word) || CLUB.test(word)) return false;
  const [first = '', ...more] = word.split(/[-/]/);
  return NUMBERS.some((number) => number.test(first)) && more.every((part) => MORE.test(part));
}
