import { expect, it } from 'vitest';
import type { AddressChange } from './fix';
import { joinChanges } from './join-changes';

const value = (key: string) => ({ key, words: key });
const change = (start: number, end: number, over: Partial<AddressChange> = {}): AddressChange => ({
  ...{ about: 'addresses', street: 's', words: 'OAK ST', start, end, side: 'even', prefix: '', suffix: '' },
  ...{ units: null, row: null },
  before: { precinct: value('1'), place: value('Hall') },
  after: { precinct: value(''), place: value('') },
  ...over,
});
const text = (changes: readonly AddressChange[]) =>
  joinChanges(changes).map(({ start, end, side, row }) => `${start}-${end} ${side} ${row}`);

it.each<[string, readonly AddressChange[], readonly string[]]>([
  ['that touch are one', [change(2, 2, { row: 'a' }), change(4, 98)], ['2-98 even a']],
  ['with a number between them are two', [change(2, 2), change(6, 98)], ['2-2 even null', '6-98 even null']],
  [
    'are joined across those of the other side',
    [change(2, 2), change(3, 9, { side: 'odd' }), change(4, 98, { row: 'b' })],
    ['2-98 even b', '3-9 odd null'],
  ],
  [
    'that lead elsewhere are two',
    [change(2, 2), change(4, 8, { after: { precinct: value('2'), place: value('School') } })],
    ['2-2 even null', '4-8 even null'],
  ],
  [
    'of both sides touch at the next number',
    [change(1, 2, { side: 'both' }), change(3, 9, { side: 'both' })],
    ['1-9 both null'],
  ],
])('runs %s', (_, changes, expected) => {
  expect(text(changes)).toEqual(expected);
});
