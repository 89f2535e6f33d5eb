import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directionsOf, keyOf, squash, streetKey, suffixesMayAgree } from './street-key';

/** Every line is one street; every spelling on it must come to the same name, type and directions. */
const SAME_STREET: readonly (readonly string[])[] = [
  [
    'N Lake St',
    'North Lake Street',
    'NORTH LAKE ST.',
    'n. lake str',
    'LAKE ST N',
    'Lake Street North',
    'no lake st',
  ],
  ['LAKE ST S', 'S Lake St', 'So. Lake Street'],
  ['NW 5TH AVE', 'N.W. Fifth Avenue', 'North West 5th Av', 'Northwest 5 Ave', 'FIFTH AVE NW'],
  ['1ST ST', 'First Street', '1 St'],
  ['21ST ST', 'Twenty-First Street', 'TWENTY FIRST ST', 'TWENTYFIRST STREET'],
  ['97 CIR', '97th Circle', '97 Circle'],
  ['N ST', 'N Street'],
  ['NORTH ST', 'North Street', 'N St'],
  ['ST JOHN', 'Saint John', 'St. John'],
  ['ST JOHN ST', 'Saint John Street'],
  ['MT VERNON AVE', 'Mount Vernon Avenue', 'Mt. Vernon Ave'],
  ['AVENUE B', 'Ave B', 'Av. B'],
  [
    'COUNTY ROAD 12',
    'CR 12',
    'Co Rd 12',
    'C.R. 12',
    'County Rd 012',
    'CR12',
    'COUNTY HWY 12',
    'Cnty Road 12',
  ],
  [
    'STATE ROUTE 3',
    'SR 3',
    'State Rte 3',
    'St Rte 3',
    'State Road 3',
    'SR3',
    'State Hwy 3',
    'MS HWY 3',
    'Mississippi Highway 3',
  ],
  ['US HWY 61', 'U.S. Highway 61', 'US 61', 'U S 61', 'US Route 61', 'United States Highway 61', 'US61'],
  ['HIGHWAY 61 N', 'Hwy 61 North', 'N Highway 61', 'HWY61 N', 'Route 61 N', 'Rt 61 North'],
  ['I-55 FRONTAGE RD', 'Interstate 55 Frontage Road', 'I 55 Frontage Rd'],
  ['FM 1960', 'Farm to Market Road 1960', 'FM Road 1960', 'Farm-to-Market 1960'],
  ['OLD HIGHWAY.84', 'Old Hwy 84', 'OLD HIGHWAY 84'],
  [
    'MARTIN L KING JR BLVD',
    'MLK Blvd',
    'M L King Jr Boulevard',
    'Dr. Martin Luther King, Jr. Blvd',
    'Martin Luther King Blvd',
  ],
  ["O'BRIEN LN", 'OBRIEN LANE', 'O Brien Ln', 'O’Brien Ln'],
  ['MCCALIP-RET PLTN', 'McCalip Ret Plantation'],
  ["BILL'S CUL-DE-SAC", 'Bills Cul de Sac'],
  ['BOWLES AL', 'Bowles Alley', 'BOWLES ALY'],
  ['PINE PKY', 'Pine Parkway', 'PINE PKWY'],
  ['OAK AV', 'Oak Avenue', 'OAK AVE'],
  ['RIVER WY', 'River Way'],
  ['PEÑA ST', 'Pena Street'],
  ['A & B RD', 'A and B Road'],
  ['E WEST ST', 'East West Street'],
  ['KEY WEST', 'Key W'],
];

const DIFFERENT: readonly (readonly [string, string])[] = [
  ['N MAIN ST', 'S MAIN ST'],
  ['MAIN ST', 'N MAIN ST'],
  ['OAK ST', 'OAK AVE'],
  ['OAK ST', 'OAK'],
  ['N MAIN ST W', 'N MAIN ST'],
  ['COUNTY ROAD 12', 'STATE ROUTE 12'],
  ['COUNTY ROAD 12', 'COUNTY ROAD 21'],
  ['US HWY 61', 'HIGHWAY 61'],
  ['ST JOHN ST', 'ST JOHN AVE'],
  ['AVENUE B', 'AVENUE C'],
  ['MAIN ST EXT', 'MAIN ST'],
  ['HILL RD', 'HILLS RD'],
  ['OLD HWY 84 #1 - WASHINGTON', 'OLD HIGHWAY.84'],
  ['WILLIAMS CR', 'WILLIAMS CIR'],
];

const identity = (text: string) => {
  const key = streetKey(text);
  return `${squash(key.core)}|${key.suffix}|${directionsOf(key)}`;
};

describe('streetKey', () => {
  it.each(SAME_STREET)('%s is one street in all its spellings', (first, ...others) => {
    for (const other of others) expect([other, identity(other)]).toEqual([other, identity(first!)]);
  });

  it.each(DIFFERENT)('%s is not %s', (a, b) => {
    expect(identity(a)).not.toBe(identity(b));
  });

  it('keeps the star that stands for every street', () => {
    expect(streetKey(' * ').core).toBe('*');
  });

  it('never leaves the name empty while there is a word', () => {
    const word = fc.constantFrom('N', 'S', 'NW', 'ST', 'AVE', 'LAKE', 'CT', 'E', 'W', '5', 'CR');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        expect(keyOf(words).core).not.toBe('');
      }),
      { seed: 20261103, numRuns: 500 },
    );
  });

  it('is its own canonical form', () => {
    const word = fc.constantFrom(
      'north',
      'Lake',
      'Street',
      'Avenue',
      'First',
      'Saint',
      'Hill',
      'King',
      'Oak',
      'Ext',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const key = streetKey(words.join(' '));
        const again = streetKey(
          [key.pre, key.core.replaceAll('-', ' '), key.suffix, key.post].filter(Boolean).join(' '),
        );
        expect(squash(again.pre + again.core + again.suffix + again.post)).toBe(
          squash(key.pre + key.core + key.suffix + key.post),
        );
      }),
      { seed: 20261103, numRuns: 500 },
    );
  });
});

describe('suffixesMayAgree', () => {
  it.each([
    ['CR', 'CIR', true],
    ['CR', 'CRK', true],
    ['CR', 'ST', false],
    ['LDG', 'LNDG', true],
    ['ST', 'ST', true],
    ['ST', 'AVE', false],
    ['TR', 'TRL', true],
  ])('%s and %s: %s', (a, b, agree) => {
    expect(suffixesMayAgree(a, b)).toBe(agree);
    expect(suffixesMayAgree(b, a)).toBe(agree);
  });
});
