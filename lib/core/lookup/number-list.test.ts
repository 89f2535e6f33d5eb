import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress } from '../address/read-address';
import { lookup } from './lookup';
import { type ListedAnswer, type ListedNumbers, listedStreets, numbersOf } from './number-list';
import type { LookupOutcome } from './outcome';
import { CONTEXT, type LayerTable, type Row, shardOf } from './shard.fixture';
import { indexOf } from './shard-index';

/** Every line of every street: `MAIN ST 1-99 odd: found Place a`. */
function lines(...tables: readonly LayerTable[]): readonly string[] {
  return [...listedStreets(indexOf(shardOf(...tables)))].flatMap(([date, streets]) =>
    streets.flatMap((street) =>
      numbersOf(street).map(({ form, ranges, answers }) => {
        const numbers = ranges.map(
          ({ start, end, oddEvenBoth }) => `${form.prefix}${start}-${end}${form.suffix} ${oddEvenBoth}`,
        );
        const said = answers.map(({ kind, units, places }) =>
          `${units === null ? '' : `[${units}] `}${kind} ${places.map(({ name }) => name).join(' + ')}`.trim(),
        );
        const day = tables.length > 1 ? `${date} ` : '';
        return `${day}${street.name} ${numbers.join(', ')}: ${said.join('; ')}`;
      }),
    ),
  );
}

const main = (numbers: Row['numbers'], precinct: string, more: Partial<Row> = {}): Row => ({
  street: 'MAIN ST',
  numbers,
  precinct,
  ...more,
});

describe('the numbers of a street, by what they lead to', () => {
  it.each<[string, LayerTable, readonly string[]]>([
    [
      'joins neighbours that lead to the same, and both sides',
      {
        rows: [
          main([1, 99], 'a', { side: 'odd' }),
          main([2, 98], 'a', { side: 'even' }),
          main([100, 198], 'a'),
        ],
      },
      ['MAIN ST 1-198 both: found Place a'],
    ],
    [
      'keeps the sides apart where they differ',
      { rows: [main([1, 99], 'a', { side: 'odd' }), main([2, 98], 'b', { side: 'even' })] },
      ['MAIN ST 1-99 odd: found Place a', 'MAIN ST 2-98 even: found Place b'],
    ],
    [
      'cuts out what overlaps and contradicts',
      { rows: [main([1, 9999999], 'a'), main([40, 44], 'b', { side: 'even' })] },
      [
        'MAIN ST 1-9999999 odd, 2-38 even, 46-9999998 even: found Place a',
        'MAIN ST 40-44 even: conflict Place a + Place b',
      ],
    ],
    [
      'leaves gaps as gaps',
      { rows: [main([1, 9], 'a'), main([21, 29], 'a')] },
      ['MAIN ST 1-9 both, 21-29 both: found Place a'],
    ],
    [
      'names the parts of a split building, and the rest of it',
      {
        rows: [
          main([10, 10], 'a', { units: [{ start: '1', end: '9' }] }),
          main([10, 10], 'b', { units: [{ start: '10', end: '19' }] }),
          main([10, 10], 'c'),
        ],
      },
      ['MAIN ST 10-10 even: [1-9] found Place a; [10-19] found Place b; found Place c'],
    ],
    [
      'says which units are meant where no row holds the whole building',
      { rows: [main([10, 10], 'a', { units: [{ start: '1', end: '9' }] })] },
      ['MAIN ST 10-10 even: [1-9] found Place a'],
    ],
    [
      'lists numbers with prefixes and suffixes apart',
      {
        rows: [
          main([1, 99], 'a'),
          main([12, 12], 'b', { suffix: '1/2' }),
          main([23001, 23099], 'c', { prefix: 'N6W', side: 'odd' }),
          main([34, 36], 'd', { prefix: '12' }),
        ],
      },
      [
        'MAIN ST 1-99 both: found Place a',
        'MAIN ST 12-121/2 even: found Place b',
        'MAIN ST 12-34-36 both: found Place d',
        'MAIN ST N6W23001-23099 odd: found Place c',
      ],
    ],
    [
      'knows every way of voting',
      {
        rows: [main([1, 1], 'a'), main([3, 3], 'b'), main([5, 5], 'c'), main([7, 7], 'd'), main([9, 9], 'e')],
        places: { b: [], d: ['East', 'West'], e: [] },
        voting: { a: 'byMail', c: 'none', d: 'anyPlace' },
      },
      [
        'MAIN ST 1-1 odd: byMail Place a',
        'MAIN ST 5-5 odd: noElection',
        'MAIN ST 7-7 odd: anyPlace East + West',
        'MAIN ST 3-3 odd, 9-9 odd: missing',
      ],
    ],
    [
      'lets a row for every street speak of the named ones, too',
      { rows: [main([1, 9], 'a'), { street: '*', numbers: [0, 9999999], precinct: 'b' }] },
      [
        'MAIN ST 1-9 both: conflict Place a + Place b',
        'MAIN ST 0-0 even, 10-9999999 both: found Place b',
        '* 0-9999999 both: found Place b',
      ],
    ],
  ])('%s', (_, table, expected) => {
    expect([...lines(table)].sort()).toEqual([...expected].sort());
  });

  it('keeps election days apart, the first one first, and takes offices of one day together', () => {
    const tables: LayerTable[] = [
      { rows: [main([1, 9], 'a')], date: '2026-12-01' },
      { rows: [main([1, 9], 'b')] },
      { rows: [main([5, 5], 'c')], officeId: 'other' },
    ];
    expect(lines(...tables)).toEqual([
      '2026-11-03 MAIN ST 1-3 odd, 2-8 even, 7-9 odd: found Place b',
      '2026-11-03 MAIN ST 5-5 odd: conflict Place b + Place c',
      '2026-12-01 MAIN ST 1-9 both: found Place a',
    ]);
  });

  it('keeps the towns of a street apart', () => {
    const rows = [main([1, 9], 'a', { city: 'EASTON' }), main([1, 9], 'b', { city: 'WESTON' })];
    const streets = [...listedStreets(indexOf(shardOf({ rows }))).values()].flat();
    expect(streets.map(({ name, town }) => `${name}, ${town}`)).toEqual([
      'MAIN ST, EASTON',
      'MAIN ST, WESTON',
    ]);
  });
});

describe('what the list says for a number is what a look-up says', () => {
  const PRECINCTS = ['a', 'b', 'c', 'd', 'e'] as const;
  const number = fc.integer({ min: 1, max: 40 });
  const rowOf = (wild: boolean) =>
    fc.record({
      street: fc.constantFrom(...(wild ? ['*'] : ['LAKE ST', 'N OAK AVE', 'CEDAR DR'])),
      numbers: fc.tuple(number, number).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
      side: fc.constantFrom('odd', 'even', 'both'),
      precinct: fc.constantFrom(...PRECINCTS),
      extra: fc.constantFrom<Partial<Row>>(
        ...Array.from({ length: 8 }, () => ({})),
        { suffix: '1/2' },
        { suffix: 'A' },
        { prefix: 'N6W' },
        { prefix: '12' },
        { prefix: 'N6W', suffix: 'B' },
        { units: [{ start: '1', end: '5' }] },
        { units: [{ start: '6', end: '9' }] },
        { units: [{ start: '4', end: '7' }] },
      ),
    });
  const table = fc
    .record({
      rows: fc.array(rowOf(false), { minLength: 1, maxLength: 14 }),
      wild: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(rowOf(true), { maxLength: 2 }) },
      ),
      voting: fc.constantFrom<LayerTable['voting']>({}, { b: 'byMail', d: 'none' }, { c: 'anyPlace' }),
      date: fc.constantFrom('2026-11-03', '2026-11-03', '2026-12-01'),
      officeId: fc.constantFrom('one', 'two'),
      confirm: fc.boolean(),
    })
    .map(
      ({ rows, wild, voting, date, officeId, confirm }): LayerTable => ({
        rows: [...rows, ...wild].map(({ extra, ...row }) => ({ ...row, ...extra })),
        voting: voting ?? {},
        places: { c: ['East', 'West'], e: [], a: ['Hall'], b: ['Hall'], d: ['School'] },
        date,
        officeId,
        electionId: date,
        locality: { confirm, office: { id: 'o', name: officeId, phone: '555-0100' } },
      }),
    );

  function ask(
    listed: { readonly name: string; readonly town: string; readonly isEvery: boolean },
    number: string,
    tables: readonly LayerTable[],
  ) {
    const street = listed.isEvery ? 'UNHEARD OF RD' : listed.name;
    const reading = readAddress(`${number} ${street}, ${listed.town}, ZZ 00001`);
    if (reading.kind !== 'address') throw new Error(number);
    return lookup(reading.address, [shardOf(...tables)], CONTEXT);
  }

  const names = (answer: { readonly pollingLocations: LookupOutcome['pollingLocations'] }) =>
    answer.pollingLocations.map(({ name }) => name).sort();
  const placesOf = (answers: readonly ListedAnswer[]) =>
    answers.map(({ places }) => places.map(({ name }) => name).sort());

  function expectSame(listed: ListedNumbers, outcome: LookupOutcome, about: string) {
    const [first, ...others] = listed.answers;
    if (first === undefined) throw new Error(about);
    const placeless = ['missing', 'noElection'];
    if (others.length > 0 && listed.answers.every(({ kind }) => placeless.includes(kind))) {
      expect(placeless, about).toContain(outcome.kind);
      return;
    }
    if (
      others.length > 0 &&
      new Set(listed.answers.map(({ kind, places }) => kind + placesOf([{ kind, places } as ListedAnswer])))
        .size > 1
    ) {
      expect(outcome.kind, about).toBe('choose');
      if (outcome.kind !== 'choose') return;
      expect(outcome.candidates.map(names), about).toEqual(placesOf(listed.answers));
      expect(
        outcome.candidates.map(({ unit }) => unit),
        about,
      ).toEqual(listed.answers.map(({ units }) => units));
    } else {
      expect({ kind: outcome.kind, names: names(outcome) }, about).toEqual({
        kind: first.kind,
        names: first.kind === 'missing' ? [] : placesOf([first])[0],
      });
      if (first.kind === 'noElection' || first.kind === 'missing') return;
      const asked = first.claims.find(
        ({ ref, precinct }) => ref.layer.localities[precinct.locality]?.confirm,
      );
      expect(outcome.confirmLocality !== null, about).toBe(asked !== undefined);
    }
  }

  it('for every number of every street of random lists', () => {
    let asked = 0;
    fc.assert(
      fc.property(
        fc.array(table, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 0, max: 99 }),
        (tables, pick) => {
          // The nearest day that includes the address is the look-up's choice; here each day is asked alone.
          const days = listedStreets(indexOf(shardOf(...tables)));
          for (const [date, streets] of days) {
            const ofDay = tables.filter((each) => each.date === date);
            for (const street of streets) {
              for (const listed of numbersOf(street)) {
                const { prefix, suffix } = listed.form;
                const range = listed.ranges[pick % listed.ranges.length]!;
                const step = range.oddEvenBoth === 'both' ? 1 : 2;
                const count = Math.floor((range.end - range.start) / step) + 1;
                const number = range.start + step * (pick % count);
                const text = `${prefix}${number}${suffix.includes('/') ? ' ' : ''}${suffix}`;
                asked += 1;
                expectSame(listed, ask(street, text, ofDay), `${date} ${text} ${street.name}`);
              }
            }
          }
        },
      ),
      { seed: 20261103, numRuns: 500 },
    );
    expect(asked).toBeGreaterThan(2000);
  });

  it('and says nothing of a number that a look-up does not know', () => {
    fc.assert(
      fc.property(table, number, (one, house) => {
        for (const street of [...listedStreets(indexOf(shardOf(one))).values()].flat()) {
          const has = numbersOf(street).some(
            ({ form, ranges }) =>
              form.prefix === '' &&
              form.suffix === '' &&
              ranges.some(
                ({ start, end, oddEvenBoth }) =>
                  start <= house && house <= end && (oddEvenBoth === 'both' || (house - start) % 2 === 0),
              ),
          );
          if (!has) expect(ask(street, String(house), [one]).kind).toBe('missing');
        }
      }),
      { seed: 20261103, numRuns: 300 },
    );
  });
});
