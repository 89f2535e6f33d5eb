// Owns what goes wrong with a clerk's lists in a spreadsheet, block by block, and what is to be seen of each. Reads nothing.

import { type Lists, STREET_COLUMNS, type StreetRow } from './made-county';

type Column = (typeof STREET_COLUMNS)[number];

/** What is to be seen of it, `apart` where precincts and places are a list of their own, `joined` where each row says its place: codes of
 *  what is found in the file | what the approver has to take note of | `wrong` where voters would be sent elsewhere if it were approved. */
export interface SpoiltList {
  readonly title: string;
  readonly apart: string;
  readonly joined: string;
  readonly spoil: (lists: Lists) => Lists;
}

const rowsOf = ({ streets }: Lists): readonly StreetRow[] => streets as readonly StreetRow[];
const withRows = (lists: Lists, streets: Lists['streets']): Lists => ({ ...lists, streets });
/** Cells of one column, each by what it was, its row and all cells. */
const column =
  (name: Column, change: (cell: string, at: number, cells: readonly string[]) => string) =>
  (lists: Lists): Lists => {
    const rows = rowsOf(lists);
    const cells = rows.map((row) => row[name]);
    return withRows(
      lists,
      rows.map((row, at) => ({ ...row, [name]: change(row[name], at, cells) })),
    );
  };
/** The same over a block. */
const block = (
  name: Column,
  from: number,
  count: number,
  change: (cell: string, step: number, cells: readonly string[]) => string,
) =>
  column(name, (cell, at, cells) =>
    at < from || at >= from + count ? cell : change(cell, at - from, cells),
  );
const swapped =
  (one: Column, other: Column) =>
  (lists: Lists): Lists =>
    withRows(
      lists,
      rowsOf(lists).map((row, at) =>
        at < 60 || at >= 84 ? row : { ...row, [one]: row[other], [other]: row[one] },
      ),
    );

/** A row in the middle of a street that is all of one precinct. */
const start = (lists: Lists, length: number): number => {
  const rows = rowsOf(lists);
  return rows.findIndex(
    (row, at) =>
      at > 40 &&
      Array.from({ length }, (_, step) => rows[at + step]).every(
        (other) => other?.Street === row.Street && other.Pct === row.Pct && other.Town === row.Town,
      ) &&
      Number(row.Pct) < 16,
  );
};

const names = [...STREET_COLUMNS, 'Place', 'Where'] as const;
const headerRow = Object.fromEntries(names.map((name) => [name, name])) as unknown as StreetRow;
const totals = (Low: string): StreetRow => ({
  ...(Object.fromEntries(names.map((name) => [name, ''])) as unknown as StreetRow),
  Low,
  High: '432',
});

export const SPOILT: readonly SpoiltList[] = [
  {
    title: 'a sorted block pasted over another block',
    apart: 'overlap-same-place | addresses-vanish',
    joined: 'overlap-same-place | addresses-vanish',
    spoil: (lists) =>
      withRows(
        lists,
        lists.streets.map((row, at) => (at >= 200 && at < 260 ? lists.streets[at - 100]! : row)),
      ),
  },
  {
    title: 'the precincts of a block pasted over those of another',
    apart: '| addresses-move | wrong',
    joined: 'precinct-several-places | precincts-change-place, addresses-move, many-conflicts',
    spoil: block('Pct', 160, 40, (_, step, cells) => cells[20 + step]!),
  },
  {
    title: 'first and last numbers of a block swapped',
    apart: 'range-reversed | addresses-vanish',
    joined: 'range-reversed | addresses-vanish',
    spoil: swapped('Low', 'High'),
  },
  {
    title: 'town and ZIP of a block swapped',
    apart: 'zip-unreadable | addresses-vanish',
    joined: 'zip-unreadable | addresses-vanish',
    spoil: swapped('Town', 'Zip'),
  },
  {
    title: 'street and town of a block swapped',
    apart: '| addresses-vanish',
    joined: '| addresses-vanish',
    spoil: swapped('Street', 'Town'),
  },
  {
    title: 'ZIP and precinct of a block swapped',
    apart: 'precinct-dangling, zip-unreadable | addresses-vanish',
    joined: 'precinct-several-places, precinct-without-streets, zip-unreadable | addresses-vanish',
    spoil: swapped('Zip', 'Pct'),
  },
  {
    title: 'precinct and first number of a block swapped',
    apart: 'precinct-dangling | addresses-vanish',
    joined: 'overlap-conflict, precinct-several-places | addresses-move, many-conflicts',
    spoil: swapped('Low', 'Pct'),
  },
  {
    title: 'one precinct copied down over its neighbours',
    apart: '| addresses-move | wrong',
    joined: 'precinct-several-places | precincts-change-place, addresses-move',
    spoil: (lists) => block('Pct', 150, 30, (_, _step, cells) => cells[150]!)(lists),
  },
  {
    title: 'a precinct dragged over rows of its street (12, 13, 14 …)',
    apart: '| addresses-move | wrong',
    joined: 'precinct-several-places | precincts-change-place, addresses-move, many-conflicts',
    spoil: (lists) =>
      block('Pct', start(lists, 6), 6, (_, step, cells) => String(Number(cells[start(lists, 6)]) + step))(
        lists,
      ),
  },
  {
    title: 'a ZIP dragged over rows of its town (43001, 43002 …)',
    apart: 'counted-on | addresses-vanish',
    joined: 'counted-on | addresses-vanish',
    spoil: block('Zip', 50, 12, (_, step, cells) => String(Number(cells[50]) + step)),
  },
  {
    title: 'first numbers dragged (101, 102, 103 …)',
    apart: 'overlap-conflict | many-conflicts',
    joined: 'overlap-conflict | many-conflicts',
    spoil: block('Low', 50, 10, (_, step, cells) => String(Number(cells[50]) + step)),
  },
  {
    title: 'St replaced by Street in names, too (FirStreet)',
    apart: '| addresses-vanish',
    joined: '| addresses-vanish',
    spoil: column('Street', (cell) => cell.replace(/ St/, 'Street')),
  },
  {
    title: 'the precincts sorted by themselves',
    apart: '| addresses-move | wrong',
    joined: 'precinct-several-places | precincts-change-place, addresses-move, many-conflicts',
    spoil: column('Pct', (_, at, cells) => [...cells].sort()[at]!),
  },
  {
    title: 'the streets sorted by themselves',
    apart: 'overlap-conflict | addresses-vanish, many-conflicts',
    joined: 'overlap-conflict | addresses-vanish, many-conflicts',
    spoil: column('Street', (_, at, cells) => [...cells].sort()[at]!),
  },
  {
    title: 'values meant for filtered rows pasted over all between',
    apart: 'range-differs-from-neighbours | addresses-move | wrong',
    joined:
      'precinct-several-places, range-differs-from-neighbours | precincts-change-place, addresses-move, many-conflicts',
    spoil: (lists) => {
      // Every third row was shown; what was copied of them stands in the rows one below the other.
      const shown = rowsOf(lists)
        .filter((_, at) => at >= 90 && at % 3 === 0)
        .slice(0, 40);
      return block('Pct', 90, 40, (_, step) => shown[step]!.Pct)(lists);
    },
  },
  {
    title: 'last year’s list of places, in which codes were other precincts',
    apart: '| precincts-change-place | wrong',
    joined: '|',
    spoil: (lists) => ({
      ...lists,
      places: lists.places.map((row, at) => ({ ...lists.places[(at + 5) % 12]!, Code: row.Code })),
    }),
  },
  {
    title: 'precincts formatted as numbers (12.00)',
    apart: 'nothing-left, precinct-dangling, precinct-without-streets |',
    joined: '| precinct-loses-place',
    spoil: column('Pct', (cell) => `${cell}.00`),
  },
  {
    title: 'precincts formatted as percent (1200%)',
    apart: 'nothing-left, precinct-dangling, precinct-without-streets |',
    joined: '| precinct-loses-place',
    spoil: column('Pct', (cell) => `${cell}00%`),
  },
  {
    title: 'precincts formatted as days (12-Jan)',
    apart: 'nothing-left, precinct-dangling, precinct-without-streets |',
    joined: 'text-became-date | precinct-loses-place',
    spoil: column('Pct', (cell) => `${cell}-Jan`),
  },
  {
    title: 'precincts rounded to tens',
    apart: 'precinct-dangling, precinct-without-streets | addresses-move, addresses-vanish | wrong',
    joined: 'precinct-several-places | precincts-change-place, precinct-loses-place, addresses-move',
    spoil: column('Pct', (cell) => String(Math.round(Number(cell) / 10) * 10)),
  },
  {
    title: 'a line of totals at the end',
    apart: 'lines-left-out, number-missing, precinct-missing, street-missing, zip-unreadable |',
    joined: 'lines-left-out, number-missing, precinct-missing, street-missing, zip-unreadable |',
    spoil: (lists) => withRows(lists, [...lists.streets, totals('Total'), totals('')]),
  },
  {
    title: 'the header once more in the middle',
    apart: 'lines-left-out |',
    joined: 'lines-left-out |',
    spoil: (lists) => withRows(lists, lists.streets.toSpliced(100, 0, headerRow)),
  },
  {
    title: 'two sheets, of which one is last year’s',
    apart: 'overlap-conflict, overlap-same-place | many-conflicts',
    joined:
      'overlap-conflict, overlap-same-place, precinct-several-places | precincts-change-place, many-conflicts',
    spoil: (lists) => ({
      ...lists,
      second: rowsOf(lists).map((row, at) =>
        at % 10 === 0 ? { ...row, Pct: String(11 + ((Number(row.Pct) - 10) % 12)) } : row,
      ),
    }),
  },
];
