// Owns what may stand after a street's name: unit, town, state. Says whether the words left over are
// accounted for; a street is never taken while they are not.

import { KNOWN_WORDS, SAME } from '../address/canonical';
import { editDistance } from '../address/edit-distance';
import { isRoute } from '../address/routes';
import { isDirection, suffixOf } from '../address/street-key';
import { DIRECTIONS } from '../usps/directions';
import { stateSizes } from '../usps/states';
import { PLAIN_SUFFIXES } from '../usps/suffixes';
import { UNIT_DESIGNATORS } from '../usps/units';
import { keyBetween, type TypedStreet } from './typed-street';
import { leadingUnits, trailingUnit } from './units-behind';

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
const STREET_WORDS = [...KNOWN_WORDS, ...[...SAME.keys()].filter((word) => word.length === 3)];
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
  // A numbered road ends with its number: what stands behind it may be a unit.
  const lead = leadingUnits(typed, start, plain || isRoute(typed.canon[at - 1]!), towns);
  const tail = trailingUnit(typed, lead.next, towns);
  const unit = lead.unit ?? tail?.unit ?? null;
  const end = tail?.end ?? typed.raw.length;
  const named = { unit, marked: lead.marked };
  if (lead.next >= end) return { ...named, strange: false, town: '', townText: null };
  const town = knownTown(typed, lead.next, end, towns);
  if (town !== null) return { ...named, ...town };
  const closed = lead.unit !== null || (plain && isClosed(typed.canon, at));
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
  const whole = keyBetween(typed, start, end);
  if (towns.has(whole)) return townBetween(typed, start, end, whole);
  for (const size of stateSizes(typed.raw, start, end).reverse()) {
    const cut = end - size;
    if (cut === start) return { strange: typed.breaks[start] !== true, town: '', townText: null };
    const town = keyBetween(typed, start, cut);
    if (towns.has(town)) return townBetween(typed, start, cut, town);
  }
  return null;
}

function townBetween(typed: TypedStreet, start: number, end: number, town: string) {
  const townText = end === start + 1 ? typed.raw[start]! : typed.raw.slice(start, end).join(' ');
  return { strange: false, town, townText };
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
  if ((!closed && !behindBreak) || (behindBreak && isLoneStreetWord(typed, start))) return null;
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

/** PARK NORTH ZEBULON may be in North Zebulon, and PARK NORTH SIDE one name: a direction ends a street behind its type, or a number. */
function isClosed(canon: readonly string[], at: number): boolean {
  const last = canon[at - 1]!;
  if (!isDirection(last)) return isPlainEnd(last);
  return /\d/.test(canon[at - 2]!) || PLAIN_SUFFIXES.has(suffixOf(canon[at - 2]!));
}

/** A direction or type between commas is no town: PENNSYLVANIA AVE, NW, WASHINGTON. */
function isLoneStreetWord({ raw, breaks }: TypedStreet, at: number): boolean {
  return breaks[at + 1] !== false && isPlainEnd(DIRECTIONS.get(raw[at]!) ?? raw[at]!);
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
    UNIT_DESIGNATORS.has(word) ||
    // WSET may be a west, and is no town.
    STREET_WORDS.some((known) => isSlipOf(word, known))
  );
}

/** One slip from a word of streets; two from a long one, and from a direction that is spelt out: NROHT, but not NORTON. */
function isSlipOf(word: string, known: string): boolean {
  const isLong = known.length > 7 || (known.length > 4 && word.length < 6 && DIRECTIONS.has(known));
  const limit = isLong ? 2 : 1;
  return editDistance(word, known, limit) <= limit;
}

/** Where the town may end: before a state (most words first), then at the end itself. */
function stateCuts(raw: readonly string[], start: number, end: number): number[] {
  const cuts = stateSizes(raw, start, end).map((size) => end - size);
  cuts.push(end);
  return cuts;
}
