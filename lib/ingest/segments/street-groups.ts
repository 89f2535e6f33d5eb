// Owns which segments are of one street, as a look-up would say. Knows nothing of numbers or places.

import { squash, streetKey } from '@/lib/core/address/street-key';
import { townKey } from '@/lib/core/address/town';
import type { StreetSegment } from '@/lib/core/vip';
import { FirstSeen, hashText } from '../first-seen';

export interface StreetGroups {
  /** Segment -> number of its street. */
  readonly of: Int32Array;
  readonly size: number;
  /** The segments of a street, in the file's order. */
  readonly members: (street: number) => Int32Array;
}

/** About: room for each of two million as a street of its own would be 32 MB. */
const segmentsAStreet = 16;

/** Segments that a look-up would weigh against each other: one street of one town and ZIP, and one kind of
 *  house number, since a number with its own prefix or suffix stands before the plain ones. */
export function streetGroups(segments: readonly StreetSegment[]): StreetGroups {
  const nameOf = nameNumbers(segments);
  const townOf = townNumbers(segments);
  const of = new Int32Array(segments.length);
  // Of each street, since only the first segment of one is ever compared with.
  const names: number[] = [];
  const towns: number[] = [];
  let [name, town] = [0, 0];
  const streets = new FirstSeen(
    (i) => hashText(segments[i]!.zip, name * 31 + town),
    (a, b) => names[of[a]!] === name && towns[of[a]!] === town && isSameKind(segments[a]!, segments[b]!),
    segments.length / segmentsAStreet,
  );
  for (let i = 0; i < segments.length; i++) {
    name = nameOf(i);
    town = townOf(i);
    const first = streets.add(i);
    if (first === i) {
      of[i] = names.push(name) - 1;
      towns.push(town);
    } else of[i] = of[first]!;
  }
  return { of, size: names.length, members: membersOf(of, names.length) };
}

/** Segment -> number of its street's canonical name, asked in their order. Each spelling is worked out once. */
function nameNumbers(segments: readonly StreetSegment[]): (i: number) => number {
  const bySpelling = new Map<number, number>();
  const byForm = new Map<string, number>();
  const spellings = new FirstSeen(
    (i) => spellingHash(segments[i]!),
    (a, b) => isSpeltAlike(segments[a]!, segments[b]!),
    segments.length / segmentsAStreet,
  );
  let last = 0;
  return (i) => {
    // In a sorted file the row before is of the same street.
    if (i > 0 && isSpeltAlike(segments[i]!, segments[i - 1]!)) return last;
    const first = spellings.add(i);
    if (first === i) bySpelling.set(i, numberOf(byForm, canonicalName(segments[i]!)));
    last = bySpelling.get(first)!;
    return last;
  };
}

function townNumbers(segments: readonly StreetSegment[]): (i: number) => number {
  const byForm = new Map<string, number>();
  const bySpelling = new Map<string, number>();
  return (i) => {
    const { city } = segments[i]!;
    const known = bySpelling.get(city);
    if (known !== undefined) return known;
    const number = numberOf(byForm, townKey(city));
    bySpelling.set(city, number);
    return number;
  };
}

function numberOf(numbers: Map<string, number>, form: string): number {
  const known = numbers.get(form);
  if (known !== undefined) return known;
  numbers.set(form, numbers.size);
  return numbers.size - 1;
}

/** `LAKE ST S`, in the order of the columns. */
export function streetText(segment: StreetSegment): string {
  const { streetDirection, streetName, streetSuffix, addressDirection } = segment;
  let text = streetDirection === '' ? streetName : `${streetDirection} ${streetName}`;
  if (streetSuffix !== '') text += ` ${streetSuffix}`;
  return addressDirection === '' ? text : `${text} ${addressDirection}`;
}

function canonicalName(segment: StreetSegment): string {
  const { pre, core, suffix, post } = streetKey(streetText(segment));
  return `${pre}|${squash(core)}|${suffix}|${post}`;
}

function spellingHash({ streetName, streetSuffix }: StreetSegment): number {
  return hashText(streetSuffix, hashText(streetName));
}

function isSpeltAlike(a: StreetSegment, b: StreetSegment): boolean {
  return (
    a.streetName === b.streetName &&
    a.streetSuffix === b.streetSuffix &&
    a.streetDirection === b.streetDirection &&
    a.addressDirection === b.addressDirection
  );
}

function isSameKind(a: StreetSegment, b: StreetSegment): boolean {
  return (
    a.zip === b.zip &&
    sameText(a.houseNumberPrefix, b.houseNumberPrefix) &&
    sameText(a.houseNumberSuffix, b.houseNumberSuffix)
  );
}

function sameText(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && a.toUpperCase() === b.toUpperCase());
}

/** Counting sort: two arrays in all, where one for each street would be a hundred thousand. */
function membersOf(of: Int32Array, size: number): (street: number) => Int32Array {
  const starts = new Int32Array(size + 1);
  for (const street of of) starts[street + 1]!++;
  for (let street = 0; street < size; street++) starts[street + 1]! += starts[street]!;
  const order = new Int32Array(of.length);
  const next = starts.slice();
  for (let i = 0; i < of.length; i++) order[next[of[i]!]!++] = i;
  return (street) => order.subarray(starts[street], starts[street + 1]);
}
