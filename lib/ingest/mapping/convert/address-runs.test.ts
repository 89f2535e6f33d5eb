import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowNumbers } from '../../segments/row-numbers';
import { type AddressRun, addressRuns } from './address-runs';

interface Row {
  readonly street: number;
  readonly number: number;
  readonly unit: number;
  readonly precinct: number;
}

function runsOf(rows: readonly Row[]): readonly AddressRun[] {
  const columns = {
    street: new RowNumbers(),
    number: new RowNumbers(),
    unit: new RowNumbers(),
    precinct: new RowNumbers(),
    row: new RowNumbers(),
  };
  for (const [at, row] of rows.entries()) {
    for (const field of ['street', 'number', 'unit', 'precinct'] as const) columns[field].push(row[field]);
    columns.row.push(at + 2);
  }
  return [...addressRuns({ ...columns, size: rows.length, streets: 3 })];
}

const rows = fc.array(
  fc.record({
    street: fc.nat(2),
    number: fc.integer({ min: 1, max: 20 }),
    unit: fc.nat(2),
    precinct: fc.nat(2),
  }),
  { maxLength: 40 },
);

describe('runs of addresses', () => {
  it('hold every number that the list has, and no other', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const runs = runsOf(list);
        for (let street = 0; street < 3; street++) {
          for (let number = 1; number <= 24; number++) {
            const isKnown = list.some((row) => row.street === street && row.number === number);
            const isHeld = runs.some(
              (run) =>
                run.street === street &&
                run.start <= number &&
                number <= run.end &&
                run.start % 2 === number % 2,
            );
            expect(isHeld, `${number} of street ${street}`).toBe(isKnown);
          }
        }
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it('lead each row to its own precinct, by its unit where others of the number vote elsewhere', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const runs = runsOf(list);
        for (const row of list) {
          const holding = runs.filter(
            (run) =>
              run.street === row.street &&
              run.start <= row.number &&
              row.number <= run.end &&
              run.start % 2 === row.number % 2 &&
              (run.units === null || run.units.includes(row.unit)),
          );
          expect(holding.map(({ precinct }) => precinct)).toContain(row.precinct);
          const sameNumber = list.filter((one) => one.street === row.street && one.number === row.number);
          const agree = sameNumber.every(({ precinct }) => precinct === row.precinct);
          if (agree) expect(holding.length).toBe(1);
        }
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it('stand each at a row of their own, the first one', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const runs = runsOf(list);
        expect(new Set(runs.map(({ row }) => row)).size).toBe(runs.length);
        for (const run of runs)
          expect(list[run.row - 2]).toMatchObject({ street: run.street, precinct: run.precinct });
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it('keep the units of a tower in several cells', () => {
    const tower = Array.from({ length: 501 }, (_, at) => ({
      street: 0,
      number: 1,
      unit: at + 1,
      precinct: at === 0 ? 1 : 2,
    }));
    expect(runsOf(tower).map(({ units }) => units?.length)).toEqual([1, 200, 200, 100]);
  });
});
