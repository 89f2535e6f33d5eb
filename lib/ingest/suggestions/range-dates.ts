// Owns ranges of house numbers that a spreadsheet has taken for dates. Offered for cells that hold first and last number together, and
// where only one reading is a range that runs forward. A single number that became a date is never guessed.

import { cellKind } from './cell-kind';
import { readSpreadsheetDate } from './spreadsheet-dates';

/** `spreadsheet-date`: `12-Jan` -> `1-12`. Not `2-Dec`, which was 12-2 or 2-12, nor `Jan-50`, which was 1-50 or 1-1950. */
export const rangeDates = cellKind('spreadsheet-date', ({ columns }) => ({
  columns: columns.rangeTexts,
  mend: (cell) => {
    const date = readSpreadsheetDate(cell);
    if (date === null || date.kind !== 'day' || date.day < date.month) return null;
    return `${date.month}-${date.day}`;
  },
}));
