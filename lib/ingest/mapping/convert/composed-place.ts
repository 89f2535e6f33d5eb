// Owns the cutting of `City Hall - 200 Oak St, Natchez MS 39120` into a place's name and its address. Cuts only where there is one way to:
// before a house number behind a mark that parts the two, never between two words. Knows no table.

import { houseReadings } from '@/lib/core/address/house-number';
import { isRoute } from '@/lib/core/address/routes';
import { isDirection, streetKey, suffixOf } from '@/lib/core/address/street-key';
import { fold, typedWords } from '@/lib/core/address/tokens';
import { townKey } from '@/lib/core/address/town';
import { PLAIN_SUFFIXES } from '@/lib/core/usps/suffixes';
import { buildingWords } from '../building-words';
import { isUnit } from './composed-address';
import { readCityStateZip, type TownReading } from './composed-town';

/** As the text writes them; '' for what it does not say. `line1` has what stands behind the street and is no town: `12 Oak St, Rear`. */
export interface PlaceReading extends TownReading {
  readonly name: string;
  readonly line1: string;
}

/** No name with its address is longer. */
const maxChars = 250;
/** What may stand between a name and its address, and between the parts of either. */
const marks = /\s*[\r\n]\s*|\s*[,;|]\s*|\s+[-–—]+\s*|\s*[-–—]+\s+|:\s+|\s+@\s*|\s*\((?=[^()]*\)$)/g;

/** `town` is the row's own where another column says it: without state and ZIP only a town that is known can be told from `Rear Gym`.
 *  Null where the text is a name alone, or can be cut in several ways. */
export function readNameAndAddress(text: string, town: string): PlaceReading | null {
  const whole = text.trim().replace(/[^\S\r\n]+/g, ' ');
  if (whole.length > maxChars || !/\d/.test(whole)) return null;
  const cuts = [...whole.matchAll(marks)].flatMap((mark): PlaceReading[] => {
    const [name, behind] = [whole.slice(0, mark.index).trim(), whole.slice(mark.index + mark[0].length)];
    const isInside = mark[0].includes('(');
    const address = addressFrom(isInside ? behind.replace(/\)$/, '') : behind, town, false);
    return address === null || !isName(name) || maySpan(name, mark[0], behind) ? [] : [{ name, ...address }];
  });
  const bare = addressFrom(whole, town, true);
  const [only] = bare === null ? cuts : [...cuts, { name: '', ...bare }];
  return cuts.length + (bare === null ? 0 : 1) === 1 ? (only ?? null) : null;
}

/** A stray sign in front of a number may have been a digit. */
const startsAsNumber = /^[A-Z]?\p{N}/iu;

type Address = Omit<PlaceReading, 'name'>;

/** `isAlone`: nothing else says what the text is, so that no word of it may be of a name. */
function addressFrom(text: string, town: string, isAlone: boolean): Address | null {
  if (!startsAsNumber.test(text)) return null;
  const parts = partsOf(text);
  const { others, found } = takeTown(parts, town);
  const [street = '', ...more] = others;
  const isPlain = more.every((part) => isUnit(part) || (!isAlone && !/[\d#]/.test(part)));
  if (!isPlain || !isStreetLine(street, !isAlone && found.zip + found.state !== '')) return null;
  return { line1: others.join(', '), ...found };
}

/** A mark between digits is of a number: `12 - 14 Oak St`. */
function partsOf(text: string): readonly string[] {
  return text
    .replace(/(?<!\d) ?[-–—]+ +(?!\d)|(?<!\d) +[-–—]+ ?(?!\d)/g, ',')
    .split(/[,;|\r\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function takeTown(
  parts: readonly string[],
  town: string,
): { readonly others: readonly string[]; readonly found: TownReading } {
  const none = { city: '', state: '', zip: '' };
  for (const size of [4, 3, 2, 1]) {
    if (size >= parts.length) continue;
    const found = readCityStateZip(parts.slice(-size).join(', '));
    if (found !== null && found.state + found.zip !== '' && !isUnit(found.city))
      return { others: parts.slice(0, -size), found };
  }
  const last = parts.at(-1) ?? '';
  const isKnown = parts.length > 1 && townKey(town) !== '' && townKey(last) === townKey(town);
  return isKnown
    ? { others: parts.slice(0, -1), found: { ...none, city: last } }
    : { others: parts, found: none };
}

/** A house number and a street behind it. `hasTown`: a town, state or ZIP follows, so that the street needs no type. */
function isStreetLine(part: string, hasTown: boolean): boolean {
  const words = typedWords(fold(part));
  const isOfTwo = /[/&]/.test(part.replace(/\d\/\d/g, ''));
  if (isOfTwo || !startsAsNumber.test(part)) return false;
  return houseReadings(words).some(({ taken }) => {
    const street = words.slice(taken);
    if (!/[A-Z]/.test(street.join('')) || street.length === 0) return false;
    return (
      endsAsStreet(street) || (hasTown && !buildingWords.test(street.at(-1)!) && !isUnit(street.join(' ')))
    );
  });
}

/** Types that end names of streets and hardly any of buildings: not CENTER, STATION or PARK. */
const isType = (word: string): boolean =>
  PLAIN_SUFFIXES.has(suffixOf(word)) || /^(?:SQ|PLZ|PIKE|ROW)$/.test(suffixOf(word));

/** A type, or a numbered road, and behind it a direction or a unit at most. */
function endsAsStreet(street: readonly string[]): boolean {
  if (isRoute(streetKey(street.join(' ')).core)) return true;
  return street.some((word, at) => {
    const behind = street.slice(at + 1);
    const rest = isDirection(behind[0] ?? '') ? behind.slice(1) : behind;
    return at > 0 && isType(word) && (rest.length === 0 || isUnit(rest.join(' ')));
  });
}

/** Words, and among its parts none that is a number, an address or a town with its ZIP. */
function isName(text: string): boolean {
  const parts = partsOf(text);
  return (
    parts.length > 0 &&
    parts.every((part) => {
      const isLost = !/\p{L}{2}/u.test(part) || isStreetLine(part, false);
      return !isLost && (readCityStateZip(part)?.zip ?? '') === '';
    })
  );
}

/** No building has numbers that are further apart. */
const widestHouse = 50;

/** `City Hall 12 - 14 Oak St`: both numbers may be the house's. */
function maySpan(name: string, mark: string, behind: string): boolean {
  const [first, last] = [/\d{1,9}$/.exec(name)?.[0], /^\d+/.exec(behind)?.[0]];
  if (first === undefined || last === undefined || !/[-–—]/.test(mark)) return false;
  return Number(last) > Number(first) && Number(last) - Number(first) < widestHouse;
}
