// Owns which streets of the shard the typed words fit, and how well: the same street, or one with its type
// or direction left out. It does not guess spellings (see near.ts) and does not look at house numbers.

import { routeKin } from '../address/routes';
import {
  compound,
  cut,
  directionsOf,
  isDirection,
  joined,
  squash,
  suffixesMayAgree,
  suffixOf,
} from '../address/street-key';
import { STATES } from '../usps/states';
import { PLAIN_SUFFIXES } from '../usps/suffixes';
import { hasLetter } from './claims';
import { type Remainder, readRemainder } from './remainder';
import { type ShardIndex, type StreetRef, shapeOf } from './shard-index';
import { startsTown, type TypedStreet } from './typed-street';

/** One street that the words fit, with what was made of the words behind it. */
export interface Fit {
  readonly ref: StreetRef;
  readonly remainder: Remainder;
  readonly typed: TypedStreet;
  /** Named short in a way in which another street may be meant, with a wrong type. */
  readonly contested?: boolean;
}

/** More words than any street's name has. */
const MAX_STREET_WORDS = 10;

/** Streets that are named in full: core, type and directions the same, a direction before or after.
 *  Where a longer name fits, a shorter one does not count if it leaves a number or a strange town over:
 *  OLD HWY 84 #1 - WASHINGTON is not unit 1 on OLD HWY 84. */
export function sameStreets(typed: TypedStreet, index: ShardIndex): Fit[] {
  const fits: Fit[] = [];
  let longest = 0;
  for (let size = Math.min(typed.canon.length, MAX_STREET_WORDS); size >= 1; size--) {
    const key = cut(typed.canon, size);
    const letters = typed.letters[key.end]! - typed.letters[key.start]!;
    if (!index.shapes.has(shapeOf(typed.canon[key.start]!, letters))) continue;
    const refs = index.byCore.get(joined(typed.canon, key.start, key.end));
    if (refs === undefined) continue;
    const directions = directionsOf(key);
    const closed = key.suffix !== '' || key.post !== '';
    let remainder: Remainder | null | undefined;
    for (const ref of refs) {
      if (ref.street.key.suffix !== key.suffix || ref.directions !== directions) continue;
      if (isCrossed(ref, key) && refs.some((other) => isAsTyped(other, key))) continue;
      remainder ??= crossesTown(typed, size, index.towns)
        ? null
        : readRemainder(typed, size, closed, index.towns);
      if (remainder === null || (size < longest && (remainder.marked || remainder.strange))) break;
      if (remainder.strange && endsInPart(typed, size)) break;
      if (isDoubtfulState(typed, size, closed, remainder) && !isStateOf(ref, typed, size)) continue;
      longest = Math.max(longest, size);
      fits.push({ ref, remainder, typed });
    }
  }
  return fits;
}

/** No word of a town behind a comma is of the street: LAKE DR, NORTH CAREY is not N LAKE DR in Carey. */
function crossesTown(typed: TypedStreet, size: number, towns: ReadonlySet<string>): boolean {
  for (let at = 1; at < size; at++) {
    const word = typed.from[at]!;
    if (typed.breaks[word] === true && startsTown(typed, word, towns)) return true;
  }
  return false;
}

/** The street takes words from behind a comma, and leaves others there: OAK ST, NORTH SALEM is no N OAK ST in Salem. */
function endsInPart({ breaks, from }: TypedStreet, size: number): boolean {
  const end = from[size]!;
  return breaks[end] !== true && breaks.slice(from[1], end).includes(true);
}

/** W 400 S and S 400 W are two streets of a town laid out as a grid: where it has the one that was typed, the other
 *  is not meant. */
function isCrossed({ street }: StreetRef, { pre, post }: Ends): boolean {
  return pre !== '' && post !== '' && pre !== post && street.key.pre === post && street.key.post === pre;
}

function isAsTyped(
  { street }: StreetRef,
  { pre, post, suffix }: Ends & { readonly suffix: string },
): boolean {
  return street.key.pre === pre && street.key.post === post && street.key.suffix === suffix;
}

/** Directions before and after a name, '' for none. */
interface Ends {
  readonly pre: string;
  readonly post: string;
}

/** Streets that the words fit with a type or direction left out, a type abbreviated in a way that has several
 *  meanings, or a plain "Highway" for a US or state one. Nothing typed may contradict the street. */
export function shortenedStreets(typed: TypedStreet, index: ShardIndex): Fit[] {
  const fits = new Map<StreetRef, Fit>();
  const longest = Math.min(typed.canon.length, MAX_STREET_WORDS);
  for (let size = longest; size >= 1; size--) {
    for (const reading of readings(typed.canon, size)) {
      for (const core of coresOf(reading.core)) {
        const refs = [
          ...(index.byCore.get(squash(core)) ?? []).filter((ref) => agrees(ref, core, reading)),
          ...typesWithDirection(reading, index),
        ];
        if (refs.length === 0 || crossesTown(typed, size, index.towns)) continue;
        const remainder = readRemainder(typed, size, reading.closed, index.towns);
        if (remainder === null || isBareNumber(typed, size, remainder)) continue;
        if (isTornName(typed, size, reading, remainder)) continue;
        const doubtful = isDoubtfulState(typed, size, reading.closed, remainder);
        for (const ref of refs) {
          if (fits.has(ref) || (doubtful && !isStateOf(ref, typed, size))) continue;
          if (typed.house.mayBeDirection === true && !hasLetter({ ref, typed })) continue;
          fits.set(ref, { ref, remainder, typed, contested: isContested(ref, reading, typed, size) });
        }
      }
    }
  }
  return [...fits.values()];
}

/** LAKE DR for N LAKE DR may be LAKE ST with a wrong type, and so may LAKE VIEW for LAKE VIEW RD. */
function isContested(
  ref: StreetRef,
  { suffix, directions }: Reading,
  { canon }: TypedStreet,
  size: number,
): boolean {
  if (suffix !== '') return directions === '' && ref.directions !== '';
  return cut(canon, size).suffix !== '';
}

/** A number right behind a street that is named short, without a word for a unit, may be of the name: E ROAD 12. */
function isBareNumber({ raw, from }: TypedStreet, size: number, { marked }: Remainder): boolean {
  return marked && !raw[from[size]!]!.startsWith('#');
}

/** Words that read as one name are not cut into a bare name and a town or state, even where both are listed:
 *  N BROADWAY is not N ST in Broadway, OAK AVE not OAK ST in a town called Avenue, OAK CT not OAK ST in Connecticut. */
function isTornName(typed: TypedStreet, size: number, reading: Reading, rest: Remainder): boolean {
  const start = typed.from[size]!;
  if (reading.suffix !== '' || start === typed.raw.length || typed.breaks[start] === true) return false;
  const isBareDirection = reading.core.length === 1 && isDirection(reading.core[0]!);
  const next = typed.raw[start]!;
  if (rest.town === '') return rest.strange && (isBareDirection || next.length > 2 || suffixOf(next) !== '');
  const [first, second] = (rest.townText ?? '').split(' ');
  if (first !== next) return false;
  return isBareDirection || (second === undefined && PLAIN_SUFFIXES.has(suffixOf(first)));
}

/** What follows the street reads as a state, but no comma parts them, and it may be more of the name: CT, LA and NE
 *  are a type or direction as well, and LAKE WASHINGTON is one name. */
function isDoubtfulState(typed: TypedStreet, size: number, closed: boolean, rest: Remainder): boolean {
  if (!rest.strange || rest.town !== '') return false;
  const word = typed.canon[size]!;
  return !closed || suffixOf(word) !== '' || isDirection(word);
}

/** A doubtful state is believed where it is the street's own. */
function isStateOf({ layer }: StreetRef, { raw, from }: TypedStreet, size: number): boolean {
  const start = from[size]!;
  return [1, 2, 3].some((count) => STATES.get(raw.slice(start, start + count).join(' ')) === layer.state);
}

interface Reading extends Ends {
  readonly directions: string;
  readonly core: readonly string[];
  readonly suffix: string;
  readonly closed: boolean;
}

/** Every way to take directions and a type off the ends: LAKE VIEW may be all name, or LAKE with the type VIEW. */
function readings(canon: readonly string[], size: number): Reading[] {
  const all: Reading[] = [];
  for (const [start, pre] of leads(canon, size)) {
    for (const [end, post] of tails(canon, start, size)) {
      const ends = { pre, post, directions: sorted(`${pre} ${post}`.trim()) };
      const closed = post !== '';
      const suffix = end - start >= 2 ? suffixOf(canon[end - 1]!) : '';
      if (suffix !== '') all.push({ ...ends, core: canon.slice(start, end - 1), suffix, closed: true });
      if (!PLAIN_SUFFIXES.has(suffix))
        all.push({ ...ends, core: canon.slice(start, end), suffix: '', closed });
    }
  }
  return all;
}

/** Where the name may start, with the directions before it. Two that may make a quarter are read both ways: N E is
 *  NE, or N with the E of the other end. */
function leads(canon: readonly string[], size: number): [number, string][] {
  const [first, second] = [canon[0]!, canon[1]!];
  const found: [number, string][] = [[0, '']];
  if (size < 2 || !isDirection(first)) return found;
  found.push([1, first]);
  if (size < 3 || !isDirection(second)) return found;
  if (compound(first, second)) found.push([2, first + second]);
  found.push([2, `${first} ${second}`]);
  return found;
}

/** The same for its end. */
function tails(canon: readonly string[], start: number, size: number): [number, string][] {
  const [before, last] = [canon[size - 2]!, canon[size - 1]!];
  const found: [number, string][] = [[size, '']];
  if (size - start < 2 || !isDirection(last)) return found;
  found.push([size - 1, last]);
  if (size - start < 3 || !isDirection(before)) return found;
  if (compound(before, last)) found.push([size - 2, before + last]);
  found.push([size - 2, `${before} ${last}`]);
  return found;
}

/** Directions in one order, whatever ends they were at: see `directionsOf`. */
function sorted(directions: string): string {
  return directions.length < 3 ? directions : directions.split(' ').sort().join(' ');
}

/** The name as typed, and with a numbered road under its other names. */
export function coresOf(core: readonly string[]): string[] {
  const plain = core.join(' ');
  const at = core.findIndex((word) => word.includes('-'));
  if (at < 0) return [plain];
  return [
    plain,
    ...routeKin(core[at]!).map((kin) => core.map((word, index) => (index === at ? kin : word)).join(' ')),
  ];
}

/** `SPRING W` may be W SPRING, which reads as a street W of the type SPRING. A plain type is no name: W AVENUE is not AVENUE W. */
function typesWithDirection(
  { core, suffix, directions }: Reading,
  { byCore }: ShardIndex,
): readonly StreetRef[] {
  const type = suffixOf(core.join(' '));
  if (suffix !== '' || type === '' || PLAIN_SUFFIXES.has(type)) return [];
  return (byCore.get(directions) ?? []).filter(
    (ref) => ref.street.key.suffix === type && ref.directions === '',
  );
}

/** Nothing typed contradicts the street: a type may be missing or have several meanings, directions may be missing.
 *  The name must be the same to the blank: COMMERCEST is a slip, and not COMMERCE ST EXT named short. */
function agrees(ref: StreetRef, core: string, reading: Reading): boolean {
  const { suffix, core: known } = ref.street.key;
  if (core !== known) return false;
  if (reading.suffix !== '' && !suffixesMayAgree(reading.suffix, suffix)) return false;
  if (isCrossed(ref, reading)) return false;
  // W AVENUE is West Avenue, and not AVENUE W.
  if (suffix === '' && reading.pre !== '' && suffixOf(core) !== '') return false;
  if (reading.directions === '' || reading.directions === ref.directions) return true;
  return ref.directions.split(' ').includes(reading.directions);
}
