// Owns numbered roads: County Road 12, CR 12 and Co Rd 12 are one; so are US Hwy 61 and US 61.
// A plain "Highway 61" may be a US or a state highway: it stays plain, and `routeKin` says what it may be.

import { DIRECTIONS } from '../usps/directions';
import { spellings } from '../usps/spellings';
import { STATES } from '../usps/states';
import { LOOSE_SUFFIXES, SUFFIXES } from '../usps/suffixes';
import type { Canonical } from './canonical-word';
import { isDigit } from './tokens';

const HIGHWAY = new Set('HIGHWAY HWY HWAY HIWAY HIWY HYWAY HIGHWY HY ROUTE RTE RT'.split(' '));
const ROAD = new Set([...HIGHWAY, 'ROAD', 'RD', 'TRUNK']);
const COUNTY = new Set(['COUNTY', 'CO', 'CNTY', 'CTY']);
const TOWNSHIP = new Set(['TOWNSHIP', 'TWP']);
/** One word that says the kind of road, before its number. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ...spellings('CR CRD CTH CH;SR SH STH;US USH;I IH INTERSTATE;FM;RM;PR'),
  ['TR', 'TWP'],
]);
const GLUED = /^(CR|SR|SH|US|FM|RM|HWY|RTE|RT|I|CTH|STH)(\d+[A-Z]?)$/;

/** A numbered road at this place: `COUNTY ROAD 12` -> `CR-12` (three words taken); null where there is none.
 *  Canonical kinds: CR county, CO county or Colorado, SR state, US, I interstate, FM, RM, TWP township, HWY any of the others. */
export function routeAt(input: readonly string[], at: number): Canonical | null {
  const first = input[at]!;
  const glued = /\d/.test(first) ? GLUED.exec(first) : null;
  if (glued !== null) return { word: `${kindOf(glued[1]!)}-${bare(glued[2]!)}`, taken: 1 };
  const lead = leadAt(input, at);
  if (lead === null) return null;
  const sign = NUMBER_SIGN.test(input[at + lead.taken] ?? '') && isLead(input, at) ? 1 : 0;
  const number = input[at + lead.taken + sign];
  if (number === undefined || !isDigit(number.charCodeAt(0)) || /(?:ST|ND|RD|TH)$/.test(number)) return null;
  return { word: `${lead.word}-${bare(number)}`, taken: lead.taken + sign + 1 };
}

/** A road with letters for a number, at the start of a street: COUNTY HWY K and CTH K -> `CR-K`, STATE HWY KK -> `SR-KK`
 *  (Wisconsin, Missouri); null where there is none. Letters that are a type, a quarter or a state are none. */
export function letteredRouteAt(input: readonly string[], at: number): Canonical | null {
  if (!LETTERED.has(input[at]!) || !isLead(input, at)) return null;
  const lead = leadAt(input, at);
  const letters = input[at + (lead?.taken ?? 0)];
  if (lead === null || letters === undefined || !isLetterNumber(letters)) return null;
  return { word: `${lead.word}-${letters}`, taken: lead.taken + 1 };
}

/** First words of lettered roads: a first look that spares all others. */
const LETTERED = new Set([...COUNTY, ...HIGHWAY, 'STATE', 'CR', 'CTH', 'STH']);
const NUMBER_SIGN = /^(?:NO|NUM|NUMBER)$/;

function isLetterNumber(word: string): boolean {
  if (word.length > 2 || !/^[A-Z]+$/.test(word)) return false;
  return (
    word.length === 1 ||
    word[0] === word[1] ||
    !(SUFFIXES.has(word) || LOOSE_SUFFIXES.has(word) || DIRECTIONS.has(word) || STATES.has(word))
  );
}

/** Nothing but directions and OLD stand before. */
function isLead(input: readonly string[], at: number): boolean {
  for (let before = 0; before < at; before++) {
    if (input[before] !== 'OLD' && !DIRECTIONS.has(input[before]!)) return false;
  }
  return true;
}

/** What else a canonical road may be called: a plain highway may be a US or a state one, and the other way round. */
export function routeKin(word: string): readonly string[] {
  const dash = word.indexOf('-');
  if (dash < 0) return [];
  const kind = word.slice(0, dash);
  const number = word.slice(dash);
  return (KIN[kind] ?? []).map((other) => other + number);
}

/** CO HIGHWAY is the county's in Minnesota and the state's in Colorado. */
const KIN: Readonly<Record<string, readonly string[]>> = {
  HWY: ['US', 'SR', 'I', 'CO'],
  US: ['HWY'],
  SR: ['HWY', 'CO'],
  I: ['HWY'],
  CO: ['CR', 'SR', 'HWY'],
  CR: ['CO'],
};

/** Whether a canonical word is a numbered or lettered road: `CR-12`, `HWY-KK`. */
export function isRoute(word: string): boolean {
  return word.includes('-') && /^(?:CR|CO|SR|US|I|FM|RM|TWP|PR|HWY)-/.test(word);
}

/** Whether a word may stand before a road's number: `COUNTY`, `ROAD`, `US`, `OLD`, a direction. */
export function isRouteWord(word: string): boolean {
  return (
    ROAD.has(word) ||
    COUNTY.has(word) ||
    SHORT.has(word) ||
    DIRECTIONS.has(word) ||
    /^(OLD|STATE|ST|U|C|TO|FARM|RANCH|MARKET)$/.test(word)
  );
}

/** The words that say the kind of road, without its number. */
function leadAt(input: readonly string[], at: number): Canonical | null {
  const first = input[at]!;
  const second = input[at + 1] ?? '';
  const third = input[at + 2] ?? '';
  const fourth = input[at + 3] ?? '';
  if (first === 'CO' && HIGHWAY.has(second)) return { word: 'CO', taken: 2 };
  if (COUNTY.has(first)) {
    if (second === 'TRUNK' && HIGHWAY.has(third)) return { word: 'CR', taken: 3 };
    if (ROAD.has(second)) return { word: 'CR', taken: 2 };
    return null;
  }
  if (first === 'C' && second === 'R') return { word: 'CR', taken: 2 };
  if (first === 'FARM' && second === 'TO' && third === 'MARKET')
    return { word: 'FM', taken: ROAD.has(fourth) ? 4 : 3 };
  if (first === 'RANCH' && second === 'TO' && third === 'MARKET')
    return { word: 'RM', taken: ROAD.has(fourth) ? 4 : 3 };
  if ((first === 'RANCH' || first === 'FM' || first === 'RM') && (second === 'ROAD' || second === 'RD')) {
    return { word: first === 'FM' ? 'FM' : 'RM', taken: 2 };
  }
  if (TOWNSHIP.has(first) && ROAD.has(second)) return { word: 'TWP', taken: 2 };
  if ((first === 'STATE' || (first === 'ST' && isLead(input, at))) && ROAD.has(second))
    return { word: 'SR', taken: 2 };
  if (first === 'UNITED' && second === 'STATES' && HIGHWAY.has(third)) return { word: 'US', taken: 3 };
  if (first === 'F' && second === 'M') return { word: 'FM', taken: 2 };
  if ((first === 'PRIVATE' || first === 'PVT') && ROAD.has(second)) return { word: 'PR', taken: 2 };
  if (first === 'U' && second === 'S') return { word: 'US', taken: HIGHWAY.has(third) ? 3 : 2 };
  if (first === 'US' && HIGHWAY.has(second)) return { word: 'US', taken: 2 };
  if ((first === 'INTERSTATE' || first === 'I') && HIGHWAY.has(second)) return { word: 'I', taken: 2 };
  if (HIGHWAY.has(second) && isStateCode(first) && isDigit(third.charCodeAt(0)))
    return { word: 'SR', taken: 2 };
  if (HIGHWAY.has(first)) return { word: 'HWY', taken: 1 };
  if (isStateRoad(input, at)) return { word: 'SR', taken: 1 };
  const short = SHORT.get(first);
  return short === undefined ? null : { word: short, taken: 1 };
}

/** `KY 80`. In `CO 12` and `PR 12` the road may be a county's or a private one. */
function isStateRoad(input: readonly string[], at: number): boolean {
  const first = input[at]!;
  if (first.length !== 2 || first === 'CO' || first === 'PR' || SHORT.has(first)) return false;
  return isStateCode(first) && isLead(input, at) && /^\d+[A-Z]?$/.test(input[at + 1] ?? '');
}

/** NE is the northeast rather than Nebraska. */
function isStateCode(word: string): boolean {
  return STATES.has(word) && !DIRECTIONS.has(word);
}

function kindOf(letters: string): string {
  return SHORT.get(letters) ?? 'HWY';
}

function bare(number: string): string {
  return number.replace(/^0+(?=\d)/, '');
}
