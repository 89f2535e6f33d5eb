// Texts that can be read in more than one way, or whose words contradict the list: nothing is taken while another reading leads
// elsewhere. Each table is one class; all in ZIP 00001.

import { describe, expect, it } from 'vitest';
import { readAddress } from '../address/read-address';
import { lookup } from './lookup';
import { CONTEXT, type Row, shardOf } from './shard.fixture';

/** Street, `street in town`, and what few rows have. Every street has the numbers 1 to 99 and a place of its own. */
type Listed = string | readonly [string, Partial<Row>];

function rowOf(listed: Listed): Row {
  const [text, more] = typeof listed === 'string' ? [listed, {}] : listed;
  const [street = '', city = 'PRACTICE FALLS'] = text.split(' in ');
  return {
    street,
    numbers: [1, 99],
    precinct: `${text}${more.prefix ?? ''}${more.suffix ?? ''}`,
    city,
    ...more,
  };
}

function ask(typed: string, listed: readonly Listed[], zip = ', 00001'): string {
  const reading = readAddress(`${typed}${zip}`);
  if (reading.kind !== 'address') return `unreadable ${reading.reason}`;
  const outcome = lookup(reading.address, [shardOf({ rows: listed.map(rowOf) })], CONTEXT);
  const places = outcome.pollingLocations.map((place) => place.name.replace('Place ', '')).join('+');
  return `${outcome.kind} ${places}`.trim();
}

describe('lookup of a text with several readings', () => {
  it.each<[string, Listed[], string]>([
    ['5 Pennsylvania Ave, NW, Practice Falls', ['PENNSYLVANIA AVE SE'], 'choose'],
    ['5 Pennsylvania Ave, NW, Practice Falls', ['PENNSYLVANIA AVE'], 'choose'],
    ['5 Pennsylvania Ave, Northwest', ['PENNSYLVANIA AVE', 'PENNSYLVANIA AVE SE'], 'choose'],
    [
      '5 Pennsylvania Ave, NW, Practice Falls',
      ['PENNSYLVANIA AVE NW', 'PENNSYLVANIA AVE SE'],
      'found PENNSYLVANIA AVE NW',
    ],
    ['5 Oak St, Apt 4, N, Practice Falls', ['OAK ST'], 'choose'],
    ['5 Oak, Ave, Practice Falls', ['OAK ST'], 'choose'],
    ['5 Oak, St, Practice Falls', ['OAK ST'], 'found OAK ST'],
  ])('a direction or type between commas is of the street: %s on %j -> %s', (typed, listed, expected) => {
    expect(ask(typed, listed)).toBe(expected);
  });

  it.each<[string, Listed[], string]>([
    ['5 Oak St Wset', ['OAK ST', 'W OAK ST'], 'choose'],
    ['5 Oak St Wset', ['E OAK ST'], 'choose'],
    ['5 Oak St Nortth', ['SE OAK ST'], 'choose'],
    ['5 Oak St Extention', ['OAK ST', 'OAK ST EXT'], 'choose'],
    ['5 Oak St Weston', ['OAK ST', 'W OAK ST'], 'found OAK ST'],
    ['5 Oak St Norton', ['OAK ST', 'N OAK ST'], 'found OAK ST'],
    ['5 Oak St Nroht', ['OAK ST', 'N OAK ST'], 'choose'],
    ['5 Oak St Suothaest', ['OAK ST', 'SE OAK ST'], 'choose'],
    ['5 Oak St Extnesoin', ['OAK ST', 'OAK ST EXT'], 'choose'],
    ['5 Oak St Wcir', ['OAK ST', 'OAK ST CIR'], 'choose'],
  ])('a misspelt direction is no town: %s on %j -> %s', (typed, listed, expected) => {
    expect(ask(typed, listed)).toBe(expected);
  });

  it.each<[string, Listed[], string]>([
    ['5W Main St', ['MAIN ST', 'W MAIN ST'], 'choose'],
    ['5W Main St', ['W MAIN ST', 'E MAIN ST'], 'found W MAIN ST'],
    ['5W Main St', ['E MAIN ST'], 'choose'],
    ['5W Main St', ['MAIN ST'], 'found MAIN ST'],
    ['5W Main', ['MAIN ST'], 'choose'],
    ['5W Main', [['MAIN ST', { suffix: 'W' }]], 'found MAIN STW'],
    ['5B Main St', ['MAIN ST', 'B MAIN ST'], 'found MAIN ST'],
  ])('a letter at the number may be a direction: %s on %j -> %s', (typed, listed, expected) => {
    expect(ask(typed, listed)).toBe(expected);
  });

  it.each<[string, Listed[], string]>([
    ['N6W45 Oak Rd', [['OAK RD', { prefix: 'N6W', numbers: [200, 299] }], 'OAK RD'], 'missing'],
    ['N6W45 Oak Rd', ['OAK RD'], 'missing'],
    ['45 Oak Rd', [['OAK RD', { prefix: 'N6W' }]], 'missing'],
    ['38W45 Oak Rd', [['OAK RD', { prefix: '38W' }], 'OAK RD'], 'found OAK RD38W'],
    ['1N45 Oak Rd', ['OAK RD'], 'missing'],
    ['5A Oak Rd', [['OAK RD', { suffix: 'a' }], 'OAK RD'], 'found OAK RDa'],
    ['5½ Oak Rd', [['OAK RD', { suffix: '½' }], 'OAK RD'], 'found OAK RD½'],
    ['5-B Oak Rd', [['OAK RD', { suffix: '-b' }], 'OAK RD'], 'found OAK RD-b'],
  ])(
    'the head and tail of a number are of it, however they are written: %s on %j -> %s',
    (typed, listed, expected) => {
      expect(ask(typed, listed)).toBe(expected);
    },
  );

  it.each<[string, Listed[], string]>([
    ['Main St, 12, Practice Falls', ['PRACTICE RD', 'MAIN ST'], 'unreadable noHouseNumber'],
    ['Main St, 12 Natchez, Practice Falls', ['NATCHEZ ST', 'MAIN ST'], 'unreadable noHouseNumber'],
    ['Mount Natchez Dr N, 12, Natchez', ['NATCHEZ ST in NATCHEZ'], 'unreadable noHouseNumber'],
    ['Oak Court, 12 Main St, Practice Falls', ['MAIN ST'], 'found MAIN ST'],
    ['Jane Doe, 12 Main, Practice Falls', ['MAIN ST'], 'found MAIN ST'],
  ])('a town behind the number is no street: %s on %j -> %s', (typed, listed, expected) => {
    expect(ask(typed, listed)).toBe(expected);
  });

  it.each<[string, Listed[], string]>([
    ['5 Oak St, Kxton', ['OAK ST in ', 'OAK ST in SALEM'], 'choose'],
    ['5 Oak St, Salem', ['OAK ST in ', 'OAK ST in SALEM'], 'choose'],
    ['5 Oak St, Fork', ['OAK ST in ', 'OAK ST in SALEM', 'ELM ST in FORK'], 'found OAK ST in'],
    ['5 Oak, Hill', ['OAK CIR', 'OAK HILL ST'], 'choose'],
    ['5 Lasalle, St Paul', ['LASALLE CRK', 'LASALLE ST'], 'choose'],
    ['5 Parks Loop, North Salem', ['PARKS LOOP', 'N PARKS LOOP'], 'found PARKS LOOP'],
    ['5 Avenue S, Fork', ['AVENUE E in SOUTH FORK', 'ELM ST in FORK'], 'choose'],
  ])(
    'a town is what stands behind the comma, and one that nobody knows decides nothing: %s on %j -> %s',
    (typed, listed, expected) => {
      expect(ask(typed, listed)).toBe(expected);
    },
  );

  it.each<[string, Listed[], string]>([
    ['5 Oak Ave, Salem', ['OAK AVE in FORK', 'OAK WAY in SALEM'], 'choose'],
    ['5 Oak Ave, Salem', ['OAK AVE in FORK', 'ELM ST in SALEM'], 'found OAK AVE in FORK'],
    ['5 S Oak St, Salem', ['S OAK ST in FORK', 'N OAK ST in SALEM'], 'choose'],
    ['5 S 400, E, Salem', ['S 400 E in FORK', 'S 400 W in SALEM'], 'choose'],
    ['5 Oak St, Salem', ['OAK ST E in FORK', 'OAK DR W in SALEM'], 'choose'],
    ['5 Oak St, Salem', [['OAK ST in FORK', { numbers: [200, 299] }], 'OAK DR in SALEM'], 'missing'],
    ['5 Red Rd', ['SE RED RD', 'RED RD CIR'], 'choose'],
    ['5 Oak Rd, Salem', ['OAK RD in FORK', 'OAK HILL RD in SALEM'], 'choose'],
    ['5 Hill Rd, Salem', ['HILL RD in FORK', 'OAK HILL RD in SALEM'], 'choose'],
    ['5 Oak Hill Rd, Salem', ['OAK HILL RD in FORK', 'OAK RD in SALEM'], 'choose'],
    ['5 Oak, Salem', ['OAK RD in FORK', 'OAK HILL RD in SALEM'], 'choose'],
    ['5 Oak Rd, Salem', ['OAK RD in FORK', 'ELM HILL RD in SALEM'], 'found OAK RD in FORK'],
  ])(
    'what is like it in the town that was named is meant as well: %s on %j -> %s',
    (typed, listed, expected) => {
      expect(ask(typed, listed)).toBe(expected);
    },
  );

  it.each<[string, Listed[], string]>([
    ['37-12 Oak St', [['N OAK ST', { prefix: '37' }], 'OAK ST'], 'choose'],
    [
      '37-12 Oak St',
      [
        ['N OAK ST', { prefix: '37' }],
        ['OAK ST', { prefix: '37' }],
      ],
      'found OAK ST37',
    ],
    ['37-12 Oak St', [['N OAK ST', { prefix: '37', numbers: [50, 60] }], 'OAK ST'], 'found OAK ST'],
    ['37-12 Oak', [['N OAK ST', { prefix: '37' }], 'OAK ST'], 'choose'],
    ['12 Oak St', [['N OAK ST', { prefix: '37' }], 'OAK ST'], 'found OAK ST'],
  ])('a block is meant where a street named short has it: %s on %j -> %s', (typed, listed, expected) => {
    expect(ask(typed, listed)).toBe(expected);
  });

  it.each<[string, Listed[], string]>([
    ['5 Spring West', ['W SPRING CRK', 'W SPRING'], 'choose'],
    ['5 Spring West', ['W SPRING', 'SPRING CREEK RD'], 'found W SPRING'],
    ['5 W Spring', ['W SPRING CRK', 'W SPRING'], 'found W SPRING'],
    ['5 Park North Side', ['PARK AVE N', 'NORTHSIDE DR'], 'choose'],
    ['5 Park Ave N Rear', ['PARK AVE N'], 'found PARK AVE N'],
    ['5 Park North Zebulon', ['PARK AVE N'], 'choose'],
    ['5 Park Ave North Zebulon', ['PARK AVE N'], 'found PARK AVE N'],
    ['5 S 400 E Zebulon', ['S 400 E'], 'found S 400 E'],
  ])('a direction is of the word that it stands beside: %s on %j -> %s', (typed, listed, expected) => {
    expect(ask(typed, listed)).toBe(expected);
  });

  it.each<[string, Listed[], string]>([
    ['5 Bluff Hills Pl Factory Lofts, Practice Falls', ['BLUFF HILLS PL'], 'choose'],
    ['5 Oak St M-9, Practice Falls', ['OAK ST'], 'choose'],
    ['5 Oak St Unit', ['OAK ST'], 'choose'],
    ['#4, N6W45 Oak Rd', [['OAK RD', { prefix: 'N6W' }]], 'found OAK RDN6W'],
  ])('what stands beside a whole street hides it from nobody: %s on %j -> %s', (typed, listed, expected) => {
    expect(ask(typed, listed)).toBe(expected);
  });

  it('offers only, without a ZIP, what is not in the town that was named', () => {
    const listed = ['OAK ST in FORK', 'ELM ST in SALEM'];
    expect(ask('5 Oak St, Salem', listed, '')).toBe('choose');
    expect(ask('5 Oak, Salem', listed, '')).toBe('choose');
    expect(ask('5 Oak St, Fork', listed, '')).toBe('found OAK ST in FORK');
  });

  it.each<[string, Listed[], string]>([
    ['5 W Avenue', ['AVENUE W'], 'missing'],
    ['5 Avenue W', ['AVENUE W'], 'found AVENUE W'],
    ['5 West Ave', ['WEST AVE', 'AVENUE W'], 'found WEST AVE'],
  ])('West Avenue is not Avenue W: %s on %j -> %s', (typed, listed, expected) => {
    expect(ask(typed, listed)).toBe(expected);
  });
});
