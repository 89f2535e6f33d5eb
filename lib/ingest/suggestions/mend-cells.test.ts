// What single cells are mended to, and which are left: a table for each kind. `null` is a cell that stays as it is.

import { describe, expect, it } from 'vitest';
import { mendZip } from './lost-zeros';
import { readRight } from './mojibake-repair';
import { plainNumber, plainZip } from './number-forms';
import { originalOf, originalsOf } from './precinct-ids';
import { readSpreadsheetDate } from './spreadsheet-dates';
import { isZeroZip } from './zip-states';

describe('a ZIP that lost its zeros', () => {
  it.each([
    ['1760', 'MA', '01760'],
    ['2138', 'MA', '02138'],
    ['5501', 'MA', '05501'],
    ['6510', 'CT', '06510'],
    ['8901', 'NJ', '08901'],
    ['3901', 'ME', '03901'],
    ['601', 'PR', '00601'],
    ['802', 'VI', '00802'],
    ['1760-1234', 'MA', '01760-1234'],
    ['17601234', 'MA', '017601234'],
    ['6011234', 'PR', '006011234'],
    ['1760.0', 'MA', '01760'],
    ['17601234.0', 'MA', '017601234'],
  ])('%s in %s is %s', (cell, state, mended) => {
    expect(mendZip(cell, state)).toBe(mended);
  });

  it.each([
    ['is whole', '01760', 'MA'],
    ['lies in a state whose ZIPs begin with other digits', '3912', 'MS'],
    ['may have lost its last digit', '0176', 'MA'],
    ['lost its last digit in a state of other digits', '4331', 'OH'],
    ['would be another state’s', '6510', 'MA'],
    ['would be nobody’s', '9013', 'NJ'],
    ['would be a soldier’s abroad', '9012', 'MA'],
    ['has three digits where none begins with two zeros', '213', 'MA'],
    ['lies in New York, where nearly none begins with a zero', '6390', 'NY'],
    ['is of no state that is known', '1760', null],
    ['was rounded', '1.76E+3', 'MA'],
    ['has five digits', '21385', 'MA'],
    ['is a word', 'Natick', 'MA'],
    ['has half of a ZIP+4', '1760-12', 'MA'],
    ['has a real fraction', '1760.5', 'MA'],
  ])('is left where it %s (%s, %s)', (_, cell, state) => {
    expect(mendZip(cell, state)).toBeNull();
  });

  it('is a ZIP of the very state', () => {
    expect(isZeroZip('05501', 'MA')).toBe(true);
    expect(isZeroZip('05501', 'VT')).toBe(false);
    expect(isZeroZip('00901', 'PR')).toBe(true);
    expect(isZeroZip('00801', 'PR')).toBe(false);
  });
});

describe('a number in another form', () => {
  it.each([
    ['1,234', '1234'],
    ['12,345', '12345'],
    ['101.0', '101'],
    ['101.', '101'],
    ['101.00', '101'],
    ['1,234.0', '1234'],
    ['999,999', '999999'],
  ])('%s is %s', (cell, mended) => {
    expect(plainNumber(cell)).toBe(mended);
  });

  it.each([
    '1234',
    '1.000',
    '1,23',
    '1,2',
    '101.5',
    '1.2E+3',
    '1,234,567,890',
    '12A',
    '-5',
    '1-2',
    '',
    ',',
    '1.234',
    '101.0.0',
  ])('%s is left', (cell) => {
    expect(plainNumber(cell)).toBeNull();
  });

  it.each([
    ['32053.0', '32053'],
    ['32053.00', '32053'],
    ['391201234.0', '391201234'],
    ['3205.0', null],
    ['32,053', null],
    ['32053', null],
    ['32053.5', null],
    ['3.2E+4', null],
  ])('the ZIP %s is %s', (cell, mended) => {
    expect(plainZip(cell)).toBe(mended);
  });
});

describe('letters in a wrong encoding', () => {
  it.each([
    ['PEÃ‘A', 'PEÑA'],
    ['CaÃ±on City', 'Cañon City'],
    ['Oâ€™Brien Rd', 'O’Brien Rd'],
    ['JosÃ©', 'José'],
    ['Ã\u0081lvarez', 'Álvarez'],
    ['Main St â€“ North', 'Main St – North'],
    ['Nï¿½Ã±', null],
    ['CaÃƒÂ±on', 'Cañon'],
    ['St.Â\u00a0Mary', 'St.\u00a0Mary'],
  ])('%s is %s', (cell, mended) => {
    expect(readRight(cell)).toBe(mended);
  });

  it.each([
    ['is sound', 'PEÑA'],
    ['is plain', 'OAK ST'],
    ['is half of a letter', 'PEÃ'],
    ['was changed to capitals since', 'PEÃ±A Ñ'],
    ['has a quotation mark that stands for another', "PEÃ'A"],
    ['holds what no byte stands for', 'PE\ufffdÃ±A'],
    ['would be in another script', 'Ð\u0090Ã\u0090Â°'],
    ['is French and right', 'Âge'],
  ])('is left where the cell %s: %s', (_, cell) => {
    expect(readRight(cell)).toBeNull();
  });
});

describe('a date of a spreadsheet', () => {
  it.each([
    ['2-Jan', { kind: 'day', month: 1, day: 2 }],
    ['02-JAN', { kind: 'day', month: 1, day: 2 }],
    ['2-Jan-26', { kind: 'day', month: 1, day: 2 }],
    ['2026-01-12', { kind: 'day', month: 1, day: 12 }],
    ['2026-01-12 00:00:00', { kind: 'day', month: 1, day: 12 }],
    ['Jan-50', { kind: 'month', month: 1, year: 50 }],
    ['2026-01-01', null],
    ['1-Jan-50', null],
    ['31-Feb', null],
    ['0-Jan', null],
    ['2-Jax', null],
    ['1/2/2026', null],
    ['1-12', null],
    ['OAK', null],
  ])('%s is %o', (cell, date) => {
    expect(readSpreadsheetDate(cell)).toEqual(date);
  });
});

describe('a precinct id that a spreadsheet has changed', () => {
  const mended = (cell: string, ...ids: readonly string[]) => originalOf(cell, originalsOf(new Set(ids)));

  it.each([
    ['7', ['007', '008'], '007'],
    ['7', ['07', '12', '101'], '07'],
    ['7.0', ['7', '8'], '7'],
    ['8', ['7', '8', '007'], '8'],
    ['1,204', ['1204'], '1204'],
    ['2-Jan', ['1-2', '1-3'], '1-2'],
    ['2-Jan', ['01-02'], '01-02'],
    ['2-Jan', ['1/2'], '1/2'],
    ['2026-01-02', ['1-2'], '1-2'],
    ['Jan-50', ['1-50'], '1-50'],
    ['1-Mar', ['MAR1', 'MAR2'], 'MAR1'],
    ['1-Sep', ['SEPT 1'], 'SEPT 1'],
  ])('%s is, of %o, %s', (cell, ids, original) => {
    expect(mended(cell, ...ids)).toBe(original);
  });

  it.each([
    ['two ids become the same number', '7', ['07', '007']],
    ['the list has a shorter number, and may have lost this one', '7', ['007', '12']],
    ['the list has a number without zeros', '7', ['007', '8']],
    ['two ids become the same date', '2-Jan', ['1-2', '01-02']],
    ['another id becomes the date elsewhere', '2-Jan', ['1-2', '2-1']],
    ['only the custom of elsewhere gives an id', '1-Feb', ['1-2']],
    ['a month and its year may be two ids', 'Jan-50', ['1-50', '1-1950']],
    ['nothing becomes it', '9', ['007']],
    ['it was rounded', '1.41E+09', ['1410000000']],
    ['a word is no month', '1-Mar', ['MARKET1']],
    ['it is a word', 'NORTH', ['007']],
  ])('is left where %s: %s of %o', (_, cell, ids) => {
    expect(mended(cell, ...ids)).toBeNull();
  });
});
