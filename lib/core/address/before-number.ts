// Owns what people write in front of a house number: a label, a name, a unit, the word "No.".
// It does not know which words after the number are the street.

import { PLAIN_SUFFIXES, SUFFIXES } from '../usps/suffixes';
import { UNIT_DESIGNATORS } from '../usps/units';
import { houseReadings, startsLikeNumber } from './house-number';
import { isRouteWord } from './routes';
import { isDirection, suffixOf } from './street-key';
import { isDigit } from './tokens';

/** `MY ADDRESS IS`, `I LIVE AT`, `ATTN JANE DOE`: said of an address, and no part of it. English and Spanish. */
const LABEL =
  /^\W*(?:(?:(?:MY|HOME|STREET|VOTER|RESIDENTIAL|MI) )*(?:ADDRESS|DIRECCION)(?: IS| ES)?|I(?:'M| AM)? LIV(?:E|ING) (?:AT|ON|IN)|(?:YO )?VIVO EN|(?:ATTN|ATTENTION|C\/O|CARE OF)\b[^\d,#\n]*?)\s*[:.-]?\s*(?=#?\d)/;
/** A dash between blanks that parts a name or a unit from the number behind it: `APT 4 - 12 MAIN ST`, `JANE DOE - 12 …`. */
const DASH = /^(\s*(?:[^\d\s#][^\d#]*|(?:[A-Z]+[. ]*)?#?\s*[A-Z]?\d+[A-Z]?|[A-Z]+[. ]+[A-Z]))\s+-\s+(?=#?\d)/;
/** `5,200 ELM AVE`: a comma between thousands. With a direction behind it the comma may end the number: `5,200 S`. */
const THOUSANDS = /^(\s*\d{1,3}),(\d{3}\s)(?!\s*(?:[NSEW]|NORTH|SOUTH|EAST|WEST)\b)/;

/** A folded text without its label, and with a comma where a dash parts something from the number. */
export function plainStart(folded: string): string {
  if (isDigit(folded.charCodeAt(0))) return folded.includes(',') ? folded.replace(THOUSANDS, '$1$2') : folded;
  return folded.replace(LABEL, '').replace(DASH, '$1, ').replace(THOUSANDS, '$1$2');
}

/** Words that mean `#`: NO. 4. */
export const NUMBER_SIGNS: ReadonlySet<string> = new Set(['NO', 'NUM', 'NUMBER', 'NRO']);

/** Takes a unit in front of the number, as a part of its own or not: `APT 4, 112 LAKE ST`, `BLDG 2 APT 4 112 LAKE ST`,
 *  `#4, 112 LAKE ST`. The last one counts; null for none. In `#4 12 OAKS DR` the number may be 4. */
export function takeLeadingUnit(parts: string[][]): string | null {
  const first = parts[0];
  if (first === undefined) return null;
  const { next, unit, marked } = unitsAt(first);
  if (unit === null) return null;
  if (next === first.length) {
    if (parts.length === 1 || (marked && !isNumberAndStreet(parts[1]!, 0))) return null;
    parts.shift();
    return unit;
  }
  if (marked || !isNumberAndStreet(first, next)) return null;
  parts[0] = first.slice(next);
  return unit;
}

/** Units at the start; `marked` says that a bare `#4` is all, which may as well be the house number. */
function unitsAt(words: readonly string[]): { next: number; unit: string | null; marked: boolean } {
  if (words[0]!.charCodeAt(0) === 35 && words[0]!.length > 1)
    return { next: 1, unit: words[0]!.slice(1), marked: true };
  if (NUMBER_SIGNS.has(words[0]!) && isDigits(words[1])) return { next: 2, unit: words[1]!, marked: true };
  let next = 0;
  let unit: string | null = null;
  while (UNIT_DESIGNATORS.has(words[next] ?? '')) {
    const at = NUMBER_SIGNS.has(words[next + 1] ?? '') ? next + 2 : next + 1;
    const id = words[at];
    if (id === undefined) break;
    unit = id.replace(/^#/, '');
    next = at + 1;
  }
  return { next, unit, marked: false };
}

function isNumberAndStreet(words: readonly string[], at: number): boolean {
  return words.length > at + 1 && startsLikeNumber(words[at]!);
}

/** A name or a building in front ("First Baptist Church, 12 Main St") is not part of the address, nor is the word in
 *  `NO. 12 MAIN ST`. */
export function dropLeadingNames(parts: string[][]): void {
  const first = parts[0];
  if (first !== undefined && NUMBER_SIGNS.has(first[0]!) && isDigits(first[1])) first.shift();
  const start = parts.findIndex((part) => startsLikeNumber(part[0]!) || houseReadings(part).length > 0);
  if (start < 0) dropNameOnLine(parts);
  else if (!isBehindStreet(parts, start)) parts.splice(0, start);
}

/** `MAIN ST, 12, NATCHEZ` and `MAIN ST, 12 NATCHEZ`: what follows the number is the town, and the street is in front. */
function isBehindStreet(parts: readonly (readonly string[])[], at: number): boolean {
  const [before, part] = [parts[at - 1], parts[at]!];
  if (before === undefined || part.slice(1).some((word) => suffixOf(word) !== '')) return false;
  return part.length === 1 || PLAIN_SUFFIXES.has(suffixOf(before.at(-1)!)) || isDirection(before.at(-1)!);
}

/** `JANE DOE 12 MAIN ST`, where nothing before the number is of a street, and a street's type is behind it: not
 *  `HIGHWAY 61 NORTH`, `BROADWAY AVE 12` or `OAK 12, CAREY`. */
function dropNameOnLine(parts: string[][]): void {
  const at = parts.findIndex((part) => part.some(isDigits));
  const part = parts[at];
  if (part === undefined) return;
  const number = part.findIndex((word) => /\d/.test(word));
  const street = part.slice(number + 1, number + 6);
  if (!isDigits(part[number]) || part.slice(0, number).some(isStreetWord)) return;
  const type = street.findIndex((word) => PLAIN_SUFFIXES.has(SUFFIXES.get(word) ?? ''));
  if (type > 0) parts.splice(0, at + 1, part.slice(number));
}

function isStreetWord(word: string): boolean {
  return suffixOf(word) !== '' || isRouteWord(word) || UNIT_DESIGNATORS.has(word);
}

function isDigits(word: string | undefined): boolean {
  return word !== undefined && /^\d+$/.test(word);
}
