// Owns problems as a CSV file for a spreadsheet. Knows no request.

import { CSV_START, csvRecord } from '../csv-record';
import type { StoredProblem } from './stored-problems';

/** The first record of it. */
export const PROBLEMS_CSV_HEADER = `${CSV_START}severity,code,file,row,column,value,meaning,what to do\r\n`;

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
  return csvRecord([severity, code, file, row, column, value, message, remedy]);
}
