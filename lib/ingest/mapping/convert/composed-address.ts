// Owns the cutting of `12 E Oak St Apt 4, NATCHEZ MS 39120` into the parts that a street list has. Nobody's streets are known here,
// so it cuts only where there is one way to; the reading of the number is the look-up's own (lib/core/address).

import { canonicalWords } from '@/lib/core/address/canonical';
import { houseReadings } from '@/lib/core/address/house-number';
import { readAddress } from '@/lib/core/address/read-address';
import { isDirection, suffixOf } from '@/lib/core/address/street-key';
import { fold, typedWords } from '@/lib/core/address/tokens';
import { townKey } from '@/lib/core/address/town';
import { STATES } from '@/lib/core/usps/states';
import { PLAIN_SUFFIXES } from '@/lib/core/usps/suffixes';
import { RARE_UNIT_DESIGNATORS, STANDALONE_UNITS, UNIT_DESIGNATORS } from '@/lib/core/usps/units';

/** A house number as VIP parts it. */
export interface HouseParts {
  readonly number: number;
  readonly prefix: string;
  readonly suffix: string;
}

/** Upper case; '' for what is not said. */
export interface AddressParts extends HouseParts {
  readonly street: string;
  readonly unit: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
}

/** An apostrophe carries no meaning in a name (`O'BRIEN`), but between digits it would make one number of two. */
const partsDigits = (text: string): boolean => /\d'+\d/.test(fold(text));

/** `12`, `12A`, `12 1/2`, `N6W23001`; null where there are several readings (`12-14`), or none. */
export function readHouse(cell: string): HouseParts | null {
  if (partsDigits(cell)) return null;
  const words = typedWords(fold(cell));
  // Some words are a number only before a street.
  const readings = houseReadings([...words, 'XX']).filter(({ taken }) => taken === words.length);
  const [reading] = readings;
  return readings.length === 1 && reading !== undefined ? onlyNumber(reading.numbers) : null;
}

/** The number with what another column says stands behind it: 16 and `1/2`, 18 and `A`; null where that is nothing of the kind. */
export function withSuffix(house: HouseParts, cell: string): HouseParts | null {
  if (cell === '') return house;
  const read = readHouse(`${house.number}${/^[A-Za-z]$/.test(cell) ? '' : ' '}${cell}`);
  if (read === null || read.number !== house.number || read.suffix === '') return null;
  if (house.suffix !== '' && house.suffix !== read.suffix) return null;
  return { ...house, suffix: read.suffix };
}

function onlyNumber(numbers: readonly HouseParts[]): HouseParts | null {
  const [number] = numbers;
  return numbers.length === 1 && number !== undefined && number.number > 0 ? number : null;
}

/** `APT 4B` -> `4B`, `#4` -> `4`, `BLDG 2 APT 4` -> `4`, `REAR` -> `REAR`: what a look-up takes the unit to be. */
export function readUnit(cell: string): string {
  const words = typedWords(fold(cell).replace(/'/g, ' '));
  return unitAt(words, 0, true) ?? words.map(bare).join(' ');
}

/** Whether the text is a unit and nothing else: `Suite 100`, `#4`, `Bldg 2 Rm 4`. */
export const isUnit = (text: string): boolean => {
  const words = typedWords(fold(text));
  return words.length > 0 && unitAt(words, 0, true) !== null;
};

/** `town` is the row's own town where another column says it: without a comma before it only a town that is known can be told
 *  from a street. Null where the text can be cut in several ways, or has no number or no street. */
export function readAddressLine(text: string, town: string): AddressParts | null {
  if (partsDigits(text)) return null;
  const reading = readAddress(text);
  if (reading.kind !== 'address') return null;
  const { words, breaks, houses, zip, unitFirst } = reading.address;
  const [house] = houses;
  const number = houses.length === 1 && house !== undefined ? onlyNumber(house.numbers) : null;
  if (number === null || house?.unit !== undefined) return null;
  const parts = partsFrom(words, breaks, house!.taken);
  const behind = takeTown(parts, town, zip !== null);
  if (behind === null) return null;
  const [first = [], ...others] = parts;
  const { street, unit } = cutUnit(first);
  const units = [unitFirst, unit, ...others.map((part) => unitAt(part, 0, true))];
  if (others.some((part) => unitAt(part, 0, true) === null)) return null;
  const name = street.map(bare).filter((word) => word !== '');
  if (name.length === 0 || !endsForSure(street)) return null;
  return {
    ...number,
    street: name.join(' '),
    unit: units.findLast((one) => one !== null) ?? '',
    ...behind,
    zip: zip ?? '',
  };
}

function partsFrom(words: readonly string[], breaks: readonly boolean[], from: number): string[][] {
  const parts: string[][] = [[]];
  for (let at = from; at < words.length; at++) {
    if (breaks[at] === true && at > from) parts.push([]);
    parts.at(-1)!.push(words[at]!);
  }
  return parts;
}

/** Takes town and state off the end. Null where a town may be there and cannot be told from the street. */
function takeTown(parts: string[][], town: string, hasZip: boolean): { city: string; state: string } | null {
  const last = parts.at(-1)!;
  if (parts.length > 1) {
    const whole = STATES.get(last.join(' '));
    if (whole !== undefined) {
      parts.pop();
      const before = parts.at(-1)!;
      if (parts.length > 1 && unitAt(before, 0, true) === null) {
        parts.pop();
        return isTown(before) ? { city: before.join(' '), state: whole } : null;
      }
      const city = takeKnownTown(before, town);
      return city === null && !isClosed(before) ? null : { city: city ?? '', state: whole };
    }
    if (unitAt(last, 0, true) !== null) return { city: '', state: '' };
    const state = takeStateCode(last);
    parts.pop();
    return isTown(last) ? { city: last.join(' '), state } : null;
  }
  const known = [...last];
  const state = takeStateCode(known);
  const city = takeKnownTown(known, town);
  if (city !== null) {
    parts[0] = known;
    return { city, state };
  }
  if (takeKnownTown(last, town) !== null) return { city: town, state: '' };
  if (!hasZip) return { city: '', state: '' };
  // Between a street and a ZIP a town may stand that nobody named.
  const rest = state !== '' && suffixOf(last.at(-1)!) === '' ? known : last;
  if (!isClosed(rest)) return null;
  parts[0] = rest;
  return { city: '', state: rest === known ? state : '' };
}

/** No town has a number. */
const isTown = (words: readonly string[]): boolean => !words.some((word) => /[\d#]/.test(word));

function takeStateCode(words: string[]): string {
  const code = words.at(-1) ?? '';
  if (code.length !== 2 || words.length < 2 || !STATES.has(code)) return '';
  words.pop();
  return code;
}

/** Takes the words of a town that is known off the end; null where they are not there. */
function takeKnownTown(words: string[], town: string): string | null {
  const wanted = townKey(town);
  if (wanted === '') return null;
  for (let size = 1; size <= 5 && size < words.length; size++) {
    if (townKey(words.slice(-size).join(' ')) !== wanted) continue;
    return words.splice(words.length - size, size).join(' ');
  }
  return null;
}

/** The street ends with a type, a direction behind a type, or a unit: nothing of a town can be in it. */
function isClosed(words: readonly string[]): boolean {
  const { street, unit } = cutUnit(words);
  if (unit !== null) return true;
  const last = street.at(-1) ?? '';
  const before = street.at(-2) ?? '';
  return (
    street.length > 1 &&
    (isPlainType(last) || (isDirection(last) && isPlainType(before))) &&
    !hasInnerType(street)
  );
}

function isPlainType(word: string): boolean {
  return PLAIN_SUFFIXES.has(suffixOf(word));
}

/** `OAK ST CEDAR LN`: the second half may be a town. */
function hasInnerType(street: readonly string[]): boolean {
  return street.slice(1, -1).some((word, at) => isPlainType(word) && at + 2 < street.length - 1);
}

/** A number or letter behind a type may be a unit: `OAK ST 4`; not of `COUNTY RD 4` or `AVENUE B`, but behind these: `COUNTY RD 4 3`. */
function endsForSure(street: readonly string[]): boolean {
  const canonical = canonicalWords(street.map(bare)).map(({ word }) => word);
  if (!isLoose(canonical.at(-1) ?? '')) return true;
  const isBehindRoute = street.length > 2 && isLoose(bare(street.at(-2)!));
  return !isBehindRoute && !canonical.slice(1, -1).some(isPlainType);
}

const isLoose = (word: string): boolean =>
  /^\d+[A-Z]?$/.test(word) || (/^[A-Z]$/.test(word) && !isDirection(word));

function cutUnit(words: readonly string[]): {
  readonly street: readonly string[];
  readonly unit: string | null;
} {
  for (let at = 1; at < words.length; at++) {
    const unit = unitAt(words, at, isPlainType(words[at - 1]!) || isDirection(words[at - 1]!));
    if (unit !== null) return { street: words.slice(0, at), unit };
  }
  return { street: words, unit: null };
}

/** The unit that all words from `at` on name, one or several: `BLDG 2 APT 4` -> `4`. `behindType`: words that streets are named
 *  after, too, may be units here. */
function unitAt(words: readonly string[], at: number, behindType: boolean): string | null {
  let unit: string | null = null;
  for (let next = at; next < words.length; ) {
    const word = words[next]!;
    if (word.startsWith('#') && word.length > 1) {
      unit = bare(word);
      next++;
    } else if (isDesignator(word, behindType) && isUnitId(words[next + 1] ?? '')) {
      unit = bare(words[next + 1]!);
      next += 2;
    } else if (behindType && STANDALONE_UNITS.has(word) && next === words.length - 1) {
      unit ??= word;
      next++;
    } else return null;
  }
  return unit;
}

function isDesignator(word: string, behindType: boolean): boolean {
  return UNIT_DESIGNATORS.has(word) || (behindType && RARE_UNIT_DESIGNATORS.has(word));
}

function isUnitId(word: string): boolean {
  return /\d/.test(word) || (/^#?[A-Z]{1,2}$/.test(word) && suffixOf(word) === '');
}

function bare(word: string): string {
  return word.replace(/^#/, '');
}
