import { describe, expect, it } from 'vitest';
import { numberMeaning } from './number-formats';
import { numberText } from './number-text';

describe('the text of a number', () => {
  it.each([
    ['a ZIP that lost its zero stays so', '1234', 0, undefined, '1234'],
    ['what a format of zeros shows', '1234', 164, '00000', '01234'],
    ['ZIP+4 by its format', '12345678', 164, '00000\\-0000', '01234-5678'],
    ['more digits than the format has', '123456', 164, '00000', '123456'],
    ['a whole number that was stored as one with a fraction', '32053.0', 0, undefined, '32053'],
    ['noise of binary fractions', '0.30000000000000004', 0, undefined, '0.3'],
    ['a long number', '12300000000', 0, undefined, '12300000000'],
    ['a number with an exponent', '1.23E+10', 0, undefined, '12300000000'],
    ['past 15 digits', '1.2345678901234567E+19', 0, undefined, '12345678901234600000'],
    ['a range that became a date', '45293', 16, undefined, '2-Jan'],
    ['the same by a code with a locale', '45293', 165, '[$-409]d\\-mmm;@', '2-Jan'],
    ['a range that became a month', '36161', 17, undefined, 'Jan-99'],
    ['a date without a year in numbers', '45293', 165, 'm/d', '1/2'],
    ['a date', '46329', 14, undefined, '2026-11-03'],
    ['a date by words', '46329', 165, '[$-F800]dddd, mmmm dd, yyyy', '2026-11-03'],
    ['a date with a time', '46329.5', 22, undefined, '2026-11-03T12:00:00'],
    ['a date whose time is midnight', '46329', 22, undefined, '2026-11-03'],
    ['a time', '0.291666666666667', 18, undefined, '7:00 AM'],
    ['a time of the evening', '0.8125', 20, undefined, '19:30'],
    ['a time with seconds', '0.50001157407', 21, undefined, '12:00:01'],
    ['the first of March 1900', '61', 14, undefined, '1900-03-01'],
    ['the day that never was', '60', 14, undefined, '1900-02-29'],
    ['the first day', '1', 14, undefined, '1900-01-01'],
    ['a number too large for a date', '99999999', 14, undefined, '99999999'],
    ['money', '12', 165, '"$"#,##0.00;[Red]\\-"$"#,##0.00', '12'],
    ['words in a format are no date', '12', 165, '0 "days"', '12 days'],
    ['a code with its letter', '12', 165, '0"A"', '12A'],
    ['a code behind a word', '7', 165, '"PCT "000', 'PCT 007'],
    ['a code in parts', '1203', 165, '00\\.00', '12.03'],
    ['a word before any number', '12', 165, '"W-"General', 'W-12'],
    ['more digits than a format in parts has', '1203', 165, '0-0', '120-3'],
    ['places that may stay blank', '7', 165, '##-0', '-7'],
    ['a percentage', '0.12', 9, undefined, '12%'],
    ['decimals of a code', '101.1', 2, undefined, '101.10'],
    ['more decimals than are shown', '39.123456', 2, undefined, '39.123456'],
    ['a whole number with decimals', '12', 2, undefined, '12'],
    ['thousands', '1200', 3, '#,##0', '1200'],
    ['euros', '12', 165, '[$€-407]0', '12'],
    ['a format in red', '12', 165, '[Red]0', '12'],
    ['General', '12', 165, 'General', '12'],
    ['no number', '#N/A', 14, undefined, '#N/A'],
  ])('%s', (_title, stored, id, code, text) => {
    expect(numberText(stored, numberMeaning(id, code), false)).toBe(text);
  });

  it('counts from 1904 where the workbook says so', () => {
    expect(numberText('0', numberMeaning(14, undefined), true)).toBe('1904-01-01');
    expect(numberText('44867', numberMeaning(14, undefined), true)).toBe('2026-11-03');
  });
});
