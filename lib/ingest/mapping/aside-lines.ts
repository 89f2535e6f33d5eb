// Owns the question which records behind the first row of data are none: the header again, page and total lines, what a database
// client prints around a table. Sees cells only, and says no more than their form does: a street called TOTAL WAY is a street.

import { sameName } from './column-words';

const printedLine =
  /^(?:printed|run date|run on|report date|generated|exported|as of|date printed|end of (?:report|file|list)|\*+ ?end of)\b|^\(?(?:continued|cont'?d)\b[ .]{0,3}\)?$/i;

const isCount = (word: string): boolean => /^[\d,]+$/.test(word);

/** `Total`, `Grand total: 1,872`, `Total number of streets 12`. A street called TOTAL WAY is none. */
function isTotalLine(cell: string): boolean {
  const [first = '', ...rest] = cell.toLowerCase().split(/[\s:]+/);
  const words = first === 'grand' || first === 'sub' ? rest : [first, ...rest];
  if (!['total', 'totals', 'subtotal'].includes(words[0] ?? '')) return false;
  const counted = words.slice(1).filter((word) => word !== '');
  return counted.length === 0 || isCount(counted.at(-1)!) || ['of', 'number'].includes(counted[0]!);
}

/** `Page 3 of 31`. */
function isPageLine(cell: string): boolean {
  const [first = '', ...rest] = cell.toLowerCase().split(/[\s:./]+/);
  const numbers = rest.filter((word) => word !== 'of' && word !== '');
  return (
    (first === 'page' || first === 'pg') &&
    numbers.length > 0 &&
    numbers.length <= 2 &&
    numbers.every(isCount)
  );
}

/** `(79 rows affected)`, `79 rows selected.`, `Records: 79`, `Count 79`: what database clients and reports write last. */
function isCountLine(cell: string): boolean {
  return (
    /^\(?[\d,]{1,12} (?:rows?|row\(s\)|records?|lines?)(?: (?:affected|selected|found|listed|printed|exported|returned))?\)?\.?$/i.test(
      cell,
    ) || /^(?:records?|rows?|count|number of (?:records|rows|lines)):? ?[\d,]{1,12}$/i.test(cell)
  );
}

/** `-----`, `=====`: a line drawn under a header, or a cell of one. */
const isDrawn = (cell: string): boolean => /^[-=_*+|]{2,}$/.test(cell);

/** A test for records behind the first row of data that are none. A row with more than two cells is always data, unless it
 *  is the header again or a drawn line. */
export function createAsideTest(table: {
  /** The records that name the columns. */
  readonly headings: readonly (readonly string[])[];
  readonly width: number;
  readonly preamble: readonly { readonly cells: readonly string[] }[];
}): (cells: readonly string[]) => boolean {
  const headings = table.headings.map((names) =>
    Array.from({ length: table.width }, (_, column) => sameName(names[column] ?? '')),
  );
  const titles = new Set(table.preamble.map(({ cells }) => lineOf(cells)));
  return (cells) => {
    for (const names of headings) if (isSame(cells, names)) return true;
    const first = cells.find((cell) => cell.trim() !== '')?.trim() ?? '';
    if (isDrawn(first)) return filledOf(cells).every(isDrawn);
    if (hasMany(cells)) return false;
    const [, second] = filledOf(cells);
    if (second === undefined && isCountLine(first)) return true;
    // In a list of two columns nothing but a count behind it tells a total from a precinct.
    if (table.width < 3) return isTotalLine(first) && second !== undefined && isCount(second);
    return isTotalLine(first) || isPageLine(first) || printedLine.test(first) || titles.has(lineOf(cells));
  };
}

const filledOf = (cells: readonly string[]): readonly string[] =>
  cells.map((cell) => cell.trim()).filter((cell) => cell !== '');

/** Three cells or more. Asked of each of two million rows. */
function hasMany(cells: readonly string[]): boolean {
  let count = 0;
  for (const cell of cells) if (cell !== '' && cell.trim() !== '' && ++count > 2) return true;
  return false;
}

function isSame(cells: readonly string[], names: readonly string[]): boolean {
  const [first = ''] = cells;
  if (!mayBegin(first, names[0] ?? '') || sameName(first) !== names[0]) return false;
  return names.every((name, column) => sameName(cells[column] ?? '') === name);
}

/** False where a plain first letter or digit already says that it is another name. */
function mayBegin(cell: string, name: string): boolean {
  const code = cell.charCodeAt(0);
  const isDigit = code >= 0x30 && code <= 0x39;
  const lower = code | 0x20;
  if (isDigit) return code === name.charCodeAt(0);
  return code >= 0x80 || lower < 0x61 || lower > 0x7a || lower === name.charCodeAt(0);
}

/** A title that is printed on every page has another number there. */
const lineOf = (cells: readonly string[]): string => filledOf(cells).join('\t').replace(/\d+/g, '#');
