// Owns which streets are suggested for what has been typed, and what a pick writes.

import { describe, expect, it } from 'vitest';
import { suggestStreets, typedStreet, withStreet } from './suggest-streets';

const streets = [
  'S LAKE ST',
  'LAKE ST S',
  'LAKEVIEW DR',
  'N MAIN ST',
  'MAPLE AVE',
  'COUNTY ROAD 12',
  'BLUE LAKE RD',
].map((street) => ({ street, city: 'Town' }));
const namesFor = (typed: string) => suggestStreets(typed, streets).map(({ street }) => street);

describe('typedStreet', () => {
  it.each([
    ['112 lak', '112 ', 'lak', ''],
    ['112 lake, 00001', '112 ', 'lake', ', 00001'],
    ['112 lake 00001', '112 ', 'lake', ' 00001'],
    ['12½ lake', '12½ ', 'lake', ''],
    ['12 1/2 lake', '12 1/2 ', 'lake', ''],
    ['N6W23001 milky', 'N6W23001 ', 'milky', ''],
    ['5 lake #4', '5 ', 'lake', ' #4'],
  ])('finds the street in %j', (text, before, street, after) => {
    expect(typedStreet(text)).toEqual({ before, street, after });
  });

  it.each(['', '112', '112 ', '112 l', 'lake', ', 00001'])('finds none in %j', (text) => {
    expect(typedStreet(text)).toBeNull();
  });
});

describe('suggestStreets', () => {
  it('puts what begins with the very letters first, then the same name behind a direction, then a later word', () => {
    expect(namesFor('lake')).toEqual(['LAKE ST S', 'LAKEVIEW DR', 'S LAKE ST', 'BLUE LAKE RD']);
  });

  it('knows a direction spelt out', () => {
    expect(namesFor('north main')).toContain('N MAIN ST');
  });

  it('suggests nothing for what no street begins with', () => {
    expect(namesFor('zz')).toEqual([]);
  });

  it('never shows more than eight', () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ street: `LAKE ${index}`, city: 'Town' }));
    expect(suggestStreets('lake', many)).toHaveLength(8);
  });
});

describe('withStreet', () => {
  it('keeps the number and what follows', () => {
    const typed = typedStreet('112 lak, 00001');
    expect(typed && withStreet(typed, 'S LAKE ST')).toBe('112 S LAKE ST, 00001');
  });
});
