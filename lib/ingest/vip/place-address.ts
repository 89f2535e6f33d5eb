// Owns the address of a place: from its parts where the office gave parts, else from one line (VIP 5
// AddressLine), of which only what is certain is taken apart.

import { STATES } from '@/lib/core/usps/states';
import type { PollingLocation } from '@/lib/core/vip';
import { readState, readZip5, textOrNull } from '../tables/cells';

/** The address fields of a place. Blank parts are '' or null. */
export type PlaceAddress = Pick<PollingLocation, 'line1' | 'line2' | 'line3' | 'city' | 'state' | 'zip'>;

type AddressCells = Readonly<
  Record<'line1' | 'line2' | 'line3' | 'city' | 'state' | 'zip' | 'oneLine', string>
>;

/** Parts count before the one line. A line break inside a cell parts two lines. */
export function readPlaceAddress(cells: AddressCells): PlaceAddress {
  if (cells.line1 === '' && cells.city === '' && cells.oneLine !== '') return readOneLine(cells.oneLine);
  const lines = [cells.line1, cells.line2, cells.line3].flatMap(linesOf);
  const [line1 = '', line2 = '', ...others] = lines;
  return {
    line1,
    line2: textOrNull(line2),
    line3: textOrNull(others.join(', ')),
    city: cells.city,
    state: cells.state === '' ? '' : (readState(cells.state) ?? cells.state),
    zip: cells.zip,
  };
}

function linesOf(cell: string): readonly string[] {
  return cell
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** `2775 Hydraulic Rd, Charlottesville, VA 22901` -> all parts. Without the comma before the town nothing says
 *  where the street ends, so `2775 Hydraulic Rd Charlottesville` stays one line. */
export function readOneLine(text: string): PlaceAddress {
  const line = linesOf(text).join(', ');
  const whole: PlaceAddress = { line1: line, line2: null, line3: null, city: '', state: '', zip: '' };
  // No address is longer, and the expression backtracks over blanks and commas.
  if (line.length > 300) return whole;
  const match = /^(.*?)[\s,]+([A-Za-z]{2})\.?[\s,]+(\d{5}(?:-?\d{4})?)(?:[\s,]+USA?)?$/.exec(line);
  if (match === null) return whole;
  const [, before = '', state = '', zip = ''] = match;
  if (!STATES.has(state.toUpperCase()) || readZip5(zip) === '') return whole;
  const parts = before.split(',').map((part) => part.trim());
  const city = parts.length > 1 ? (parts.at(-1) ?? '') : '';
  const street = city === '' ? before : parts.slice(0, -1).join(', ');
  return { ...whole, line1: street, city, state: state.toUpperCase(), zip };
}
