// Owns writing one record of a CSV file for a spreadsheet. Cells come from files that anybody may have written: none can
// start a formula. Knows no table.

/** The beginning of a file: Excel reads UTF-8 only behind a byte order mark. */
export const CSV_START = '\ufeff';

/** `['a', null, '=1+1']` -> `"a","","'=1+1"` and the line break (RFC 4180). */
export function csvRecord(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => csvCell(String(cell ?? ''))).join(',')}\r\n`;
}

/** `=1+1` -> `"'=1+1"`: what a spreadsheet would run is shown as text (OWASP, CSV injection). */
function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
