// Owns how many addresses ranges stand for, said honestly (docs/adr/0031): house numbers that there can be, and apart
// from them the ranges whose end is no house. Pure.

import type { OddEvenBoth } from '@/lib/core/vip';
import type { AddressCount } from './difference';

/** Offices write "all numbers" as 1-9998, 1-99999, 1-999999 …; no street goes on for so long (as lib/view/number-ranges). */
const LEAST_END_OF_ALL = 9998;
/** A range that starts in the middle may truly end at 9999. */
const LEAST_OPEN_END = 999_998;

interface Numbers {
  readonly start: number;
  readonly end: number;
  readonly oddEvenBoth: OddEvenBoth;
}

/** `1-999999` is open: "all numbers". So is `100-999999`: "100 and up". */
export function isOpenRange({ start, end }: Pick<Numbers, 'start' | 'end'>): boolean {
  return start <= 2 ? end >= LEAST_END_OF_ALL : start < end && end >= LEAST_OPEN_END;
}

/** `[101-199 odd, 1-999999]` -> 50 numbers and 1 open range. Ranges that overlap count twice, as they stand. */
export function countAddresses(ranges: Iterable<Numbers>): AddressCount {
  let [numbers, openRanges] = [0, 0];
  for (const range of ranges) {
    if (isOpenRange(range)) openRanges += 1;
    else numbers += numbersIn(range);
  }
  return { numbers, openRanges };
}

function numbersIn({ start, end, oddEvenBoth }: Numbers): number {
  if (oddEvenBoth === 'both') return Math.max(0, end - start + 1);
  const rest = oddEvenBoth === 'odd' ? 1 : 0;
  const first = start % 2 === rest ? start : start + 1;
  return first > end ? 0 : Math.floor((end - first) / 2) + 1;
}
