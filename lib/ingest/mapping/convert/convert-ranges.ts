// Owns the way of a table of ranges to street segments, row by row: two million of them are never held.

import { createProblemLog, type ProblemLog } from '../../problems/problem';
import { alignments } from '../../segments/row-extent';
import { readWholeNumber, readZip5 } from '../../tables/cells';
import type { FeedTable } from '../../tables/feed-files';
import { noLastNumber, readRangeWords } from './composed-range';
import { reportPlace } from './feed-book';
import { checkedBefore } from './made-records';
import { type OfficeRow, type OfficeTable, readOfficeRows } from './office-rows';
import { type RangeEnds, readEnds } from './range-ends';
import { RowMemo } from './row-memo';
import type { SideCodes } from './side-codes';
import {
  noTown,
  readStreet,
  readTown,
  type StreetCells,
  streetColumns,
  streetFields,
  streetLabels,
  type TownCells,
  townFields,
} from './street-cells';

/** `precinctOf` gives '' for none, and null for a row that was set aside before. */
export function rangeSegments(
  table: OfficeTable,
  sides: SideCodes,
  precinctOf: (row: OfficeRow) => string | null,
): FeedTable {
  const { mapping } = table;
  return {
    table: 'street_segment',
    source: {
      name: table.source.name,
      isMade: true,
      read: (reader, log) => {
        const towns = new RowMemo<TownCells | null>(mapping.columns, townFields);
        const streets = new RowMemo<StreetCells>(mapping.columns, streetFields);
        /** What was read of the row at hand, where it is set aside. */
        let readings: (readonly string[])[] | undefined;
        return readOfficeRows(
          table,
          log,
          (row) => {
            const precinctId = precinctOf(row);
            const { cells, isSound } = segmentCells(row, precinctId ?? '', log);
            if (precinctId === null) reportPlace(row, log);
            readings = isSound && precinctId !== null ? undefined : [cells];
            if (readings !== undefined) return false;
            return reader.record(cells, row.row, checkedBefore, false) ? true : 'stop';
          },
          (found, number, row) => {
            const told = readings ?? readingsOf(found, row);
            reader.refused(found.filter(isZip).slice(0, 2), number, told);
            readings = undefined;
          },
          (row) => {
            const labels = streetLabels(row);
            return reader.header(
              streetColumns,
              labels.map((label, at) => label ?? streetColumns[at]!),
            );
          },
        );

        /** Cells of a segment; not sound: its numbers or its town cannot be read (reported). */
        function segmentCells(row: OfficeRow, precinctId: string, to: ProblemLog) {
          const numbers = readNumbers(row, sides, to);
          const town = towns.of(row, () => readTown(row, mapping, noTown));
          if (town === null) to.report('town-not-cut', row.where('cityStateZipWhole'));
          const street = streets.of(row, () => readStreet(row));
          return {
            isSound: numbers !== null && town !== null,
            cells: cellsOf(numbers ?? noNumbers, street, town ?? noTown, precinctId),
          };
        }

        /** Of a row that has all its cells: what each of them says, as far as it can be read. Of one with too few or too many: every way to put it
         *  together that names a street, its numbers and its ZIP. */
        function readingsOf(
          found: readonly string[],
          row: OfficeRow,
        ): readonly (readonly string[])[] | undefined {
          const made: Made[] = [];
          for (const cells of alignments(found, mapping.width)) {
            row.cells = cells;
            made.push(segmentCells(row, '', createProblemLog()));
          }
          return toldBy(made, found.length === mapping.width);
        }
      },
    },
  };
}

/** In the order of `streetColumns`. */
function cellsOf(numbers: Numbers, street: StreetCells, town: TownCells, precinctId: string) {
  const { start, end, side, all, prefix, suffix } = numbers;
  const { direction, name, suffix: type, post } = street;
  const whole = all ? 'true' : '';
  return [
    ...[start, end, side, whole, prefix, suffix, direction, name, type, post],
    ...['', town.city, town.state, town.zip, precinctId],
  ];
}

interface Made {
  readonly isSound: boolean;
  readonly cells: readonly string[];
}

/** Those that are whole; where none is, since the cell too many stands in the numbers, those that name a street: it is on the list all the same. */
function toldBy(made: readonly Made[], hasAllCells: boolean): readonly (readonly string[])[] | undefined {
  const whole = made.filter(({ isSound, cells }) => hasAllCells || (isSound && isWhole(cells)));
  const told = whole.length > 0 ? whole : made.filter(({ cells }) => isNamed(cells));
  return told.length === 0 ? undefined : told.map(({ cells }) => cells);
}

/** Numbers, street and ZIP are there. */
function isWhole(cells: readonly string[]): boolean {
  const [start = '', end = '', , all, , , , name, , , , , , zip = ''] = cells;
  const isNumbered = all === 'true' || (readWholeNumber(start) >= 0 && readWholeNumber(end) >= 0);
  return isNumbered && name !== '' && readZip5(zip) !== '';
}

/** Street and ZIP are there. */
const isNamed = (cells: readonly string[]): boolean =>
  (cells[7] ?? '') !== '' && readZip5(cells[13] ?? '') !== '';

const isZip = (cell: string): boolean => readZip5(cell.trim()) !== '';

const noNumbers: Numbers = { start: '', end: '', prefix: '', suffix: '', side: '', all: false };

interface Numbers extends RangeEnds {
  readonly side: string;
  readonly all: boolean;
}

/** As cells of a segment, so that what is wrong with them is said where a feed's are; null where a composed cell is unreadable. */
function readNumbers(row: OfficeRow, sides: SideCodes, log: ProblemLog): Numbers | null {
  const sideCell = row.text('side');
  const ownSide = sideCell === '' ? null : (sides.of(sideCell) ?? sideCell);
  const start = row.text('rangeStart') || row.text('houseNumber');
  const end = row.has('rangeEnd') ? row.text('rangeEnd') : row.text('houseNumber');
  if (start !== '' || end !== '') {
    const ends = readEnds(start, end, row.text('houseSuffix'));
    if (ends === null) {
      log.report('number-unreadable', row.where('houseSuffix'));
      return null;
    }
    return {
      ...noNumbers,
      ...ends,
      ...plain(ends.start, ends.end, ownSide ?? sideless(row, ends.start, ends.end)),
    };
  }
  const range = readRangeWords(row.text('rangeText'));
  if (range === null || (ownSide !== null && range.side !== null && ownSide !== range.side)) {
    log.report('range-unreadable', row.where('rangeText'));
    return null;
  }
  const side = ownSide ?? range.side;
  if (!range.all) {
    const [first, last] = [String(range.start), String(range.end)];
    return { ...noNumbers, ...plain(first, last, side ?? sideless(row, first, last)) };
  }
  if (side === null || side === 'both') return { ...noNumbers, side: 'both', all: true };
  return { ...noNumbers, ...plain('0', String(noLastNumber), side) };
}

const lastNumber = String(noLastNumber);

/** `0-99` is every number from the first that a house can have. The ends of one side that has no end are of that side. */
function plain(start: string, end: string, side: string): Pick<Numbers, 'start' | 'end' | 'side'> {
  // Two million rows: of most the first digit is enough.
  const isFromZero = start.startsWith('0') && /^0+$/.test(start) && /[1-9]/.test(end);
  const isOpen = end === lastNumber && side === 'even';
  return {
    start: isFromZero ? (side === 'even' ? '2' : '1') : start,
    end: isOpen ? String(noLastNumber - 1) : end,
    side,
  };
}

/** A blank cell in a column of sides: both where the ends are of different sides, or where there is one number only. 101-199 may be
 *  the odd side or both, and '' is refused. Without such a column every number is meant. */
function sideless(row: OfficeRow, start: string, end: string): string {
  if (!row.has('side')) return 'both';
  const differ = (Number(start) + Number(end)) % 2 !== 0;
  return start === end || differ ? 'both' : '';
}
