// Owns corruptions of rows as text: separators, quotes, line breaks, rows that are cut, pushed aside or no rows at all.

import type { ProblemCode } from '@/lib/ingest/problems/problem-codes';
import { textOf } from '@/scripts/drill/county-feed';
import type { Corrupted, Corruption } from './corruption';
import type { GoodFeed } from './good-feeds';
import { indexesWhere, some } from './rows';
import { cellOf, filesOf, filesWith, labelOf, placeOf, rowNumbers, withRows, withSheets } from './sheet';

import { streetsOf } from './street-sheet';

/** Some street rows remade as text, others left. */
function remadeRows(
  feed: GoodFeed,
  remake: (line: string, index: number) => string,
): { readonly file: string; readonly files: Corrupted['files'] } {
  const sheet = streetsOf(feed);
  const line = (row: readonly string[]) => textOf({ header: row, rows: [] }).trimEnd();
  const lines = [line(sheet.header), ...sheet.rows.map((row, index) => remake(line(row), index))];
  return { file: sheet.file, files: filesWith(feed.sheets, sheet.file, () => `${lines.join('\n')}\n`) };
}

const someRows = (
  title: string,
  code: ProblemCode,
  remake: (line: string) => string,
  can: (row: readonly string[]) => boolean = () => true,
): Corruption => ({
  title,
  make(feed, random) {
    const hit = some(random, 5, indexesWhere(streetsOf(feed), can));
    if (hit.length === 0) return null;
    const { file, files } = remadeRows(feed, (line, index) => (hit.includes(index) ? remake(line) : line));
    return { files, found: [{ code, file, rows: rowNumbers(hit) }], touched: hit };
  },
});

const rowsOfText: readonly Corruption[] = [
  someRows('unquoted commas inside cells', 'row-too-many-cells', (line) =>
    line.replace(/[A-Za-z]{3}/, '$&, '),
  ),
  someRows('a comma too few', 'row-too-few-cells', (line) => line.replace(',', '')),
  someRows('cells appended by hand', 'row-too-many-cells', (line) => `${line},see note,ask Mary`),
  someRows('smart quotes around a cell with a comma', 'row-too-many-cells', (line) =>
    line.replace(/([A-Za-z]{3,})/, '“$1, old”'),
  ),
  someRows('a quotation mark inside a quoted cell', 'quote-malformed', (line) =>
    line.replace(/(^|,)([A-Za-z][^,"]+),/, '$1"$2 "x" y",'),
  ),
];

const brokenLines: Corruption = {
  title: 'line breaks inside unquoted cells',
  make(feed, random) {
    const hit = some(
      random,
      4,
      indexesWhere(streetsOf(feed), (row) => row.some((cell) => /[a-z]{3}/i.test(cell))),
    );
    const { file, files } = remadeRows(feed, (line, index) =>
      hit.includes(index) ? line.replace(/([A-Za-z]{2})([A-Za-z])/, '$1\n$2') : line,
    );
    // Each break before a row moves it down by one.
    const rows = hit.flatMap((index, before) => [index + 2 + before, index + 3 + before]);
    return { files, found: [{ code: 'row-too-few-cells', file, rows }], touched: hit };
  },
};

const tabs: Corruption = {
  title: 'tabs inside cells of a file that tabs separate',
  make(feed, random) {
    const sheet = streetsOf(feed);
    const hit = some(
      random,
      5,
      indexesWhere(sheet, (row) => cellOf(sheet, row, 'streetName') !== ''),
    );
    const at = placeOf(sheet, 'streetName');
    const lines = [sheet.header, ...sheet.rows].map((row, index) =>
      (hit.includes(index - 1) ? row.with(at, `${row[at]}\t`) : row).join('\t'),
    );
    return {
      files: filesWith(feed.sheets, sheet.file, () => `${lines.join('\n')}\n`),
      found: [{ code: 'row-too-many-cells', file: sheet.file, rows: rowNumbers(hit) }],
      touched: hit,
    };
  },
};

const shiftedRight: Corruption = {
  title: 'cells pushed one column to the right, in some rows',
  make(feed, random) {
    const sheet = streetsOf(feed);
    const can = indexesWhere(
      sheet,
      (row) =>
        /^\d+$/.test(cellOf(sheet, row, 'startHouseNumber')) &&
        /^(odd|even|both)$/i.test(cellOf(sheet, row, 'oddEvenBoth')),
    );
    const hit = some(random, 5, can);
    const rows = sheet.rows.map((row, index) => (hit.includes(index) ? ['', ...row.slice(0, -1)] : row));
    return {
      files: filesOf(withSheets(feed.sheets, withRows(sheet, rows))),
      found: [
        {
          code: 'cells-shifted',
          file: sheet.file,
          rows: rowNumbers(hit),
          column: labelOf(sheet, 'oddEvenBoth'),
        },
      ],
      also: consequences,
      touched: hit,
    };
  },
};

/** Of cells that do not stand where they belong. */
const consequences: readonly ProblemCode[] = [
  'id-missing',
  'number-missing',
  'number-unreadable',
  'parity-unreadable',
  'range-reversed',
  'street-missing',
  'zip-unreadable',
  'flag-unreadable',
  'unit-unreadable',
  'segment-state-other',
  'precinct-missing',
  'precinct-dangling',
  'split-dangling',
  'split-other-precinct',
];

const cutRow: Corruption = {
  title: 'truncated in the middle of a row',
  make(feed, random) {
    const sheet = streetsOf(feed);
    const keep = Math.floor(sheet.rows.length * (0.4 + random.next() / 4));
    const cut = textOf({ header: sheet.rows[keep] ?? [], rows: [] })
      .trimEnd()
      .slice(0, 20);
    const half = `${textOf(withRows(sheet, sheet.rows.slice(0, keep)))}${cut}`;
    return {
      files: filesWith(feed.sheets, sheet.file, () => half),
      found: [{ code: 'file-cut', file: sheet.file, rows: [keep + 2] }],
      causes: ['addresses-vanish'],
    };
  },
};

const openQuote: Corruption = {
  title: 'a quotation mark that never closes',
  make(feed, random) {
    const [hit = 0] = some(random, 1, [...streetsOf(feed).rows.keys()]);
    const { file, files } = remadeRows(feed, (line, index) => (index === hit ? `"${line}` : line));
    return { files, found: [{ code: 'quote-unterminated', file, rows: [hit + 2] }] };
  },
};

const pastedText: Corruption = {
  title: 'a whole letter pasted into a cell',
  make(feed, random) {
    const sheet = streetsOf(feed);
    const [hit = 0] = some(random, 1, [...sheet.rows.keys()]);
    const at = placeOf(sheet, 'streetName');
    const rows = sheet.rows.map((row, index) =>
      index === hit ? row.with(at, 'Dear all, '.repeat(1200)) : row,
    );
    return {
      files: filesOf(withSheets(feed.sheets, withRows(sheet, rows))),
      found: [
        { code: 'cell-too-long', file: sheet.file, rows: [hit + 2], column: labelOf(sheet, 'streetName') },
      ],
    };
  },
};

const totalLine: Corruption = {
  title: 'a total line at the end',
  make(feed) {
    const sheet = streetsOf(feed);
    const total = sheet.header.map((_, index) =>
      index === 0 ? 'Total' : index === 1 ? `${sheet.rows.length}` : '',
    );
    const rows = [...sheet.rows, total];
    return {
      files: filesOf(withSheets(feed.sheets, withRows(sheet, rows))),
      found: [{ code: 'street-missing', file: sheet.file, rows: [rows.length + 1] }],
      also: consequences,
    };
  },
};

/** Found at the rows. */
export const textCorruptions: readonly Corruption[] = [
  ...rowsOfText,
  brokenLines,
  tabs,
  shiftedRight,
  cutRow,
  openQuote,
  pastedText,
  totalLine,
];
