import { describe, expect, it } from 'vitest';
import { isFormattedNumber, isFormulaError, isSpreadsheetDate, zipDamage } from './spreadsheet-cells';

describe('what a spreadsheet makes of a cell', () => {
  it.each([
    '2-Jan',
    '02-Jan',
    'Jan-02',
    'JAN-99',
    '2-Jan-26',
    '12-dec-2026',
    '1/2/2026',
    '1/2/26',
    '2026-01-02',
    '2026-01-02 00:00:00',
    '2026-01-02T00:00:00.000',
  ])('%s was no date', (cell) => expect(isSpreadsheetDate(cell)).toBe(true));

  it.each([
    '1-2',
    '12',
    '',
    'January',
    'Jan',
    '2-Janitor',
    '12-2026',
    '1/2',
    'May',
    'N-12',
    '2026',
    '1-99 ODD',
  ])('%j may be what somebody wrote', (cell) => expect(isSpreadsheetDate(cell)).toBe(false));

  it.each(['1,234', '12,345,678', '101.0', '101.', '101.00', '1,234.0', '1.23E+10', '2E+05'])(
    '%s is a number in another form',
    (cell) => expect(isFormattedNumber(cell)).toBe(true),
  );

  it.each(['101', '', '1,23', '101.5', '1,2345', 'E+05', '12A', '1E5'])('%j is none', (cell) =>
    expect(isFormattedNumber(cell)).toBe(false),
  );

  it.each(['#REF!', '#N/A', '#n/a', '#VALUE!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!', '########', '#REF! '])(
    '%s is the error of a formula',
    (cell) => expect(isFormulaError(cell)).toBe(true),
  );

  it.each(['#4', '# 4', '', '#', 'N/A', '#NAME', 'APT #REF!', '###'])('%j is none', (cell) =>
    expect(isFormulaError(cell)).toBe(false),
  );

  it.each([
    ['1234', 'MA', /leading zero/],
    ['1234-5678', 'NJ', /leading zero/],
    ['12345678', 'CT', /leading zero/],
    ['602', 'PR', /leading zero/],
    ['32053.0', 'FL', /made a number/],
    ['1234.0', 'FL', /made a number/],
    ['3.2E+08', 'FL', /rounded/],
  ])('ZIP %s in %s', (cell, state, words) => expect(zipDamage(cell, state)).toMatch(words));

  it.each([
    ['1234', 'FL'],
    ['602', 'MA'],
    ['12', 'MA'],
    ['', 'MA'],
    ['ABCDE', 'MA'],
    ['1234', ''],
  ])('of ZIP %j in %j nothing is known', (cell, state) => expect(zipDamage(cell, state)).toBeUndefined());
});
