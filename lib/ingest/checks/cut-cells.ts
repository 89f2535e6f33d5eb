// Owns how cells are known that an earlier program cut off: several of just the length at which such programs cut, and none longer.
// Reports once a column, and keeps no cell but the first.

import type { ProblemLog } from '../problems/problem';

/** The lengths at which dBase-style exports and old spreadsheets cut, and how many texts of that length make it a sign. */
const cutLengths = [
  { chars: 255, texts: 1 },
  { chars: 40, texts: 3 },
] as const;
const least = 40;
const most = 3;

/** Takes the cells of one column: `note` for each, then `report` once. */
export class CutCells {
  #longest = 0;
  #cells = 0;
  #row = 0;
  readonly #texts = new Set<string>();

  /** One cell, trimmed. Short ones cost a comparison. */
  note(cell: string, row: number): void {
    if (cell.length < least || cell.length < this.#longest) return;
    if (cell.length > this.#longest) {
      this.#longest = cell.length;
      this.#cells = 0;
      this.#row = row;
      this.#texts.clear();
    }
    this.#cells++;
    // One street has many rows: its name is one text, however often it stands there.
    if (this.#texts.size < most) this.#texts.add(cell);
  }

  /** `cells-cut-off`, or nothing. */
  report(file: string, column: string, log: ProblemLog): void {
    const sign = cutLengths.find(({ chars }) => chars === this.#longest);
    if (sign === undefined || this.#texts.size < sign.texts) return;
    const [value = ''] = this.#texts;
    const where = { file, row: this.#row, column, value };
    log.report('cells-cut-off', where, `${this.#cells} cells, the first one here.`);
  }
}
