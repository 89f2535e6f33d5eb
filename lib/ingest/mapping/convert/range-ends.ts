// Owns the two ends of a range that are no plain numbers: `N84W16889` to `N84W16999`, `87-01` to `87-99`, `16 1/2` alone. Reads what has
// one meaning and nothing else. Knows no table.

import { readWholeNumber } from '../../tables/cells';
import { type HouseParts, readHouse, withSuffix } from './composed-address';

/** As the cells of a segment (VIP 6.0 StreetSegment: StartHouseNumber, EndHouseNumber, HouseNumberPrefix, HouseNumberSuffix). */
export interface RangeEnds {
  readonly start: string;
  readonly end: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Ends that cannot be read are given back as they stand: they are refused where a feed's are. */
function readCells(start: string, end: string): RangeEnds {
  const asTheyStand = { start, end, prefix: '', suffix: '' };
  // Two million rows: nearly all end here.
  if (readWholeNumber(start) >= 0 || readWholeNumber(end) >= 0) return asTheyStand;
  const [first, last] = [readEnd(start, end), readEnd(end, start)];
  if (first === null || last === null) return asTheyStand;
  const isOne = first.number === last.number;
  // From 12A to 12F may be two letters or all numbers between two.
  if (first.prefix !== last.prefix || first.suffix !== last.suffix || (first.suffix !== '' && !isOne))
    return asTheyStand;
  return {
    start: String(first.number),
    end: String(last.number),
    prefix: first.prefix,
    suffix: first.suffix,
  };
}

/** Null where `behind`, what another column says stands behind the number, is nothing of the kind, or of no single house. */
export function readEnds(start: string, end: string, behind = ''): RangeEnds | null {
  const ends = readCells(start, end);
  if (behind === '') return ends;
  const { prefix, suffix } = ends;
  const number = readWholeNumber(ends.start);
  const house =
    ends.start !== ends.end || number <= 0 ? null : withSuffix({ number, prefix, suffix }, behind);
  return house && { ...ends, suffix: house.suffix };
}

/** Those of a grid (`N84W`, `W156N`, `12S`), and one or two letters. Three may be a month of a spreadsheet's: `JAN-12`. */
const knownPrefix = /^(?:[NSEW]\d{1,4}[NSEW]|\d{1,3}[NSEW]|[A-Z]{1,2})$/;

function readEnd(cell: string, other: string): HouseParts | null {
  const block = readBlock(cell);
  if (block !== null) return isBlock(block, readBlock(other)) ? block : null;
  const house = readHouse(cell);
  return house === null || (house.prefix !== '' && !knownPrefix.test(house.prefix)) ? null : house;
}

/** `87-15`: house 15 of block 87, as in Queens. */
function readBlock(cell: string): HouseParts | null {
  const match = /^(\d{1,4})-(\d{1,4})$/.exec(cell);
  return match === null ? null : { prefix: `${match[1]}-`, number: Number(match[2]), suffix: '' };
}

/** Both ends are of one block. Where both are the same, 12-34 may be a range in either cell; 87-15 is none. */
function isBlock(one: HouseParts, other: HouseParts | null): boolean {
  if (other === null || one.prefix !== other.prefix) return false;
  return one.number !== other.number || Number.parseInt(one.prefix, 10) > one.number;
}
