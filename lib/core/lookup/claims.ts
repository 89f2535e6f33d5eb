// Owns which segments of a street hold a house number and unit (VIP 6.0 StreetSegment). Says nothing of
// what follows from them.

import type { HouseNumber, HouseReading } from '../address/house-number';
import { fold } from '../address/tokens';
import type { UnitRange } from '../vip';
import type { SegmentExtra, ShardPrecinct, ShardStreet } from './shard';
import type { StreetRef } from './shard-index';

/** One segment that holds the address. `units` is null where the segment holds every unit. */
export interface Claim {
  readonly ref: StreetRef;
  readonly precinct: ShardPrecinct;
  readonly units: readonly UnitRange[] | null;
  /** It names the number's own prefix, suffix or unit. */
  readonly isExact: boolean;
}

/** Segments for every reading of the number. `12-34` is a number of block 12 where the street has such; else the
 *  houses 12 to 34, or 1234 written apart: then all readings that the list has must lead to one place. */
export function claimsFor(
  ref: StreetRef,
  numbers: readonly HouseNumber[],
  unit: string | null,
): readonly Claim[] {
  const [first, ...others] = numbers;
  if (others.length === 0 || hasPart(ref, 'prefix', first!)) return claimsOn(ref, first!, unit);
  const [head, tail, joined] = others.map((number) => claimsOn(ref, number, unit));
  if (head!.length === 0) return joined!;
  return [...new Map([...head!, ...tail!, ...joined!].map((claim) => [claim.precinct, claim])).values()];
}

/** Segments of one street that hold the number. What names a prefix, suffix or unit outright stands before
 *  what does not: 12 1/2 has its own segment, and 1-99 beside it does not contradict that. */
function claimsOn(ref: StreetRef, house: HouseNumber, unit: string | null): Claim[] {
  const { street, layer } = ref;
  let best = -1;
  let claims: Claim[] = [];
  for (let at = 0; at < street.segments.length; at += 4) {
    if (!holds(street, at, house.number)) continue;
    const extra = street.extras?.get(at / 4);
    const rank = rankOf(extra, house, unit);
    if (rank === null || rank < best) continue;
    if (rank > best) claims = [];
    best = rank;
    claims.push({
      ref,
      precinct: layer.precincts[street.segments[at + 3]!]!,
      units: extra?.units ?? null,
      isExact: rank > 0,
    });
  }
  return claims;
}

/** Whether any segment of the street has numbers with the letter that was typed with this one. */
export function hasLetter({ ref, typed }: { readonly ref: StreetRef; readonly typed: Typed }): boolean {
  return hasPart(ref, 'suffix', typed.house.numbers[0]!);
}

/** The same for the block that was typed: the 37 of `37-12`. */
export function hasBlock({ ref, typed }: { readonly ref: StreetRef; readonly typed: Typed }): boolean {
  return hasPart(ref, 'prefix', typed.house.numbers[0]!);
}

interface Typed {
  readonly house: HouseReading;
}

/** Whether any segment of the street has numbers of this prefix or suffix: then it is part of its numbers. */
function hasPart({ street }: StreetRef, part: 'prefix' | 'suffix', number: HouseNumber): boolean {
  return [...(street.extras?.values() ?? [])].some((extra) => bare(extra[part] ?? '') === bare(number[part]));
}

/** A way in which a street's numbers are written: `{prefix: 'N6W', suffix: ''}`; plain numbers have neither. */
export interface NumberForm {
  readonly prefix: string;
  readonly suffix: string;
}

/** Digits and nothing else. */
export const PLAIN_NUMBERS: NumberForm = { prefix: '', suffix: '' };

/** The form of one segment's numbers, as someone who lives there writes it: block 12 is typed `12-`. */
export function formOf(street: ShardStreet, segment: number): NumberForm {
  const extra = street.extras?.get(segment);
  if (extra === undefined) return PLAIN_NUMBERS;
  const { prefix = '', suffix = '' } = extra;
  const isBlock = /^\d+-?$/.test(prefix);
  return { prefix: isBlock ? `${bare(prefix)}-` : prefix, suffix };
}

function holds(street: ShardStreet, at: number, number: number): boolean {
  if (number < street.segments[at]! || number > street.segments[at + 1]!) return false;
  const parity = street.segments[at + 2];
  return parity === 0 || (parity === 1) === (number % 2 === 1);
}

/** How exactly a segment names this house: null for not at all, more for more exactly. */
function rankOf(extra: SegmentExtra | undefined, house: HouseNumber, unit: string | null): number | null {
  if (extra === undefined) return house.prefix === '' ? 0 : null;
  let rank = 0;
  // N6W45 is no 45, and 45 no N6W45: they are two houses of a street that may have both.
  const prefix = bare(extra.prefix ?? '');
  if (prefix !== bare(house.prefix)) return null;
  if (prefix !== '') rank += 4;
  const suffix = bare(extra.suffix ?? '');
  if (suffix !== '') {
    if (suffix !== bare(house.suffix)) return null;
    rank += 2;
  }
  const wanted = unit ?? (/^[A-Z]$/.test(house.suffix) ? house.suffix : null);
  if (extra.units !== undefined && extra.units.length > 0 && wanted !== null) {
    if (!extra.units.some((range) => inRange(wanted, range))) return null;
    rank += 1;
  }
  return rank;
}

/** As offices write them: `37-`, `a`, `-A`, `½`. */
function bare(text: string): string {
  return text === '' ? text : fold(text).replace(/[ -]/g, '');
}

/** `4` in 1-10, `1c` in 1a-2b, `B` in A-F; a unit of another make (`B` in 1-10) is in none. */
export function inRange(unit: string, range: UnitRange): boolean {
  const value = pieces(unit);
  const start = pieces(range.start);
  const end = pieces(range.end);
  if (compare(value, start) === 0 || compare(value, end) === 0) return true;
  return (
    shape(start) === shape(value) &&
    shape(end) === shape(value) &&
    compare(start, value) <= 0 &&
    compare(value, end) <= 0
  );
}

type Piece = number | string;

/** `12B` -> [12, 'B']; blanks, hyphens and case carry no meaning. */
function pieces(unit: string): Piece[] {
  const found = unit.toUpperCase().match(/\d+|[A-Z]+/g) ?? [];
  return found.map((piece) => (/\d/.test(piece) ? Number(piece) : piece));
}

function shape(unit: readonly Piece[]): string {
  return unit.map((piece) => (typeof piece === 'number' ? '9' : 'A')).join('');
}

function compare(a: readonly Piece[], b: readonly Piece[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const left = a[at] ?? '';
    const right = b[at] ?? '';
    if (left === right) continue;
    if (typeof left === 'string' && typeof right === 'string' && left.length !== right.length)
      return left.length - right.length;
    return left < right ? -1 : 1;
  }
  return 0;
}
