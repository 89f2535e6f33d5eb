// Owns which columns of a sheet are hidden and hold something: they are read, since a filter hides none and exports lean on them, but whoever
// looks at the sheet does not see them, and is told. Knows no rows but those that it is shown.

import { columnLetters } from './cell-reference';

/** A sheet is read no further than this. */
const mostColumns = 1000;
const mostNamed = 10;
const longestName = 40;

export class HiddenColumns {
  /** Columns from 0, ascending, in which nothing has been seen yet. */
  #pending: number[] = [];
  readonly #filled = new Map<number, string>();

  /** `min` and `max` as the sheet writes them, from 1 and inclusive. */
  hide(min: number, max: number): void {
    if (!Number.isInteger(min) || !Number.isInteger(max) || min < 1) return;
    const last = Math.min(max, mostColumns);
    for (let column = min - 1; column < last; column++)
      if (!this.#pending.includes(column)) this.#pending.push(column);
    this.#pending.sort((a, b) => a - b);
  }

  /** What stands first in a column is most often its name. */
  see(cells: readonly string[]): void {
    const first = this.#pending[0];
    if (first === undefined || first >= cells.length) return;
    const isBlank = (column: number) => (cells[column] ?? '').trim() === '';
    for (const column of this.#pending)
      if (!isBlank(column)) this.#filled.set(column, (cells[column] ?? '').trim().slice(0, longestName));
    this.#pending = this.#pending.filter(isBlank);
  }

  /** Of those that hold something, the first one's letters and all by letters and name; null where there are none. */
  told(): { readonly first: string; readonly all: string } | null {
    const columns = [...this.#filled].toSorted(([a], [b]) => a - b);
    const [first] = columns;
    if (first === undefined) return null;
    const named = columns.slice(0, mostNamed).map(([at, name]) => `${columnLetters(at)} (${name})`);
    const more = columns.length - named.length;
    return {
      first: columnLetters(first[0]),
      all: [...named, ...(more > 0 ? [`${more} more`] : [])].join(', '),
    };
  }
}
