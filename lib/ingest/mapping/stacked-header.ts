// Owns headings that stand in two lines: `House Numbers` above `From` and `To`, `Odd/` above `Even`. Two lines are put together only
// where that says more of the columns than one line does.

import { fieldsNamed } from './aliases';
import { columnWords } from './column-words';

/** Indices of the two records, one right above the other. */
export interface Stacked {
  readonly upper: number;
  readonly lower: number;
}

/** So much more has to be known of the columns, in the worth of one name. */
const leastGain = 0.3;

/** The record that names the columns together with `header`, above it or below; null where it says all by itself. */
export function stackedWith(records: readonly (readonly string[])[], header: number): Stacked | null {
  const single = records[header]!;
  const pairs = [
    { upper: header - 1, lower: header },
    { upper: header, lower: header + 1 },
  ];
  let best: Stacked | null = null;
  let most = worthOf(single) + leastGain;
  for (const pair of pairs) {
    const [upper, lower] = [records[pair.upper], records[pair.lower]];
    if (upper === undefined || lower === undefined || !areNames(upper) || !areNames(lower)) continue;
    const worth = worthOf(stackedNames(upper, lower));
    if (worth > most) [best, most] = [pair, worth];
  }
  return best;
}

/** A name of the upper line goes for the columns behind it that have none there. */
export function stackedNames(upper: readonly string[], lower: readonly string[]): readonly string[] {
  let above = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const own = (upper[column] ?? '').trim();
    if (own !== '') above = own;
    const name = (lower[column] ?? '').trim();
    return name === '' ? own : `${above} ${name}`.trim();
  });
}

/** No number stands in a name, but a line's of an address. */
const areNames = (cells: readonly string[]): boolean =>
  cells.every((cell) => !/\d{2}|^\d/.test(cell.trim())) && new Set(cells.map((cell) => cell.trim())).size > 1;

/** What is known of columns by these names; of one that stands twice, once. */
function worthOf(names: readonly string[]): number {
  let worth = 0;
  for (const name of new Set(names.map((cell) => cell.trim().toLowerCase()))) {
    worth += Math.max(0, ...fieldsNamed(columnWords(name)).values());
  }
  return worth;
}
