// Which precinct a code means, spelling by spelling: the one that can be meant, and none where two could be.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looseCode } from '@/lib/core/precinct-code';
import { PrecinctCodes, precinctIdOf } from './precinct-codes';

/** Precincts as `code` or `code|name`. */
function codesOf(...precincts: readonly string[]): PrecinctCodes {
  const codes = new PrecinctCodes();
  for (const precinct of precincts) {
    const [code = '', name] = precinct.split('|');
    codes.add(precinctIdOf(code), code, name === undefined ? [] : [name], 'OH');
  }
  return codes;
}

const spellings = [
  '4',
  '04',
  '004',
  'Pct 04',
  'PCT. 4',
  'Precinct 4',
  'PRECINCT #4',
  'Prec. No. 004',
  ' 4 ',
  'Voting District 4',
];

describe('a precinct code', () => {
  it.each(spellings.flatMap((listed) => spellings.map((typed) => [listed, typed] as const)))(
    'listed as %j is what %j means, where no other could be',
    (listed, typed) => {
      expect(codesOf(listed, '5', '14', '40', '4A').find(typed, 'OH')).toBe(precinctIdOf(listed));
    },
  );

  it.each([
    // The list, what is asked, and what it may not be taken for.
    [['4A'], '4'],
    [['4A', '4B'], '4'],
    [['4'], '4A'],
    [['4'], '4-1'],
    [['4-1'], '41'],
    [['41'], '4-1'],
    [['4 - Courthouse'], '4'],
    [['4'], '4 - Courthouse'],
    [['4 - Courthouse'], 'Courthouse'],
    [['4|Courthouse'], '4 - Library'],
    [['4|Courthouse', '5|Courthouse'], 'Courthouse'],
    [['04', '004'], '4'],
    [['04', 'Pct 4'], '4'],
    [['4'], '40'],
    [['40'], '4'],
    [['4'], '4.5'],
    [['Ward 4'], '4'],
    [['Ward 4'], 'Precinct 4'],
    [['Ward 1 Precinct 4'], 'Precinct 4'],
    // A name of one, and the code of another.
    [['12|4', '04'], '4'],
    [['12|Precinct 4', '4'], 'Precinct 4'],
    [['4'], ''],
    [['4'], 'Precinct'],
  ] as const)('is none of %j where it is written %j', (listed, typed) => {
    expect(codesOf(...listed).find(typed, 'OH')).toBeNull();
  });

  it.each([
    [['4|Courthouse', '5|Library'], '4 - Courthouse', '4'],
    [['4|Courthouse', '5|Library'], 'Precinct 04: COURTHOUSE', '4'],
    [['4|Courthouse', '5|Library'], 'courthouse', '4'],
    [['4 - Courthouse', '5 - Library'], '04 Courthouse', '4 - COURTHOUSE'],
    [['4A', '4B'], '4-a', '4A'],
    [['1-A', '1-B'], '01A', '1-A'],
    // Exactly so beats loosely so.
    [['4', '04'], '04', '04'],
    [['4', 'Precinct 4'], 'precinct 4', 'PRECINCT 4'],
    [['WARD 1 PRECINCT 4', 'WARD 2 PRECINCT 4'], 'Ward 2, Precinct 04', 'WARD 2 PRECINCT 4'],
  ] as const)('of %j is, where it is written %j, %j', (listed, typed, id) => {
    expect(codesOf(...listed).find(typed, 'OH')).toBe(id);
  });

  it.each([
    // The list, what the street list writes, what is asked, what it is.
    [['007', '12'], ['7', '12'], '7', '007'],
    [['007', '12'], ['7', '007'], '7', null],
    [['7', '12'], ['7', '007'], '007', null],
    [['7', '12'], ['7', 'Pct 007'], 'Pct 007', null],
    [['7', '12'], ['7', 'Pct 7'], 'Pct 7', '7'],
    [['007', '12'], ['7', '007'], '007', '007'],
  ] as const)(
    'of %j is, in a list of streets that writes %j and has lost a precinct perhaps, %j: %j',
    (listed, written, typed, id) => {
      const codes = codesOf(...listed);
      for (const code of written) codes.note(code);
      expect(codes.find(typed, 'OH')).toBe(id);
    },
  );

  it('is never taken for one of two that are spelt alike but for zeros, blanks, hyphens and the word', () => {
    const spelt = fc
      .tuple(
        fc.constantFrom('', 'Pct ', 'PRECINCT ', 'Prec. '),
        fc.constantFrom('', '0', '00'),
        fc.nat(30),
        fc.constantFrom('', 'A', '-A', ' a', '-1', ' - North'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.uniqueArray(spelt, { minLength: 1, maxLength: 12 }), spelt, (listed, typed) => {
        const found = codesOf(...listed).find(typed, 'OH');
        const same = listed.filter((code) => looseCode(code) === looseCode(typed));
        const exact = listed.filter((code) => precinctIdOf(code) === precinctIdOf(typed));
        const ids = new Set((exact.length > 0 ? exact : same).map(precinctIdOf));
        expect(found).toBe(ids.size === 1 ? [...ids][0] : null);
      }),
      { seed: 20261103, numRuns: 2_000 },
    );
  });
});
