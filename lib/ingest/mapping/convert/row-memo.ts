// Owns what was made of a row's cells, for the next row that says the same: of two million rows most do. Knows no field's meaning.

import { ownText } from '../../intern';
import type { MappingField, TableMapping } from '../table-mapping';
import type { OfficeRow } from './office-rows';

/** What is remembered at most; then it begins anew. A column that says something else in each row would fill the memory. */
const mostKnown = 100_000;

/** Remembers by the cells of some fields. */
export class RowMemo<T> {
  readonly #at: readonly number[];
  readonly #known = new Map<string, T>();
  #last: string[] = [];
  #value: T | undefined;

  constructor(columns: TableMapping['columns'], fields: readonly MappingField[]) {
    this.#at = [...new Set(fields.flatMap((field) => columns[field] ?? []))];
  }

  /** What `make` gave for the first row with these cells. It is asked again after many others, and must give the same. */
  of(row: OfficeRow, make: () => T): T {
    const { cells } = row;
    if (this.#last.length > 0 && this.#isLast(cells)) return this.#value as T;
    const texts = this.#at.map((at) => cells[at] ?? '');
    const key = texts.join('\u0000');
    if (!this.#known.has(key)) this.#add(key, row, make);
    this.#last = texts;
    this.#value = this.#known.get(key);
    return this.#value as T;
  }

  #add(key: string, row: OfficeRow, make: () => T): void {
    if (this.#known.size >= mostKnown) this.#known.clear();
    const { cells } = row;
    // What is made of them is kept.
    row.cells = cells.map(ownText);
    this.#known.set(ownText(key), make());
    row.cells = cells;
  }

  #isLast(cells: readonly string[]): boolean {
    for (let i = 0; i < this.#at.length; i++) if (this.#last[i] !== (cells[this.#at[i]!] ?? '')) return false;
    return true;
  }
}
