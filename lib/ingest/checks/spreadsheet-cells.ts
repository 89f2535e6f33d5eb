// Owns what spreadsheet programs make of single cells, and how it is told. Guesses no value and reports nothing.

import type { ProblemCode } from '../problems/problem-codes';

const dayMonth = /^\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:-(?:\d{2}|\d{4}))?$/i;
const monthYear = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{2}$/i;
const slashes = /^\d{1,2}\/\d{1,2}\/(?:\d{2}|\d{4})(?: 0?0:00(?::00)?)?$/;
const iso = /^\d{4}-\d{2}-\d{2}(?:[ T]00:00(?::00(?:\.0+)?)?)?$/;

/** True for what becomes of `1-2`: `2-Jan`, `Jan-02`, `2-Jan-26`, `1/2/2026`, `2026-01-02`. */
export function isSpreadsheetDate(cell: string): boolean {
  return dayMonth.test(cell) || monthYear.test(cell) || slashes.test(cell) || iso.test(cell);
}

/** True for a whole number in another form: `1,234`, `101.0`, `1.23E+10`. */
export function isFormattedNumber(cell: string): boolean {
  return (
    /^\d{1,3}(?:,\d{3})+(?:\.0+)?$/.test(cell) || /^\d+\.0*$/.test(cell) || /^\d(?:\.\d+)?E\+\d+$/i.test(cell)
  );
}

/** What is wrong with a cell that is no whole number. */
export function numberFault(cell: string): ProblemCode {
  if (cell === '') return 'number-missing';
  if (isSpreadsheetDate(cell)) return 'number-became-date';
  return isFormattedNumber(cell) ? 'number-formatted' : 'number-unreadable';
}

const formulaErrors: ReadonlySet<string> = new Set([
  '#REF!',
  '#N/A',
  '#VALUE!',
  '#NAME?',
  '#DIV/0!',
  '#NUM!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
]);

/** `#REF!` and its kind (ECMA-376 part 1, 18.17.3), and the number signs of a column that was too narrow. */
export function isFormulaError(cell: string): boolean {
  if (cell.charCodeAt(0) !== 0x23) return false;
  const text = cell.trim();
  return formulaErrors.has(text.toUpperCase()) || /^#{4,}$/.test(text);
}

/** States and territories whose ZIPs begin with 0 (USPS: 005 Holtsville, 006-009 Puerto Rico and Virgin Islands, 010-089 from
 *  Massachusetts to New Jersey). */
const zeroStates: ReadonlySet<string> = new Set(['CT', 'MA', 'ME', 'NH', 'NJ', 'PR', 'RI', 'VI', 'VT']);

/** How a ZIP was damaged, as a sentence; undefined where nothing is known of it. `1234` has lost a zero only in a `state` whose
 *  ZIPs begin with one. */
export function zipDamage(cell: string, state: string): string | undefined {
  if (/^\d{3,9}\.0+$/.test(cell)) return 'A spreadsheet has made a number of it.';
  if (/^\d(?:\.\d+)?E\+\d+$/i.test(cell)) return 'A spreadsheet has rounded it.';
  const isShort = /^\d{4}(?:-\d{4})?$/.test(cell) || /^\d{8}$/.test(cell);
  const isShorter = /^\d{3}(?:-\d{4})?$/.test(cell) && (state === 'PR' || state === 'VI');
  const hasLostZero = (isShort && zeroStates.has(state)) || isShorter;
  return hasLostZero ? 'A spreadsheet has dropped its leading zero.' : undefined;
}
