// Owns corruptions of whole files: bytes, encodings, headers, files that are doubled, missing, empty or something else than their
// name says.

import { textFile } from '@/lib/ingest/feed.fixture';
import type { ProblemCode } from '@/lib/ingest/problems/problem-codes';
import { textOf } from '@/scripts/drill/county-feed';
import type { Random } from '@/scripts/generate/random';
import type { Corruption } from './corruption';
import { indexesWhere, some } from './rows';
import { filesOf, filesWith, labelOf, placeOf, rowNumbers, sheetOf, withRows, withSheets } from './sheet';
import { streetsOf } from './street-sheet';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The street file's text or bytes made anew, one code for all of it. */
const wholeFile = (
  title: string,
  code: ProblemCode,
  remake: (text: string, random: Random) => Uint8Array | string | null,
  row: number | null = null,
): Corruption => ({
  title,
  make(feed, random) {
    const { file } = streetsOf(feed);
    return {
      files: filesWith(feed.sheets, file, (text) => remake(text, random)),
      found: [{ code, file, rows: row === null ? null : [row] }],
      also: ['nothing-left'],
    };
  },
});

const bytesOfFile: readonly Corruption[] = [
  wholeFile('NULs in the text', 'file-binary', (text, random) => {
    const at = random.between(1, text.length);
    return `${text.slice(0, at)}\0\0${text.slice(at)}`;
  }),
  wholeFile('a PDF of the list, named as the list', 'file-pdf', () => '%PDF-1.7\n1 0 obj\n'),
  wholeFile('an empty file', 'file-empty', () => ''),
  wholeFile('a file of blanks and line breaks', 'file-empty', () => '  \r\n\r\n  \r\n'),
  wholeFile('only the header is left', 'nothing-left', (text) => text.slice(0, text.indexOf('\n') + 1)),
];

/** `é` in UTF-8 and in Windows-1252. */
const E_ACUTE = { utf8: [0xc3, 0xa9], windows: [0xe9] } as const;

/** Marks `~` of a text as bytes of one encoding or the other. */
function encoded(text: string, isWindows: (count: number) => boolean): Uint8Array {
  const parts = text.split('~');
  return Uint8Array.from(
    parts.flatMap((part, count) => [
      ...(count === 0 ? [] : E_ACUTE[isWindows(count - 1) ? 'windows' : 'utf8']),
      ...bytes(part),
    ]),
  );
}

/** `windows` of the seven letters are Windows-1252, the last ones of the file. */
const mixedEncodings = (title: string, windows: number, code: ProblemCode): Corruption => ({
  title,
  make(feed, random) {
    const sheet = streetsOf(feed);
    const at = placeOf(sheet, 'streetName');
    const hit = some(
      random,
      7,
      indexesWhere(sheet, (row) => /^[A-Za-z ]+$/.test(row[at] ?? '')),
    );
    if (hit.length < 7) return null;
    const rows = sheet.rows.map((row, index) => (hit.includes(index) ? row.with(at, `${row[at]}~`) : row));
    const found = code === 'mojibake' ? hit.slice(0, 7 - windows) : hit.slice(7 - windows);
    return {
      files: filesWith(withSheets(feed.sheets, withRows(sheet, rows)), sheet.file, (text) =>
        encoded(text, (count) => count >= 7 - windows),
      ),
      found: [{ code, file: sheet.file, rows: rowNumbers(found), column: labelOf(sheet, 'streetName') }],
      touched: hit,
    };
  },
});

const headerLost: Corruption = {
  title: 'header lost',
  make(feed) {
    const sheet = streetsOf(feed);
    return {
      files: filesWith(feed.sheets, sheet.file, (text) => text.slice(text.indexOf('\n') + 1)),
      found: [{ code: 'column-missing', file: sheet.file, rows: [1, 1, 1, 1, 1, 1] }],
      also: ['header-duplicate'],
    };
  },
};

const headerTwice: Corruption = {
  title: 'two columns with one name',
  make(feed) {
    const sheet = streetsOf(feed);
    const name = labelOf(sheet, 'zip');
    const header = [...sheet.header, name];
    const rows = sheet.rows.map((row) => [...row, '']);
    return {
      files: filesOf(withSheets(feed.sheets, { ...sheet, header, rows })),
      found: [{ code: 'header-duplicate', file: sheet.file, rows: [1], column: name }],
    };
  },
};

const pastedTwice: Corruption = {
  title: 'pasted twice',
  make(feed) {
    const sheet = streetsOf(feed);
    const again = sheet.rows.map((_, index) => index + sheet.rows.length);
    return {
      files: filesOf(withSheets(feed.sheets, withRows(sheet, [...sheet.rows, ...sheet.rows]))),
      found: [
        {
          code: 'segment-id-repeated',
          file: sheet.file,
          rows: rowNumbers(again),
          column: labelOf(sheet, 'id'),
        },
      ],
    };
  },
};

const fileTwice: Corruption = {
  title: 'the list of before beside the new one',
  make(feed) {
    const sheet = streetsOf(feed);
    const file = sheet.file.endsWith('.csv') ? 'old/street_segment.txt' : 'old/street_segment.csv';
    return {
      files: [...filesOf(feed.sheets), textFile(file, textOf(sheet))],
      found: [{ code: 'file-twice', file, rows: null }],
    };
  },
};

const precinctsMissing: Corruption = {
  title: 'the file of precincts left out',
  make(feed) {
    const sheets = new Map([...feed.sheets].filter(([table]) => table !== 'precinct'));
    return { files: filesOf(sheets), found: [{ code: 'file-missing', file: 'precinct.txt', rows: null }] };
  },
};

const namesSwapped: Corruption = {
  title: 'the files of streets and precincts under each other’s name',
  make(feed) {
    const [streets, precincts] = [streetsOf(feed), sheetOf(feed.sheets, 'precinct')];
    const sheets = withSheets(
      feed.sheets,
      { ...streets, header: precincts.header, rows: precincts.rows },
      { ...precincts, header: streets.header, rows: streets.rows },
    );
    return { files: filesOf(sheets), found: [{ code: 'column-missing', file: precincts.file, rows: [1] }] };
  },
};

/** Found in the file itself. */
export const fileCorruptions: readonly Corruption[] = [
  ...bytesOfFile,
  mixedEncodings('half the file in another encoding: some letters Windows-1252', 3, 'bytes-undecodable'),
  mixedEncodings('half the file in another encoding: most letters Windows-1252', 5, 'mojibake'),
  headerLost,
  headerTwice,
  pastedTwice,
  fileTwice,
  precinctsMissing,
  namesSwapped,
];
