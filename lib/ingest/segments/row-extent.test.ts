import { describe, expect, it } from 'vitest';
import { alignments, readExtent } from './row-extent';
import type { SegmentColumns } from './segment-columns';

const order = [
  'id',
  'startHouseNumber',
  'endHouseNumber',
  'oddEvenBoth',
  'streetName',
  'streetSuffix',
  'unitNumber',
  'city',
  'state',
  'zip',
] as const;
const none = Object.fromEntries(
  [
    'includesAllAddresses',
    'includesAllStreets',
    'houseNumberPrefix',
    'houseNumberSuffix',
    'streetDirection',
    'addressDirection',
    'startUnit',
    'endUnit',
    'precinctId',
    'precinctSplitId',
  ].map((field) => [field, -1]),
);
const at = { ...none, ...Object.fromEntries(order.map((field, i) => [field, i])) } as SegmentColumns;

function extent(row: string) {
  const { segment, isNamed, isNumbered, hasBothEnds } = readExtent(row.split('|'), at, 7);
  const {
    startHouseNumber: start,
    endHouseNumber: end,
    oddEvenBoth,
    houseNumberSuffix,
    units,
    zip,
  } = segment;
  const more = hasBothEnds ? '' : ' and more';
  const numbers = isNumbered
    ? `${start}-${end}${houseNumberSuffix ?? ''} ${oddEvenBoth}${more}`
    : 'any number';
  const street = isNamed ? segment.streetName : 'any street';
  return `${numbers} ${street} ${units.map((unit) => `${unit.start}-${unit.end}`).join()} ${zip}`;
}

describe('what can be read of a row that is set aside', () => {
  it.each([
    ['s|1|99|odd|OAK|ST||Town|OH|43999', '1-99 odd OAK  43999'],
    ['s|99|1|odd|OAK|ST||Town|OH|43999', '1-99 odd OAK  43999'],
    ['s|2|98|odd|OAK|ST||Town|OH|43999', '2-98 both OAK  43999'],
    ['s|1|99|left|OAK|ST||Town|OH|43999', '1-99 odd OAK  43999'],
    ['s|1|98|left|OAK|ST||Town|OH|43999', '1-98 both OAK  43999'],
    ['s|1|99|left|OAK|ST|4|Town|OH|43999', '1-99 both OAK 4-4 43999'],
    ['s|1,001|1,099|odd|OAK|ST||Town|OH|43999', '1001-1099 odd OAK  43999'],
    ['s|12A|12A|both|OAK|ST||Town|OH|43999', '12-12A both OAK  43999'],
    ['s|12|12|both|OAK|ST|1,2|Town|OH|43999', '12-12 both OAK 1-1,2-2 43999'],
    ['s|12|12|both|OAK|ST|2-Jan|Town|OH|43999', '12-12 both OAK  43999'],
    ['s|216||both|OAK|ST||Town|OH|43999', '216-216 both and more OAK  43999'],
    ['s||216|even|OAK|ST||Town|OH|43999', '216-216 even and more OAK  43999'],
    ['s|216|2-Jan||OAK|ST||Town|OH|43999', '216-216 even and more OAK  43999'],
    ['s|0||both|OAK|ST||Town|OH|43999', 'any number OAK  43999'],
    ['s|2-Jan|2-Jan|both|OAK|ST||Town|OH|43999', 'any number OAK  43999'],
    ['s|1O1|199|odd|OAK|ST||Town|OH|43999', '199-199 odd and more OAK  43999'],
    ['s|0|0|both|OAK|ST||Town|OH|43999', 'any number OAK  43999'],
    ['s|1|99|odd||ST||Town|OH|43999', '1-99 odd any street  43999'],
    ['s|1|99|odd|O\ufffdK|ST||Town|OH|43999', '1-99 odd any street  43999'],
    ['s|1|99|odd|#REF!|ST||Town|OH|43999', '1-99 odd any street  43999'],
    ['s|1|99|odd|OAK|ST||Town|OH|4399', '1-99 odd OAK  '],
  ])('%s', (row, expected) => expect(extent(row)).toBe(expected));
});

describe('ways to put a row together', () => {
  it.each([
    ['a|b|c', 3, ['a|b|c']],
    ['a|b|c|d', 3, ['a,b|c|d', 'a|b,c|d', 'a|b|c,d']],
    ['a|b', 3, ['|a|b', 'a||b', 'a|b|']],
    ['a', 40, []],
  ])('%s as %i cells', (row, width, expected) => {
    expect([...alignments(row.split('|'), width)].map((cells) => cells.join('|'))).toEqual(expected);
  });
});
