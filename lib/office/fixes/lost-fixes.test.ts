// What was put right in lists before, and whether a new one has lost it: by what it is about, whatever ids, order and cut its rows have.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset, StreetSegment } from '@/lib/core/vip';
import { exampleCounty, locality, place, precinct, segment } from '@/lib/release/offices.fixture';
import type { Fix } from './fix';
import { learnt } from './learn';
import { lostFixText } from './lost-fix-text';
import { type LostFix, lostFixes } from './lost-fixes';
import { putBack } from './put-back';

/** North votes at a school, South and West at a library. */
const right: Dataset = {
  ...exampleCounty,
  localities: [locality({ id: '1', name: 'Example', electionAdministrationId: 'office-1' })],
  precincts: [
    precinct({ id: 'p1', localityId: '1', name: 'North', number: '001', pollingLocationIds: ['school'] }),
    precinct({ id: 'p2', localityId: '1', name: 'South', number: '002', pollingLocationIds: ['library'] }),
    precinct({ id: 'p3', localityId: '1', name: 'West', number: '003', pollingLocationIds: ['library'] }),
  ],
  pollingLocations: [
    place({ id: 'school', name: 'Example School' }),
    place({ id: 'library', name: 'Example Library', line1: '2 Example Plaza' }),
    place({ id: 'hall', name: 'City Hall', line1: '3 Example Plaza' }),
  ],
  streetSegments: [
    segment({ id: 'a', precinctId: 'p1' }),
    segment({ id: 'b', precinctId: 'p2', streetName: 'OAK' }),
    segment({ id: 'c', precinctId: 'p3', streetName: 'ELM' }),
  ],
};

const withSegment = (list: Dataset, id: string, change: Partial<StreetSegment>): Dataset => ({
  ...list,
  streetSegments: list.streetSegments.map((row) => (row.id === id ? { ...row, ...change } : row)),
});
const withoutSegment = (list: Dataset, id: string): Dataset => ({
  ...list,
  streetSegments: list.streetSegments.filter((row) => row.id !== id),
});
const withPrecinct = (list: Dataset, id: string, change: Partial<Dataset['precincts'][number]>): Dataset => ({
  ...list,
  precincts: list.precincts.map((row) => (row.id === id ? { ...row, ...change } : row)),
});
const withPlace = (
  list: Dataset,
  id: string,
  change: Partial<Dataset['pollingLocations'][number]>,
): Dataset => ({
  ...list,
  pollingLocations: list.pollingLocations.map((row) => (row.id === id ? { ...row, ...change } : row)),
});
const withPhone = (list: Dataset, phone: string): Dataset => ({
  ...list,
  electionAdministrations: list.electionAdministrations.map((row) => ({ ...row, phone })),
});

/** The same as another system writes it: other ids, the rows turned round and cut by number and side, numbers without zeros. */
function reshaped(list: Dataset): Dataset {
  const other = (id: string) => `x${id}`;
  return {
    ...list,
    localities: list.localities.map((row) => ({ ...row, id: other(row.id) })),
    precincts: list.precincts.map((row) => ({
      ...row,
      id: other(row.id),
      number: row.number?.replace(/^0+/, '') ?? null,
      localityId: other(row.localityId),
      pollingLocationIds: row.pollingLocationIds.map(other),
    })),
    pollingLocations: [...list.pollingLocations].reverse().map((row) => ({
      ...row,
      id: other(row.id),
      name: row.name.toUpperCase(),
    })),
    streetSegments: [...list.streetSegments].reverse().flatMap((row) => {
      const middle = Math.floor((row.startHouseNumber + row.endHouseNumber) / 2);
      const cuts = [
        { startHouseNumber: row.startHouseNumber, endHouseNumber: middle },
        { startHouseNumber: middle + 1, endHouseNumber: row.endHouseNumber },
      ].filter(({ startHouseNumber: start, endHouseNumber: end }) => start <= end);
      return cuts.map((cut, index) => ({
        ...row,
        ...cut,
        id: `${row.id}-${index}`,
        precinctId: other(row.precinctId),
      }));
    }),
  };
}

interface Step {
  readonly list: Dataset;
  /** As it came, before it was corrected. */
  readonly from?: Dataset;
}

const people = ['Ada', 'Ben', 'Cleo', 'Dan'];

/** What is remembered of lists that went live one after the other. */
function memoryOf(steps: readonly Step[]): readonly Fix[] {
  return steps.reduce<readonly Fix[]>((memory, { list, from }, index) => {
    const at = `2030-10-0${index + 1}T12:00:00Z`;
    const corrected = from === undefined ? null : { uncorrected: from, by: `Edith ${index + 1}`, at };
    const next = { list, by: people[index] ?? '', at, corrected, lateChange: () => null };
    return learnt(memory, steps[index - 1]?.list ?? null, next);
  }, []);
}

function lostIn(steps: readonly Step[], upload: Dataset): readonly LostFix[] {
  return lostFixes(memoryOf(steps), steps.at(-1)!.list, upload);
}

/** `1-99 both 11|…: 1 > 2, Ada` shortened to what a table can hold. */
function told({ fix, change }: LostFix): string {
  const who = fix.source.by;
  if (change.about !== 'addresses') {
    return `${change.about} ${change.subject.words}: ${change.before.words} > ${change.after.words}, ${who}`;
  }
  const { start, end, side, before, after } = change;
  const from = before.precinct.words || 'none';
  return `${start}-${end} ${side} ${change.words.split(' ')[0]}: ${from} > ${after.precinct.words || 'none'}, ${who}`;
}

const wrongRow = withSegment(right, 'a', { precinctId: 'p2' });
const movedTo = (id: string) => withPrecinct(right, 'p1', { pollingLocationIds: [id] });
const misspelt = withPlace(right, 'school', { name: 'Exampel Shcool' });
const open = (text: string) => withPlace(right, 'school', { hours: { schedules: [], text } });

describe('lostFixes', () => {
  it.each<readonly [string, readonly Step[], Dataset, readonly string[]]>([
    [
      'a corrected precinct of a row',
      [{ list: right, from: wrongRow }],
      wrongRow,
      ['1-99 both MAIN: 001 > 002, Edith 1'],
    ],
    ['nothing, where it is there', [{ list: right, from: wrongRow }], right, []],
    [
      'a part of it',
      [{ list: right, from: wrongRow }],
      {
        ...right,
        streetSegments: [
          ...withSegment(right, 'a', { endHouseNumber: 39 }).streetSegments,
          segment({
            id: 'z',
            startHouseNumber: 40,
            endHouseNumber: 99,
            oddEvenBoth: 'even',
            precinctId: 'p2',
          }),
          segment({
            id: 'y',
            startHouseNumber: 41,
            endHouseNumber: 99,
            oddEvenBoth: 'odd',
            precinctId: 'p1',
          }),
        ],
      },
      ['40-98 even MAIN: 001 > 002, Edith 1'],
    ],
    [
      'a row that was set aside and is set aside again',
      [{ list: right, from: withoutSegment(right, 'b') }],
      withoutSegment(right, 'b'),
      ['1-99 both OAK: 002 > none, Edith 1'],
    ],
    [
      'a row that was set aside beside another that holds its numbers',
      [
        {
          list: right,
          from: { ...right, withheld: [segment({ id: 'h', precinctId: '', endHouseNumber: 9 })] },
        },
      ],
      { ...right, withheld: [segment({ id: 'h', precinctId: '', endHouseNumber: 9 })] },
      ['1-9 both MAIN: 001 > none, Edith 1'],
    ],
    [
      'an address that should not be on the list',
      [{ list: withoutSegment(right, 'b'), from: right }],
      right,
      ['1-99 both OAK: none > 002, Edith 1'],
    ],
    [
      'a precinct with another place of the same voters',
      [{ list: right, from: withSegment(right, 'b', { precinctId: 'p3' }) }],
      withSegment(right, 'b', { precinctId: 'p3' }),
      ['1-99 both OAK: 002 > 003, Edith 1'],
    ],
    [
      'what an approved list had changed',
      [{ list: wrongRow }, { list: right }],
      wrongRow,
      ['1-99 both MAIN: 001 > 002, Ben'],
    ],
    [
      'nothing that a later list changed again',
      [{ list: wrongRow }, { list: right }, { list: withSegment(right, 'a', { precinctId: 'p3' }) }],
      wrongRow,
      [],
    ],
    [
      'what the later list changed',
      [{ list: wrongRow }, { list: right }, { list: withSegment(right, 'a', { precinctId: 'p3' }) }],
      right,
      ['1-99 both MAIN: 003 > 001, Cleo'],
    ],
    [
      'nothing that is new',
      [{ list: right, from: wrongRow }],
      withPrecinct(withSegment(right, 'a', { precinctId: 'p3' }), 'p3', { pollingLocationIds: ['hall'] }),
      [],
    ],
    [
      'an address that is sent to the old place by another precinct',
      [{ list: right, from: wrongRow }],
      withSegment(right, 'a', { precinctId: 'p3' }),
      ['1-99 both MAIN: 001 > 003, Edith 1'],
    ],
    [
      'nothing where no streets came along',
      [{ list: right, from: wrongRow }],
      { ...right, streetSegments: [] },
      [],
    ],
    [
      'the place of a precinct',
      [{ list: right, from: movedTo('hall') }],
      movedTo('hall'),
      ['precinct 001: Example School > City Hall, Edith 1'],
    ],
    [
      'the place of a precinct that an approved list had changed',
      [{ list: movedTo('hall') }, { list: right }],
      movedTo('hall'),
      ['precinct 001: Example School > City Hall, Ben'],
    ],
    [
      'the name of a place',
      [{ list: right, from: misspelt }],
      misspelt,
      [
        'place Example School, 1 Example Plaza, EXAMPLETON: Example School, 1 Example Plaza, EXAMPLETON > Exampel Shcool, 1 Example Plaza, EXAMPLETON, Edith 1',
      ],
    ],
    [
      'the hours of a place',
      [{ list: open('6 to 9'), from: open('6 to 8') }],
      open('6 to 8'),
      ['hours Example School: 6 to 9 > 6 to 8, Edith 1'],
    ],
    [
      'a phone',
      [{ list: right, from: withPhone(right, '555-0199') }],
      withPhone(right, '555-0199'),
      ['contact Example, phone: 555-0100 > 555-0199, Edith 1'],
    ],
    [
      'a precinct’s place that is called otherwise by now',
      [{ list: right, from: movedTo('hall') }, { list: withPlace(right, 'school', { name: 'New School' }) }],
      withPlace(movedTo('hall'), 'school', { name: 'New School' }),
      ['precinct 001: New School > City Hall, Edith 1'],
    ],
    [
      'an address’s precinct, though all vote elsewhere this time',
      [{ list: right, from: wrongRow }],
      {
        ...wrongRow,
        election: { ...right.election, id: 'runoff' },
        precincts: right.precincts.map((row) => ({ ...row, pollingLocationIds: ['hall'] })),
      },
      ['1-99 both MAIN: 001 > 002, Edith 1'],
    ],
  ])('finds %s', (_, steps, upload, expected) => {
    expect(lostIn(steps, upload).map(told)).toEqual(expected);
    const shapes = lostIn(steps, reshaped(upload)).map(
      ({ fix, change }) => `${change.about} ${fix.source.by}`,
    );
    expect(new Set(shapes)).toEqual(
      new Set(lostIn(steps, upload).map(({ fix, change }) => `${change.about} ${fix.source.by}`)),
    );
    // And each can be put back, in whatever shape it came.
    for (const list of [upload, reshaped(upload)]) {
      const changes = lostIn(steps, list).map(({ change }) => change);
      const { dataset, done } = putBack(steps.at(-1)!.list, list, changes);
      expect(done).toEqual(changes);
      expect(lostIn(steps, dataset)).toEqual([]);
      if (changes.length === 0) expect(dataset).toBe(list);
    }
  });

  it('says what it was, who put it right and when, and which row has lost it', () => {
    const [address] = lostIn([{ list: right, from: wrongRow }], reshaped(wrongRow));
    expect(lostFixText(address!, 'America/Chicago').replaceAll('\u00a0', ' ')).toBe(
      '1-99 MAIN ST, EXAMPLETON 00011: precinct 002, EXAMPLE LIBRARY again, not precinct 001, EXAMPLE SCHOOL (row a-0; corrected by Edith 1, Oct 1, 2030, 7:00 am CDT)',
    );
    const [moved] = lostIn([{ list: movedTo('hall') }, { list: right }], movedTo('hall'));
    expect(lostFixText(moved!, 'UTC')).toMatch(
      /^Precinct 001: City Hall again, not Example School \(row p1; changed in the list that Ben approved, Oct 2/,
    );
  });

  it('forgets what a list says twice, and names who put it right last', () => {
    const memory = memoryOf([
      { list: right, from: wrongRow },
      { list: right, from: wrongRow },
    ]);
    expect(memory.map(({ source }) => source.by)).toEqual(['Edith 2']);
  });
});

const NUMBERS = Array.from({ length: 16 }, (_, index) => index + 1);
/** 0: not on the list. North and East vote at one place. */
const PRECINCTS = ['', 'North', 'South', 'West', 'East'];
const PLACES = ['nowhere', 'school', 'library', 'hall', 'school'];

/** A list of these answers, number by number, its rows cut and ordered as `shape` says. */
function listOf(answers: readonly number[], shape: number): Dataset {
  const rows: StreetSegment[] = [];
  const other = segment({ id: 'other', streetName: 'OTHER', precinctId: `${shape}-1` });
  for (const [index, answer] of answers.entries()) {
    if (answer === 0) continue;
    const number = NUMBERS[index]!;
    const [last, before] = [rows.at(-1), rows.at(-2)];
    const precinctId = `${shape}-${answer}`;
    const twin = shape % 3 === 1 ? last : shape % 3 === 2 ? before : undefined;
    const step = shape % 3;
    if (twin?.precinctId === precinctId && twin.endHouseNumber === number - step) {
      rows.splice(rows.indexOf(twin), 1, {
        ...twin,
        endHouseNumber: number,
        oddEvenBoth: step === 2 ? (number % 2 === 1 ? 'odd' : 'even') : 'both',
      });
      continue;
    }
    rows.push(
      segment({ id: `${rows.length}`, startHouseNumber: number, endHouseNumber: number, precinctId }),
    );
  }
  return {
    ...right,
    precincts: PRECINCTS.slice(1).map((name, index) =>
      precinct({
        id: `${shape}-${index + 1}`,
        localityId: '1',
        name,
        pollingLocationIds: [PLACES[index + 1]!],
      }),
    ),
    streetSegments: [other, ...(shape % 2 === 0 ? rows : rows.reverse())],
  };
}

const answersOf = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 16, maxLength: 16 });

describe('an address', () => {
  it('has lost its fix exactly where its answer is back to what it was before, in whatever shape the list comes', () => {
    const lists = fc.array(fc.record({ list: answersOf, from: fc.option(answersOf) }), {
      minLength: 1,
      maxLength: 4,
    });
    let lost = 0;
    fc.assert(
      fc.property(lists, answersOf, fc.infiniteStream(fc.nat(8)), (made, upload, shapes) => {
        const shape = () => shapes.next().value as number;
        const steps = made.map(({ list, from }): Step => {
          return { list: listOf(list, shape()), ...(from === null ? {} : { from: listOf(from, shape()) }) };
        });
        const found = new Set<number>();
        const draft = listOf(upload, shape());
        const lostNow = lostIn(steps, draft);
        for (const { change } of lostNow) {
          if (change.about !== 'addresses') throw new Error(change.about);
          for (const number of NUMBERS) {
            const isSide = change.side === 'both' || (number % 2 === 1) === (change.side === 'odd');
            if (number >= change.start && number <= change.end && isSide) found.add(number);
          }
        }
        const expected = NUMBERS.filter((_, index) => isBack(made, upload, index));
        lost += expected.length;
        expect([...found].sort((a, b) => a - b)).toEqual(expected);
        const live = steps.at(-1)!.list;
        const after = putBack(
          live,
          draft,
          lostNow.map(({ change }) => change),
        );
        expect(after.done).toHaveLength(lostNow.length);
        const told = NUMBERS.map((number, index) =>
          found.has(number) ? precinctAt(live, number) : PRECINCTS[upload[index]!],
        );
        expect(NUMBERS.map((number) => precinctAt(after.dataset, number))).toEqual(told);
      }),
      { seed: 7, numRuns: 600 },
    );
    expect(lost).toBeGreaterThan(1000);
  });
});

/** The one precinct of a number by its rows; '' for none. */
function precinctAt({ streetSegments, precincts }: Dataset, number: number): string {
  const names = streetSegments
    .filter(
      ({ streetName, startHouseNumber, endHouseNumber, oddEvenBoth }) =>
        streetName === 'MAIN' &&
        number >= startHouseNumber &&
        number <= endHouseNumber &&
        (oddEvenBoth === 'both' || (number % 2 === 1) === (oddEvenBoth === 'odd')),
    )
    .map(({ precinctId }) => precincts.find(({ id }) => id === precinctId)?.name ?? '');
  return [...new Set(names)].join(' and ');
}

/** By a look at this address alone: some list put it right, that is what is live, and the upload says what was before. */
function isBack(
  made: readonly { readonly list: readonly number[]; readonly from: readonly number[] | null }[],
  upload: readonly number[],
  index: number,
): boolean {
  const live = made.at(-1)!.list[index]!;
  const fixes = made.flatMap(({ list, from }, at) => {
    const earlier = [from?.[index], made[at - 1]?.list[index]].filter((one) => one !== undefined);
    return earlier.map((wrong) => ({ wrong, right: list[index]! }));
  });
  const back = (of: readonly string[]) =>
    fixes.some(({ wrong, right: put }) => {
      if (PRECINCTS[wrong] === PRECINCTS[put] || of[wrong] === of[put]) return false;
      return of[put] === of[live] && of[upload[index]!] === of[wrong];
    });
  return back(PRECINCTS) || back(PLACES);
}
