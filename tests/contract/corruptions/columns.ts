// Owns corruptions of columns and rows of the street list that make rows contradict themselves or each other: swapped, emptied,
// deleted, inverted, claimed twice.

import type { Corruption, Finding } from './corruption';
import { indexesWhere, numbered, some } from './rows';
import { cellOf, columnOf, labelOf, placeOf, rowNumbers, withColumn, withRows } from './sheet';

import { all, exchanged, type Field, isFilled, made, type Streets, streetsOf, without } from './street-sheet';

/** Rows of streets that are named, which need a ZIP. */
const listed = (sheet: Streets): readonly number[] =>
  indexesWhere(sheet, (row) => {
    const isEvery = /^(true|yes|1)$/i.test(cellOf(sheet, row, 'includesAllStreets'));
    return !isEvery && cellOf(sheet, row, 'streetName') !== '*';
  });

const zipDeleted: Corruption = {
  title: 'one column deleted: the ZIP',
  make(feed) {
    const sheet = streetsOf(feed);
    return made(feed, without(sheet, 'zip'), {
      found: [{ code: 'column-missing', file: sheet.file, rows: [1], column: 'zip' }],
    });
  },
};

const numbersDeleted: Corruption = {
  title: 'one column deleted: the first numbers',
  make(feed) {
    const sheet = streetsOf(feed);
    const { file } = sheet;
    const column = 'start_house_number';
    // A list that can say "all numbers" needs no numbers, so that each row is asked for its own.
    const isNeeded = placeOf(sheet, 'includesAllAddresses') < 0;
    return made(feed, without(sheet, 'startHouseNumber'), {
      found: [
        isNeeded
          ? { code: 'column-missing', file, rows: [1], column }
          : { code: 'number-missing', file, rows: rowNumbers(numbered(sheet)), column },
      ],
      also: ['nothing-left'],
    });
  },
};

const emptied = (
  field: Field,
  code: Finding['code'],
  of: (sheet: Streets) => readonly number[],
): Corruption => ({
  title: `one column emptied: ${field}`,
  make(feed) {
    const sheet = streetsOf(feed);
    if (field === 'precinctId' && isFilled(sheet, 'precinctSplitId')) return null;
    return made(
      feed,
      withColumn(sheet, field, () => ''),
      {
        found: [{ code, file: sheet.file, rows: rowNumbers(of(sheet)), column: labelOf(sheet, field) }],
        also: ['nothing-left'],
      },
    );
  },
});

const swappedEnds: Corruption = {
  title: 'columns swapped: start and end',
  make(feed) {
    const sheet = streetsOf(feed);
    const after = exchanged(sheet, 'startHouseNumber', 'endHouseNumber');
    const hit = numbered(sheet).filter((index) => {
      const row = sheet.rows[index]!;
      return Number(cellOf(sheet, row, 'startHouseNumber')) < Number(cellOf(sheet, row, 'endHouseNumber'));
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
      causes: ['addresses-vanish'],
      touched: hit,
    });
  },
};

const endBeforeStart: Corruption = {
  title: 'end before start, in some rows',
  make(feed, random) {
    const sheet = streetsOf(feed);
    const can = numbered(sheet).filter((index) => {
      const row = sheet.rows[index]!;
      return Number(cellOf(sheet, row, 'startHouseNumber')) < Number(cellOf(sheet, row, 'endHouseNumber'));
    });
    const hit = some(random, 5, can);
    const swapped = exchanged(sheet, 'startHouseNumber', 'endHouseNumber');
    const rows = sheet.rows.map((row, index) => (hit.includes(index) ? swapped.rows[index]! : row));
    const column = labelOf(sheet, 'startHouseNumber');
    return made(feed, withRows(sheet, rows), {
      found: [{ code: 'range-reversed', file: sheet.file, rows: rowNumbers(hit), column }],
      touched: hit,
    });
  },
};

const cityAndState: Corruption = {
  title: 'city and state swapped',
  make(feed) {
    const sheet = streetsOf(feed);
    const hit = indexesWhere(sheet, (row) => cellOf(sheet, row, 'city') !== '');
    return made(feed, exchanged(sheet, 'city', 'state'), {
      found: [
        {
          code: 'segment-state-other',
          file: sheet.file,
          rows: rowNumbers(hit),
          column: labelOf(sheet, 'state'),
        },
      ],
      also: ['nothing-left'],
    });
  },
};

const zipAndPrecinct: Corruption = {
  title: 'ZIP and precinct swapped',
  make(feed) {
    const sheet = streetsOf(feed);
    const hit = indexesWhere(sheet, (row) => !/^\d{5}$/.test(cellOf(sheet, row, 'precinctId')));
    if (hit.length < sheet.rows.length) return null;
    return made(feed, exchanged(sheet, 'zip', 'precinctId'), {
      found: [
        { code: 'zip-unreadable', file: sheet.file, rows: rowNumbers(hit), column: labelOf(sheet, 'zip') },
        {
          code: 'precinct-dangling',
          file: sheet.file,
          rows: rowNumbers(hit.filter((index) => cellOf(sheet, sheet.rows[index]!, 'zip') !== '')),
          column: labelOf(sheet, 'precinctId'),
        },
      ],
      also: ['nothing-left', 'precinct-missing'],
    });
  },
};

const nameAndSuffix: Corruption = {
  title: 'street name and street type swapped',
  make(feed) {
    const sheet = streetsOf(feed);
    const hit = indexesWhere(
      sheet,
      (row) =>
        cellOf(sheet, row, 'streetSuffix') === '' &&
        cellOf(sheet, row, 'streetName') !== '' &&
        !/^(true|yes|1)$/i.test(cellOf(sheet, row, 'includesAllStreets')),
    );
    return made(feed, exchanged(sheet, 'streetName', 'streetSuffix'), {
      found: [
        {
          code: 'street-missing',
          file: sheet.file,
          rows: rowNumbers(hit),
          column: labelOf(sheet, 'streetName'),
        },
      ],
      also: ['overlap-conflict'],
      causes: ['addresses-vanish'],
    });
  },
};

const otherSide: Readonly<Record<string, string>> = { odd: 'even', even: 'odd' };

const invertedSides: Corruption = {
  title: 'odd/even inverted',
  make(feed) {
    const sheet = streetsOf(feed);
    const after = withColumn(sheet, 'oddEvenBoth', (cell) => otherSide[cell.toLowerCase()] ?? cell);
    const hit = numbered(sheet).filter((index) => {
      const row = sheet.rows[index]!;
      const ends = [cellOf(sheet, row, 'startHouseNumber'), cellOf(sheet, row, 'endHouseNumber')].map(Number);
      const side = cellOf(sheet, row, 'oddEvenBoth').toLowerCase();
      return side in otherSide && ends.every((end) => end % 2 === (side === 'odd' ? 1 : 0));
    });
    return made(feed, after, {
      found: [
        {
          code: 'parity-contradicted',
          file: sheet.file,
          rows: rowNumbers(hit),
          column: labelOf(sheet, 'oddEvenBoth'),
        },
      ],
      also: ['overlap-conflict'],
      causes: ['addresses-vanish'],
      touched: hit,
    });
  },
};

const overlapping: Corruption = {
  title: 'ranges claimed by another precinct, too',
  make(feed, random) {
    const sheet = streetsOf(feed);
    const isQuiet = (index: number) =>
      !feed.problems.some(({ file, row }) => file === sheet.file && row === index + 2);
    const answers = new Map(
      feed.dataset.precincts.map((each) => [each.id, each.pollingLocationIds.join(' ')]),
    );
    const mailOnly = new Set(
      feed.dataset.precincts
        .filter((each) => each.isMailOnly || each.isNotVoting || each.usesVoteCenters)
        .map(({ id }) => id),
    );
    const precinctOf = (index: number) => cellOf(sheet, sheet.rows[index]!, 'precinctId');
    const can = numbered(sheet).filter(
      (index) => isQuiet(index) && !mailOnly.has(precinctOf(index)) && answers.get(precinctOf(index)),
    );
    const hit = some(random, 4, can);
    const claims = hit.map((index) => {
      const others = can.filter((each) => answers.get(precinctOf(each)) !== answers.get(precinctOf(index)));
      const other = sheet.rows[random.pick(others)]!;
      const fields = ['precinctId', 'precinctSplitId', 'id'] as const;
      return fields.reduce((row, field) => {
        const at = placeOf(sheet, field);
        return at < 0 ? row : row.with(at, field === 'id' ? `${row[at]}-b` : other[at]!);
      }, sheet.rows[index]!);
    });
    const rows = [...sheet.rows, ...claims];
    const added = claims.map((_, index) => sheet.rows.length + index);
    return made(feed, withRows(sheet, rows), {
      found: [
        {
          code: 'overlap-conflict',
          file: sheet.file,
          rows: rowNumbers([...hit, ...added]),
          column: labelOf(sheet, 'startHouseNumber'),
        },
      ],
      touched: hit,
    });
  },
};

const twiceTheIds: Corruption = {
  title: 'ids of street rows given twice',
  make(feed, random) {
    const sheet = streetsOf(feed);
    const hit = some(random, 6, all(sheet).slice(1));
    const ids = columnOf(sheet, 'id');
    const after = withColumn(sheet, 'id', (cell, index) => (hit.includes(index) ? (ids[0] ?? '') : cell));
    return made(feed, after, {
      found: [
        {
          code: 'segment-id-repeated',
          file: sheet.file,
          rows: rowNumbers(hit),
          column: labelOf(sheet, 'id'),
        },
      ],
    });
  },
};

/** Found in the street list itself, for the most part. */
export const columnCorruptions: readonly Corruption[] = [
  zipDeleted,
  numbersDeleted,
  emptied('zip', 'zip-unreadable', listed),
  emptied('precinctId', 'precinct-missing', all),
  emptied('oddEvenBoth', 'parity-unreadable', numbered),
  swappedEnds,
  endBeforeStart,
  cityAndState,
  zipAndPrecinct,
  nameAndSuffix,
  invertedSides,
  overlapping,
  twiceTheIds,
];
