// Owns the first reading of what a voter typed: house number, ZIP, state, and the words between.
// It does not decide which words are street, unit or town: that takes the shard's own streets.

import type { UnreadableReason } from '../lookup/outcome';
import { DIRECTIONS } from '../usps/directions';
import { STATES, stateSizes } from '../usps/states';
import { PLAIN_SUFFIXES } from '../usps/suffixes';
import { dropLeadingNames, plainStart, takeLeadingUnit } from './before-number';
import { type HouseReading, readStart, startsLikeNumber } from './house-number';
import { isRouteWord } from './routes';
import { isDirection, suffixOf } from './street-key';
import { fold, typedWords } from './tokens';

/** Longest text that is read at all, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 300;

export interface Address {
  /** Five digits; null where none was typed. */
  readonly zip: string | null;
  /** Two letters, upper case; null where none was typed, or where it may as well be part of the street. */
  readonly state: string | null;
  /** How the number may be read; each says how many of `words` it takes. */
  readonly houses: readonly HouseReading[];
  /** All words from the house number on, upper case, without ZIP and country. */
  readonly words: readonly string[];
  /** breaks[i]: a comma or line break stood before words[i]. */
  readonly breaks: readonly boolean[];
  /** A unit written before the house number: `APT 4, 112 LAKE ST`. */
  readonly unitFirst: string | null;
}

export type AddressReading =
  | { readonly kind: 'address'; readonly address: Address }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason; readonly zip: string | null };

/** "112 S Lake St, Carey OH 43316-1234" -> zip 43316, state OH, words 112 S LAKE ST CAREY OH. */
export function readAddress(text: string): AddressReading {
  if (text.length > MAX_TEXT_LENGTH) return { kind: 'unreadable', reason: 'tooLong', zip: null };
  const folded = fold(text);
  const parts = partsOf(plainStart(folded));
  if (parts.length === 0) return { kind: 'unreadable', reason: 'empty', zip: null };
  const zip = takeZip(parts);
  const box = boxReason(parts);
  if (box !== null) return { kind: 'unreadable', reason: box, zip };
  const unitFirst = takeLeadingUnit(parts);
  dropLeadingNames(parts);
  dropRepeats(parts);
  const start = readStart(parts[0] ?? []);
  const { houses } = start;
  if (houses.length === 0) return { kind: 'unreadable', reason: 'noHouseNumber', zip };
  const { words, breaks } = joinParts(start.words, parts.slice(1));
  const { taken } = houses[0]!;
  if (words.length === taken || (words.length === taken + 1 && isStateCode(words[taken]!))) {
    return { kind: 'unreadable', reason: 'noStreet', zip };
  }
  const address = {
    zip,
    state: stateOf(parts),
    houses,
    words,
    breaks,
    unitFirst,
  };
  return { kind: 'address', address };
}

function joinParts(first: readonly string[], others: readonly (readonly string[])[]) {
  const words = [...first];
  const breaks = first.map(() => false);
  for (const part of others) {
    for (let at = 0; at < part.length; at++) {
      words.push(part[at]!);
      breaks.push(at === 0);
    }
  }
  return { words, breaks };
}

/** `OH`, but not `OHIO`, which may be a street. */
function isStateCode(word: string): boolean {
  return word.length === 2 && STATES.has(word);
}

/** Words by part; parts end at commas, semicolons, brackets and line breaks. */
function partsOf(folded: string): string[][] {
  return folded
    .split(/[,;\r\n\v\f|()]+/)
    .map(typedWords)
    .filter((part) => part.length > 0);
}

/** Drops what says nothing new behind the street: a town twice, a state twice (OHIO, OH), a county. */
function dropRepeats(parts: string[][]): void {
  for (let at = parts.length - 1; at > 1; at--) {
    const text = parts[at]!.join(' ');
    const before = parts[at - 1]!.join(' ');
    if (text === before || (STATES.has(text) && STATES.get(text) === STATES.get(before))) parts.splice(at, 1);
    else if (isCounty(parts[at]!)) parts.splice(at, 1);
  }
}

function isCounty(part: readonly string[]): boolean {
  return part.length > 1 && /^(?:COUNTY|PARISH)$/.test(part.at(-1)!) && !part.some((word) => /\d/.test(word));
}

/** `OH43316` -> `OH`, `43316`, at the end of a part. */
function splitGluedZip(parts: readonly string[][]): void {
  for (let p = parts.length - 1; p >= 0; p--) {
    const part = parts[p]!;
    const last = part[part.length - 1]!;
    if (last.length < 7) continue;
    const glued = /^([A-Z]{2})-?(\d{5}(?:-?\d{4})?)$/.exec(last);
    if (glued === null || !STATES.has(glued[1]!) || (p === 0 && part.length < 3)) continue;
    part.splice(part.length - 1, 1, glued[1]!, glued[2]!);
    return;
  }
}

/** Takes country and ZIP off, wherever a voter has put the ZIP but for the first word of all. */
function takeZip(parts: string[][]): string | null {
  dropCountry(parts);
  splitGluedZip(parts);
  for (let p = parts.length - 1; p >= 0; p--) {
    const part = parts[p]!;
    for (let w = part.length - 1; w >= 0; w--) {
      if (w === 0 && part.length > 1 && (p === 0 || isHouse(parts, p))) continue;
      const match = part[w]!.length < 5 ? null : /^(\d{5})(?:-?\d{4})?$/.exec(part[w]!);
      if (
        match === null ||
        isGridStreet(part, w) ||
        (isRoadNumber(part, w) && w === part.length - 1 && parts.length === 1)
      )
        continue;
      const plusFour = w + 2 === part.length && /^\d{4}$/.test(part[w + 1]!) ? 1 : 0;
      const before = part[w - 1];
      const label =
        before === 'ZIP' || before === 'ZIPCODE' ? 1 : before === 'CODE' && part[w - 2] === 'ZIP' ? 2 : 0;
      part.splice(w - label, 1 + plusFour + label);
      if (part.length === 0) parts.splice(p, 1);
      dropCountry(parts);
      return match[1]!;
    }
  }
  return null;
}

/** `CAREY OH 43316, 10012 MAIN ST`: in front of a street, with no house before it, a number is no ZIP. */
function isHouse(parts: readonly (readonly string[])[], at: number): boolean {
  const part = parts[at]!;
  return part.length > 2 && PLAIN_SUFFIXES.has(suffixOf(part.at(-1)!)) && !startsLikeNumber(parts[0]![0]!);
}

/** `HIGHWAY 12345` and `COUNTY ROAD 12345` are roads; in `OLD MILL RD 12345` the number is a ZIP, and in `STATE RD 02568`, too. */
function isRoadNumber(part: readonly string[], at: number): boolean {
  const before = part[at - 1];
  if (
    before === undefined ||
    part[at]![0] === '0' ||
    !/^(HWY|HIGHWAY|ROAD|RD|ROUTE|RTE|RT|CR|SR|FM|US)$/.test(before)
  )
    return false;
  if (/^(ROAD|RD)$/.test(before)) return at === 3 && ROAD_KINDS.test(part[1] ?? '');
  // A kind of road stands right after the house number; in `12 LINCOLN HWY 12345` it is part of a name.
  // Two directions are a name, too: `12 EAST WEST HWY 12345`.
  const words = part.slice(1, at);
  return words.every(isRouteWord) && words.filter((word) => DIRECTIONS.has(word)).length < 2;
}

/** `4567 W 10400 S`: a street of a town laid out as a grid. */
function isGridStreet(part: readonly string[], at: number): boolean {
  return (
    /\d/.test(part[0]!) && DIRECTIONS.has(part[at + 1] ?? '') && (at === 1 || DIRECTIONS.has(part[at - 1]!))
  );
}

const ROAD_KINDS = /^(COUNTY|CO|CNTY|STATE|US)$/;

const COUNTRY_END = new Set(['USA', 'US', 'A', 'AMERICA', 'STATES', 'UNIDOS', 'EEUU', 'UU']);

function dropCountry(parts: string[][]): void {
  const last = parts.at(-1);
  if (last === undefined || !COUNTRY_END.has(last.at(-1)!)) return;
  const tail = last.join(' ');
  const match =
    /(?:^| )(USA|U S A|UNITED STATES OF AMERICA|UNITED STATES|ESTADOS UNIDOS|EEUU|EE UU|US)$/.exec(tail);
  if (
    match === null ||
    (match[1] === 'US' && parts.length === 1 && tail !== 'US' && !/\d{5}(-\d{4})? US$/.test(tail))
  )
    return;
  const rest = tail.slice(0, match.index).trim();
  if (rest === '') parts.pop();
  else parts[parts.length - 1] = rest.split(' ');
}

const BOX =
  /^(?:P ?O ?|POST OFFICE |POB? ?)?(?:BOX|BX) ?#?\d|^POB? ?#?\d|^PO ?BOX\b|^PMB ?#?\d|^GENERAL DELIVERY|^(?:PSC|CMR) \d|^APARTADO/;
const RURAL =
  /^(?:RR|R R|RFD|R F D|RURAL ROUTE|RURAL RT|RURAL RTE|HC|HCR|H C|HIGHWAY CONTRACT|STAR ROUTE|STAR RT) ?#?\d|^(?:RT|RTE|ROUTE) ?#?\d+ (?:BOX|BX)\b|^STAR (?:ROUTE|RT)\b/;

/** A mailing address where a home address is needed. A box after a street address is dropped. */
function boxReason(parts: string[][]): 'poBox' | 'ruralRoute' | null {
  const texts = parts.map((part) => part.join(' '));
  const home = parts.some(
    (part, index) => startsLikeNumber(part[0]!) && part.length > 1 && !isMailing(texts[index]!),
  );
  for (let index = parts.length - 1; index >= 0; index--) {
    if (!isMailing(texts[index]!)) continue;
    if (!home) return RURAL.test(texts[index]!) ? 'ruralRoute' : 'poBox';
    parts.splice(index, 1);
  }
  return null;
}

function isMailing(text: string): boolean {
  return BOX.test(text) || RURAL.test(text);
}

/** The state at the very end, where it cannot be the street's last word: after a comma, or spelt as a name. */
function stateOf(parts: readonly string[][]): string | null {
  const last = parts.at(-1)!;
  const size = stateSizes(last, 0, last.length)[0];
  if (size === undefined) return null;
  if (
    parts.length === 1 &&
    (last.length - size < 2 || suffixOf(last.at(-1)!) !== '' || isDirection(last.at(-1)!))
  )
    return null;
  return STATES.get(size === 1 ? last.at(-1)! : last.slice(-size).join(' ')) ?? null;
}
