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

const zipSeries: Corruption = {
  title: 'the ZIP filled down as a series (39120, 39121, 39122 …)',
  make(feed) {
    const sheet = streetsOf(feed);
    const first = Number(columnOf(sheet, 'zip')[0]);
    const after = withColumn(sheet, 'zip', (cell, index) =>
      cell === '' ? '' : String(first + index).padStart(5, '0'),
    );
    return made(feed, after, { found: [], causes: ['addresses-vanish'] });
  },
};

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
  zipSeries,
];
