// Owns numbers that a spreadsheet has written in another form. Offered where the form has one meaning only: what was rounded
// (1.23E+10) is gone, and 1.000 may be a thousand or one.

import { readZip5 } from '../tables/cells';
import { cellKind } from './cell-kind';

/** `number-format`: `1,234` -> `1234`, `101.0` -> `101` for house numbers, `32053.0` -> `32053` for ZIPs. */
export const numberForms = cellKind('number-format', ({ columns }) => ({
  columns: [...columns.houseNumbers, ...columns.zips.map(({ zip }) => zip)],
  mend: (cell, _cells, column) =>
    columns.zips.some(({ zip }) => zip === column) ? plainZip(cell) : plainNumber(cell),
}));

/** Digits alone; null for what is no number, has one already, or may be two. At most nine digits, as everywhere. */
export function plainNumber(cell: string): string | null {
  if (cell.length > 14 || !/[.,]/.test(cell)) return null;
  const digits = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.0{0,2})?$/.exec(cell)?.[1]?.replaceAll(',', '');
  return digits === undefined || digits.length > 9 ? null : digits;
}

/** The five or nine digits before a fraction of zeros. */
export function plainZip(cell: string): string | null {
  const digits = cell.length > 12 ? undefined : /^(\d+)\.0{1,2}$/.exec(cell)?.[1];
  return digits === undefined || readZip5(digits) === '' ? null : digits;
}
