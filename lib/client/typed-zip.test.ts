// Owns what counts as a ZIP while a voter is still typing.

import { describe, expect, it } from 'vitest';
import { zipInBox, zipInText } from './typed-zip';

describe('zipInText', () => {
  it.each([
    ['112 Lake St, 00001', '00001', true],
    ['112 Lake St Carey OH 43316-1234', '43316', true],
    ['112 Lake St 00001 USA', '00001', true],
    ['112 Lake St, OH 433', '433', false],
    ['112 Lake St, 4331', '4331', false],
    // Five digits before and after: the house number is not the ZIP.
    ['12345 Lake St, 00001', '00001', true],
  ])('reads %j as %s', (text, digits, whole) => {
    expect(zipInText(text)).toEqual({ digits, whole });
  });

  it.each(['', '1', '12345', '12345 Lake St', '112 Lake St', '112 Lake St, 43', '112 Lake St 12 B'])(
    'finds none in %j',
    (text) => {
      expect(zipInText(text)).toBeNull();
    },
  );
});

describe('zipInBox', () => {
  it.each([
    ['000', { digits: '000', whole: false }],
    [' 00001 ', { digits: '00001', whole: true }],
    ['00001-1234', { digits: '00001', whole: true }],
    ['00', null],
    ['0000a', null],
    ['000012', null],
  ])('reads %j', (text, expected) => {
    expect(zipInBox(text)).toEqual(expected);
  });
});
