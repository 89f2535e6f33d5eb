// Owns the question whether a record among the data names columns, and not those of the table as they stand: a second list that was put
// below the first, with its columns in another order. The same header again is none (./aside-lines.ts). Sees cells only.

import { sameName } from './column-words';
import { isColumnName } from './find-header';

/** Fewer names are words of a row. */
const fewestNames = 3;

/** A test for records behind the first row of data. `names`: the table's own columns; null where nobody has named them. */
export function createOtherHeaderTest(
  names: readonly string[] | null,
): (cells: readonly string[]) => boolean {
  if (names === null) return () => false;
  const own = new Set(names.map(sameName));
  const asWritten = new Set(names);
  return (cells) => {
    // Of two million rows nearly all have a digit in their first cells.
    if (cells.some(hasDigit) && !asWritten.has(cells[0]?.trim() ?? '')) return false;
    const filled = cells.filter((cell) => cell.trim() !== '');
    return (
      filled.length >= fewestNames && filled.every((cell) => own.has(sameName(cell)) || isColumnName(cell))
    );
  };
}

function hasDigit(cell: string): boolean {
  for (let at = 0; at < cell.length; at++) {
    const code = cell.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) return true;
  }
  return false;
}
