// Owns the way of a table of ranges to street segments, row by row: two million of them are never held.

import type { FeedTable } from '../../feed-files';
import type { ProblemLog } from '../../problem';
import { noLastNumber, readRangeWords } from './composed-range';
import { reportPlace } from './feed-book';
import { checkedBefore } from './made-records';
import { type OfficeRow, type OfficeTable, readOfficeRows } from './office-rows';
import { RowMemo } from './row-memo';
import type { SideCodes } from './side-codes';
import { noTown, readStreet, readTown, streetColumns, streetLabels, type TownCells } from './street-cells';

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
      read: (reader, log) => {
        const towns = new RowMemo<TownCells | null>(mapping.columns, [
          'city',
          'state',
          'zip',
          'cityStateZipWhole',
        ]);
        return readOfficeRows(
          table,
          log,
          (row) => {
            const numbers = readNumbers(row, sides, log);
            const town = towns.of(row, () => readTown(row, mapping, noTown));
            const precinctId = precinctOf(row);
            if (town === null) log.report('town-not-cut', row.where('cityStateZipWhole'));
            if (precinctId === null) reportPlace(row, log);
            if (numbers === null || town === null || precinctId === null) return false;
            const { direction, name, suffix, post } = readStreet(row);
            const cells = [
              numbers.start,
              numbers.end,
              numbers.side,
              numbers.all ? 'true' : '',
              '',
              '',
              direction,
              name,
              suffix,
              post,
              '',
              town.city,
              town.state,
              town.zip,
              precinctId,
            ];
            return reader.record(cells, row.row, checkedBefore, false) ? true : 'stop';
          },
          reader.refused,
          (row) => {
            const labels = streetLabels(row);
            return reader.header(
              streetColumns,
              labels.map((label, at) => label ?? streetColumns[at]!),
            );
          },
        );
      },
    },
  };
}

interface Numbers {
  readonly start: string;
  readonly end: string;
  readonly side: string;
  readonly all: boolean;
}

/** As cells of a segment, so that what is wrong with them is said where a feed's are; null where a composed cell is unreadable. */
export function readNumbers(row: OfficeRow, sides: SideCodes, log: ProblemLog): Numbers | null {
  const sideCell = row.text('side');
  const ownSide = sideCell === '' ? null : (sides.of(sideCell) ?? sideCell);
  const start = row.text('rangeStart') || row.text('houseNumber');
  const end = row.has('rangeEnd') ? row.text('rangeEnd') : row.text('houseNumber');
  if (start !== '' || end !== '') return plain(start, end, ownSide ?? sideless(row, start, end));
  const range = readRangeWords(row.text('rangeText'));
  if (range === null || (ownSide !== null && range.side !== null && ownSide !== range.side)) {
    log.report('range-unreadable', row.where('rangeText'));
    return null;
  }
  const side = ownSide ?? range.side;
  if (!range.all)
    return plain(
      String(range.start),
      String(range.end),
      side ?? sideless(row, String(range.start), String(range.end)),
    );
  if (side === null || side === 'both') return { start: '', end: '', side: 'both', all: true };
  return plain('0', String(noLastNumber), side);
}

/** `0-99` is every number from the first that a house can have. The ends of one side that has no end are of that side. */
function plain(start: string, end: string, side: string): Numbers {
  const isFromZero = /^0+$/.test(start) && /[1-9]/.test(end);
  const isOpen = end === String(noLastNumber) && side === 'even';
  return {
    start: isFromZero ? (side === 'even' ? '2' : '1') : start,
    end: isOpen ? String(noLastNumber - 1) : end,
    side,
    all: false,
  };
}

/** A blank cell in a column of sides: both where the ends are of different sides, or where there is one number only. 101-199 may be
 *  the odd side or both, and '' is refused. Without such a column every number is meant. */
function sideless(row: OfficeRow, start: string, end: string): string {
  if (!row.has('side')) return 'both';
  const differ = (Number(start) + Number(end)) % 2 !== 0;
  return start === end || differ ? 'both' : '';
}
