// Owns ends of ranges that are not of the side that the row states: odd, from 1 to 100. Offered where one end differs and the other
// agrees, and where that is rare: a list that writes 100 to 199 for either side means it. The new end lies inside the range, so that
// the row answers for the very same numbers as before.

import { trimmed } from '../segments/segment-columns';
import { readSide, readWholeNumber } from '../tables/cells';
import { type Cells, type Finding, type RepairKind, type RepairTable, RepairTally } from './repair';
import type { StreetColumns } from './repair-columns';

/** At most one row in so many, or at most three rows. */
const oneIn = 20;
const alwaysFew = 3;

/** `parity`: `odd, 1, 100` -> `odd, 1, 99`. Not where both ends differ: then nobody knows whether the side or the numbers are wrong. */
export const paritySnap: RepairKind = {
  stage: 'cells',
  watch: (table) => {
    const { street } = table.columns;
    if (street === null || Math.min(street.start, street.end, street.side) < 0) return null;
    const tallies = { start: new RepairTally(), end: new RepairTally() };
    let sided = 0;
    return {
      accept(cells, row) {
        const side = sideOf(cells, street);
        if (side === null) return;
        sided++;
        const snap = snapped(cells, street, side);
        if (snap === null || isTouched(table, row, street)) return;
        tallies[snap.end].add(row, [cells[street[snap.end]]!], [snap.value]);
      },
      end: () => {
        const count = tallies.start.count + tallies.end.count;
        if (count > alwaysFew && count * oneIn > sided) return [];
        return (['start', 'end'] as const).flatMap((end) => findingOf(table, street, end, tallies[end]));
      },
    };
  },
};

function findingOf(
  table: RepairTable,
  street: StreetColumns,
  end: 'start' | 'end',
  { count, examples }: RepairTally,
): Finding[] {
  if (count === 0) return [];
  const column = street[end];
  const repair = (cells: Cells, row: number): Cells => {
    const side = sideOf(cells, street);
    const snap = side === null ? null : snapped(cells, street, side);
    return snap?.end === end && !isTouched(table, row, street) ? cells.with(column, snap.value) : cells;
  };
  return [{ kind: 'parity', columns: [column], count, examples, repair }];
}

/** Somebody who corrects one of the three means the row as it then is. */
const isTouched = ({ isCorrected }: RepairTable, row: number, { start, end, side }: StreetColumns): boolean =>
  [start, end, side].some((column) => isCorrected(row, column));

/** 1 for odd, 0 for even; null for both, and for what is no side. */
function sideOf(cells: Cells, { side }: StreetColumns): 0 | 1 | null {
  const read = readSide(trimmed(cells[side] ?? ''));
  return read === 'odd' ? 1 : read === 'even' ? 0 : null;
}

/** The one end that differs, and the nearest number inside the range that does not. */
function snapped(
  cells: Cells,
  street: StreetColumns,
  side: 0 | 1,
): { readonly end: 'start' | 'end'; readonly value: string } | null {
  const start = readWholeNumber(trimmed(cells[street.start] ?? ''));
  const end = readWholeNumber(trimmed(cells[street.end] ?? ''));
  if (start < 0 || end <= start || (start + end) % 2 === 0) return null;
  return start % 2 === side
    ? { end: 'end', value: String(end - 1) }
    : { end: 'start', value: String(start + 1) };
}
