// Owns what a single cell looks like: a ZIP, a side, a street, an address … A cell may look like several things. Knows no column
// and no table. What streets, suffixes and states are is lib/core's.

import { readAddress } from '@/lib/core/address/read-address';
import { isRoute } from '@/lib/core/address/routes';
import { streetKey } from '@/lib/core/address/street-key';
import { DIRECTIONS } from '@/lib/core/usps/directions';
import { STATES } from '@/lib/core/usps/states';
import { SUFFIXES } from '@/lib/core/usps/suffixes';
import { mayStartUnit } from '@/lib/core/usps/units';
import { readSide, readZip5 } from '../tables/cells';
import { readHoursText } from '../vip/hours-text';
import { buildingWords } from './building-words';
import { readNameAndAddress } from './convert/composed-place';
import { readSideWords } from './convert/composed-range';

/** What a cell may look like. */
export const cellShapes = {
  zip: (cell) => readZip5(cell.replace(/\.0$/, '')) !== '',
  /** A ZIP that a spreadsheet took the leading zero from. */
  shortZip: (cell) => /^[1-9]\d{3}(?:-\d{4})?$/.test(cell),
  /** A postal code of the United Kingdom (BS 7666) or of Canada, with or without its blank. */
  postcode: (cell) =>
    /^(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})$/i.test(cell) ||
    /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]?\d[ABCEGHJ-NPRSTV-Z]\d$/i.test(cell),
  /** Two letters. */
  state: (cell) => cell.length === 2 && STATES.has(cell.toUpperCase()),
  stateName: (cell) => STATES.has(cell.toUpperCase()),
  side: (cell) => readSide(cell) !== null || readSideWords(cell) !== null,
  /** Yes or no. */
  flag: (cell) => /^(?:y|n|yes|no|t|f|true|false)$/i.test(cell),
  direction: (cell) => DIRECTIONS.has(plain(cell)),
  suffix: (cell) => SUFFIXES.has(plain(cell)),
  houseNumber: (cell) => /^\d{1,6}(?: ?[A-Za-z]| 1\/[234])?$/.test(cell) || /^\d{1,4}-\d{1,4}$/.test(cell),
  /** What stands behind a house number: `A`, `1/2`. */
  numberSuffix: (cell) => /^(?:[A-Za-z]|[1-9]\/(?:[2-9]|10))$/.test(cell),
  number: (cell) => /^\d{1,7}(?:\.0)?$/.test(cell),
  address: isAddress,
  /** An address with town, state or ZIP behind it. */
  addressWithTown: (cell) => /\d{5}(?:-\d{4})?$/.test(cell) && isAddress(cell) && !looksLikeTownLine(cell),
  /** A name with its suffix, or a numbered road, and no house number before it. */
  street: isStreet,
  /** A name that could be a street's, with or without a suffix. */
  streetName: (cell) => cell.length <= 40 && /[A-Za-z]/.test(cell) && !/[,@]/.test(cell) && !isAddress(cell),
  rangeText: isRangeText,
  cityStateZip: looksLikeTownLine,
  /** Letters and blanks: a town, a person, a name. */
  words: (cell) => /^[A-Za-z][A-Za-z .'-]*$/.test(cell) && cell.length > 2,
  /** Something with a word in it that names a building. */
  place: (cell) => buildingWords.test(cell) && !isAddress(cell),
  /** A name and an address behind it. */
  placeWithAddress: (cell) => (readNameAndAddress(cell, '')?.name ?? '') !== '',
  text: (cell) => /[A-Za-z]{3}/.test(cell),
  /** What an id or a number of a precinct may be. */
  code: (cell) =>
    cell.length <= 15 &&
    !/[,;:@]/.test(cell) &&
    /^[A-Za-z0-9][A-Za-z0-9 ./_-]*$/.test(cell) &&
    /^(?:\S*\d|\S{1,6}$|[A-Za-z]{1,10}[ .]\d{1,4}[A-Za-z]?$)/.test(cell),
  unit: (cell) => cell.length <= 20 && mayStartUnit(plain(cell).split(' ')[0] ?? ''),
  latitude: (cell) => isBetween(cell, 13, 72),
  longitude: (cell) => isBetween(cell, -180, -60),
  hours: (cell) => readHoursText(cell) !== null || /\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b/i.test(cell),
} as const satisfies Readonly<Record<string, (cell: string) => boolean>>;

export type CellShape = keyof typeof cellShapes;

const plain = (cell: string): string => cell.toUpperCase().replace(/[._]+/g, ' ').trim();

function isRangeText(cell: string): boolean {
  return (
    /^\d{1,6} ?(?:-|to|thru|through) ?\d{1,6}(?:[ ,(]{1,2}(?:odd|even|both|all|o|e|b)s?\)?)?$/i.test(cell) ||
    /^(?:all|all (?:numbers|addresses|even|odd)|entire street|odd|even)$/i.test(cell)
  );
}

function isAddress(cell: string): boolean {
  // `012 - North Hall` is a precinct with its name.
  if (isRangeText(cell) || /^\d[\w.-]{0,12} +[-:] +[A-Za-z]/.test(cell)) return false;
  if (!/^\d/.test(cell) || !/\s[A-Za-z0-9]/.test(cell) || !/[A-Za-z]{2}|\s[A-Za-z]\s/.test(cell))
    return false;
  return readAddress(cell).kind === 'address' && !isStreet(cell.split(',')[0] ?? '');
}

function isStreet(cell: string): boolean {
  if (cell.length > 50 || cell.includes(',') || /^\d+(?:-\d+)? \S/.test(cell)) return false;
  const key = streetKey(cell.replaceAll('_', ' '));
  return key.core !== '' && key.core !== '*' && (key.suffix !== '' || isRoute(key.core));
}

/** `NATCHEZ MS 39120`, `CT 06511`. */
function looksLikeTownLine(cell: string): boolean {
  const match = /^(?:[A-Za-z][A-Za-z.' -]{0,40}[ ,])? ?([A-Za-z]{2})[., ]{1,2}\d{5}(?:-\d{4})?$/.exec(
    cell.trim(),
  );
  return match !== null && STATES.has((match[1] ?? '').toUpperCase());
}

function isBetween(cell: string, low: number, high: number): boolean {
  if (!/^-?\d{1,3}\.\d{2,}$/.test(cell)) return false;
  const value = Number(cell);
  return value >= low && value <= high;
}
