// Owns which segments are of one street, as a look-up would say. Knows nothing of numbers or places.

import { squash, streetKey } from '@/lib/core/address/street-key';
import { townKey } from '@/lib/core/address/town';
import type { StreetSegment } from '@/lib/core/vip';
import { FirstSeen, hashText } from './first-seen';

export interface StreetGroups {
  /** Segment -> number of its street. */
  readonly of: Int32Array;
  readonly size: number;
  /** The segments of a street, in the file's order. */
  readonly members: (street: number) => Int32Array;
}

/** Segments that a look-up would weigh against each other: one street of one town and ZIP, and one kind of
 *  house number, since a number with its own prefix or suffix stands before the plain ones. */
export function streetGroups(segments: readonly StreetSegment[]): StreetGroups {
  const of = new Int32Array(segments.length);
  const names = new Int32Array(segments.length);
  const towns = new Int32Array(segments.length);
  const nameOf = createNumbers(canonicalName);
  const townOf = createNumbers(townKey);
  const isAlike = (a: number, b: number) => isSpeltAlike(segments[a]!, segments[b]!);
  const spellings = new FirstSeen((i) => spellingHash(segments[i]!), isAlike, segments.length);
  const streets = new FirstSeen(
    (i) => hashText(segments[i]!.zip, names[i]! * 31 + towns[i]!),
    (a, b) => names[a] === names[b] && towns[a] === towns[b] && isSameKind(segments[a]!, segments[b]!),
    segments.length / 2,
  );
  let size = 0;
  for (let i = 0; i < segments.length; i++) {
    // In a sorted file the row before is of the same street.
    let first = i > 0 && isAlike(i, i - 1) ? i - 1 : spellings.add(i);
    if (first === i) {
      names[i] = nameOf(streetText(segments[i]!));
      towns[i] = townOf(segments[i]!.city);
      first = streets.add(i);
    }
    of[i] = first === i ? size++ : of[first]!;
  }
  return { of, size, members: membersOf(of, size) };
}

/** `LAKE ST S`, in the order of the columns. */
export function streetText(segment: StreetSegment): string {
  const { streetDirection, streetName, streetSuffix, addressDirection } = segment;
  let text = streetDirection === '' ? streetName : `${streetDirection} ${streetName}`;
  if (streetSuffix !== '') text += ` ${streetSuffix}`;
  return addressDirection === '' ? text : `${text} ${addressDirection}`;
}

function canonicalName(text: string): string {
  const { pre, core, suffix, post } = streetKey(text);
  return `${pre}|${squash(core)}|${suffix}|${post}`;
}

/** A function from a text to the number of its canonical form. Each spelling is worked out once. */
function createNumbers(canonical: (text: string) => string): (text: string) => number {
  const bySpelling = new Map<string, number>();
  const byForm = new Map<string, number>();
  return (text) => {
    const known = bySpelling.get(text);
    if (known !== undefined) return known;
    const form = canonical(text);
    const number = byForm.get(form) ?? byForm.size;
    byForm.set(form, number);
    bySpelling.set(text, number);
    return number;
  };
}

function spellingHash({ zip, streetName, streetSuffix }: StreetSegment): number {
  return hashText(zip, hashText(streetSuffix, hashText(streetName)));
}

function isSpeltAlike(a: StreetSegment, b: StreetSegment): boolean {
  return (
    a.streetName === b.streetName &&
    a.streetSuffix === b.streetSuffix &&
    a.streetDirection === b.streetDirection &&
    a.addressDirection === b.addressDirection &&
    a.city === b.city &&
    isSameKind(a, b)
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
