// Owns what is said once a file and counted: a warning for a hundred thousand rows that all lack their city helps nobody.

import type { ProblemLog } from '../problems/problem';
import type { ProblemCode } from '../problems/problem-codes';

export class OnceAFile<Field extends string> {
  readonly #noted = new Map<ProblemCode, { readonly row: number; readonly field: Field; rows: number }>();

  note(code: ProblemCode, row: number, field: Field): void {
    const noted = this.#noted.get(code);
    if (noted === undefined) this.#noted.set(code, { row, field, rows: 1 });
    else noted.rows++;
  }

  /** Reports each code at its first row, with its count. */
  report(file: string, label: (field: Field) => string, log: ProblemLog): void {
    for (const [code, { row, field, rows }] of this.#noted) {
      log.report(code, { file, row, column: label(field) }, `${rows} rows, the first one here.`);
    }
  }
}
