// Owns how the columns of a table go with each other: ends of one range, one that decides the other, codes that tell odd numbers from
// even ones. Knows no field.

import type { ColumnProfile } from './column-profile';

/** How much two columns look like the ends of ranges, 0 to 1: whole numbers, the first not above the second, somewhat alike in
 *  how many values they have and in being odd or even. */
export function endsOfRange(low: ColumnProfile, high: ColumnProfile): number {
  if (low.share.number < 0.5 || high.share.number < 0.5) return 0;
  // Numbers below ZIPs are no first ends of them.
  if (high.share.zip - low.share.zip > 0.5) return 0;
  let both = 0;
  let ordered = 0;
  let apart = 0;
  let alike = 0;
  let near = 0;
  const openEnds = oftenIn(high);
  for (const [row, text] of low.values.entries()) {
    const [start, end] = [numberOf(text), numberOf(high.values[row] ?? '')];
    if (start < 0 || end < 0) continue;
    both++;
    if (start <= end) ordered++;
    if (start < end) apart++;
    if (start % 2 === end % 2) alike++;
    if (end - start <= longestBlock || openEnds.has(high.values[row]!)) near++;
  }
  if (both === 0 || both * 2 < Math.min(low.count, high.count)) return 0;
  // Numbers that are nearly always the same are no two ends.
  const isApart = apart * 4 >= both ? 1 : 0.5;
  const values = Math.min(low.distinct, high.distinct) / Math.max(low.distinct, high.distinct);
  // Twelve precincts and four hundred houses are no two ends, but every street may begin at 1.
  const isFromOne = low.distinct <= 2 && low.values.every((value) => numberOf(value) <= 2);
  const isAlike = isFromOne ? 1 : Math.min(1, values * 4);
  return (ordered / both) * (near / both) * isAlike * isApart * (0.75 + 0.15 * values + 0.1 * (alike / both));
}

/** Share of the rows in which both are numbers of one block and the first is below the second: `87-01` and `87-99`, as in Queens. */
export function endsOfBlock(low: ColumnProfile, high: ColumnProfile): number {
  let ends = 0;
  let filled = 0;
  for (const [row, text] of low.values.entries()) {
    const [start, end] = [blockOf(text), blockOf(high.values[row] ?? '')];
    if (text !== '') filled++;
    if (start !== null && end !== null && start.head === end.head && start.house < end.house) ends++;
  }
  return filled === 0 ? 0 : ends / filled;
}

function blockOf(text: string): { readonly head: string; readonly house: number } | null {
  const match = /^(\d{1,4})-(\d{1,4})$/.exec(text);
  return match === null ? null : { head: match[1]!, house: Number(match[2]) };
}

/** Two ends of a stretch are hardly further from each other, but for a last number that means "and all above". */
const longestBlock = 5000;

/** Values that stand in several rows. */
function oftenIn({ values }: ColumnProfile): ReadonlySet<string> {
  const seen = new Set<string>();
  const often = new Set<string>();
  for (const value of values) {
    if (seen.has(value)) often.add(value);
    seen.add(value);
  }
  return often;
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

/** A column that says what the cells of both together say. */
export function joined(first: ColumnProfile, second: ColumnProfile): ColumnProfile {
  const values = second.values.map((value, row) =>
    value === '' ? '' : `${first.values[row] ?? ''}\t${value}`,
  );
  const filled = values.filter((value) => value !== '');
  const distinct = new Set(filled).size;
  return {
    ...second,
    values,
    count: filled.length,
    distinct,
    repeats: filled.length / Math.max(1, distinct),
  };
}

/** More values than this are no codes of sides. */
const mostSides = 4;

/** 0 to 1: how much a column of few short codes tells whether the numbers of the row are odd or even: `1` stands at odd ones alone, `2`
 *  at even ones. */
export function tellsSide(codes: ColumnProfile, numbers: ColumnProfile): number {
  if (codes.distinct < 2 || codes.distinct > mostSides || numbers.share.number < 0.5) return 0;
  const tallies = new Map<string, [even: number, odd: number]>();
  for (const [row, code] of codes.values.entries()) {
    const number = numberOf(numbers.values[row] ?? '');
    if (code === '' || number < 0) continue;
    const tally = tallies.get(code) ?? [0, 0];
    tally[number % 2]!++;
    tallies.set(code, tally);
  }
  const pure = (side: 0 | 1) =>
    [...tallies.values()].filter((tally) => tally[side] >= fewRows && tally[1 - side] === 0).length;
  return pure(0) > 0 && pure(1) > 0 ? 1 : 0;
}

/** A code that stands at fewer rows than this may be of one side by chance. */
const fewRows = 5;
