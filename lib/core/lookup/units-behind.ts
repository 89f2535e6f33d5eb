// Owns the units that stand behind a street or at the end of an address: APT 4B, #12, 2ND FLOOR, REAR.
// It does not know streets; of towns only where one starts.

import { NUMBER_SIGNS } from '../address/before-number';
import { ORDINAL_WORDS, ordinalAt } from '../address/ordinals';
import { isDirection, suffixOf } from '../address/street-key';
import { STATES } from '../usps/states';
import { mayStartUnit, RARE_UNIT_DESIGNATORS, STANDALONE_UNITS, UNIT_DESIGNATORS } from '../usps/units';
import { startsTown, type TypedStreet } from './typed-street';

/** Units from `start` on. `next` is the first word behind them; `marked` as in Remainder. */
export interface LeadingUnits {
  readonly unit: string | null;
  readonly marked: boolean;
  readonly next: number;
}

/** One unit and how many words it takes. */
interface UnitRead {
  readonly unit: string;
  readonly taken: number;
}

const UNIT_ID = /^#?(?:\d+-?[A-Z]{0,2}|[A-Z]{1,2}-?\d*|\d+[-/]\d+|[A-Z]\d+[A-Z])$/;
const GLUED_UNIT = /^(?:APT|UNIT|LOT|STE|RM|TRLR|BLDG|SPC)#?-?(\d+[A-Z]?)$/;
const SPELT_NUMBERS: readonly string[] = 'ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN'.split(' ');

/** Units right behind the street: `APT 4B`, `#12`, `BLDG C APT 3`, `2ND FLOOR`, `REAR`. The last one counts.
 *  `plain` says that the street before ended in a type, a direction or a road's number that was typed. */
export function leadingUnits(
  typed: TypedStreet,
  start: number,
  plain: boolean,
  towns: ReadonlySet<string>,
): LeadingUnits {
  const { raw } = typed;
  let next = start;
  let unit: string | null = null;
  let marked = false;
  while (next < raw.length && mayBeUnit(raw[next]!)) {
    const closed: boolean = plain || unit !== null || typed.breaks[next] === true;
    const read: UnitRead | null =
      namedUnit(typed, next, closed, towns) ??
      (closed ? (numberUnit(typed, next) ?? standaloneUnit(typed, next, towns)) : null);
    if (read !== null) {
      unit = read.unit;
      next += read.taken;
      continue;
    }
    const bare = bareUnit(raw[next]!, next === start && closed);
    if (bare === null) break;
    unit = bare;
    marked = next === start;
    next += 1;
  }
  return { unit, marked, next };
}

/** `APT4`, `APT 4B`, `APT NO. 4`, `UNIT ONE`, `2ND FLOOR`. */
function namedUnit(
  typed: TypedStreet,
  at: number,
  closed: boolean,
  towns: ReadonlySet<string>,
): UnitRead | null {
  const { raw } = typed;
  const word = raw[at]!;
  const glued = GLUED_UNIT.exec(word);
  if (glued !== null) return { unit: glued[1]!, taken: 1 };
  const floor = floorAt(raw, at);
  if (floor !== null) return floor;
  if (!isDesignator(word, closed)) return null;
  const sign = NUMBER_SIGNS.has(raw[at + 1]!) && startsWithDigit(raw[at + 2]) ? 1 : 0;
  const id = idAt(typed, at + 1 + sign, towns);
  if (id === null) return null;
  const letter = loneLetter(typed, at + 2 + sign, towns);
  if (letter === null || !/^\d+$/.test(id)) return { unit: id, taken: 2 + sign };
  return { unit: id + letter, taken: 3 + sign };
}

/** What a designator may be followed by. Letters are of the unit only in its own part, and where they are no type,
 *  state or town: LOT RD, PH MT OLIVE. */
function idAt(typed: TypedStreet, at: number, towns: ReadonlySet<string>): string | null {
  const word = typed.raw[at];
  if (word === undefined) return null;
  const spelt = SPELT_NUMBERS.indexOf(word);
  if (spelt >= 0) return String(spelt + 1);
  if (!UNIT_ID.test(word)) return null;
  const isWord = /^[A-Z]{2}$/.test(word);
  if (isWord && (suffixOf(word) !== '' || STATES.has(word))) return null;
  if (/^[A-Z]+$/.test(word) && (typed.breaks[at] === true || startsTown(typed, at, towns))) return null;
  return word.replace(/^#/, '');
}

/** The B of `APT 3 B`. */
function loneLetter(typed: TypedStreet, at: number, towns: ReadonlySet<string>): string | null {
  const word = typed.raw[at];
  if (word === undefined || !/^[A-Z]$/.test(word) || isDirection(word)) return null;
  return typed.breaks[at] === true || startsTown(typed, at, towns) ? null : word;
}

/** `2ND FLOOR`, `THIRD FL`. */
function floorAt(raw: readonly string[], at: number): UnitRead | null {
  const next = raw[at + 1];
  if (next !== 'FL' && next !== 'FLOOR' && next !== 'FLR') return null;
  const ordinal = ordinalAt([raw[at]!], 0);
  return ordinal === null ? null : { unit: ordinal.word, taken: 2 };
}

/** `NO. 4` behind a whole street. */
function numberUnit({ raw }: TypedStreet, at: number): UnitRead | null {
  const id = raw[at + 1];
  if (!NUMBER_SIGNS.has(raw[at]!) || !startsWithDigit(id) || !UNIT_ID.test(id)) return null;
  return { unit: id.replace(/^#/, ''), taken: 2 };
}

/** `REAR` behind a whole street, at the end of its part or before a town. */
function standaloneUnit(typed: TypedStreet, at: number, towns: ReadonlySet<string>): UnitRead | null {
  const unit = STANDALONE_UNITS.get(typed.raw[at]!);
  if (unit === undefined || startsTown(typed, at, towns)) return null;
  return typed.breaks[at + 1] !== false || startsTown(typed, at + 1, towns) ? { unit, taken: 1 } : null;
}

/** `#12`; right behind a whole street a number alone, too. */
function bareUnit(word: string, mayBeNumber: boolean): string | null {
  if (word.charCodeAt(0) === 35 && word.length > 1) return word.slice(1);
  return mayBeNumber && /^\d+-?[A-Z]?$|^[A-Z]\d+$/.test(word) ? word : null;
}

/** A unit behind the town: `..., NATCHEZ MS, APT 4`. `end` is where it starts. */
export function trailingUnit(
  typed: TypedStreet,
  start: number,
  towns: ReadonlySet<string>,
): { unit: string; end: number } | null {
  const { raw } = typed;
  const last = raw.length - 1;
  const isNamed = last > start && UNIT_DESIGNATORS.has(raw[last - 1]!);
  const id = isNamed ? idAt(typed, last, towns) : null;
  if (id !== null) return { unit: id, end: last - 1 };
  return raw[last]!.charCodeAt(0) === 35 && last >= start ? { unit: raw[last]!.slice(1), end: last } : null;
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
  return mayStartUnit(word) || NUMBER_SIGNS.has(word) || FLOORS.has(word);
}

/** Floors as words: THIRD FLOOR. */
const FLOORS: ReadonlySet<string> = new Set(ORDINAL_WORDS);
