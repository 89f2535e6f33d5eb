// Owns cells that stand in each other's column, told by their form: a ZIP, a state, a side, a number, a town or a precinct that is known.
// Offered row by row, where each of the two is what the other column holds, and neither is what its own does.

import { trimmed } from '../segments/segment-columns';
import { readSide, readState, readWholeNumber, readZip5 } from '../tables/cells';
import { type Cells, type Finding, type RepairFacts, type RepairKind, RepairTally } from './repair';
import type { StreetColumns } from './repair-columns';

type Formed = Exclude<keyof StreetColumns, 'street'>;
type Fits = Readonly<Record<Formed, ((cell: string) => boolean) | null>>;

/** `swapped-columns`: `MS` in the column of towns and `Natchez` in that of states. */
export const swappedCells: RepairKind = {
  stage: 'rows',
  watch: ({ columns: { street }, facts }) => {
    if (street === null) return null;
    const fits = formsBy(facts);
    const pairs = pairsOf(street, fits);
    const tallies = pairs.map(() => new RepairTally());
    return {
      accept(cells, row) {
        if (isSound(cells, street, fits)) return;
        const found = pairOf(cells, street, fits, pairs);
        if (found === null) return;
        const [a, b] = found.map((field) => trimmed(cells[street[field]]!));
        tallies[pairs.indexOf(found)]!.add(row, [a!, b!], [b!, a!]);
      },
      end: () => pairs.flatMap((pair, i) => findingOf(street, fits, pairs, pair, tallies[i]!)),
    };
  },
};

type Pair = readonly [Formed, Formed];

function findingOf(
  street: StreetColumns,
  fits: Fits,
  pairs: readonly Pair[],
  pair: Pair,
  { count, examples }: RepairTally,
): Finding[] {
  if (count === 0) return [];
  const [a, b] = [street[pair[0]], street[pair[1]]];
  const repair = (cells: Cells): Cells => {
    if (isSound(cells, street, fits) || pairOf(cells, street, fits, pairs) !== pair) return cells;
    return cells.with(a, cells[b]!).with(b, cells[a]!);
  };
  return [{ kind: 'swapped-columns', columns: [a, b], count, examples, repair }];
}

/** Null where nothing tells the form: without a list of places no town is known. */
function formsBy({ towns, precinctIds }: RepairFacts): Fits {
  return {
    start: (cell) => readWholeNumber(cell) >= 0,
    end: (cell) => readWholeNumber(cell) >= 0,
    side: (cell) => readSide(cell) !== null,
    city: towns && ((cell) => towns.has(cell.toUpperCase())),
    state: memo((cell) => readState(cell) !== null),
    zip: (cell) => readZip5(cell) !== '',
    precinctId: precinctIds && ((cell) => precinctIds.has(cell)),
  };
}

/** Of the cell before: in a column of states nearly all are the same. */
function memo(fits: (cell: string) => boolean): (cell: string) => boolean {
  let [last, result] = ['', fits('')];
  return (cell) => {
    if (cell !== last) [last, result] = [cell, fits(cell)];
    return result;
  };
}

function pairsOf(street: StreetColumns, fits: Fits): readonly Pair[] {
  const fields = (Object.keys(fits) as Formed[]).filter(
    (field) => street[field] >= 0 && fits[field] !== null,
  );
  return fields.flatMap((a, i) => fields.slice(i + 1).map((b) => [a, b] as const));
}

/** What nearly every row is: side and ZIP are in their places, and so are the others as far as they are known. */
function isSound(cells: Cells, street: StreetColumns, fits: Fits): boolean {
  return (
    hasForm(cells, street, fits, 'zip') &&
    hasForm(cells, street, fits, 'side') &&
    hasForm(cells, street, fits, 'state') &&
    hasForm(cells, street, fits, 'precinctId')
  );
}

function hasForm(cells: Cells, street: StreetColumns, fits: Fits, field: Formed): boolean {
  const at = street[field];
  const hasItsForm = fits[field];
  const text = at < 0 ? '' : trimmed(cells[at] ?? '');
  return text === '' || hasItsForm === null || hasItsForm(text);
}

/** The one pair of which each is what the other should be; null for none, or several. */
function pairOf(cells: Cells, street: StreetColumns, fits: Fits, pairs: readonly Pair[]): Pair | null {
  const text = (field: Formed) => trimmed(cells[street[field]] ?? '');
  const found = pairs.filter(([a, b]) => {
    const [one, other] = [text(a), text(b)];
    if (one === '' || other === '') return false;
    return fits[a]!(other) && fits[b]!(one) && !fits[a]!(one) && !fits[b]!(other);
  });
  return found.length === 1 ? found[0]! : null;
}
