import { describe, expect, it } from 'vitest';
import { type ListLine, plainAddress, shownOf } from './plain-lists';

const line = (numbers: string, ...places: string[]): ListLine => ({
  street: 'Elm St',
  numbers: [numbers],
  places,
  phones: 0,
});
const at = (number: number) => ({ number, street: 'ELM ST', town: 'CAREY', zip: '00100' });

describe('reading a plain list', () => {
  const lines = [
    line('1 to 99, odd numbers', 'School'),
    line('2 to 98, even numbers', 'Library'),
    line('100', 'Hall', 'Barn'),
    line('200 and up', 'Fire Station'),
  ];
  it.each([
    [13, ['School']],
    [14, ['Library']],
    [100, ['Hall', 'Barn']],
    [5000, ['Fire Station']],
    [150, []],
  ])('number %i is in its own line', (number, places) => {
    expect(shownOf(lines, at(number)).placeNames).toEqual(places);
  });

  it('gives no answer for a street that is not there, or stands twice', () => {
    expect(shownOf(lines, { ...at(13), street: 'OAK ST' }).outcome).toBeNull();
    expect(shownOf([...lines, line('all numbers', 'Barn')], at(13)).outcome).toBeNull();
  });
});

describe('a ZIP of several towns', () => {
  it('is read in the voter’s own', () => {
    const two = [
      { ...line('1 to 9', 'School'), street: 'Elm St, CAREY' },
      { ...line('1 to 9', 'Barn'), street: 'Elm St, Findlay' },
    ];
    expect(shownOf(two, at(3)).placeNames).toEqual(['School']);
    expect(shownOf(two, { ...at(3), town: 'FINDLAY' }).placeNames).toEqual(['Barn']);
    expect(shownOf(two, { ...at(3), town: 'ALVADA' }).outcome).toBeNull();
  });
});

describe('an address that can be read off', () => {
  it('has a number, a street as the office writes it, and a ZIP', () => {
    expect(plainAddress('12 n Elm St, Town, ZZ 00100-1234')).toEqual({
      number: 12,
      street: 'N ELM ST',
      town: 'TOWN',
      zip: '00100',
    });
    expect(plainAddress('12 Elm Street, Town, ZZ 00100')).toBeNull();
    expect(plainAddress('12 Elm St Apt 4B, Town, ZZ 00100')).toBeNull();
    expect(plainAddress('  12  N Elm St Town ZZ 00100')).toBeNull();
  });
});
