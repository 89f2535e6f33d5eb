import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress } from './read-address';
import { findTown, townKey } from './town';

/** text, house number, ZIP, state, words behind the number */
const READ: readonly (readonly [string, string, string | null, string | null, string])[] = [
  ['112 S Lake St, Carey OH 43316', '112', '43316', 'OH', 'S LAKE ST CAREY OH'],
  ['112 s lake st carey oh 43316-1234', '112', '43316', 'OH', 'S LAKE ST CAREY OH'],
  ['112 S Lake St,Carey,OH,433161234', '112', '43316', 'OH', 'S LAKE ST CAREY OH'],
  ['112 S Lake St\nCarey, Ohio 43316 1234\nUSA', '112', '43316', 'OH', 'S LAKE ST CAREY OHIO'],
  ['  112   S  Lake St ,, Carey  OH   43316  ', '112', '43316', 'OH', 'S LAKE ST CAREY OH'],
  ['112 S Lake St, 43316', '112', '43316', null, 'S LAKE ST'],
  ['112 S Lake St 43316', '112', '43316', null, 'S LAKE ST'],
  ['112 S Lake St, 43316 Carey OH', '112', '43316', 'OH', 'S LAKE ST CAREY OH'],
  ['112 S Lake St, Carey OH, zip code 43316', '112', '43316', 'OH', 'S LAKE ST CAREY OH'],
  ['112 S Lake St, Carey, West Virginia', '112', null, 'WV', 'S LAKE ST CAREY WEST VIRGINIA'],
  ['12345 Oak St, Carey', '12345', null, null, 'OAK ST CAREY'],
  ['12345 Oak St, Carey OH 43316', '12345', '43316', 'OH', 'OAK ST CAREY OH'],
  ['12½ Main St, 00001', '12 1/2', '00001', null, 'MAIN ST'],
  ['12 1/2 Main St, 00001', '12 1/2', '00001', null, 'MAIN ST'],
  ['12-34 Main St, 00001', '12-34', '00001', null, 'MAIN ST'],
  ['N6W23001 Bluemound Rd, 00001', 'N6W23001', '00001', null, 'BLUEMOUND RD'],
  ['N6 W23001 Bluemound Rd, 00001', 'N6W23001', '00001', null, 'BLUEMOUND RD'],
  ['123A Main St, 00001', '123A', '00001', null, 'MAIN ST'],
  ['123Main St, 00001', '123', '00001', null, 'MAIN ST'],
  ['#12 Main St, 00001', '12', '00001', null, 'MAIN ST'],
  ['8 97 Cir, 00001', '8', '00001', null, '97 CIR'],
  ['First Baptist Church, 12 Main St, 00001', '12', '00001', null, 'MAIN ST'],
  ['12 Main St, PO Box 5, Carey OH 43316', '12', '43316', 'OH', 'MAIN ST CAREY OH'],
  ['Apt 4, 112 Lake St, 00001', '112', '00001', null, 'LAKE ST'],
  ['5 US Hwy 61, 00001', '5', '00001', null, 'US HWY 61'],
  ['100 Oak Ct 00001', '100', '00001', null, 'OAK CT'],
  ['12 Main St, Carey OH 43316, United States of America', '12', '43316', 'OH', 'MAIN ST CAREY OH'],
  ['12 Main St, Carey, OH43316', '12', '43316', 'OH', 'MAIN ST CAREY OH'],
  ['12 Main St, Carey OH43316-1234', '12', '43316', 'OH', 'MAIN ST CAREY OH'],
  ['4567 W 10400 S, Carey, OH', '4567', null, 'OH', 'W 10400 S CAREY OH'],
  ['43316, 4567 1/2 W 10400 S, Carey', '4567 1/2', '43316', null, 'W 10400 S CAREY'],
  ['4567 10400 S, Carey OH 43316', '4567', '43316', 'OH', '10400 S CAREY OH'],
  ['38W541 Main St, 00001', '38W541', '00001', null, 'MAIN ST'],
  ['12 CR43316, Carey', '12', null, null, 'CR43316 CAREY'],
  ['No. 12 Main St, 00001', '12', '00001', null, 'MAIN ST'],
  ['Number 12 Main St, 00001', '12', '00001', null, 'MAIN ST'],
  ['5,200 Main St, 00001', '5200', '00001', null, 'MAIN ST'],
  ['5,200 S, Carey 00001', '5', '00001', null, '200 S CAREY'],
  ['12 Main St (rear), Carey 00001', '12', '00001', null, 'MAIN ST REAR CAREY'],
  ['12 Main St, Carey, Carey, OH 43316', '12', '43316', 'OH', 'MAIN ST CAREY OH'],
  ['12 Main St, Carey, Ohio, OH 43316', '12', '43316', 'OH', 'MAIN ST CAREY OHIO'],
  ['12 Main St, Carey, Wyandot County, OH 43316', '12', '43316', 'OH', 'MAIN ST CAREY OH'],
  ['300 State Rd 02568', '300', '02568', null, 'STATE RD'],
  ['300 County Road 02568-1234', '300', '02568', null, 'COUNTY ROAD'],
  ['300 State Rd 12568', '300', null, null, 'STATE RD 12568'],
  ['12 East West Hwy 43316', '12', '43316', null, 'EAST WEST HWY'],
  ['my address is 12 Main St, 00001', '12', '00001', null, 'MAIN ST'],
  ['I live at 12 Main St, 00001', '12', '00001', null, 'MAIN ST'],
  ['Mi dirección es 12 Main St, 00001', '12', '00001', null, 'MAIN ST'],
  ['Attn Jane Doe 12 Main St, 00001', '12', '00001', null, 'MAIN ST'],
  ['Jane Doe - 12 Main St, 00001', '12', '00001', null, 'MAIN ST'],
  ['Jane Doe 12 Main St, 00001', '12', '00001', null, 'MAIN ST'],
  ['Carey, OH 43316, 10012 Main St', '10012', '43316', null, 'MAIN ST'],
  ['Carey, 43316-1234, 10012 Main St', '10012', '43316', null, 'MAIN ST'],
  ['12 Main St, Carey, 43316 West Virginia', '12', '43316', 'WV', 'MAIN ST CAREY WEST VIRGINIA'],
  ['10012 Main St, 43316 Carey', '10012', '43316', null, 'MAIN ST CAREY'],
];

const UNREADABLE: readonly (readonly [string, string, string | null])[] = [
  ['', 'empty', null],
  [' , ;\n ', 'empty', null],
  ['Main St, Carey OH 43316', 'noHouseNumber', '43316'],
  ['1st Ave, 00001', 'noHouseNumber', '00001'],
  ['43316', 'noHouseNumber', '43316'],
  ['Highway 61 North, Carey OH 43316', 'noHouseNumber', '43316'],
  ['Broadway Ave 12, Main St, 43316', 'noHouseNumber', '43316'],
  ['Oak 12 Carey OH 43316', 'noHouseNumber', '43316'],
  ['112, 43316', 'noStreet', '43316'],
  ['112 ZZ 00001', 'noStreet', '00001'],
  ['112, OH 43316', 'noStreet', '43316'],
  ['PO Box 12, Carey OH 43316', 'poBox', '43316'],
  ['P.O. Box 12, 43316', 'poBox', '43316'],
  ['P O BOX 12 43316', 'poBox', '43316'],
  ['Post Office Box 7, 43316', 'poBox', '43316'],
  ['Box # 63, Carey OH 43316', 'poBox', '43316'],
  ['General Delivery, Carey OH 43316', 'poBox', '43316'],
  ['PSC 3 Box 12, APO AE 09012', 'poBox', '09012'],
  ['RR 2 Box 30, Carey OH 43316', 'ruralRoute', '43316'],
  ['R.R. 2, Carey OH 43316', 'ruralRoute', '43316'],
  ['Rural Route 2, Carey OH 43316', 'ruralRoute', '43316'],
  ['Rt 2 Box 30, Carey OH 43316', 'ruralRoute', '43316'],
  ['HC 1 Box 5, Carey OH 43316', 'ruralRoute', '43316'],
  ['Star Route, Carey OH 43316', 'ruralRoute', '43316'],
  ['x'.repeat(301), 'tooLong', null],
];

describe('readAddress', () => {
  it.each(READ)('%j', (text, house, zip, state, rest) => {
    const reading = readAddress(text);
    if (reading.kind !== 'address') throw new Error(`unreadable: ${reading.reason}`);
    const { address } = reading;
    expect(address.houses[0]!.text).toBe(house);
    expect(address.zip).toBe(zip);
    expect(address.state).toBe(state);
    expect(address.words.slice(address.houses[0]!.taken).join(' ')).toBe(rest);
    expect(address.breaks).toHaveLength(address.words.length);
  });

  it.each(UNREADABLE)('%j is unreadable: %s', (text, reason, zip) => {
    expect(readAddress(text)).toEqual({ kind: 'unreadable', reason, zip });
  });

  it.each([
    ['Apt 4, 112 Lake St, 00001', '4'],
    ['Apt. No. 4, 112 Lake St, 00001', '4'],
    ['Apt 4 112 Lake St, 00001', '4'],
    ['Apt 4 - 112 Lake St, 00001', '4'],
    ['#4 - 112 Lake St, 00001', '4'],
    ['# 4, 112 Lake St, 00001', '4'],
    ['Bldg 2 Apt 4, 112 Lake St, 00001', '4'],
    ['No. 4, 112 Lake St, 00001', '4'],
  ])('takes a unit written before the number: %s', (text, unit) => {
    const reading = readAddress(text);
    if (reading.kind !== 'address') throw new Error(reading.reason);
    expect([reading.address.houses.map((house) => house.text), reading.address.unitFirst]).toEqual([
      ['112'],
      unit,
    ]);
  });

  it('never throws, whatever is typed', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .array(
          fc.constantFrom(
            '12',
            'PO',
            'BOX',
            'RR',
            '#',
            ',',
            'St',
            'N',
            '43316',
            'APT',
            '½',
            '-',
            '12-34',
            '\n',
          ),
          { maxLength: 12 },
        )
        .map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        expect(['address', 'unreadable']).toContain(readAddress(typed).kind);
      }),
      { seed: 20261103, numRuns: 3000 },
    );
  });
});

describe('findTown', () => {
  const towns = new Map([
    [townKey('Practice Falls'), 1],
    [townKey('Saint Paul'), 2],
    [`${townKey('Carey')}|OH`, 3],
    [townKey('Falls'), 4],
  ]);
  it.each([
    ['12 Main St, Practice Falls', 1],
    ['12 Main St Practice Falls ZZ', 1],
    ['12 Main St, St. Paul, MN', 2],
    ['12 Main St, Carey, OH', 3],
    ['12 Main St, Carey', null],
    ['12 Main St, Practise Falls', null],
    ['12 Main St, North Falls', null],
    ['12 Avenue Practice, Falls', 4],
    ['12 Main St, Apt 4 Falls', 4],
    ['12 Main St, Apt 4, Falls', 4],
    ['12, Main St Falls', 4],
    ['12 Main St Falls, ZZ', 4],
    ['12 Main St', null],
    ['12 Falls', null],
  ])('%s', (text, town) => {
    const reading = readAddress(text);
    if (reading.kind !== 'address') throw new Error(reading.reason);
    expect(findTown(reading.address, towns)).toBe(town);
  });
});
