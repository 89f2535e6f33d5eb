// Owns what rows of streets of one table look like: which forms stand where, and which values its columns have. Learnt of rows that are
// sound as they stand.

import { ownText } from '../intern';
import { type SegmentColumns, trimmed } from '../segments/segment-columns';
import { readSide, readState, readWholeNumber, readZip5 } from '../tables/cells';
import type { Cells, RepairTable } from './repair';
import type { StreetColumns } from './repair-columns';

/** Fewer rows say nothing of a column. */
const fewRows = 20;
/** Columns with more values are not compared, nor those whose values occur less often than this on average. */
const mostValues = 300;
const leastOften = 4;
/** Rows whose values are learnt; that a column is always blank is asked of all. */
const learntRows = 20_000;

/** Where none of a segment's columns is. */
export const noSegmentColumns: SegmentColumns = {
  id: -1,
  startHouseNumber: -1,
  endHouseNumber: -1,
  oddEvenBoth: -1,
  includesAllAddresses: -1,
  includesAllStreets: -1,
  houseNumberPrefix: -1,
  houseNumberSuffix: -1,
  streetDirection: -1,
  streetName: -1,
  streetSuffix: -1,
  addressDirection: -1,
  unitNumber: -1,
  startUnit: -1,
  endUnit: -1,
  city: -1,
  state: -1,
  zip: -1,
  precinctId: -1,
  precinctSplitId: -1,
};

export class StreetForms {
  readonly #street: StreetColumns;
  readonly #precinctIds: ReadonlySet<string> | null;
  /** null: too many, or a row's own: numbers and street. */
  readonly #values: (Set<string> | null)[];
  #blank: readonly number[];
  #rows = 0;
  #lastState = '';
  #isState = true;

  constructor({ columns: { street, width }, facts: { precinctIds } }: RepairTable) {
    if (street === null) throw new Error('a table without streets has no forms');
    this.#street = street;
    this.#precinctIds = precinctIds;
    const own = [street.start, street.end, street.street];
    this.#values = Array.from({ length: width }, (_, column) => (own.includes(column) ? null : new Set()));
    this.#blank = Array.from({ length: width }, (_, column) => column);
  }

  /** Everything that has a form is in its place. */
  isSound(cells: Cells): boolean {
    const { start, end, side, street, state, zip, precinctId } = this.#street;
    const text = (at: number) => trimmed(cells[at] ?? '');
    return (
      readZip5(text(zip)) !== '' &&
      readSide(text(side)) !== null &&
      (start < 0 || readWholeNumber(text(start)) >= 0) &&
      (end < 0 || readWholeNumber(text(end)) >= 0) &&
      (street < 0 || text(street) !== '') &&
      (state < 0 || this.#namesState(text(state))) &&
      (precinctId < 0 || (this.#precinctIds?.has(text(precinctId)) ?? text(precinctId) !== ''))
    );
  }

  /** Takes a sound row for an example. */
  learn(cells: Cells): void {
    this.#rows++;
    const isFilled = (at: number) => trimmed(cells[at]!) !== '';
    if (this.#blank.some(isFilled)) this.#blank = this.#blank.filter((at) => !isFilled(at));
    if (this.#rows > learntRows) return;
    for (let at = 0; at < this.#values.length; at++) {
      const values = this.#values[at];
      const cell = values == null ? '' : trimmed(cells[at]!);
      if (values == null || values.has(cell)) continue;
      if (values.add(ownText(cell)).size > mostValues) this.#values[at] = null;
    }
  }

  get hasLearnt(): boolean {
    return this.#rows >= fewRows;
  }

  /** No column with few values has one that no sound row has. */
  isUsual(cells: Cells): boolean {
    const most = Math.min(this.#rows, learntRows) / leastOften;
    return this.#values.every(
      (values, at) => values === null || values.size > most || values.has(trimmed(cells[at] ?? '')),
    );
  }

  isAlwaysBlank(column: number): boolean {
    return this.#blank.includes(column);
  }

  #namesState(cell: string): boolean {
    if (cell !== this.#lastState) {
      this.#lastState = cell;
      this.#isState = cell === '' || readState(cell) !== null;
    }
    return this.#isState;
  }
}
