import { describe, expect, it } from 'vitest';
import { readUnits, unitsMeet } from '../segments/units';
import { readHoursText } from '../vip/hours-text';
import { readOneLine, readPlaceAddress } from '../vip/place-address';
import { readDate, readFlag, readIds, readSide, readWholeNumber, readZip5 } from './cells';

describe('cells', () => {
  it.each([
    ['43316', '43316'],
    ['43316-1234', '43316'],
    ['433161234', '43316'],
    ['00000', '00000'],
    ['4331', ''],
    ['43316.0', ''],
    ['43316 1234', ''],
    ['4331O', ''],
    ['', ''],
  ])('ZIP %j is %j', (cell, zip) => {
    expect(readZip5(cell)).toBe(zip);
  });

  it.each([
    ['0', 0],
    ['007', 7],
    ['999999999', 999_999_999],
    ['1234567890', -1],
    ['12A', -1],
    ['-5', -1],
    ['1,000', -1],
    ['2-Jan', -1],
    ['1.5', -1],
    ['', -1],
  ])('house number %j is %i', (cell, number) => {
    expect(readWholeNumber(cell)).toBe(number);
  });

  it.each([
    ['2026-11-03', '2026-11-03'],
    ['2026-11-03T00:00:00', '2026-11-03'],
    ['11/03/2026', '2026-11-03'],
    ['3/4/2015', '2015-03-04'],
    ['2026-11-03-05:00', '2026-11-03'],
    ['2026-11-03T00:00:00Z', '2026-11-03'],
    ['2026-11-03T20:00:00Z', null],
    ['11/3/2026 0:00', '2026-11-03'],
    ['11/3/2026 12:00:00 AM', '2026-11-03'],
    ['11/3/2026 12:00:00 PM', null],
    ['2026-02-30', null],
    ['13/01/2026', null],
    ['11/03/26', null],
    ['November 3, 2026', null],
    ['10-08-2016', null],
  ])('date %j is %j', (cell, date) => {
    expect(readDate(cell)).toBe(date);
  });

  it.each([
    ['odd', 'odd'],
    ['EVEN', 'even'],
    ['Both', 'both'],
    ['O', 'odd'],
    ['e', 'even'],
    ['B', 'both'],
    ['All', 'both'],
    ['left', null],
    ['', null],
  ])('side %j is %j', (cell, side) => {
    expect(readSide(cell)).toBe(side);
  });

  it.each([
    ['yes', true],
    ['TRUE', true],
    ['1', true],
    ['', false],
    ['No', false],
    ['maybe', null],
  ])('flag %j is %j', (cell, flag) => {
    expect(readFlag(cell)).toBe(flag);
  });

  it.each([
    ['pl1 pl2,pl3; pl1', ['pl1', 'pl2', 'pl3']],
    ['City Hall', ['City Hall']],
    ['City Hall, Ward 2', ['City Hall', 'Ward 2']],
    ['City Hall, Ward 3', ['City', 'Hall', 'Ward', '3']],
    ['', []],
  ])('ids %j are %j', (cell, ids) => {
    expect(readIds(cell, new Set(['City Hall', 'Ward 2']))).toEqual(ids);
  });
});

describe('hours in words', () => {
  it.each([
    ['6:00 AM - 7:00 PM', '06:00', '19:00'],
    ['7:00 am - 7:00 pm', '07:00', '19:00'],
    ['7am-8pm', '07:00', '20:00'],
    ['7 a.m. to 8 p.m.', '07:00', '20:00'],
    ['8:30am–12:15pm', '08:30', '12:15'],
    ['Noon to 3p.m.', '12:00', '15:00'],
    ['0600-2000', '06:00', '20:00'],
    ['06:00 - 20:00', '06:00', '20:00'],
    ['12:00 AM - 11:59 PM', '00:00', '23:59'],
  ])('%j is %s to %s', (text, startTime, endTime) => {
    expect(readHoursText(text)).toEqual({ startTime, endTime });
  });

  it.each([
    '6 to 7',
    '7-8',
    '7:00-8:00',
    '7am-8pm, closed for lunch',
    '8pm-7am',
    '7am',
    '13pm-14pm',
    '7:75am-8pm',
  ])('%j is left as it stands', (text) => {
    expect(readHoursText(text)).toBeNull();
  });
});

describe('addresses of places', () => {
  it.each([
    ['2775 Hydraulic Rd, Charlottesville, VA 22901', '2775 Hydraulic Rd', 'Charlottesville', 'VA', '22901'],
    [
      'Town Hall, 1 Main St, Springfield, va 22901-1234',
      'Town Hall, 1 Main St',
      'Springfield',
      'VA',
      '22901-1234',
    ],
    ['2775 Hydraulic Rd Charlottesville, VA 22901', '2775 Hydraulic Rd Charlottesville', '', 'VA', '22901'],
    ['10 W 14th Ave Pkwy Denver', '10 W 14th Ave Pkwy Denver', '', '', ''],
    ['1 Main St, QQ 22901', '1 Main St, QQ 22901', '', '', ''],
  ])('one line %j', (text, line1, city, state, zip) => {
    expect(readOneLine(text)).toMatchObject({ line1, city, state, zip });
  });

  it('takes a line break inside a cell for two lines', () => {
    const cells = {
      line1: 'FIRE STATION\n314 BROOKHAVEN ST',
      line2: '',
      line3: '',
      city: 'B',
      state: 'Ohio',
      zip: '1',
      oneLine: '',
    };
    expect(readPlaceAddress(cells)).toMatchObject({
      line1: 'FIRE STATION',
      line2: '314 BROOKHAVEN ST',
      line3: null,
      state: 'OH',
    });
  });
});

describe('units', () => {
  it.each([
    ['', '1', '9', [{ start: '1', end: '9' }]],
    ['', '1a', '2b', [{ start: '1a', end: '2b' }]],
    [
      '101, 102',
      '',
      '',
      [
        { start: '101', end: '101' },
        { start: '102', end: '102' },
      ],
    ],
    ['', '', '', []],
    ['', '1', '', null],
    ['', '9', '1', null],
  ])('%j %j %j', (unit, start, end, units) => {
    expect(readUnits(unit, start, end)).toEqual(units);
  });

  it.each([
    [['1', '10'], ['10', '20'], true],
    [['1', '9'], ['10', '20'], false],
    [['1', '20'], ['5', '6'], true],
    [['A', 'C'], ['1', '9'], false],
    [['4B', '4B'], ['4b', '4b'], true],
  ])('%j and %j', ([a, b], [c, d], meet) => {
    expect(unitsMeet([{ start: a!, end: b! }], [{ start: c!, end: d! }])).toBe(meet);
  });
});
