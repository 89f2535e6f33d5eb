import { describe, expect, it } from 'vitest';
import { readAddress } from '../address/read-address';
import { lookup } from './lookup';
import type { LookupOutcome } from './outcome';
import type { Shard } from './shard';
import { CONTEXT, type Row, shardOf } from './shard.fixture';

const row = (street: string, start: number, end: number, precinct: string, more: Partial<Row> = {}): Row => ({
  street,
  numbers: [start, end],
  precinct,
  ...more,
});

function ask(text: string, shard: Shard | readonly Shard[], now = CONTEXT.now): LookupOutcome {
  const reading = readAddress(text);
  if (reading.kind !== 'address') throw new Error(`unreadable: ${reading.reason}`);
  return lookup(reading.address, Array.isArray(shard) ? shard : [shard as Shard], { ...CONTEXT, now });
}

/** `found Place A`, `choose N MAIN ST|S MAIN ST`, `missing numberUnknown`: an outcome in one line. */
function line(outcome: LookupOutcome): string {
  const places = outcome.pollingLocations.map((place) => place.name).join('+');
  if (outcome.kind === 'choose') {
    const names = outcome.candidates.map((one) =>
      [one.street, one.unit && `unit ${one.unit}`].filter(Boolean).join(' '),
    );
    return `choose${outcome.didYouMean ? '?' : ''} ${names.sort().join('|')}`;
  }
  if (outcome.kind === 'missing') return `missing ${outcome.reason}`;
  return places === '' ? outcome.kind : `${outcome.kind} ${places}`;
}

const TOWN = shardOf({
  rows: [
    row('LAKE ST S', 1, 199, 'A', { side: 'odd' }),
    row('LAKE ST S', 2, 198, 'B', { side: 'even' }),
    row('N MAIN ST', 1, 999, 'A'),
    row('S MAIN ST', 1, 999, 'B'),
    row('OAK ST', 1, 99, 'A'),
    row('E OAK ST', 100, 199, 'B'),
    row('OAK LN', 1, 99, 'C'),
    row('ELM AVE', 100, 199, 'A'),
    row('1ST ST', 1, 99, 'A'),
    row('ST JOHN ST', 1, 99, 'B'),
    row('COUNTY ROAD 12', 1, 999999, 'C'),
    row('US HWY 61', 1, 999999, 'A'),
    row('STATE ROUTE 3', 1, 999999, 'B'),
    row('OLD HWY 84', 1, 999, 'A'),
    row('OLD HWY 84 #1 - WASHINGTON', 1, 999, 'B'),
    row('AVENUE B', 1, 99, 'A'),
    row('97 CIR', 8, 135, 'A'),
    row('N ST', 1, 99, 'C'),
    row('BROADWAY', 1, 999, 'A'),
    row('WILLIAMS CR', 1, 99, 'A'),
    row('LAKE VIEW DR', 1, 99, 'C'),
    row('MARTIN L KING JR BLVD', 1, 999, 'B'),
    row("O'BRIEN LN", 1, 99, 'A'),
    row('JOHN R JUNKIN DR', 1, 999, 'A'),
    row('MAIN ST EXT', 1, 999, 'C'),
    row('CHURCH ST', 1, 99, 'A'),
    row('CHURCH ST', 1, 99, 'B', { city: 'WASHINGTON' }),
    row('MILL RD', 1, 99, 'B', { city: 'WASHINGTON' }),
    row('WASHINGTON ST', 1, 99, 'C'),
  ],
});

/** What a voter types, and the one line that must come back. All in ZIP 00001, town PRACTICE FALLS. */
const TABLE: readonly (readonly [string, string])[] = [
  ['111 Lake St S', 'found Place A'],
  ['111 S Lake St', 'found Place A'],
  ['112 south lake street', 'found Place B'],
  ['112 So. Lake St., Apt 4B, Practice Falls ZZ', 'found Place B'],
  ['112 Lake St', 'found Place B'],
  ['112 Lake', 'found Place B'],
  ['112 lake practice falls', 'found Place B'],
  ['112 N Lake St', 'choose? LAKE ST S'],
  ['112 Lake Ave', 'choose? LAKE ST S'],
  ['211 S Lake St', 'missing numberUnknown'],
  ['12 N Main St', 'found Place A'],
  ['12 Main St', 'choose MAIN ST EXT|N MAIN ST|S MAIN ST'],
  ['12 Main St North', 'found Place A'],
  ['12 Main', 'choose N MAIN ST|S MAIN ST'],
  ['12 Main St Ext', 'found Place C'],
  ['12 Main Street Extension', 'found Place C'],
  ['12 Oak St', 'found Place A'],
  ['12 Oak Lane', 'found Place C'],
  ['12 Oak', 'choose OAK LN|OAK ST'],
  ['120 Oak St', 'choose? E OAK ST'],
  ['120 Oak', 'found Place B'],
  ['50 Elm Ave', 'missing numberUnknown'],
  ['150 elm', 'found Place A'],
  ['150 Elm St', 'choose? ELM AVE'],
  ['150 Eml Ave', 'choose? ELM AVE'],
  ['150 Elm Avneue', 'choose? ELM AVE'],
  ['5 First Street', 'found Place A'],
  ['5 1st St', 'found Place A'],
  ['5 1 St', 'found Place A'],
  ['5 Saint John St', 'found Place B'],
  ['5 St. John', 'found Place B'],
  ['5 CR 12', 'found Place C'],
  ['5 Co Rd 12', 'found Place C'],
  ['5 County Road #12', 'found Place C'],
  ['5 County Rd 12 Lot 7', 'found Place C'],
  ['5 Highway 61', 'found Place A'],
  ['5 U.S. Hwy 61', 'found Place A'],
  ['5 US 61 Apt 2', 'found Place A'],
  ['5 SR 3', 'found Place B'],
  ['5 Hwy 3', 'found Place B'],
  ['5 Hwy 4', 'missing streetUnknown'],
  ['5 Highway 61 Business', 'choose? US HWY 61'],
  ['5 Old Hwy 84 #1 - Washington', 'found Place B'],
  ['5 Old Highway 84', 'found Place A'],
  ['5 Old Hwy 84 #1', 'choose? OLD HWY 84|OLD HWY 84 #1 - WASHINGTON'],
  ['5 Old Hwy 84 Apt 1', 'found Place A'],
  ['5 Ave B', 'found Place A'],
  ['5 Avenue B Apt C', 'found Place A'],
  ['8 97th Cir', 'found Place A'],
  ['8 97 Circle', 'found Place A'],
  ['8 97', 'found Place A'],
  ['8 N St', 'found Place C'],
  ['8 North Street', 'found Place C'],
  ['8 Broadway', 'found Place A'],
  ['8 Broadway St', 'choose? BROADWAY'],
  ['8 Williams Cr', 'found Place A'],
  ['8 Williams Circle', 'found Place A'],
  ['8 Williams Creek', 'found Place A'],
  ['8 Williams St', 'choose? WILLIAMS CR'],
  ['8 Lake View', 'found Place C'],
  ['8 Lakeview Drive', 'choose? LAKE VIEW DR'],
  ['8 MLK Blvd', 'found Place B'],
  ['8 Dr Martin Luther King Jr Blvd', 'found Place B'],
  ['8 O Brien Lane', 'found Place A'],
  ['8 Junkin Dr', 'choose? JOHN R JUNKIN DR'],
  ['8 Church St, Practice Falls', 'found Place A'],
  ['8 Church St, Washington', 'found Place B'],
  ['8 Church St', 'choose CHURCH ST|CHURCH ST'],
  ['8 Church St, Springfield', 'choose CHURCH ST|CHURCH ST'],
  ['8 Mill Rd, Practice Falls', 'found Place B'],
  ['8 Mill Rd Springfield', 'found Place B'],
  ['8 Mill, Road', 'found Place B'],
  ['8 Zebra Crossing', 'missing streetUnknown'],
  ['8 Zebra St, Washington', 'missing streetUnknown'],
  ['8A Oak St', 'found Place A'],
  ['8 A Oak St', 'choose? OAK LN|OAK ST'],
  ['8½ Oak St', 'found Place A'],
  ['8-10 Oak St', 'found Place A'],
  ['8 Oak St 4B', 'found Place A'],
  ['8 Oak St # 4B', 'found Place A'],
  ['8 Oak St, Unit 4', 'found Place A'],
  ['8 Oak St Trlr 9 Practice Falls', 'found Place A'],
  ['8 Oak St 2nd Floor', 'found Place A'],
  ['8 Oak St Bldg C Apt 3', 'found Place A'],
  ['8 Oak St, Practice Falls ZZ, Apt 3', 'found Place A'],
  ['8 Oak St Rear', 'found Place A'],
  ['Apt 4, 8 Oak St', 'found Place A'],
  ['8OakSt', 'choose? OAK ST'],
  ['8 Oak Hill Rd', 'missing streetUnknown'],
  ['150 Elm Side', 'choose? ELM AVE'],
  ['150 Elm Trail 4', 'choose? ELM AVE'],
  ['150 Elm Villa 4', 'missing streetUnknown'],
  ['150 Elm Ave Villa 4', 'found Place A'],
  ['150 Elm Apt 4', 'found Place A'],
  ['150 Elm, Villa 4', 'found Place A'],
];

describe('lookup on one town', () => {
  it.each(TABLE)('%s -> %s', (typed, expected) => {
    expect(line(ask(`${typed}, 00001`, TOWN))).toBe(expected);
  });

  it.each(TABLE)('%s in lower case without commas gives no other place', (typed, expected) => {
    const outcome = line(ask(`${typed} 00001`.toLowerCase().replaceAll(',', ''), TOWN));
    if (outcome.startsWith('found')) expect(outcome).toBe(expected);
  });

  it('spells the answer as the office does', () => {
    expect(ask('112 s lake street apt 4, 00001', TOWN).understood).toEqual({
      houseNumber: '112',
      street: 'LAKE ST S',
      unit: '4',
      city: 'PRACTICE FALLS',
      state: 'ZZ',
      zip: '00001',
    });
  });

  it('carries no place unless the kind says so', () => {
    for (const [typed] of TABLE) {
      const outcome = ask(`${typed}, 00001`, TOWN);
      if (!['found', 'anyPlace', 'byMail', 'conflict'].includes(outcome.kind)) {
        expect(outcome.pollingLocations).toEqual([]);
        expect(outcome.offices).not.toEqual([]);
      }
    }
  });

  it('lists the numbers that a known street has, and its place where it has only one', () => {
    const outcome = ask('50 Elm Ave, 00001', TOWN);
    expect(outcome).toMatchObject({
      kind: 'missing',
      ranges: [{ start: 100, end: 199, oddEvenBoth: 'both' }],
      likely: [{ name: 'Place A' }],
    });
    expect(ask('500 S Lake St, 00001', TOWN)).not.toHaveProperty('likely');
  });
});

describe('lookup where a type may be a state', () => {
  const shard = shardOf({ rows: [row('KENSINGTON CT', 1, 99, 'A'), row('KENSINGTON', 1, 99, 'B')] });
  it.each([
    ['5 Kensington Ct 00001', 'found Place A'],
    ['5 Kensington Ct, Practice Falls 00001', 'found Place A'],
    ['5 Kensington, Practice Falls CT 00001', 'found Place B'],
    ['5 Kensington, CT 00001', 'choose KENSINGTON|KENSINGTON CT'],
    ['5 Kensington 00001', 'found Place B'],
  ])('%s -> %s', (typed, expected) => {
    expect(line(ask(typed, shard))).toBe(expected);
  });
});

describe('lookup where the list contradicts itself', () => {
  const overlap = (places: Record<string, string[]>) =>
    shardOf({ rows: [row('ELM ST', 1, 99, 'A'), row('ELM ST', 50, 60, 'B')], places });

  it('answers conflict with both places where ranges overlap', () => {
    expect(line(ask('55 Elm St, 00001', overlap({})))).toBe('conflict Place A+Place B');
    expect(line(ask('5 Elm St, 00001', overlap({})))).toBe('found Place A');
  });

  it('answers found where overlapping ranges lead to one place', () => {
    const found = ask('55 Elm St, 00001', overlap({ A: ['Hall'], B: ['Hall'] }));
    expect(line(found)).toBe('found Hall');
    expect(found.precincts.map((precinct) => precinct.id)).toEqual(['A', 'B']);
  });

  it('treats two spellings of one street as one street', () => {
    const shard = shardOf({ rows: [row('1ST ST', 1, 99, 'A'), row('FIRST ST', 1, 99, 'B')] });
    expect(line(ask('5 First St, 00001', shard))).toBe('conflict Place A+Place B');
  });

  it('asks where a direction before and after are two streets', () => {
    const shard = shardOf({ rows: [row('N MAIN ST', 1, 99, 'A'), row('MAIN ST N', 1, 99, 'B')] });
    expect(line(ask('5 N Main St, 00001', shard))).toBe('choose MAIN ST N|N MAIN ST');
  });

  it('answers conflict for a precinct with several places that nobody declared', () => {
    const shard = shardOf({ rows: [row('ELM ST', 1, 99, 'A')], places: { A: ['Hall', 'Gym'] } });
    expect(line(ask('5 Elm St, 00001', shard))).toBe('conflict Hall+Gym');
  });

  it('answers missing, not an empty conflict, for a precinct without a place', () => {
    const shard = shardOf({ rows: [row('ELM ST', 1, 99, 'A')], places: { A: [] } });
    expect(line(ask('5 Elm St, 00001', shard))).toBe('missing numberUnknown');
  });
});

describe('lookup of units and odd house numbers', () => {
  const split = shardOf({
    rows: [
      row('ELM ST', 100, 100, 'A', { units: [{ start: '1', end: '10' }] }),
      row('ELM ST', 100, 100, 'B', { units: [{ start: '11', end: '20' }] }),
      row('ELM ST', 102, 102, 'A'),
      row('ELM ST', 102, 102, 'B', { units: [{ start: '4B', end: '4B' }] }),
      row('ELM ST', 12, 12, 'B', { suffix: '1/2' }),
      row('ELM ST', 14, 14, 'B', { suffix: 'A' }),
      row('ELM ST', 1, 99, 'A'),
      row('OAK RD', 23001, 23099, 'C', { prefix: 'N6W' }),
      row('OAK RD', 1, 99, 'B', { prefix: '12-' }),
      row('OAK RD', 1, 50, 'A'),
      row('ASH CT', 1, 9, 'A', { units: [{ start: '1a', end: '2b' }] }),
    ],
  });
  it.each([
    ['100 Elm St Apt 5', 'found Place A'],
    ['100 Elm St #15', 'found Place B'],
    ['100 Elm St', 'choose ELM ST unit 1-10|ELM ST unit 11-20'],
    ['100 Elm St Apt 25', 'missing numberUnknown'],
    ['102 Elm St Apt 4B', 'found Place B'],
    ['102 Elm St Apt 4-b', 'found Place B'],
    ['102 Elm St Apt 7', 'found Place A'],
    ['102 Elm St', 'choose ELM ST|ELM ST unit 4B'],
    ['12½ Elm St', 'found Place B'],
    ['12 1/2 Elm St', 'found Place B'],
    ['12 Elm St', 'found Place A'],
    ['13½ Elm St', 'found Place A'],
    ['14A Elm St', 'found Place B'],
    ['14 A Elm St', 'found Place B'],
    ['14 Elm St', 'found Place A'],
    ['N6W23001 Oak Rd', 'found Place C'],
    ['n6 w23005 oak rd', 'found Place C'],
    ['23001 Oak Rd', 'missing numberUnknown'],
    ['12-34 Oak Rd', 'found Place B'],
    ['12 Oak Rd', 'found Place A'],
    ['5 Ash Ct Apt 1B', 'found Place A'],
    ['5 Ash Ct', 'found Place A'],
    ['5 Ash Ct Apt 9', 'missing numberUnknown'],
    ['5A Elm St', 'found Place A'],
  ])('%s -> %s', (typed, expected) => {
    expect(line(ask(`${typed}, 00001`, split))).toBe(expected);
  });

  it('takes a hyphenated number only where all its readings agree', () => {
    const shard = shardOf({ rows: [row('ELM ST', 1, 99, 'A'), row('ELM ST', 1200, 1299, 'B')] });
    expect(line(ask('12-34 Elm St, 00001', shard))).toBe('conflict Place A+Place B');
    expect(line(ask('12-14 Elm St, 00001', shardOf({ rows: [row('ELM ST', 1, 99, 'A')] })))).toBe(
      'found Place A',
    );
    expect(line(ask('112-14 Elm St, 00001', shardOf({ rows: [row('ELM ST', 1, 99, 'A')] })))).toBe(
      'missing numberUnknown',
    );
  });
});

describe('lookup of what an office has declared', () => {
  const declared = shardOf({
    rows: [
      row('ANY ST', 1, 9, 'V'),
      row('MAIL ST', 1, 9, 'M'),
      row('NONE ST', 1, 9, 'X'),
      row('PARTY ST', 1, 9, 'P'),
      row('SAME ST', 1, 9, 'S'),
    ],
    voting: { V: 'anyPlace', M: 'byMail', X: 'none' },
    places: {
      V: ['Center 1', 'Center 2'],
      X: [],
      P: [
        { name: 'Hall', party: 'Red' },
        { name: 'Gym', party: 'Blue' },
      ],
      S: [
        { name: 'Hall', party: 'Red' },
        { name: 'Hall', party: 'Red' },
      ],
    },
  });
  it.each([
    ['5 Any St', 'anyPlace Center 1+Center 2'],
    ['5 Mail St', 'byMail Place M'],
    ['5 None St', 'noElection'],
    ['5 Party St', 'found Hall+Gym'],
    ['5 Same St', 'found Hall'],
  ])('%s -> %s', (typed, expected) => {
    expect(line(ask(`${typed}, 00001`, declared))).toBe(expected);
  });

  it('answers conflict where one row says by mail and another not at all, also without any place', () => {
    const rows = [row('ELM ST', 1, 99, 'M'), row('ELM ST', 1, 99, 'X')];
    const shard = shardOf({ rows, voting: { M: 'byMail', X: 'none' }, places: { M: [], X: [] } });
    expect(line(ask('7 Elm St, 00001', shard))).toBe('conflict');
  });

  it('lets an entry for every street answer for any street of its town', () => {
    const shard = shardOf({
      rows: [
        row('*', 0, 9999999, 'W', { city: 'SMALLTOWN' }),
        row('ELM ST', 1, 99, 'A'),
        row('ELM ST', 1, 99, 'B', { city: 'SMALLTOWN' }),
      ],
    });
    expect(line(ask('7 Nowhere Rd, Smalltown, 00001', shard))).toBe('found Place W');
    expect(ask('7 Nowhere Rd Apt 2, Smalltown, 00001', shard).understood).toMatchObject({
      street: 'NOWHERE RD',
      unit: '2',
    });
    expect(line(ask('7 Nowhere Rd, Practice Falls, 00001', shard))).toBe('missing streetUnknown');
    expect(line(ask('7 Elm St, Smalltown, 00001', shard))).toBe('conflict Place B+Place W');
    expect(line(ask('7 Elm St, Practice Falls, 00001', shard))).toBe('found Place A');
  });

  it('says that streets are not loaded where an office gave places only', () => {
    const shard = shardOf(
      { rows: [row('ELM ST', 1, 99, 'A')] },
      { rows: [], locality: { streetsLoaded: false } },
    );
    expect(line(ask('7 Nowhere Rd, 00001', shard))).toBe('missing streetsNotLoaded');
  });

  it('asks about the county where the ZIP reaches into one that is not loaded', () => {
    const shard = shardOf({ rows: [row('ELM ST', 1, 99, 'A')], locality: { confirm: true } });
    expect(ask('7 Elm St, 00001', shard).confirmLocality).toEqual({ id: 'l1', name: 'Sandbox County' });
  });
});

describe('lookup among elections', () => {
  const primary = { rows: [row('ELM ST', 1, 99, 'A')], date: '2026-08-04', electionId: 'p' };
  const general = { rows: [row('ELM ST', 1, 99, 'B')], date: '2026-11-03', electionId: 'g' };
  const both = shardOf(general, primary);
  it.each([
    ['2026-07-01T12:00:00Z', 'found Place A', 'p', false],
    ['2026-08-05T04:59:00Z', 'found Place A', 'p', false],
    ['2026-08-05T05:01:00Z', 'found Place B', 'g', false],
    ['2026-12-01T12:00:00Z', 'found Place B', 'g', true],
  ])('at %s the answer is %s', (now, expected, election, over) => {
    const outcome = ask('7 Elm St, 00001', both, new Date(now));
    expect(line(outcome)).toBe(expected);
    expect(outcome.election).toMatchObject({ id: election, over });
  });

  it('goes on to the next election where the nearest does not include the address', () => {
    const shard = shardOf({ ...primary, voting: { A: 'none' } }, general);
    expect(line(ask('7 Elm St, 00001', shard, new Date('2026-07-01T12:00:00Z')))).toBe('found Place B');
  });

  it('answers conflict where two offices claim one address', () => {
    const shard = shardOf(
      { rows: [row('ELM ST', 1, 99, 'A')] },
      { rows: [row('ELM ST', 1, 99, 'B')], officeId: 'other' },
    );
    const outcome = ask('7 Elm St, 00001', shard);
    expect(line(outcome)).toBe('conflict Place A+Place B');
    expect(outcome.offices.map((office) => office.id)).toEqual(['sandbox-county', 'other']);
  });
});

describe('lookup over the ZIPs of a town', () => {
  const first = shardOf({ rows: [row('ELM ST', 1, 99, 'A'), row('OAK ST', 1, 99, 'A')] });
  const second = {
    ...shardOf({ rows: [row('ELM ST', 200, 299, 'B'), row('OAK ST', 1, 99, 'B')] }),
    zip: '00002',
  };
  it('finds the one ZIP that has the number', () => {
    const outcome = ask('250 Elm St, Practice Falls', [first, second]);
    expect(line(outcome)).toBe('found Place B');
    expect(outcome.understood.zip).toBe('00002');
  });
  it('asks where two ZIPs have it with different places', () => {
    const outcome = ask('5 Oak St, Practice Falls', [first, second]);
    expect(outcome.kind === 'choose' && outcome.candidates.map((one) => one.zip)).toEqual(['00001', '00002']);
  });
});
