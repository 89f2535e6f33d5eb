// Owns what may stand after a street's name: unit, town, state. Says whether the words left over are
// accounted for; a street is never taken while they are not.

import { isDirection, joined, suffixOf } from '../address/street-key';
import { DIRECTIONS } from '../usps/directions';
import { stateSizes } from '../usps/states';
import { PLAIN_SUFFIXES } from '../usps/suffixes';
import { RARE_UNIT_DESIGNATORS, STANDALONE_UNITS, UNIT_DESIGNATORS } from '../usps/units';
import type { TypedStreet } from './typed-street';

export interface Remainder {
  readonly unit: string | null;
  /** The unit was written as a bare number or with `#` alone, which some streets have in their names. */
  readonly marked: boolean;
  /** The town is none that the shard knows, or there is none before the state, which may then be part of the
   *  street's name: CT, LA, NE. */
  readonly strange: boolean;
  /** Key of the town named (see `townKey`), '' for none; may be a town that no office here has. */
  readonly town: string;
  /** The town as typed, for showing. */
  readonly townText: string | null;
}

const NO_REMAINDER: Remainder = { unit: null, marked: false, strange: false, town: '', townText: null };
const UNIT_ID = /^#?(?:\d+-?[A-Z]{0,2}|[A-Z]{1,2}-?\d*|\d+-\d+|[A-Z]\d+[A-Z])$/;
/** Words for `#`: `NO. 4`. */
const NUMBER_SIGNS: ReadonlySet<string> = new Set(['NO', 'NUM', 'NUMBER', 'NRO']);
const GLUED_UNIT = /^(?:APT|UNIT|LOT|STE|RM|TRLR|BLDG|SPC)#?-?(\d+[A-Z]?)$/;
const QUALIFIERS = new Set(
  'BUSINESS BUS BYPASS ALTERNATE ALT SPUR OLD NEW UPPER LOWER INNER OUTER FRONTAGE SERVICE ACCESS'.split(' '),
);

/** Accounts for the words from canonical index `at` on. `plain` says that the street before ended in a type or
 *  direction that was typed. Null where the words may belong to the street's name. */
export function readRemainder(
  typed: TypedStreet,
  at: number,
  plain: boolean,
  towns: ReadonlySet<string>,
): Remainder | null {
  if (at === typed.canon.length) return NO_REMAINDER;
  const start = typed.from[at]!;
  const whole = knownTown(typed, start, typed.raw.length, towns);
  if (whole !== null) return { ...NO_REMAINDER, ...whole };
  const lead = leadingUnits(typed, start, plain, towns);
  const tail = trailingUnit(typed.raw, lead.next);
  const unit = lead.unit ?? tail?.unit ?? null;
  const end = tail?.end ?? typed.raw.length;
  const named = { unit, marked: lead.marked };
  if (lead.next >= end) return { ...named, strange: false, town: '', townText: null };
  const town = knownTown(typed, lead.next, end, towns);
  if (town !== null) return { ...named, ...town };
  const closed = lead.unit !== null || (plain && isPlainEnd(typed.canon[at - 1]!));
  return unknownTown(typed, lead.next, end, closed, named, towns);
}

/** The town that the words from `start` to `end` name, before a state or alone; a state alone is no town, and
 *  accounts for the words. Null where they name neither. */
function knownTown(
  typed: TypedStreet,
  start: number,
  end: number,
  towns: ReadonlySet<string>,
): Pick<Remainder, 'town' | 'townText' | 'strange'> | null {
  if (towns.has(keyBetween(typed, start, end))) return townBetween(typed, start, end);
  for (const size of stateSizes(typed.raw, start, end).reverse()) {
    const cut = end - size;
    if (cut === start) return { strange: typed.breaks[start] !== true, town: '', townText: null };
    if (towns.has(keyBetween(typed, start, cut))) return townBetween(typed, start, cut);
  }
  return null;
}

function townBetween(typed: TypedStreet, start: number, end: number) {
  const townText = end === start + 1 ? typed.raw[start]! : typed.raw.slice(start, end).join(' ');
  return { strange: false, town: keyBetween(typed, start, end), townText };
}

/** How many canonical words the street most likely has where no street is known: up to where the rest is
 *  accounted for, or to the first comma, or all. */
export function likelyStreetSize(typed: TypedStreet, towns: ReadonlySet<string>): number {
  const { length } = typed.canon;
  for (let size = 1; size < length; size++) {
    const rest = readRemainder(typed, size, false, towns);
    if (rest !== null && (!rest.strange || typed.breaks[typed.from[size]!] === true)) return size;
  }
  const comma = typed.from.findIndex((at, size) => size > 0 && size < length && typed.breaks[at] === true);
  return comma > 0 ? comma : length;
}

/** Words that are no town we know. They pass as a wrong town only where they cannot be more of the street:
 *  behind a comma, or behind a street's type or unit, and with nothing in them that streets are made of. */
function unknownTown(
  typed: TypedStreet,
  start: number,
  end: number,
  closed: boolean,
  named: { unit: string | null; marked: boolean },
  towns: ReadonlySet<string>,
): Remainder | null {
  const behindBreak = typed.breaks[start] === true;
  if (!closed && !behindBreak) return null;
  const cut = stateCuts(typed.raw, start, end)[0]!;
  if (cut === start) return { ...named, strange: !behindBreak, town: '', townText: null };
  const words = typed.raw.slice(start, cut);
  if (words.length > 4 || words.some((word) => /\d/.test(word))) return null;
  const last = words.at(-1)!;
  if (!behindBreak && endsInTown(typed, start, cut, towns)) return null;
  if (behindBreak ? !closed && PLAIN_SUFFIXES.has(suffixOf(last)) : words.some(isStreetWord)) return null;
  return {
    ...named,
    strange: true,
    town: keyBetween(typed, start, cut) || words.join(''),
    townText: words.join(' '),
  };
}

/** A street whose last word is this ends here beyond doubt: a direction, or a type that is hardly ever of a name.
 *  COTTAGE GROVE WOODS may be one name, and not COTTAGE GROVE in Woods. */
function isPlainEnd(last: string): boolean {
  return isDirection(last) || PLAIN_SUFFIXES.has(suffixOf(last));
}

/** Words before a comma or before a town that we know are no town: ELM of `OAK ST ELM, NATCHEZ` is of the street. */
function endsInTown(typed: TypedStreet, start: number, end: number, towns: ReadonlySet<string>): boolean {
  for (let at = start + 1; at < end; at++) {
    if (typed.breaks[at] === true || towns.has(keyBetween(typed, at, end))) return true;
  }
  return false;
}

function isStreetWord(word: string): boolean {
  return (
    DIRECTIONS.has(word) ||
    word.length < 3 ||
    suffixOf(word) !== '' ||
    QUALIFIERS.has(word) ||
    UNIT_DESIGNATORS.has(word)
  );
}

/** Units right behind the street: `APT 4B`, `#12`, `BLDG C APT 3`, `2ND FLOOR`, `REAR`. The last one counts. */
function leadingUnits(typed: TypedStreet, start: number, plain: boolean, towns: ReadonlySet<string>) {
  const { raw } = typed;
  let next = start;
  let unit: string | null = null;
  let marked = false;
  while (next < raw.length) {
    const word = raw[next]!;
    if (!mayBeUnit(word)) break;
    const closed = plain || unit !== null || typed.breaks[next] === true;
    // `APT NO. 4` is APT 4.
    const number = NUMBER_SIGNS.has(raw[next + 1]!) && startsWithDigit(raw[next + 2]) ? 1 : 0;
    const after = raw[next + 1 + number];
    const glued = GLUED_UNIT.exec(word);
    if (glued !== null) {
      unit = glued[1]!;
      next += 1;
    } else if (word.charCodeAt(0) === 35 && word.length > 1) {
      unit = word.slice(1);
      marked = next === start;
      next += 1;
    } else if (isDesignator(word, closed) && after !== undefined && UNIT_ID.test(after)) {
      unit = after.replace(/^#/, '');
      next += 2 + number;
      const letter = raw[next];
      if (letter !== undefined && /^\d+$/.test(unit) && /^[A-Z]$/.test(letter) && !isDirection(letter)) {
        unit += letter;
        next += 1;
      }
    } else if (closed && NUMBER_SIGNS.has(word) && startsWithDigit(after) && UNIT_ID.test(after)) {
      unit = after.replace(/^#/, '');
      next += 2;
    } else if (/^\d+(ST|ND|RD|TH)$/.test(word) && (after === 'FL' || after === 'FLOOR')) {
      unit = word.replace(/\D/g, '');
      next += 2;
    } else if (
      closed &&
      STANDALONE_UNITS.has(word) &&
      !startsTown(typed, next, towns) &&
      (typed.breaks[next + 1] !== false || startsTown(typed, next + 1, towns))
    ) {
      unit = STANDALONE_UNITS.get(word)!;
      next += 1;
    } else if (next === start && closed && /^\d+[A-Z]?$|^[A-Z]\d+$|^\d+-?[A-Z]$/.test(word)) {
      unit = word;
      marked = true;
      next += 1;
    } else break;
  }
  return { unit, marked, next };
}

function startsWithDigit(word: string | undefined): word is string {
  return word !== undefined && /^#?\d/.test(word);
}

/** Some designators are street words, too: those count only where the street is closed by its type or a comma. */
function isDesignator(word: string, closed: boolean): boolean {
  return UNIT_DESIGNATORS.has(word) || (closed && RARE_UNIT_DESIGNATORS.has(word));
}

/** A first look, so that a town's words are spared the rest. */
function mayBeUnit(word: string): boolean {
  if (isDesignator(word, true) || STANDALONE_UNITS.has(word) || NUMBER_SIGNS.has(word)) return true;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code === 35 || (code >= 48 && code <= 57)) return true;
  }
  return false;
}

/** A unit behind the town: `..., NATCHEZ MS, APT 4`. */
function trailingUnit(raw: readonly string[], start: number): { unit: string; end: number } | null {
  const last = raw.at(-1)!;
  if (raw.length - start >= 2 && UNIT_DESIGNATORS.has(raw.at(-2)!) && UNIT_ID.test(last)) {
    return { unit: last.replace(/^#/, ''), end: raw.length - 2 };
  }
  return last.charCodeAt(0) === 35 && raw.length > start
    ? { unit: last.slice(1), end: raw.length - 1 }
    : null;
}

/** Where the town may end: before a state (most words first), then at the end itself. */
function stateCuts(raw: readonly string[], start: number, end: number): number[] {
  const cuts = stateSizes(raw, start, end).map((size) => end - size);
  cuts.push(end);
  return cuts;
}

function startsTown(typed: TypedStreet, start: number, towns: ReadonlySet<string>): boolean {
  for (let end = start + 1; end <= Math.min(typed.raw.length, start + 4); end++) {
    if (towns.has(keyBetween(typed, start, end))) return true;
  }
  return false;
}

/** Town key of raw words; '' where the cut falls inside one canonical word. */
function keyBetween(typed: TypedStreet, start: number, end: number): string {
  const first = typed.from.indexOf(start);
  const last = typed.from.indexOf(end);
  return first < 0 || last < 0 ? '' : joined(typed.canon, first, last);
}
