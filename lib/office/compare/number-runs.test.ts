// The interval arithmetic against asking for every number by itself, and the cases that exports really have.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inRange } from '@/lib/core/lookup/claims';
import { numberChanges, type StreetRow } from './number-runs';

function row(text: string, destination: number, more: Partial<StreetRow> = {}): StreetRow {
  const [numbers = '', side = 'both'] = text.split(' ');
  const [start = 0, end = start] = numbers.split('-').map(Number);
  return {
    isDraft: false,
    start,
    end,
    side: side as StreetRow['side'],
    prefix: '',
    suffix: '',
    units: [],
    destination,
    index: 0,
    ...more,
  };
}

const draft = (text: string, destination: number, more: Partial<StreetRow> = {}) =>
  row(text, destination, { isDraft: true, ...more });

const unit = (start: string, end = start) => ({ units: [{ start, end }] });

/** `101-199 odd 1>2`; `12 5 units 1-3: 1>2`. */
function told(rows: readonly StreetRow[]): readonly string[] {
  return numberChanges(rows).map(({ start, end, side, prefix, suffix, units, from, to }) => {
    const form = `${prefix}${start}-${end}${suffix}`;
    return `${form} ${side}${units === null ? '' : ` [${units}]`} ${from.join('+')}>${to.join('+')}`;
  });
}

describe('numberChanges', () => {
  it.each<readonly [string, readonly StreetRow[], readonly string[]]>([
    ['a range split in two', [row('1-99', 1), draft('1-49', 1), draft('50-99', 1)], []],
    ['two ranges merged', [row('1-49', 1), row('50-99', 1), draft('1-99', 1)], []],
    ['both sides written apart', [row('1-99', 1), draft('1-99 odd', 1), draft('2-98 even', 1)], []],
    ['the same range twice', [row('1-99', 1), draft('1-99', 1), draft('1-99', 1)], []],
    ['a move', [row('1-99', 1), draft('1-99', 2)], ['1-99 both 1>2']],
    ['a move of one side', [row('1-99', 1), draft('1-99 odd', 2), draft('2-98 even', 1)], ['1-99 odd 1>2']],
    ['a part moves', [row('1-99', 1), draft('1-40', 1), draft('41-99', 2)], ['41-99 both 1>2']],
    ['numbers vanish', [row('1-99', 1), draft('1-49', 1)], ['50-99 both 1>']],
    ['numbers appear', [row('1-49', 1), draft('1-99', 1)], ['50-99 both >1']],
    ['one number', [row('12-12', 1), draft('12-12', 2)], ['12-12 even 1>2']],
    ['a contradiction comes', [row('1-9', 1), draft('1-9', 1), draft('5-5', 2)], ['5-5 odd 1>1+2']],
    ['all numbers', [row('1-999999', 1), draft('1-999999', 2)], ['1-999999 both 1>2']],
    [
      'a suffix of its own',
      [row('1-99', 1), draft('1-99', 1), draft('12-12', 2, { suffix: '1/2' })],
      ['12-121/2 even 1>2'],
    ],
    ['a suffix written out', [row('1-99', 1), draft('1-99', 1), draft('12-12', 1, { suffix: 'A' })], []],
    [
      'a block is no part of plain numbers',
      [row('1-99', 1), draft('1-99', 1), draft('3-3', 1, { prefix: '12' })],
      ['123-3 odd >1'],
    ],
    [
      'units split in two',
      [row('8-8', 1, unit('1', '10')), draft('8-8', 1, unit('1', '5')), draft('8-8', 1, unit('6', '10'))],
      [],
    ],
    [
      'a unit moves out of a building',
      [row('8-8', 1), draft('8-8', 1), draft('8-8', 2, unit('5'))],
      ['8-8 even [5] 1>2'],
    ],
    [
      'all but one unit move',
      [row('8-8', 1), draft('8-8', 2), draft('8-8', 1, unit('5'))],
      ['8-8 even [other units] 1>2'],
    ],
    [
      'units move with their building',
      [row('8-8', 1), row('8-8', 1, unit('5')), draft('8-8', 2)],
      ['8-8 even 1>2'],
    ],
    [
      'letters',
      [row('8-8', 1, unit('A', 'F')), draft('8-8', 1, unit('A', 'C')), draft('8-8', 2, unit('D', 'F'))],
      ['8-8 even [D-F] 1>2'],
    ],
  ])('%s', (_, rows, expected) => {
    expect(told(rows)).toEqual(expected);
  });

  it('agrees with asking for every number, form and unit by itself', () => {
    const rows = fc.array(
      fc.record({
        isDraft: fc.boolean(),
        start: fc.integer({ min: 0, max: 24 }),
        length: fc.integer({ min: 0, max: 12 }),
        side: fc.constantFrom('odd', 'even', 'both', 'both'),
        prefix: fc.constantFrom('', '', '', 'N', '12'),
        suffix: fc.constantFrom('', '', '', 'A'),
        units: fc.constantFrom(
          [],
          [],
          [],
          [{ start: '1', end: '3' }],
          [{ start: '3', end: '3' }],
          [{ start: 'B', end: '2' }],
        ),
        destination: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 9 },
    );
    fc.assert(
      fc.property(rows, (made) => {
        const all = made.map(({ length, ...rest }, index) => ({ ...rest, end: rest.start + length, index }));
        expect(expanded(all)).toEqual(bruteForce(all));
      }),
      { seed: 4, numRuns: 1500 },
    );
  });
});

const NUMBERS = Array.from({ length: 40 }, (_, number) => number);
const FORMS = ['', 'N', '12'].flatMap((prefix) => ['', 'A'].map((suffix) => ({ prefix, suffix })));
/** '' stands for every unit that no row names. */
const UNITS = ['', '1', '2', '3', 'B'];

/** `N 12A 3: 1>2` for all that changes, from the runs. */
function expanded(rows: readonly StreetRow[]): readonly string[] {
  const found = new Set<string>();
  const changes = numberChanges(rows);
  for (const { start, end, side, prefix, suffix, units, from, to } of changes) {
    for (const number of NUMBERS) {
      if (number < start || number > end || (side !== 'both' && (number % 2 === 1) !== (side === 'odd')))
        continue;
      for (const each of UNITS) {
        const isMeant =
          units === null ||
          (units === 'other units'
            ? isOther(changes, rows, { number, prefix, suffix }, each)
            : unitsOf(units).has(each));
        if (isMeant) found.add(`${prefix} ${number}${suffix} ${each}: ${from.join('+')}>${to.join('+')}`);
      }
    }
  }
  return [...found].sort();
}

function unitsOf(text: string): ReadonlySet<string> {
  return new Set(
    text.split(', ').flatMap((part) => {
      const [start = '', end = start] = part.split('-');
      return UNITS.filter((each) => each !== '' && inRange(each, { start, end }));
    }),
  );
}

interface House {
  readonly number: number;
  readonly prefix: string;
  readonly suffix: string;
}

/** Not named apart, and not left as it was. */
function isOther(
  changes: readonly {
    units: string | null;
    start: number;
    end: number;
    side: string;
    prefix: string;
    suffix: string;
  }[],
  rows: readonly StreetRow[],
  house: House,
  each: string,
): boolean {
  const named = changes.some(
    ({ units, start, end, side, prefix, suffix }) =>
      units !== null &&
      units !== 'other units' &&
      prefix === house.prefix &&
      suffix === house.suffix &&
      house.number >= start &&
      house.number <= end &&
      (side === 'both' || (house.number % 2 === 1) === (side === 'odd')) &&
      unitsOf(units).has(each),
  );
  const [from, to] = [answer(rows, house, each, false), answer(rows, house, each, true)];
  return !named && from !== to;
}

/** The same by a look at each number. */
function bruteForce(rows: readonly StreetRow[]): readonly string[] {
  const found: string[] = [];
  for (const form of FORMS) {
    for (const number of NUMBERS) {
      const isNamed = rows.some(
        (each) => holds(each, number) && each.prefix === form.prefix && each.suffix === form.suffix,
      );
      if (!isNamed) continue;
      for (const each of UNITS) {
        const house = { number, ...form };
        const [from, to] = [answer(rows, house, each, false), answer(rows, house, each, true)];
        if (from !== to) found.push(`${form.prefix} ${number}${form.suffix} ${each}: ${from}>${to}`);
      }
    }
  }
  return found.sort();
}

function holds({ start, end, side }: StreetRow, number: number): boolean {
  return start <= number && number <= end && (side === 'both' || (number % 2 === 1) === (side === 'odd'));
}

function answer(rows: readonly StreetRow[], house: House, wanted: string, isDraft: boolean): string {
  let best = -1;
  let found = new Set<number>();
  for (const each of rows) {
    if (each.isDraft !== isDraft || !holds(each, house.number)) continue;
    if (each.prefix !== house.prefix && (each.prefix !== '' || house.prefix === '12')) continue;
    if (each.suffix !== '' && each.suffix !== house.suffix) continue;
    const isUnit = each.units.length > 0;
    if (isUnit && (wanted === '' || !each.units.some((range) => inRange(wanted, range)))) continue;
    const rank = (each.prefix === '' ? 0 : 4) + (each.suffix === '' ? 0 : 2) + (isUnit ? 1 : 0);
    if (rank < best) continue;
    if (rank > best) found = new Set();
    best = rank;
    found.add(each.destination);
  }
  return [...found].sort().join('+');
}
