import { describe, expect, it } from 'vitest';
import { datasetOf, type MappedFile, problemsOf, readMapped } from './convert-tables.fixture';
import { readEnds } from './range-ends';

describe('readEnds', () => {
  it.each([
    ['101', '199', '101-199'],
    ['N84W16889', 'N84W16999', 'N84W 16889-16999'],
    ['W156 N8500', 'w156n8598', 'W156N 8500-8598'],
    ['87-01', '87-99', '87- 1-99'],
    ['87-15', '87-15', '87- 15-15'],
    ['A12', 'A20', 'A 12-20'],
    ['12A', '12A', '12-12 A'],
    ['16 1/2', '16 1/2', '16-16 1/2'],
  ])('reads %s to %s', (start, end, expected) => {
    const read = readEnds(start, end);
    expect(read).not.toBeNull();
    expect(`${read?.prefix} ${read?.start}-${read?.end} ${read?.suffix}`.trim()).toBe(expected);
  });

  it.each([
    ['12A', '12F'],
    ['12A', '20A'],
    ['12', '12A'],
    ['N84W16889', 'N85W16999'],
    ['N84W16889', '16999'],
    ['87-01', '88-99'],
    ['87-01', '99'],
    ['12-34', '12-34'],
    ['3-May', '3-May'],
    ['Jan-12', 'Jan-20'],
    ['1/2/2026', '1/2/2026'],
    ['1.2E+3', '1.2E+3'],
    ['', ''],
  ])('leaves %s to %s as it stands', (start, end) => {
    expect(readEnds(start, end)).toEqual({ start, end, prefix: '', suffix: '' });
  });
});

it.each([
  ['16', '16', '1/2', '1/2'],
  ['0016', '0016', 'a', 'A'],
  ['16', '16', '', ''],
  ['16A', '16A', 'A', 'A'],
])('takes what another column says stands behind the number: %s to %s, %s', (start, end, behind, suffix) => {
  expect(readEnds(start, end, behind)?.suffix).toBe(suffix);
});

it.each([
  ['16', '98', '1/2'],
  ['16', '16', '2-Jan'],
  ['16', '16', 'REAR'],
  ['16A', '16A', 'B'],
])('does not read %s to %s with %s behind it', (start, end, behind) => {
  expect(readEnds(start, end, behind)).toBeNull();
});

it('tells 16 from 16 1/2 by the column behind the number, and sets aside what that cannot mean', async () => {
  const file: MappedFile = {
    name: 'halves.csv',
    kind: 'addresses',
    columns: {
      houseNumber: 'No',
      houseSuffix: 'Half',
      streetWhole: 'Street',
      zip: 'Zip',
      precinctId: 'Pct',
      placeName: 'Hall',
    },
    text: `No,Half,Street,Zip,Pct,Hall
16,1/2,Oak St,43999,1,A Hall
16,,Oak St,43999,2,B Hall
18,A,Oak St,43999,1,A Hall
20,2-Jan,Oak St,43999,1,A Hall`,
  };
  const read = await readMapped([file]);
  expect(
    datasetOf(read).streetSegments.map((one) => [
      one.startHouseNumber,
      one.houseNumberSuffix,
      one.precinctId,
    ]),
  ).toEqual([
    [16, '1/2', '1'],
    [16, null, '2'],
    [18, 'A', '1'],
  ]);
  expect(problemsOf(read)).toContain('number-unreadable 5 Half');
  expect(problemsOf(read).filter((one) => one.startsWith('overlap'))).toEqual([]);
});

it('keeps ranges of a grid, of a block and of one lettered house, and sets aside what may be two things', async () => {
  const file: MappedFile = {
    name: 'grid.csv',
    kind: 'ranges',
    columns: {
      rangeStart: 'From',
      rangeEnd: 'To',
      streetWhole: 'Street',
      zip: 'Zip',
      precinctId: 'Pct',
      placeName: 'Hall',
    },
    text: `From,To,Street,Zip,Pct,Hall
N84W16889,N84W16999,Menomonee Ave,43999,1,A Hall
87-01,87-99,169 St,43999,2,B Hall
12A,12A,Oak St,43999,1,A Hall
12A,12F,Elm St,43999,1,A Hall
1,99,Ash St,43999,1,A Hall`,
  };
  const read = await readMapped([file]);
  expect(
    datasetOf(read).streetSegments.map((one) => [
      one.houseNumberPrefix,
      one.startHouseNumber,
      one.endHouseNumber,
      one.houseNumberSuffix,
    ]),
  ).toEqual([
    ['N84W', 16889, 16999, null],
    ['87-', 1, 99, null],
    [null, 12, 12, 'A'],
    [null, 1, 99, null],
  ]);
  expect(problemsOf(read)).toContain('number-unreadable 5 From');
});
