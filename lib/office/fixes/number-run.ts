// Owns runs of house numbers on one side of a street or on both: what two have in common, what a row keeps outside of one. Pure.

import type { OddEvenBoth, StreetSegment } from '@/lib/core/vip';
import { LAST_HOUSE_NUMBER } from '@/lib/release/street-encode';

/** `{start: 2, end: 98, side: 'even'}`, both ends included. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly side: OddEvenBoth;
}

/** The numbers that a row holds, whatever their prefix, suffix and units. */
export function runOf(segment: StreetSegment): Run {
  return segment.includesAllAddresses
    ? { start: 0, end: LAST_HOUSE_NUMBER, side: 'both' }
    : { start: segment.startHouseNumber, end: segment.endHouseNumber, side: segment.oddEvenBoth };
}

/** The numbers that both hold; null: none. */
export function overlap(a: Run, b: Run): Run | null {
  const side = a.side === 'both' ? b.side : b.side === 'both' ? a.side : a.side === b.side ? a.side : null;
  return side === null ? null : run(Math.max(a.start, b.start), Math.min(a.end, b.end), side);
}

/** What of a row lies within; null: nothing. */
export function inside(segment: StreetSegment, within: Run): StreetSegment | null {
  const common = overlap(runOf(segment), within);
  return common === null ? null : pieceOf(segment, common);
}

/** What of a row lies outside, in at most three pieces; the row itself where nothing of it lies within. */
export function outside(segment: StreetSegment, within: Run): readonly StreetSegment[] {
  const own = runOf(segment);
  const common = overlap(own, within);
  if (common === null) return [segment];
  const { side, start, end } = common;
  return [
    own.side === side ? null : run(own.start, own.end, side === 'odd' ? 'even' : 'odd'),
    run(own.start, start - 1, side),
    run(end + 1, own.end, side),
  ].flatMap((rest) => (rest === null ? [] : [pieceOf(segment, rest)]));
}

/** From the first to the last number of that side; null: there is none. */
function run(from: number, to: number, side: OddEvenBoth): Run | null {
  const odd = side === 'odd' ? 1 : 0;
  const isOff = (number: number) => side !== 'both' && number % 2 !== odd;
  const [start, end] = [isOff(from) ? from + 1 : from, isOff(to) ? to - 1 : to];
  return start > end ? null : { start, end, side };
}

function pieceOf(segment: StreetSegment, { start, end, side }: Run): StreetSegment {
  return {
    ...segment,
    startHouseNumber: start,
    endHouseNumber: end,
    oddEvenBoth: side,
    includesAllAddresses: false,
  };
}
