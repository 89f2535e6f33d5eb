// Owns what rows that were set aside leave open: addresses that a wider row ("every street of 39120") would now answer for,
// though the office gave them a row of their own. Knows no reasons and reports nothing.

import { readZip5 } from './cells';

const anyZip = '00000';
/** Where nobody knows where a row leads, or where it lies. */
const unknown = '';

export class SetAsideRows {
  /** ZIP -> where its rows lead -> the first such row. A whole file may be set aside: one entry for each ZIP and place. */
  readonly #first = new Map<string, Map<string, number>>();

  get isEmpty(): boolean {
    return this.#first.size === 0;
  }

  /** A row that was read and set aside. `zip`: its cell; `destination`: the key of where it leads, null where that is unknown. */
  add(row: number, zip: string, destination: string | null): void {
    this.#note(readZip5(zip), destination ?? unknown, row);
  }

  /** A row whose cells cannot be told apart: it may lie wherever one of them is a ZIP, else anywhere. */
  addDamaged(row: number, cells: readonly string[]): void {
    const zips = cells.map((cell) => readZip5(cell.trim())).filter((zip) => zip !== '');
    for (const zip of zips.length === 0 ? [unknown] : zips) this.#note(zip, unknown, row);
  }

  /** The first row set aside that a row for every street of `zip` would answer for in another way than it said; null for none. */
  behind(zip: string, destination: string): number | null {
    const rows: number[] = [];
    for (const [own, leading] of this.#first) {
      if (zip !== anyZip && own !== zip && own !== unknown && own !== anyZip) continue;
      for (const [where, row] of leading) if (where !== destination) rows.push(row);
    }
    return rows.length === 0 ? null : Math.min(...rows);
  }

  #note(zip: string, destination: string, row: number): void {
    const leading = this.#first.get(zip) ?? new Map<string, number>();
    this.#first.set(zip, leading);
    if (!leading.has(destination)) leading.set(destination, row);
  }
}
