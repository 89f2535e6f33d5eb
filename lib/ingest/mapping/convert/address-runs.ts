// Owns the way from single addresses to ranges (docs/adr/0042): a range holds numbers that the list has and no others. Pure
// arithmetic over columns of numbers, so that two million addresses take 40 bytes each and no object.

import type { RowNumbers } from '../../segments/row-numbers';

/** Addresses as columns. Streets, units and precincts are numbers that the caller gives; unit 0 is none. */
export interface AddressColumns {
  readonly size: number;
  readonly streets: number;
  readonly street: RowNumbers;
  readonly number: RowNumbers;
  readonly unit: RowNumbers;
  readonly precinct: RowNumbers;
  readonly row: RowNumbers;
}

/** Every number of one side from `start` to `end` is in the list. `units` null: whatever the unit. `row`: the first of its rows. */
export interface AddressRun {
  readonly street: number;
  readonly start: number;
  readonly end: number;
  readonly units: readonly number[] | null;
  readonly precinct: number;
  readonly row: number;
}

interface OpenRun {
  start: number;
  end: number;
  precinct: number;
  row: number;
}

/** One cell holds no more. */
const unitsInOne = 200;

/** Runs, street by street. A number whose rows disagree stands alone, once for each precinct: by its units where every row has
 *  one, else as a contradiction. */
export function* addressRuns(columns: AddressColumns): Generator<AddressRun> {
  const { order, starts } = byStreet(columns);
  for (let street = 0; street < columns.streets; street++) {
    const members = order.subarray(starts[street], starts[street + 1]);
    members.sort(
      (a, b) => columns.number.at(a) - columns.number.at(b) || columns.row.at(a) - columns.row.at(b),
    );
    yield* runsOfStreet(street, members, columns);
  }
}

function byStreet({ size, streets, street }: AddressColumns) {
  const starts = new Int32Array(streets + 1);
  for (let i = 0; i < size; i++) starts[street.at(i) + 1]!++;
  for (let s = 0; s < streets; s++) starts[s + 1]! += starts[s]!;
  const next = starts.slice();
  const order = new Int32Array(size);
  for (let i = 0; i < size; i++) order[next[street.at(i)]!++] = i;
  return { order, starts };
}

function* runsOfStreet(street: number, members: Int32Array, columns: AddressColumns): Generator<AddressRun> {
  const open: [OpenRun | null, OpenRun | null] = [null, null];
  for (let from = 0; from < members.length; ) {
    const number = columns.number.at(members[from]!);
    let to = from + 1;
    while (to < members.length && columns.number.at(members[to]!) === number) to++;
    const rows = members.subarray(from, to);
    const side = (number % 2) as 0 | 1;
    const run = open[side];
    const precinct = onlyPrecinct(rows, columns);
    if (run !== null && precinct === run.precinct && number === run.end + 2) {
      run.end = number;
      run.row = Math.min(run.row, columns.row.at(rows[0]!));
    } else {
      if (run !== null) yield { street, units: null, ...run };
      open[side] =
        precinct < 0 ? null : { start: number, end: number, precinct, row: columns.row.at(rows[0]!) };
      if (precinct < 0) yield* apart(street, number, rows, columns);
    }
    from = to;
  }
  for (const run of open) if (run !== null) yield { street, units: null, ...run };
}

/** -1 where the rows name several. */
function onlyPrecinct(rows: Int32Array, { precinct }: AddressColumns): number {
  const first = precinct.at(rows[0]!);
  for (const row of rows) if (precinct.at(row) !== first) return -1;
  return first;
}

function* apart(
  street: number,
  number: number,
  rows: Int32Array,
  columns: AddressColumns,
): Generator<AddressRun> {
  const hasUnits = rows.every((at) => columns.unit.at(at) > 0);
  const byPrecinct = new Map<number, Map<number, number>>();
  for (const at of rows) {
    const units = byPrecinct.get(columns.precinct.at(at)) ?? new Map<number, number>();
    byPrecinct.set(columns.precinct.at(at), units);
    if (!units.has(columns.unit.at(at))) units.set(columns.unit.at(at), columns.row.at(at));
  }
  for (const [precinct, units] of byPrecinct) {
    const all = [...units];
    for (let first = 0; first < all.length; first += hasUnits ? unitsInOne : all.length) {
      const some = all.slice(first, first + unitsInOne).map(([unit]) => unit);
      yield {
        street,
        start: number,
        end: number,
        units: hasUnits ? some : null,
        precinct,
        row: all[first]![1],
      };
    }
  }
}
