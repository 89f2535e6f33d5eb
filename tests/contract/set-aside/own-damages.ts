// Owns the ways in which a row of an office's own list is spoilt. Judges nothing.

import type { Cells } from './made-lists';

/** What happened to a row; null where nothing of the kind can happen to this one. */
export interface Damage {
  readonly title: string;
  /** Cells that say where the row lies are hurt: the first so many are, or the one at the place; else those are whole. */
  readonly hurts: 'none' | 'one' | 'any';
  readonly spoil: (cells: Cells, at: number) => readonly Cells[] | null;
}

const some = (change: (cell: string) => string | null) => (cells: Cells, at: number) => {
  const place = at % cells.length;
  const changed = change(cells[place]!);
  return changed === null ? null : [cells.with(place, changed)];
};

/** Each leaves something that nobody can take for a sound row that says something else. */
export const DAMAGES: readonly Damage[] = [
  {
    title: 'bytes that are no text',
    hurts: 'one',
    spoil: some((cell) => (cell === '' ? null : `${cell.slice(0, -1)}\ufffd`)),
  },
  {
    title: 'bytes that are no text, at the start',
    hurts: 'one',
    spoil: some((cell) => `\ufffd${cell.slice(1)}`),
  },
  { title: 'an error of a formula', hurts: 'one', spoil: some(() => '#REF!') },
  { title: 'a cell too many at the end', hurts: 'none', spoil: (cells) => [[...cells, 'x']] },
  {
    title: 'a cell too many',
    hurts: 'any',
    spoil: (cells, at) => [cells.toSpliced(at % cells.length, 0, 'x')],
  },
  { title: 'a cell cut in two', hurts: 'any', spoil: (cells, at) => cutInTwo(cells, at % cells.length) },
  { title: 'no precinct', hurts: 'none', spoil: (cells) => [cells.with(-4, '')] },
  {
    title: 'a precinct that is not there',
    hurts: 'none',
    spoil: (cells) => [cells.with(-4, 'X9').with(-3, '').with(-2, '').with(-1, '')],
  },
  {
    title: 'a town of a place that cannot be read',
    hurts: 'none',
    spoil: (cells) => [cells.with(-1, 'Springvale 439')],
  },
  {
    title: 'an address that may be cut in two ways',
    hurts: 'none',
    spoil: ([first = '', ...rest]) =>
      /^\d+\S* \S+ /.test(first) ? [[first.replace(/(?:,? Apt |,? Unit | #|$)/, ' '), ...rest]] : null,
  },
  {
    title: 'a unit that stands behind a street without a word for it',
    hurts: 'none',
    spoil: ([first = '', ...rest]) =>
      /(?: Apt |, Unit | #)/.test(first) ? [[first.replace(/(?: Apt |, Unit | #)/, ' '), ...rest]] : null,
  },
  {
    title: 'two numbers in one',
    hurts: 'none',
    spoil: ([first = '', ...rest]) =>
      /^\d+(?= |$)/.test(first) && rest.length < 9
        ? [[first.replace(/^(\d+)/, (number) => `${number}-${Number(number) + 2}`), ...rest]]
        : null,
  },
  {
    title: 'a town and another one',
    hurts: 'none',
    spoil: (cells, at) =>
      !/^\d+\S* \S+ /.test(cells[0]!)
        ? null
        : [cells.with(0, `${cells[0]}, ${at % 2 === 0 ? 'Weston' : 'Springvale 43001'}`)],
  },
];

function cutInTwo(cells: Cells, at: number): readonly Cells[] | null {
  const blank = cells[at]!.indexOf(' ');
  if (blank < 0) return null;
  return [cells.toSpliced(at, 1, cells[at]!.slice(0, blank), cells[at]!.slice(blank + 1))];
}
