// Owns the reading of house numbers and sides that stand together in one cell: `0-99 EVEN`, `101-199 (odd)`, `5 & up`, `all`.
// Reads what has one meaning and nothing else. Knows no table.

import { fold } from '@/lib/core/address/tokens';
import type { OddEvenBoth } from '@/lib/core/vip';

/** `all`: every number, of one side where `side` says so. `side` null: the cell does not say. */
export interface RangeReading {
  readonly start: number;
  readonly end: number;
  readonly side: OddEvenBoth | null;
  readonly all: boolean;
}

/** What stands for "and all above it", as offices write it: no house has a higher number. */
export const noLastNumber = 999_999;
const maxChars = 60;
const maxDigits = 9;

const ODD: ReadonlySet<string> = new Set(['ODD', 'ODDS', 'O', 'IMPAR', 'IMPARES']);
const EVEN: ReadonlySet<string> = new Set(['EVEN', 'EVENS', 'E', 'PAR', 'PARES']);
const BOTH: ReadonlySet<string> = new Set(
  'BOTH B ALL ANY EITHER MIXED BTH OE EO ODDEVEN EVENODD AMBOS'.split(' '),
);
const NOISE: ReadonlySet<string> = new Set('ONLY SIDE SIDES NUMBER NUMBERS NOS HOUSES THE OF AND'.split(' '));
const WHOLE: ReadonlySet<string> = new Set(
  'ALL ENTIRE WHOLE FULL COMPLETE STREET ST ROAD RANGE NUMBERS ADDRESSES'.split(' '),
);
const TO: ReadonlySet<string> = new Set(['-', 'TO', 'THRU', 'THROUGH']);
const END: ReadonlySet<string> = new Set(['END', 'UP']);
const ABOVE: ReadonlySet<string> = new Set(['UP', 'ABOVE', 'OVER', 'HIGHER', 'GREATER', 'BEYOND']);

/** A side in any spelling: `Odd`, `EVENS`, `odd only`, `O/E`, `Even & Odd`, `both sides`. Null for blank and for anything else. */
export function readSideWords(text: string): OddEvenBoth | null {
  if (text.length > maxChars) return null;
  return sideOf(fold(text).match(/[A-Z]+|[^A-Z\s]/g) ?? []);
}

function sideOf(tokens: readonly string[]): OddEvenBoth | null {
  let side: OddEvenBoth | null = null;
  for (const token of tokens) {
    if (/^[()/&,.+-]$/.test(token) || NOISE.has(token)) continue;
    const one = ODD.has(token) ? 'odd' : EVEN.has(token) ? 'even' : BOTH.has(token) ? 'both' : null;
    if (one === null) return null;
    side = side === null || side === one ? one : 'both';
  }
  return side;
}

/** Blank is the whole street. Null where the cell may mean several things, or nothing: `2-Jan`, `12A`, `1,000`, `5-`. */
export function readRangeWords(text: string): RangeReading | null {
  const folded = fold(text.trim());
  if (folded.length > maxChars) return null;
  // A letter at a number is of the number, and no side: 12E.
  if (/\d[A-Z]|[A-Z]\d/.test(folded)) return null;
  const tokens = (folded.match(/\d+|[A-Z]+|[^A-Z\d\s]/g) ?? []).filter((token) => !/^[()[\]]$/.test(token));
  const first = tokens.findIndex(isNumber);
  if (first < 0) return wholeStreet(tokens);
  const last = tokens.findLastIndex(isNumber);
  const before = sidePart(tokens.slice(0, first));
  const open = openEnd(tokens.slice(last + 1));
  const behind = sidePart(tokens.slice(last + 1 + open.taken));
  if (before === undefined || behind === undefined || (before !== null && behind !== null)) return null;
  const side = before ?? behind;
  const numbers = tokens.slice(first, last + 1);
  const start = numberOf(numbers[0]!);
  if (numbers.length === 1) {
    const end = open.taken > 0 ? noLastNumber : start;
    return start < 0 ? null : { start, end, side, all: false };
  }
  const end = numberOf(numbers[2] ?? '');
  const isPair = numbers.length === 3 && TO.has(numbers[1]!) && open.taken === 0;
  return isPair && start >= 0 && end >= 0 ? { start, end, side, all: false } : null;
}

function wholeStreet(tokens: readonly string[]): RangeReading | null {
  const words = tokens.filter((token) => /[A-Z]/.test(token));
  const rest = words.filter((word) => !WHOLE.has(word));
  const side = rest.length === 0 ? null : sideOf(rest);
  const isReadable = words.length === tokens.filter((token) => !/^[/&]$/.test(token)).length;
  if (!isReadable || (rest.length > 0 && side === null)) return null;
  return { start: 0, end: 0, side: side === 'both' ? null : side, all: true };
}

/** Null: no word. Undefined: words that are no side. */
function sidePart(tokens: readonly string[]): OddEvenBoth | null | undefined {
  const words = tokens[0] === '-' || tokens[0] === ',' ? tokens.slice(1) : tokens;
  return tokens.length === 0 ? null : (sideOf(words) ?? undefined);
}

/** `- END`, `& up`, `and above`, `+`: how many tokens say that there is no last number. */
function openEnd(tokens: readonly string[]): { readonly taken: number } {
  const [first = '', second = ''] = tokens;
  if (first === '+' || ABOVE.has(first)) return { taken: 1 };
  if (TO.has(first) && END.has(second)) return { taken: 2 };
  if ((first === '&' || first === 'AND' || first === 'OR') && ABOVE.has(second)) return { taken: 2 };
  return { taken: 0 };
}

function isNumber(token: string): boolean {
  return /^\d/.test(token);
}

function numberOf(token: string): number {
  return token.length === 0 || token.length > maxDigits ? -1 : Number(token);
}
