// Rows for every street of a town (VIP IncludesAllStreets) beside streets that are named. All in ZIP 00001.

import { describe, expect, it } from 'vitest';
import { createRandom } from '@/scripts/generate/random';
import { readAddress } from '../address/read-address';
import { lookup } from './lookup';
import type { LookupOutcome } from './outcome';
import { CONTEXT, type Row, shardOf } from './shard.fixture';

const NUMBERS = [0, 9_999_999] as const;
const every = (precinct: string, more: Partial<Row> = {}): Row => ({
  street: '*',
  numbers: NUMBERS,
  precinct,
  ...more,
});
const row = (street: string, precinct: string, more: Partial<Row> = {}): Row => ({
  street,
  numbers: [1, 99],
  precinct,
  ...more,
});
const high = { numbers: [200, 299] as const };
const other = { city: 'SMALLTOWN' };

function ask(typed: string, rows: readonly Row[]): LookupOutcome {
  const reading = readAddress(`${typed}, 00001`);
  if (reading.kind !== 'address') throw new Error(typed);
  return lookup(reading.address, [shardOf({ rows, places: { '?': [] } })], CONTEXT);
}

function line(outcome: LookupOutcome): string {
  if (outcome.kind === 'missing') return `missing ${outcome.reason}`;
  const names =
    outcome.kind === 'choose'
      ? outcome.candidates.map(({ street, city }) =>
          city === 'PRACTICE FALLS' ? street : `${street}, ${city}`,
        )
      : outcome.pollingLocations.map(({ name }) => name.replace('Place ', ''));
  return `${outcome.kind}${outcome.kind === 'choose' && outcome.didYouMean ? '?' : ''} ${[...names].sort().join('|')}`;
}

describe('a row for every street', () => {
  it.each<[string, readonly Row[], string]>([
    // As for the same street named in full: its own row and the one for every street contradict each other.
    ['12 Oak St', [every('W'), row('OAK ST', 'A')], 'conflict A|W'],
    ['12 Oak', [every('W'), row('OAK ST', 'A')], 'conflict A|W'],
    ['12 Oak, Practice Falls', [every('W'), row('OAK ST', 'A')], 'conflict A|W'],
    ['12 Oak Apt 4', [every('W'), row('OAK ST', 'A')], 'conflict A|W'],
    ['12 Oak St', [every('W'), row('N OAK ST', 'A')], 'conflict A|W'],
    ['12 N Oak', [every('W'), row('N OAK ST', 'A')], 'conflict A|W'],
    ['12 1st', [every('W'), row('1ST AVE', 'A')], 'conflict A|W'],
    ['12 Highway 9', [every('W'), row('CO HWY 9', 'A')], 'conflict A|W'],
    ['12 A Oak', [every('W'), row('OAK ST', 'A', { suffix: 'A' })], 'conflict A|W'],
    ['12 Oak Rd', [every('W'), row('OAK ST', 'A')], 'conflict A|W'],
    ['12 S Oak St', [every('W'), row('N OAK ST', 'A')], 'conflict A|W'],
    ['12 Oak', [every('W'), row('OAK ST', 'A'), row('OAK AVE', 'B')], 'choose OAK AVE|OAK ST'],
    ['12 Oak', [every('W'), row('OAK ST', 'A'), row('OAK AVE', 'W')], 'choose OAK AVE|OAK ST'],
    ['12 Oak St', [every('W'), row('N OAK ST', 'A'), row('S OAK ST', 'B')], 'choose N OAK ST|S OAK ST'],
    ['12 Oak St', [every('W'), row('OAK ST', 'W', high), row('N OAK ST', 'A')], 'conflict A|W'],
  ])(
    'does not answer alone where a street named short, or nearly so, leads elsewhere: %s %#',
    (typed, rows, expected) => {
      expect(line(ask(typed, rows))).toBe(expected);
    },
  );

  it.each<[string, readonly Row[], string]>([
    ['12 Oak', [every('W'), row('OAK ST', 'W')], 'found W'],
    ['12 Oak', [every('W'), row('OAK ST', 'W'), row('N OAK AVE', 'W')], 'found W'],
    ['12 Oak St', [every('W'), row('OAK ST', 'A', high)], 'found W'],
    ['12 Oak', [every('W'), row('OAK ST', 'A', high)], 'found W'],
    ['12 Oak', [every('W'), row('OAK', 'W'), row('OAK ST', 'A')], 'found W'],
    ['12 Oak Rd', [every('W'), row('OAK ST', 'W')], 'found W'],
    ['12 S Oak St', [every('W'), row('N OAK ST', 'W')], 'found W'],
    ['12 2nd', [every('W'), row('1ST AVE', 'A')], 'found W'],
  ])('answers what no street that may be meant gives otherwise: %s %#', (typed, rows, expected) => {
    expect(line(ask(typed, rows))).toBe(expected);
  });

  it.each<[string, string]>([
    ['12 Oak', 'choose OAK ST|OAK, SMALLTOWN'],
    ['12 Oak, Practice Falls', 'found A'],
    ['12 Oak, Smalltown', 'choose OAK ST|OAK, SMALLTOWN'],
    ['12 Oak St', 'choose OAK ST|OAK ST, SMALLTOWN'],
    ['12 Oak St, Smalltown', 'choose OAK ST|OAK ST, SMALLTOWN'],
  ])('of another town is asked about, with streets named short as in full: %s', (typed, expected) => {
    expect(line(ask(typed, [every('W', other), row('OAK ST', 'A')]))).toBe(expected);
  });

  it.each<[string, string]>([
    ['12 Oak', 'choose OAK ST|OAK ST, SMALLTOWN'],
    ['12 Oak, Smalltown', 'conflict B|W'],
    ['12 Elm', 'found W'],
  ])('of no town is one for all of them: %s', (typed, expected) => {
    const rows = [every('W', { city: '' }), row('OAK ST', 'A'), row('OAK ST', 'B', other)];
    expect(line(ask(typed, rows))).toBe(expected);
  });

  it.each<[string, readonly Row[], string]>([
    ['12 Commerse St', [row('COMMERCE ST', 'A')], 'choose COMMERCE ST|COMMERSE ST, SMALLTOWN'],
    ['12 Commerse', [row('COMMERCE ST', 'A')], 'choose COMMERCE ST|COMMERSE, SMALLTOWN'],
    ['12 Comerce St Apt 4', [row('COMMERCE ST', 'A')], 'choose COMERCE ST, SMALLTOWN|COMMERCE ST'],
    ['12 Commerce Rd', [row('COMMERCE ST', 'A')], 'choose COMMERCE RD, SMALLTOWN|COMMERCE ST'],
    ['12 Highawy 9', [row('HWY 9', 'A')], 'choose HIGHAWY 9, SMALLTOWN|HWY 9'],
    [
      '12 Lake Dr',
      [row('N LAKE DR', 'W'), row('LAKE ST', 'A')],
      'choose LAKE DR, SMALLTOWN|LAKE ST|N LAKE DR',
    ],
    ['12 Commerse St, Elsewhere', [row('COMMERCE ST', 'A')], 'choose COMMERCE ST|COMMERSE ST, SMALLTOWN'],
    ['12 Commerse St', [row('COMMERCE ST', '?')], 'choose COMMERCE ST|COMMERSE ST, SMALLTOWN'],
    ['12 Commerse St', [row('COMMERCE ST', 'W')], 'found W'],
    ['12 Commerse St', [row('COMMERCE ST', 'A', high)], 'found W'],
    ['12 Commerse St, Smalltown', [row('COMMERCE ST', 'A')], 'found W'],
    ['12 Commerse St, Practice Falls', [row('COMMERCE ST', 'A')], 'choose? COMMERCE ST'],
    ['12 Zebra St', [row('COMMERCE ST', 'A')], 'found W'],
  ])(
    'of another town does not answer where a street may be meant that is spelt nearly so: %s %#',
    (typed, rows, expected) => {
      expect(line(ask(typed, [every('W', other), ...rows]))).toBe(expected);
    },
  );

  it('does not answer in place of a ninth street that is spelt nearly so', () => {
    const streets = 'ABCDEFGHI'
      .split('')
      .map((letter) => row(`COMMERCE${letter} ST`, letter === 'I' ? 'A' : 'W'));
    expect(line(ask('12 Commerce St', [every('W', other), ...streets]))).not.toMatch(/^found/);
  });

  it('contradicts each street that is offered', () => {
    const outcome = ask('12 Old Hwy 84 #1', [
      every('W'),
      row('OLD HWY 84', 'A'),
      row('OLD HWY 84 #1 - MILL', 'B'),
    ]);
    const places =
      outcome.kind === 'choose' ? outcome.candidates.map((one) => one.pollingLocations.length) : [];
    expect(places).toEqual([2, 2]);
  });

  it('does not answer where the street that is named short was set aside', () => {
    expect(line(ask('12 Oak', [every('W'), row('OAK ST', '?')]))).toBe('missing numberUnknown');
  });

  it('that was set aside is not answered by a street named short', () => {
    expect(line(ask('12 Oak', [every('?'), row('OAK ST', 'A')]))).toBe('missing numberUnknown');
  });
});

interface Named {
  readonly pre: string;
  readonly core: string;
  readonly suffix: string;
  readonly city: string;
}
interface Street extends Named {
  readonly from: number;
  readonly precinct: string;
}

const PRE = ['', '', 'N', 'S'];
const CORE = ['OAK', 'ELM', '1ST'];
const SUFFIX = ['ST', 'AVE', ''];
const CITY = ['PRACTICE FALLS', 'SMALLTOWN'];
const nameOf = ({ pre, core, suffix }: Named) => [pre, core, suffix].filter(Boolean).join(' ');

/** Streets that the words may mean, by the rules of ADR 5 written down a second time: a part that is left out is any,
 *  a town that the list has not is ignored, and so is one that has no such number, but not by a row for every street. */
function mayMean(typed: Named, number: number, streets: readonly Street[]): readonly Street[] {
  const fit = streets.filter(
    ({ core, pre, suffix, from }) =>
      from <= number &&
      number < from + 50 &&
      (core === '*' || core === typed.core) &&
      (core === '*' || typed.pre === '' || typed.pre === pre) &&
      (core === '*' || typed.suffix === '' || typed.suffix === suffix),
  );
  const isAnyTown = !streets.some(({ city }) => city === typed.city);
  const inTown = fit.filter(({ city }) => isAnyTown || city === typed.city);
  if (inTown.length === 0) return inFull(typed, fit.filter(isNamed));
  return inFull(typed, inTown);
}

function inFull(typed: Named, fit: readonly Street[]): readonly Street[] {
  const full = fit.filter(({ pre, suffix }) => pre === typed.pre && suffix === typed.suffix).filter(isNamed);
  return full.length === 0 ? fit : [...full, ...fit.filter((street) => !isNamed(street))];
}

function isNamed({ core }: Named): boolean {
  return core !== '*';
}

it('never answers with another place than that of each street which the words may mean', () => {
  const { pick } = createRandom(40);
  let found = 0;
  let asked = 0;
  for (let world = 0; world < 400; world++) {
    const streets: Street[] = [];
    for (let count = 0; count < 5; count++) {
      const name = { pre: pick(PRE), core: pick(CORE), suffix: pick(SUFFIX), city: pick(CITY) };
      streets.push({ ...name, from: pick([0, 50]), precinct: pick(['A', 'A', 'B', 'W', '?']) });
    }
    const all: Street[] = CITY.slice(world % 2).flatMap((city) =>
      [0, 50].map((from) => ({ pre: '', core: '*', suffix: '', city, from, precinct: 'W' })),
    );
    const known = [...streets, ...all];
    const rows = known.map((street): Row => {
      const numbers = [street.from, street.from + 49] as const;
      return { street: nameOf(street), numbers, precinct: street.precinct, city: street.city };
    });
    for (const pre of ['', 'N'])
      for (const core of CORE)
        for (const suffix of SUFFIX)
          for (const city of ['', ...CITY]) {
            const typed = { pre, core, suffix, city };
            const number = pick([12, 62]);
            const text = `${number} ${nameOf(typed)}${city === '' ? '' : `, ${city}`}`;
            const outcome = ask(text, rows);
            const precincts = new Set(
              mayMean(typed, number, known).map(({ precinct }) => `Place ${precinct}`),
            );
            if (precincts.size > 1) asked++;
            if (outcome.kind !== 'found') continue;
            found++;
            const names = outcome.pollingLocations.map(({ name }) => name);
            expect([text, ...precincts], JSON.stringify(rows)).toEqual([text, ...names]);
          }
  }
  expect(Math.min(found, asked)).toBeGreaterThan(2000);
});

it('never answers alone for a street that is spelt one letter otherwise and leads elsewhere', () => {
  const { pick, between } = createRandom(41);
  let [found, asked] = [0, 0];
  for (let world = 0; world < 600; world++) {
    const streets = Array.from({ length: 4 }, (): Street => {
      const name = {
        pre: pick(PRE),
        core: pick(['OAKWOOD', 'ELMHURST']),
        suffix: pick(SUFFIX),
        city: pick(CITY),
      };
      return { ...name, from: pick([0, 50]), precinct: pick(['A', 'W', 'W', '?']) };
    });
    const all = { pre: '', core: '*', suffix: '', city: 'SMALLTOWN', from: 0, precinct: 'W' };
    const rows = [...streets, all].map(
      (street): Row => ({
        street: nameOf(street),
        numbers: [street.from, street.from + 49],
        precinct: street.precinct,
        city: street.city,
      }),
    );
    const typed = pick(streets);
    const at = between(0, typed.core.length - 1);
    const core = `${typed.core.slice(0, at)}${pick(['', 'Q', `Q${typed.core[at]}`])}${typed.core.slice(at + 1)}`;
    const places = new Set(
      streets
        .filter(({ pre, core: other, suffix, from }) => {
          return from === 0 && pre === typed.pre && suffix === typed.suffix && other === typed.core;
        })
        .map(({ precinct }) => precinct),
    );
    const outcome = ask(`12 ${nameOf({ ...typed, core })}`, rows);
    const isOther = places.size > 1 || (places.size === 1 && !places.has('W'));
    if (isOther) asked++;
    if (outcome.kind === 'found') found++;
    expect([isOther, outcome.kind === 'found'], JSON.stringify({ core, rows })).not.toEqual([true, true]);
  }
  expect(Math.min(found, asked)).toBeGreaterThan(100);
});
