// Owns how it is told that a row's cells stand one column beside where they belong: side, state and ZIP are known by their look.
// Asked only of rows that are set aside anyway.

import type { SegmentColumns } from '../segments/segment-columns';
import { readSide, readState, readZip5 } from '../tables/cells';

const anchors = [
  { field: 'oddEvenBoth', fits: (cell: string) => readSide(cell) !== null },
  { field: 'state', fits: (cell: string) => readState(cell) !== null },
  { field: 'zip', fits: (cell: string) => readZip5(cell) !== '' },
] as const;

/** Two of the three have to stand beside their column, and on the same side of it. */
const least = 2;

/** The first column whose cell stands one to the right (`by` 1) or left (-1) of it; null where nothing speaks for it. */
export function shiftedCells(
  cells: readonly string[],
  at: SegmentColumns,
): {
  readonly field: (typeof anchors)[number]['field'];
  readonly by: 1 | -1;
  readonly detail: string;
} | null {
  const cell = (position: number) => (cells[position] ?? '').trim();
  for (const by of [1, -1] as const) {
    const shifted = anchors.filter(
      ({ field, fits }) => at[field] >= 0 && !fits(cell(at[field])) && fits(cell(at[field] + by)),
    );
    const [first] = shifted;
    if (first === undefined || shifted.length < least) continue;
    const leftmost = shifted.reduce((a, b) => (at[b.field] < at[a.field] ? b : a), first);
    return { field: leftmost.field, by, detail: `One to the ${by > 0 ? 'right' : 'left'}.` };
  }
  return null;
}
