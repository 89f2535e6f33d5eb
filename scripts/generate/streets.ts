// Owns the streets of one made-up ZIP and the rows that an office would write for them, with the noise of
// real files. Keeps every row beside its street, so that golden.ts can work out the true answers by plain
// counting, without the look-up that they test.

import type { Random } from './random';
import type { Precinct, Zip } from './state';
import { DIRECTIONS, FIRST_WORDS, SECOND_WORDS, STREET_WORDS, SUFFIXES } from './words';

/** One row of street_segment.csv, but for its id. */
export interface Row {
  readonly start: number;
  readonly end: number;
  readonly parity: 'odd' | 'even' | 'both';
  readonly precinct: Precinct;
  /** First and last unit. */
  readonly units?: readonly [string, string];
  readonly prefix?: string;
}

/** A street with all its rows. `pre`, `suffix`, `post` are '' where it has none. */
export interface Street {
  readonly pre: string;
  readonly name: string;
  readonly suffix: string;
  readonly post: string;
  readonly city: string;
  readonly rows: readonly Row[];
}

/** Of 100 rows about 13 overlap another one of their street: 5 in the same precinct, 8 in another. */
const SAME_PRECINCT_OVERLAP = 0.058;
const OTHER_PRECINCT_OVERLAP = 0.093;
/** Most offices' cross-precinct overlaps lead to one place all the same; the rest contradict each other. */
const OVERLAP_TO_SAME_PLACE = 0.7;
const HIGHEST_NUMBER = 999_999;

const FLOORS = [
  ['101', '140'],
  ['201', '240'],
  ['301', '340'],
] as const;

type Bare = Omit<Street, 'rows' | 'city'>;

/** Make streets until the ZIP has its number of rows. No two of them are spelt alike in one town. */
export function zipStreets(zip: Zip, random: Random): readonly Street[] {
  const used = new Set<string>();
  const streets: Street[] = [];
  let rowCount = 0;
  while (rowCount < zip.segmentTarget) {
    const city = random.chance(0.85) ? zip.towns[0]! : random.pick(zip.towns);
    const bare = streetName(random);
    const key = [city, bare.pre, bare.name, bare.suffix, bare.post].join('|');
    if (used.has(key)) continue;
    used.add(key);
    const rows = withOverlaps(baseRows(zip.precincts, random), zip.precincts, random);
    streets.push({ ...bare, city, rows });
    rowCount += rows.length;
  }
  return streets;
}

function streetName(random: Random): Bare {
  const dice = random.next();
  if (dice < 0.02) return plain(`COUNTY ROAD ${random.between(1, 999)}`);
  if (dice < 0.025) return plain(`STATE ROUTE ${random.between(1, 299)}`);
  if (dice < 0.03) return plain(`US HIGHWAY ${random.between(1, 99)}`);
  if (dice < 0.033) return plain(`AVENUE ${String.fromCharCode(65 + random.between(0, 25))}`);
  const suffix = weightedSuffix(random);
  const name = baseName(dice, random);
  const side = random.next();
  if (side < 0.05) return { pre: random.pick(DIRECTIONS).short, name, suffix, post: '' };
  if (side < 0.06) return { pre: '', name, suffix, post: random.pick(DIRECTIONS).short };
  // About 3 streets in 100 have no suffix: "Broadway".
  return { pre: '', name, suffix: side < 0.09 ? '' : suffix, post: '' };
}

function plain(name: string): Bare {
  return { pre: '', name, suffix: '', post: '' };
}

function baseName(dice: number, random: Random): string {
  if (dice < 0.08) return ordinal(random.between(1, 99));
  if (dice < 0.1) return `ST ${random.pick(['JOHN', 'JAMES', 'PAUL', 'MARY', 'ANNE'])}`;
  if (dice < 0.11) return `MT ${random.pick(STREET_WORDS).toUpperCase()}`;
  if (dice < 0.55) return random.pick(STREET_WORDS).toUpperCase();
  return `${random.pick(FIRST_WORDS)} ${random.pick(SECOND_WORDS)}`.toUpperCase();
}

function ordinal(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  const ending = teen ? 'TH' : (['TH', 'ST', 'ND', 'RD'][number % 10] ?? 'TH');
  return `${number}${ending}`;
}

const SUFFIX_WEIGHT = SUFFIXES.reduce((sum, { weight }) => sum + weight, 0);

function weightedSuffix(random: Random): string {
  let left = random.next() * SUFFIX_WEIGHT;
  for (const { short, weight } of SUFFIXES) {
    left -= weight;
    if (left < 0) return short;
  }
  return 'RD';
}

function baseRows(precincts: readonly Precinct[], random: Random): readonly Row[] {
  const precinct = random.pick(precincts);
  const dice = random.next();
  if (dice < 0.08) return [{ start: 1, end: HIGHEST_NUMBER, parity: 'both', precinct }];
  const start = 100 * random.between(0, 40) + 1;
  const end = start + random.between(4, 400);
  if (dice < 0.76) return [{ start, end, parity: 'both', precinct }];
  if (dice < 0.9) return twoSides(start, end, precinct, precincts, random);
  if (dice < 0.98) return inARow(start, precincts, random);
  if (dice < 0.99) return [{ start, end, parity: 'both', precinct, prefix: `N${random.between(1, 99)}W` }];
  return splitBuilding(start + 1, precincts, random);
}

function twoSides(
  start: number,
  end: number,
  precinct: Precinct,
  precincts: readonly Precinct[],
  random: Random,
): readonly Row[] {
  const lastOdd = end % 2 === 1 ? end : end - 1;
  const evenPrecinct = random.chance(0.5) ? precinct : random.pick(precincts);
  return [
    { start, end: lastOdd, parity: 'odd', precinct },
    { start: start + 1, end: lastOdd + 1, parity: 'even', precinct: evenPrecinct },
  ];
}

/** A long street, cut where precincts end: 1-180, 181-402, … */
function inARow(start: number, precincts: readonly Precinct[], random: Random): readonly Row[] {
  const rows: Row[] = [];
  let from = start;
  for (let count = random.between(2, 5); count > 0; count -= 1) {
    const end = from + random.between(20, 300);
    rows.push({ start: from, end, parity: 'both', precinct: random.pick(precincts) });
    from = end + 1;
  }
  return rows;
}

/** One building whose floors vote in different precincts. */
function splitBuilding(number: number, precincts: readonly Precinct[], random: Random): readonly Row[] {
  return FLOORS.slice(0, random.between(2, 3)).map((units) => ({
    start: number,
    end: number,
    parity: 'both' as const,
    precinct: random.pick(precincts),
    units,
  }));
}

function withOverlaps(rows: readonly Row[], precincts: readonly Precinct[], random: Random): readonly Row[] {
  const all = [...rows];
  for (const row of rows) {
    const plainRow = row.units === undefined && row.prefix === undefined;
    const dice = random.next();
    if (!plainRow) continue;
    if (dice < SAME_PRECINCT_OVERLAP) all.push(partOf(row, row.precinct, random));
    else if (dice < SAME_PRECINCT_OVERLAP + OTHER_PRECINCT_OVERLAP) {
      const other = otherPrecinct(row.precinct, precincts, random);
      if (other !== null) all.push(partOf(row, other, random));
    }
  }
  return all;
}

/** The same row again, or a stretch of it, or one number. */
function partOf(row: Row, precinct: Precinct, random: Random): Row {
  const dice = random.next();
  if (dice < 0.3) return { ...row, precinct };
  const step = row.parity === 'both' ? 1 : 2;
  const steps = Math.floor((Math.min(row.end, row.start + 2_000) - row.start) / step);
  const start = row.start + step * random.between(0, steps);
  if (dice < 0.5) return { ...row, start, end: start, precinct };
  return { ...row, start, end: Math.min(row.end, start + step * random.between(1, 60)), precinct };
}

function otherPrecinct(precinct: Precinct, precincts: readonly Precinct[], random: Random): Precinct | null {
  const others = precincts.filter(({ id }) => id !== precinct.id);
  const sharing = others.filter((other) => samePlace(other, precinct));
  const wanted = random.chance(OVERLAP_TO_SAME_PLACE) ? sharing : others;
  const list = wanted.length > 0 ? wanted : others;
  return list.length > 0 ? random.pick(list) : null;
}

function samePlace(a: Precinct, b: Precinct): boolean {
  return a.voting === 'assigned' && b.voting === 'assigned' && a.places[0]?.id === b.places[0]?.id;
}
