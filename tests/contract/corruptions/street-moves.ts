// Owns corruptions of the street list after which every row is sound by itself and leads elsewhere, or lies elsewhere: only the
// comparison with what is live tells.

import type { Random } from '@/scripts/generate/random';
import type { Corruption } from './corruption';
import { numbered } from './rows';
import { cellOf, columnOf, labelOf, rowNumbers, withColumn } from './sheet';

import { type Field, isFilled, leadingAs, made, type Streets, streetsOf, without } from './street-sheet';

/** Rows that lead elsewhere, all of them sound by themselves: only what is live tells. */
const moved = (
  title: string,
  from: (sheet: Streets, random: Random) => (index: number) => number,
): Corruption => ({
  title,
  make(feed, random) {
    const sheet = streetsOf(feed);
    return made(feed, leadingAs(sheet, from(sheet, random)), {
      found: [],
      also: ['overlap-conflict'],
      causes: ['addresses-move'],
    });
  },
});

const sortedAlone = moved('one column sorted by itself: the precincts', (sheet) => {
  const cells = columnOf(sheet, 'precinctId');
  const order = [...cells.keys()].sort((a, b) =>
    cells[a]! < cells[b]! ? -1 : cells[a]! > cells[b]! ? 1 : a - b,
  );
  return (index) => order[index]!;
});

const shiftedByOne = moved('rows shifted by one in one column: the precincts', (sheet) => (index) => {
  return (index + 1) % sheet.rows.length;
});

const closedUp: Corruption = {
  title: 'one cell deleted, and the column of precincts closed up',
  make(feed, random) {
    const sheet = streetsOf(feed);
    if (isFilled(sheet, 'precinctSplitId')) return null;
    const last = sheet.rows.length - 1;
    const at = random.between(0, Math.floor(last / 3));
    const after = leadingAs(sheet, (index) => (index < at ? index : index + 1));
    return made(feed, after, {
      found: [
        {
          code: 'precinct-missing',
          file: sheet.file,
          rows: rowNumbers([last]),
          column: labelOf(sheet, 'precinctId'),
        },
      ],
      also: ['overlap-conflict'],
      causes: ['addresses-move'],
    });
  },
};

const filledDown = moved('the precinct filled down over a quarter of the rows', (sheet, random) => {
  const count = Math.floor(sheet.rows.length / 4);
  const at = random.between(0, sheet.rows.length - count - 1);
  return (index) => (index < at || index > at + count ? index : at);
});

const shiftedNumbers: Corruption = {
  title: 'rows shifted by one in one column: the first numbers',
  make(feed) {
    const sheet = streetsOf(feed);
    const starts = columnOf(sheet, 'startHouseNumber');
    const after = withColumn(sheet, 'startHouseNumber', (_, index) => starts[(index + 1) % starts.length]!);
    const can = new Set(numbered(sheet));
    const hit = [...can].filter((index) => {
      const start = Number(starts[(index + 1) % starts.length]);
      const end = Number(cellOf(sheet, sheet.rows[index]!, 'endHouseNumber'));
      return can.has((index + 1) % starts.length) && start > end;
    });
    return made(feed, after, {
      found: [
        {
          code: 'range-reversed',
          file: sheet.file,
          rows: rowNumbers(hit),
          column: labelOf(sheet, 'startHouseNumber'),
        },
      ],
      also: ['overlap-conflict', 'parity-contradicted', 'number-missing', 'number-zero', 'number-unreadable'],
    });
  },
};

const unnamed = (field: Field): Corruption => ({
  title: `one column that seems to matter little deleted: ${field}`,
  make(feed) {
    const sheet = streetsOf(feed);
    const share = columnOf(sheet, field).filter((cell) => cell !== '').length / sheet.rows.length;
    if (share < 0.05) return null;
    return made(feed, without(sheet, field), {
      found: [],
      also: ['overlap-conflict'],
      causes: ['addresses-vanish'],
    });
  },
});

/** The cell of `field` in the first of `count` rows of a town and a state, counted on over the others as a spreadsheet does. */
const dragged = (field: 'zip' | 'precinctId', title: string): Corruption => ({
  title,
  make(feed, random) {
    const sheet = streetsOf(feed);
    const cells = columnOf(sheet, field);
    const isOne = (index: number, other: number) =>
      (['city', 'streetName', 'streetSuffix'] as const).every((name) => {
        const [a, b] = [index, other].map((at) => cellOf(sheet, sheet.rows[at]!, name));
        return name === 'city' ? a === b && a !== '' : field === 'zip' || a === b;
      });
    const first = startsOf(sheet.rows.length - draggedRows, random).find((at) => {
      const members = Array.from({ length: draggedRows }, (_, step) => at + step);
      const counted = members.map((_, step) => countedOn(cells[at]!, step));
      return (
        members.every((index) => isOne(at, index) && cells[index] === cells[at]) &&
        (field === 'zip' || counted.every((cell) => cells.filter((other) => other === cell).length > 1)) &&
        countedOn(cells[at + draggedRows] ?? '', 0) !== countedOn(cells[at]!, draggedRows) &&
        (cells[at - 1] === undefined || countedOn(cells[at - 1]!, 1) !== cells[at])
      );
    });
    if (first === undefined) return null;
    const members = Array.from({ length: draggedRows }, (_, step) => first + step);
    const after = withColumn(sheet, field, (cell, index) =>
      members.includes(index) ? countedOn(cells[first]!, index - first) : cell,
    );
    return made(feed, after, {
      found: [
        {
          code: 'counted-on',
          file: sheet.file,
          rows: rowNumbers(members),
          column: labelOf(sheet, field),
        },
      ],
      also: ['overlap-conflict'],
      touched: members,
    });
  },
});

const draggedRows = 6;

/** Every row, from one somewhere on. */
function startsOf(count: number, random: Random): readonly number[] {
  const from = random.between(0, count - 1);
  return Array.from({ length: count }, (_, at) => (from + at) % count);
}

/** `39120`, 2 -> `39122`; `P-009`, 1 -> `P-010`. */
const countedOn = (cell: string, by: number): string =>
  cell.replace(/\d+(?=\D*$)/, (digits) => String(Number(digits) + by).padStart(digits.length, '0'));

/** Found beside what is live. */
export const moveCorruptions: readonly Corruption[] = [
  sortedAlone,
  shiftedByOne,
  closedUp,
  filledDown,
  shiftedNumbers,
  unnamed('streetDirection'),
  unnamed('streetSuffix'),
  unnamed('houseNumberPrefix'),
  dragged('zip', 'the ZIP of a row dragged over the next five (39120, 39121, 39122 …)'),
  dragged('precinctId', 'the precinct of a row dragged over the next five of its street'),
];
