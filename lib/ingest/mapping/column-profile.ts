// Owns what a column of a table looks like as a whole: how full it is, how often values come again, which shapes its cells have. Knows
// no field.

import { type CellShape, cellShapes } from './cell-shapes';

export interface ColumnProfile {
  /** Share of rows that have the cell. */
  readonly filled: number;
  /** How many rows have it. */
  readonly count: number;
  readonly distinct: number;
  /** Rows to a value. */
  readonly repeats: number;
  /** Share of the filled cells with the shape. */
  readonly share: Readonly<Record<CellShape, number>>;
  /** Whole numbers of which each row's is above the one before: a count of rows, or an id. */
  readonly isCounted: boolean;
  /** The rows' values, trimmed. */
  readonly values: readonly string[];
}

/** At most so many rows are looked at, spread over those at hand. */
const lookedAt = 400;
const longestCell = 300;

/** One profile for each of `width` columns. */
export function profilesOf(rows: readonly (readonly string[])[], width: number): readonly ColumnProfile[] {
  const step = Math.max(1, rows.length / lookedAt);
  const picked = Array.from(
    { length: Math.min(rows.length, lookedAt) },
    (_, at) => rows[Math.floor(at * step)]!,
  );
  return Array.from({ length: width }, (_, column) =>
    profileOf(picked.map((cells) => (cells[column] ?? '').trim().slice(0, longestCell))),
  );
}

function profileOf(values: readonly string[]): ColumnProfile {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  const count = values.filter((value) => value !== '').length;
  const share = Object.fromEntries(
    Object.entries(cellShapes).map(([shape, test]) => {
      let hits = 0;
      for (const [value, times] of counts) if (test(value)) hits += times;
      return [shape, count === 0 ? 0 : hits / count];
    }),
  ) as Record<CellShape, number>;
  const filled = values.length === 0 ? 0 : count / values.length;
  return {
    filled,
    count,
    distinct: counts.size,
    repeats: count / Math.max(1, counts.size),
    share,
    isCounted: isCounted(values),
    values,
  };
}

/** Fewer cells than this may go up by chance. */
const fewCells = 8;

function isCounted(values: readonly string[]): boolean {
  const numbers = values.filter((value) => value !== '').map(Number);
  return (
    numbers.length >= fewCells &&
    numbers.every((number, at) => Number.isInteger(number) && (at === 0 || number > numbers[at - 1]!))
  );
}
