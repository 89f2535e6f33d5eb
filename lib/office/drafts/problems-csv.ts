// Owns problems as a CSV file for a spreadsheet. Cells come from files that anybody may have written: none can start a
// formula. Knows no request.

import type { StoredProblem } from './stored-problems';

/** The first record of it. With a byte order mark: Excel reads UTF-8 only so. */
export const PROBLEMS_CSV_HEADER = '\ufeffseverity,code,file,row,column,value,meaning,what to do\r\n';

/** One record: RFC 4180, line break included. */
export function problemCsvRow({
  severity,
  code,
  file,
  row,
  column,
  value,
  message,
  remedy,
}: StoredProblem): string {
  const cells = [severity, code, file, row === null ? '' : String(row), column, value, message, remedy];
  return `${cells.map((cell) => csvCell(cell ?? '')).join(',')}\r\n`;
}

/** `=1+1` -> `"'=1+1"`: what a spreadsheet would run is shown as text (OWASP, CSV injection). */
function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
