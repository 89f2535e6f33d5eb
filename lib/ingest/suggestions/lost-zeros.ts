// Owns ZIPs that have lost their leading zeros. Offered where the row's own state (else the office's) has no ZIP that begins with another
// digit, and the whole ZIP is one of that state's. Four digits that begin with a zero have lost their last one, and are left.

import { trimmed } from '../segments/segment-columns';
import { readState, readZip5 } from '../tables/cells';
import { cellKind } from './cell-kind';
import type { RepairTable } from './repair';
import { isZeroZip } from './zip-states';

/** `lost-zeros`: `1760` -> `01760`, `1760-1234` -> `01760-1234`, `1760.0` -> `01760` in Massachusetts; `601` -> `00601` in Puerto Rico. */
export const lostZeros = cellKind('lost-zeros', ({ columns, facts }: RepairTable) => {
  const zips = columns.zips.filter(({ zip }) => zip >= 0);
  const lines = columns.townLines.filter((line) => line >= 0);
  return {
    columns: [...zips.map(({ zip }) => zip), ...lines],
    mend: (cell, cells, column) => {
      if (readZip5(cell) !== '') return null;
      if (lines.includes(column)) return mendLine(cell);
      const own = zips.find(({ zip }) => zip === column);
      const named = own === undefined || own.state < 0 ? '' : trimmed(cells[own.state] ?? '');
      const state = named === '' ? (own?.always ?? facts.state) : readState(named);
      return mendZip(cell, readState(state ?? ''));
    },
  };
});

/** Five digits, or nine; null where nothing proves it. `mendZip('1760', 'MA')` -> `01760`. */
export function mendZip(cell: string, state: string | null): string | null {
  if (state === null || cell.length < 3 || cell.length > 11) return null;
  const short = /^([1-9]\d{2,3})(?:\.0{1,2})?$/.exec(cell)?.[1];
  if (short !== undefined) return whole(short, '', state);
  const parted = /^([1-9]\d{2,3})-(\d{4})$/.exec(cell);
  if (parted !== null) return whole(parted[1]!, `-${parted[2]}`, state);
  const long = /^([1-9]\d{2,3})(\d{4})(?:\.0{1,2})?$/.exec(cell);
  return long === null ? null : whole(long[1]!, long[2]!, state);
}

function whole(digits: string, rest: string, state: string): string | null {
  const zip = digits.padStart(5, '0');
  return isZeroZip(zip, state) ? zip + rest : null;
}

/** `NATICK, MA 1760`: the state stands in the cell itself. */
function mendLine(cell: string): string | null {
  if (cell.length > 120) return null;
  const words = cell.split(/[\s,]+/);
  const last = words.at(-1) ?? '';
  const state = words.at(-2) ?? '';
  // `WASHINGTON 1234` may be a town: only the two letters say surely which state it is.
  if (words.length < 3 || !/^[A-Za-z]{2}$/.test(state)) return null;
  const zip = mendZip(last, readState(state));
  return zip === null ? null : cell.slice(0, cell.length - last.length) + zip;
}
