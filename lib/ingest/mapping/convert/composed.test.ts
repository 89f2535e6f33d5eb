import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddressLine, readHouse, readUnit } from './composed-address';
import { noLastNumber, readRangeWords, readSideWords } from './composed-range';
import { readCityStateZip } from './composed-town';

describe('a range in one cell', () => {
  it.each([
    ['0-99 EVEN', 0, 99, 'even'],
    ['101-199 (odd)', 101, 199, 'odd'],
    ['100 - 198', 100, 198, null],
    ['100–198', 100, 198, null],
    ['100 to 198', 100, 198, null],
    ['100 thru 198 both sides', 100, 198, 'both'],
    ['odd 1-99', 1, 99, 'odd'],
    ['1-99, odd only', 1, 99, 'odd'],
    ['1-END', 1, noLastNumber, null],
    ['1 to end odd', 1, noLastNumber, 'odd'],
    ['5 & up', 5, noLastNumber, null],
    ['5 and above', 5, noLastNumber, null],
    ['5+', 5, noLastNumber, null],
    ['12', 12, 12, null],
    ['0012', 12, 12, null],
  ])('reads %s', (text, start, end, side) => {
    expect(readRangeWords(text)).toEqual({ start, end, side, all: false });
  });

  it.each([
    ['', null],
    ['all', null],
    ['ALL NUMBERS', null],
    ['Entire street', null],
    ['odd', 'odd'],
    ['Even side', 'even'],
    ['all odd', 'odd'],
    ['both', null],
    ['Odd & Even', null],
  ])('takes "%s" for the whole street', (text, side) => {
    expect(readRangeWords(text)).toEqual({ start: 0, end: 0, side, all: true });
  });

  it.each([
    '2-Jan',
    '12A',
    '12E',
    '1,000',
    '5-',
    '-5',
    '1-2-3',
    '1/2/2026',
    '101-199 odd, 200-298 even',
    '100 198',
    'odd 1-9 even',
    '1-99 oak',
    'multiple',
    '1e5',
    '12345678901',
    '?',
    'up',
    '12-END-3',
  ])('does not guess what %s means', (text) => {
    expect(readRangeWords(text)).toBeNull();
  });

  it('reads every pair of numbers as it was written', () => {
    const side = fc.constantFrom('', ' odd', ' (EVEN)', ' Both');
    const joint = fc.constantFrom('-', ' - ', ' to ', '–', ' THRU ');
    fc.assert(
      fc.property(fc.nat(999_999), fc.nat(999_999), joint, side, (a, b, between, behind) => {
        const read = readRangeWords(`${a}${between}${b}${behind}`);
        expect([read?.start, read?.end, read?.side ?? '']).toEqual([
          a,
          b,
          behind.toLowerCase().replace(/[ ()]/g, ''),
        ]);
      }),
      { seed: 42 },
    );
  });
});

it.each([
  ['Odd', 'odd'],
  ['O', 'odd'],
  ['ODDS', 'odd'],
  ['odd only', 'odd'],
  ['(odd)', 'odd'],
  ['E', 'even'],
  ['evens', 'even'],
  ['Even Side', 'even'],
  ['B', 'both'],
  ['O/E', 'both'],
  ['Odd & Even', 'both'],
  ['all', 'both'],
  ['Both sides', 'both'],
  ['', null],
  ['1', null],
  ['N', null],
  ['add', null],
  ['odd?', null],
])('reads the side %s', (text, side) => {
  expect(readSideWords(text)).toBe(side);
});

describe('town, state and ZIP in one cell', () => {
  it.each([
    ['NATCHEZ MS 39120-1234', 'NATCHEZ', 'MS', '39120-1234'],
    ['Natchez, MS 39120', 'Natchez', 'MS', '39120'],
    ['Natchez, Mississippi, 39120', 'Natchez', 'MS', '39120'],
    ['NEW YORK NY 10001', 'NEW YORK', 'NY', '10001'],
    ['CT 06511', '', 'CT', '06511'],
    ['NATCHEZ 39120', 'NATCHEZ', '', '39120'],
    ['NATCHEZ MS', 'NATCHEZ', 'MS', ''],
    ['PORT WASHINGTON 11050', 'PORT WASHINGTON', '', '11050'],
    ['39120', '', '', '39120'],
    ['Natchez, MS 39120, USA', 'Natchez', 'MS', '39120'],
  ])('cuts %s', (text, city, state, zip) => {
    expect(readCityStateZip(text)).toEqual({ city, state, zip });
  });

  it.each([
    '',
    '12 Oak St, Natchez MS 39120',
    'NATCHEZ MS 3912',
    'NEW YORK 10001',
    'A, B, MS 39120',
    'NATCHEZ MS 39120.0',
  ])('does not cut %s', (text) => {
    expect(readCityStateZip(text)).toBeNull();
  });
});

describe('an address in one cell', () => {
  const none = { prefix: '', suffix: '', unit: '', city: '', state: '', zip: '' };
  it.each([
    ['12 E Oak St Apt 4', '', { number: 12, street: 'E OAK ST', unit: '4' }],
    [
      '12 E Oak St Apt 4, NATCHEZ MS 39120',
      '',
      { number: 12, street: 'E OAK ST', unit: '4', city: 'NATCHEZ', state: 'MS', zip: '39120' },
    ],
    [
      '12 Oak St, #4, Natchez, MS 39120-1234',
      '',
      { number: 12, street: 'OAK ST', unit: '4', city: 'NATCHEZ', state: 'MS', zip: '39120' },
    ],
    [
      '12 Oak St Natchez MS 39120',
      'Natchez',
      { number: 12, street: 'OAK ST', city: 'NATCHEZ', state: 'MS', zip: '39120' },
    ],
    ['12A Oak St', '', { number: 12, suffix: 'A', street: 'OAK ST' }],
    ['12 1/2 Oak St', '', { number: 12, suffix: '1/2', street: 'OAK ST' }],
    ['N6W23001 Oak St', '', { number: 23001, prefix: 'N6W', street: 'OAK ST' }],
    ['12 County Road 4', '', { number: 12, street: 'COUNTY ROAD 4' }],
    ['12 Avenue B', '', { number: 12, street: 'AVENUE B' }],
    ['12 Lot Rd', '', { number: 12, street: 'LOT RD' }],
    ['12 Oak St Rear', '', { number: 12, street: 'OAK ST', unit: 'REAR' }],
    ['12 Oak St Bldg 2 Apt 4', '', { number: 12, street: 'OAK ST', unit: '4' }],
    ['12 Oak Ct', '', { number: 12, street: 'OAK CT' }],
    ['12 Oak St N 39120', '', { number: 12, street: 'OAK ST N', zip: '39120' }],
  ])('cuts %s', (text, town, parts) => {
    expect(readAddressLine(text, town)).toEqual({ ...none, ...parts });
  });

  it.each([
    '',
    'Oak St',
    '12',
    '0 Oak St',
    '12-14 Oak St',
    '12 A Oak St',
    '12 Oak St 4',
    '12 County Rd 4 3',
    '12 County Road 4 B',
    '12 Avenue B 3',
    '12 Oak St Natchez MS 39120',
    'PO Box 12',
    '12 Oak St, Rear Building Of Hall, Natchez MS 39120',
    '12 Oak 39120',
    'RR 2 Box 14',
  ])('does not cut %s', (text) => {
    expect(readAddressLine(text, '')).toBeNull();
  });

  it('gives back the number, street, unit and town that an address was made of', () => {
    const record = fc.record({
      number: fc.integer({ min: 1, max: 99_999 }),
      street: fc.constantFrom('OAK ST', 'E OAK ST', 'OLD MILL RD', 'COUNTY ROAD 4', '5TH AVE', 'LAKE ST S'),
      unit: fc.constantFrom('', '4', '12B', 'C'),
      town: fc.constantFrom('', 'NATCHEZ', 'SAINT PAUL', 'NEW YORK'),
      comma: fc.boolean(),
    });
    fc.assert(
      fc.property(record, ({ number, street, unit, town, comma }) => {
        const line = `${number} ${street}${unit === '' ? '' : ` APT ${unit}`}`;
        const text = town === '' ? line : `${line}${comma ? ', ' : ' '}${town} MS 39120`;
        const read = readAddressLine(text, comma ? '' : town);
        expect([read?.number, read?.street, read?.unit, read?.city]).toEqual([number, street, unit, town]);
      }),
      { seed: 42 },
    );
  });
});

it.each([
  ['12', { number: 12, prefix: '', suffix: '' }],
  ['0012', { number: 12, prefix: '', suffix: '' }],
  ['12A', { number: 12, prefix: '', suffix: 'A' }],
  ['12 1/2', { number: 12, prefix: '', suffix: '1/2' }],
  ['', null],
  ['0', null],
  ['12-14', null],
  ['12.0', null],
  ['2-Jan', null],
  ['OAK', null],
])('reads the house number %s', (cell, parts) => {
  expect(readHouse(cell)).toEqual(parts);
});

it.each([
  ['APT 4B', '4B'],
  ['#4', '4'],
  ['4', '4'],
  ['BLDG 2 APT 4', '4'],
  ['Rear', 'REAR'],
  ['Unit #7', '7'],
  ['', ''],
])('reads the unit %s', (cell, unit) => {
  expect(readUnit(cell)).toBe(unit);
});
