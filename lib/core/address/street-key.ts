// Owns the canonical form of a street: what two spellings must share to be the same street.
// The same function reads the office's fields and the voter's words, so that neither is parsed in a vacuum.

import { DIRECTIONS } from '../usps/directions';
import { LOOSE_SUFFIXES, SUFFIXES } from '../usps/suffixes';
import { canonicalWords } from './canonical';
import { fold, isDigit, words } from './tokens';

/** Canonical parts, upper case, USPS Publication 28 abbreviations; '' for none.
 *  "North Lake Street" and "N. LAKE ST" are both {pre: 'N', core: 'LAKE', suffix: 'ST', post: ''}. */
export interface StreetKey {
  readonly pre: string;
  readonly core: string;
  readonly suffix: string;
  readonly post: string;
}

/** Canonical form of a whole street as one text. '*' stays '*' (VIP: every street). */
export function streetKey(text: string): StreetKey {
  if (text.trim() === '*') return { pre: '', core: '*', suffix: '', post: '' };
  return keyOf(canonicalWords(words(fold(text))).map((canonical) => canonical.word));
}

/** From canonical words. The core is never empty while there is a word: `N ST` is a street named N.
 *  At the end first a direction goes, then a type; then directions at the start (USPS Publication 28, 233). */
export function keyOf(canonical: readonly string[]): StreetKey {
  const { pre, start, end, suffix, post } = cut(canonical, canonical.length);
  return { pre, core: canonical.slice(start, end).join(' '), suffix, post };
}

/** Where the parts of a street lie among the first `size` canonical words: the core is `start` to `end`. */
export interface StreetCut {
  readonly pre: string;
  readonly start: number;
  readonly end: number;
  readonly suffix: string;
  readonly post: string;
}

/** The cut that `keyOf` makes, without making the texts. */
export function cut(canonical: readonly string[], size: number): StreetCut {
  let end = size;
  let post = '';
  if (end >= 2 && isDirection(canonical[end - 1]!)) {
    post = canonical[--end]!;
    if (end >= 2 && compound(canonical[end - 1]!, post)) post = canonical[--end]! + post;
  }
  let suffix = '';
  if (end >= 2) {
    suffix = suffixOf(canonical[end - 1]!);
    if (suffix !== '') end--;
  }
  let start = 0;
  let pre = '';
  if (end >= 2 && isDirection(canonical[0]!)) {
    pre = canonical[start++]!;
    if (end - start >= 2 && compound(pre, canonical[start]!)) pre += canonical[start++]!;
  }
  return { pre, start, end, suffix, post };
}

/** Words without blanks between them: what cores and towns are compared by. See `squash`. */
export function joined(words: readonly string[], start: number, end: number): string {
  let text = words[start] ?? '';
  for (let at = start + 1; at < end; at++) {
    const word = words[at]!;
    const needsBlank = isDigit(text.charCodeAt(text.length - 1)) && isDigit(word.charCodeAt(0));
    text += needsBlank ? ` ${word}` : word;
  }
  return text;
}

/** Standard abbreviation of a type at the end of a name; an abbreviation of several meanings stays as
 *  written (`CR`); '' for a word that is no type. */
export function suffixOf(word: string): string {
  const standard = SUFFIXES.get(word);
  if (standard !== undefined) return standard;
  const meanings = LOOSE_SUFFIXES.get(word);
  if (meanings === undefined) return '';
  return meanings.length === 1 ? meanings[0]! : word;
}

/** Whether two types may be meant for the same: equal, or one is an abbreviation with several meanings. */
export function suffixesMayAgree(a: string, b: string): boolean {
  return (
    a === b || (LOOSE_SUFFIXES.get(a)?.includes(b) ?? false) || (LOOSE_SUFFIXES.get(b)?.includes(a) ?? false)
  );
}

/** Directions of a key without their place: `N`, '', `E N` (before and after, sorted). The blank keeps
 *  N … E apart from NE, which is another quarter of the town. */
export function directionsOf(key: Pick<StreetKey, 'pre' | 'post'>): string {
  if (key.pre === '' || key.post === '') return key.pre + key.post;
  return key.pre < key.post ? `${key.pre} ${key.post}` : `${key.post} ${key.pre}`;
}

/** Blanks carry no meaning in a name but between digits: `O BRIEN` and `OBRIEN` are one, `HWY 67 4` and
 *  `HWY 674` are not. */
export function squash(text: string): string {
  if (!text.includes(' ')) return text;
  const words = text.split(' ');
  return joined(words, 0, words.length);
}

export function isDirection(word: string): boolean {
  return word.length <= 2 && DIRECTIONS.has(word);
}

/** `N` then `W` is `NW`; `E` then `W` is not a direction. */
export function compound(first: string, second: string): boolean {
  return (first === 'N' || first === 'S') && (second === 'E' || second === 'W');
}
