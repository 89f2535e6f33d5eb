// Owns what a column of a table looks like as a whole: how full it is, how often values come again, which shapes its cells have, and
// how it goes with the other columns. Knows no field.

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
  return { filled, count, distinct: counts.size, repeats: count / Math.max(1, counts.size), share, values };
}

/** How much two columns look like the ends of ranges, 0 to 1: whole numbers, the first not above the second, somewhat alike in
 *  how many values they have and in being odd or even. */
export function endsOfRange(low: ColumnProfile, high: ColumnProfile): number {
  if (low.share.number < 0.5 || high.share.number < 0.5) return 0;
  let both = 0;
  let ordered = 0;
  let apart = 0;
  let alike = 0;
  for (const [row, text] of low.values.entries()) {
    const [start, end] = [numberOf(text), numberOf(high.values[row] ?? '')];
    if (start < 0 || end < 0) continue;
    both++;
    if (start <= end) ordered++;
    if (start < end) apart++;
    if (start % 2 === end % 2) alike++;
  }
  if (both === 0 || both * 2 < Math.min(low.count, high.count)) return 0;
  // Numbers that are nearly always the same are no two ends.
  const isApart = apart * 4 >= both ? 1 : 0.5;
  const values = Math.min(low.distinct, high.distinct) / Math.max(low.distinct, high.distinct);
  return (ordered / both) * isApart * (0.75 + 0.15 * values + 0.1 * (alike / both));
}

function numberOf(text: string): number {
  const digits = /^\d{1,7}/.exec(text)?.[0];
  return digits === undefined ? -1 : Number(digits);
}

/** Share of the rows in which the value of `by` decides that of `column`, of rows whose `by` stands several times; null
 *  where hardly any does. A precinct decides its place. */
export function decidedBy(column: ColumnProfile, by: ColumnProfile): number | null {
  const groups = new Map<string, Map<string, number>>();
  for (const [row, key] of by.values.entries()) {
    if (key === '') continue;
    const group = groups.get(key) ?? new Map<string, number>();
    const value = column.values[row] ?? '';
    groups.set(key, group.set(value, (group.get(value) ?? 0) + 1));
  }
  let rows = 0;
  let agreeing = 0;
  for (const group of groups.values()) {
    const size = [...group.values()].reduce((sum, times) => sum + times, 0);
    if (size < 2) continue;
    rows += size;
    agreeing += Math.max(...group.values());
  }
  return rows < 4 ? null : agreeing / rows;
}
