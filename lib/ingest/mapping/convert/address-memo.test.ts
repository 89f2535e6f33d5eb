import { expect, it } from 'vitest';
import { createRandom } from '@/scripts/generate/random';
import { AddressMemo } from './address-memo';
import { readAddressLine } from './composed-address';
import { messyAddresses } from './messy-lists.fixture';

const starts = [
  '12',
  '14',
  '9',
  '1',
  '100',
  '12345',
  '43001',
  '1234567',
  '12345678',
  '0',
  '012',
  '12A',
  '12 1/2',
  '12-14',
  '#4 12',
];
const rests = [
  'Oak St',
  'OAK ST APT 4',
  'A St',
  'A Oak St',
  'N Main St',
  'N 1st St, Springvale, OH 43001',
  'St',
  'OH',
  'Hwy 43001',
  'County Rd 4',
  'Oak St 43001',
  'Main St, Springvale, Springvale OH',
  'PO Box 4',
  'Rural Route 2',
  'th St',
  'Springvale',
  '½ Oak St',
  '',
];

it('reads every address as the plain reading does, whichever was read before', () => {
  const random = createRandom(4);
  const lists = messyAddresses(400, 5).rows.map(([whole = '']) => whole);
  const texts = [
    ...starts.flatMap((start) => rests.map((rest) => `${start} ${rest}`)),
    ...starts.flatMap((start) => lists.map((text) => text.replace(/^\d+/, start))),
  ];
  const memo = new AddressMemo();
  for (let turn = 0; turn < 3 * texts.length; turn++) {
    const text = random.pick(texts);
    const town = random.pick(['', 'Springvale', 'SAMPLE FALLS', 'Oak']);
    const line = memo.read(text, town);
    const read = line && { ...line.parts, number: memo.number };
    expect(read, `${text} | ${town}`).toEqual(readAddressLine(text, town));
  }
});

it('gives the same words once for all numbers', () => {
  const memo = new AddressMemo();
  expect(memo.read('14 Oak St', '')).toBe(memo.read('12 Oak St', ''));
  expect(memo.number).toBe(12);
});
