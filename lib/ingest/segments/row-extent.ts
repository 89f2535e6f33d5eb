// Owns what can be read of where a row lies that is set aside: its street, numbers and units, as far as they are there
// (docs/adr/0040). Reports nothing, and never takes a guess for a reading: what cannot be read is wider, not narrower.

import { type HouseNumber, houseReadings } from '@/lib/core/address/house-number';
import { fold, typedWords } from '@/lib/core/address/tokens';
import type { OddEvenBoth, StreetSegment, UnitRange } from '@/lib/core/vip';
import { isFormattedNumber, isFormulaError, isSpreadsheetDate } from '../checks/spreadsheet-cells';
import { readFlag, readSide, readWholeNumber, readZip5, textOrNull } from '../tables/cells';
import { type SegmentColumns, trimmed } from './segment-columns';
import { readUnits } from './units';

/** `segment.zip` is '' where no ZIP can be read; its precinct is ''. */
export interface RowExtent {
  readonly segment: StreetSegment;
  /** False: the row names no street that can be read, and `segment` stands for every one. */
  readonly isNamed: boolean;
  /** False: the row stands for every street by its own words. */
  readonly isOfOneStreet: boolean;
  /** False: its numbers cannot be read, and `segment` has all of them. */
  readonly isNumbered: boolean;
  /** False: one end of its numbers cannot be read, and `segment` has the other one alone. */
  readonly hasBothEnds: boolean;
  /** False: its side cannot be read. `segment` has that of both its ends, where they are of one and it names nothing more exact. */
  readonly isSided: boolean;
}

/** The extent of one record of the table's full width. */
export function readExtent(cells: readonly string[], at: SegmentColumns, row: number): RowExtent {
  const text = (position: number) => (position < 0 ? '' : readable(trimmed(cells[position] ?? '')));
  const isSaid = (position: number) => readFlag(text(position)) === true;
  const name = text(at.streetName);
  const isEvery = isSaid(at.includesAllStreets) || name === '*';
  const nameParts = [at.streetDirection, at.streetName, at.streetSuffix, at.addressDirection];
  const isNamed = isEvery || (name !== '' && !isDamaged(cells, nameParts));
  const isBlank = text(at.startHouseNumber) + text(at.endHouseNumber) === '';
  const isWhole = isSaid(at.includesAllAddresses) || isSaid(at.includesAllStreets) || (isEvery && isBlank);
  const numbers = isWhole ? allNumbers : readNumbers(text(at.startHouseNumber), text(at.endHouseNumber));
  const isAll = numbers === null || numbers === allNumbers;
  const isStreet = isNamed && !isEvery;
  const units = unitsOf(text(at.unitNumber), text(at.startUnit), text(at.endUnit));
  const prefix = formOf(text(at.houseNumberPrefix), numbers?.prefix);
  const suffix = formOf(text(at.houseNumberSuffix), numbers?.suffix);
  const isPlain = units.length === 0 && prefix === null && suffix === null;
  const side = readSide(text(at.oddEvenBoth));
  return {
    isNamed,
    isOfOneStreet: !isEvery,
    isNumbered: numbers !== null,
    hasBothEnds: numbers?.isHalf !== true,
    isSided: isAll || side !== null,
    segment: {
      id: text(at.id) || `row-${row}`,
      startHouseNumber: isAll ? 0 : numbers.start,
      endHouseNumber: isAll ? 0 : numbers.end,
      oddEvenBoth: isAll ? 'both' : sideOf(side, numbers, isPlain),
      houseNumberPrefix: prefix,
      houseNumberSuffix: suffix,
      streetDirection: isStreet ? text(at.streetDirection) : '',
      streetName: isStreet ? name : '*',
      streetSuffix: isStreet ? text(at.streetSuffix) : '',
      addressDirection: isStreet ? text(at.addressDirection) : '',
      units,
      // A town that cannot be read may be any.
      city: isDamaged(cells, [at.city]) ? '' : text(at.city),
      state: text(at.state),
      zip: readZip5(text(at.zip)),
      includesAllAddresses: isAll,
      includesAllStreets: !isStreet,
      precinctId: '',
      precinctSplitId: null,
    },
  };
}

/** What a spreadsheet or a wrong decoding left is no text of the office's. */
function readable(cell: string): string {
  return isFormulaError(cell) ? '' : cell;
}

function isDamaged(cells: readonly string[], positions: readonly number[]): boolean {
  return positions.some((position) => position >= 0 && (cells[position] ?? '').includes('\ufffd'));
}

/** A prefix or suffix, of its own column or of the number; one that cannot be read is none, which holds every number. */
function formOf(cell: string, found = ''): string | null {
  return textOrNull(cell.includes('\ufffd') ? '' : cell || found);
}

interface Numbers extends Pick<HouseNumber, 'prefix' | 'suffix'> {
  readonly start: number;
  readonly end: number;
  /** One end alone could be read. */
  readonly isHalf: boolean;
}

const allNumbers: Numbers = { start: 0, end: 0, prefix: '', suffix: '', isHalf: false };

/** Null where no end can be read, or both are 0. A range that is reversed lies between its ends. */
function readNumbers(first: string, last: string): Numbers | null {
  const ends = [readNumber(first), readNumber(last)];
  const isHalf = ends.includes(null);
  const [start, end] = isHalf ? withoutZero(ends) : ends;
  if (!start || !end) return null;
  if (start.prefix !== end.prefix || start.suffix !== end.suffix) return null;
  if (start.number === 0 && end.number === 0) return null;
  const { prefix, suffix } = start;
  return {
    ...{ start: Math.min(start.number, end.number), end: Math.max(start.number, end.number) },
    ...{ prefix, suffix, isHalf },
  };
}

/** The one end that there is, twice; a 0 is none. */
function withoutZero(ends: readonly (HouseNumber | null)[]): readonly HouseNumber[] {
  return ends.flatMap((end) => (end === null || end.number === 0 ? [] : [end, end]));
}

/** `112`, `1,112`, `112.0`, and `12A` or `N6W230`, which stand before plain numbers in a look-up. */
function readNumber(cell: string): HouseNumber | null {
  if (isSpreadsheetDate(cell) || /E\+/i.test(cell)) return null;
  const plain = readWholeNumber(isFormattedNumber(cell) ? cell.replaceAll(',', '').split('.')[0]! : cell);
  if (plain >= 0) return { number: plain, prefix: '', suffix: '' };
  const words = typedWords(fold(cell));
  if (words.length === 0) return null;
  const whole = houseReadings([...words, 'XX']).filter(({ taken }) => taken === words.length);
  const [only, other] = whole.flatMap(({ numbers }) => numbers);
  return only !== undefined && other === undefined ? only : null;
}

/** A side that contradicts both ends is both. */
function sideOf(side: OddEvenBoth | null, { start, end }: Numbers, isPlain: boolean): OddEvenBoth {
  const isOneSide = start % 2 === end % 2;
  if (side === null) return isPlain && isOneSide ? (start % 2 === 1 ? 'odd' : 'even') : 'both';
  const odd = side === 'odd' ? 1 : 0;
  return side !== 'both' && start % 2 !== odd && end % 2 !== odd ? 'both' : side;
}

/** Units that cannot be read are all of them. A pair that runs backwards lies between its ends. */
function unitsOf(unit: string, start: string, end: string): readonly UnitRange[] {
  if ([unit, start, end].some((cell) => isSpreadsheetDate(cell) || cell.includes('\ufffd'))) return [];
  return readUnits(unit, start, end) ?? readUnits(unit, end, start) ?? [];
}

/** Past so many cells too many or too few a row cannot be put together again. */
const mostApart = 12;

/** Every way to make a record of `width` cells out of one that has more (a separator inside a cell) or fewer (one cell missing). */
export function* alignments(cells: readonly string[], width: number): Generator<readonly string[]> {
  const apart = Math.abs(cells.length - width);
  if (apart === 0) yield cells;
  if (apart === 0 || apart > mostApart) return;
  const isLonger = cells.length > width;
  for (let at = 0; at < (isLonger ? width : cells.length + 1); at++) {
    const inserted = isLonger
      ? [cells.slice(at, at + apart + 1).join(',')]
      : Array.from({ length: apart }, () => '');
    yield [...cells.slice(0, at), ...inserted, ...cells.slice(isLonger ? at + apart + 1 : at)];
  }
}
