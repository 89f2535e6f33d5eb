import { describe, expect, it } from 'vitest';
import type { NumberRange } from '@/lib/core/lookup/outcome';
import { en } from '@/lib/messages/en';
import { es } from '@/lib/messages/es';
import { rangeTexts } from './number-ranges';

const both = (start: number, end: number): NumberRange => ({ start, end, oddEvenBoth: 'both' });
const odd = (start: number, end: number): NumberRange => ({ start, end, oddEvenBoth: 'odd' });
const even = (start: number, end: number): NumberRange => ({ start, end, oddEvenBoth: 'even' });

describe('rangeTexts', () => {
  it.each<[string, NumberRange[], string[]]>([
    ['all, however the office writes it', [both(1, 999999)], ['all numbers']],
    ['all from nought', [both(0, 9999)], ['all numbers']],
    ['all even', [even(0, 9998)], ['all even numbers']],
    ['all even from two', [even(2, 99998)], ['all even numbers']],
    ['all odd', [odd(1, 99999)], ['all odd numbers']],
    ['one number', [both(7, 7)], ['7']],
    ['a long street is not all', [both(1, 9000)], ['1 to 9000']],
    ['the far end of a street is not all', [both(3, 999999)], ['3 and up']],
    ['one side', [even(100, 198)], ['100 to 198, even numbers']],
    ['in order', [both(300, 400), both(1, 99)], ['1 to 99', '300 to 400']],
    ['touching ranges become one', [both(700, 799), both(500, 699)], ['500 to 799']],
    ['touching ranges of one side become one', [odd(1, 99), odd(101, 199)], ['1 to 199, odd numbers']],
    ['overlapping ranges become one', [both(1, 500), both(200, 300)], ['1 to 500']],
    ['a gap stays', [both(1, 99), both(101, 199)], ['1 to 99', '101 to 199']],
    ['sides stay apart', [odd(1, 99), even(2, 98)], ['1 to 99, odd numbers', '2 to 98, even numbers']],
    ['each once', [both(7, 7), odd(7, 7)], ['7']],
    ['none', [], []],
  ])('%s', (_, ranges, expected) => {
    expect(rangeTexts(ranges, en)).toEqual(expected);
  });

  it('reads well in Spanish', () => {
    expect(rangeTexts([both(0, 99999), odd(101, 199)], es)).toEqual([
      'todos los números',
      'del 101 al 199, números impares',
    ]);
  });
});
