// Owns examples of what is wrong with a file as a whole: what it is, and whether it can be read. Data only.

import type { readingCodes } from '../codes/reading';
import type { ExampleFile, ExampleUpload, ProblemExample } from './example';
import { ownList, ownMapping } from './own-list';
import { soundFeed } from './sound-feed';
import { inFile, sound, text } from './spoil';

const precincts = soundFeed['precinct.txt'];
const segments = soundFeed['street_segment.txt'];
const cellsOf = (rows: readonly string[]) => rows.map((row) => row.split(','));

/** What is no list at all, and the list itself instead. */
function noList(file: ExampleFile): Pick<ProblemExample, 'around' | 'files' | 'at' | 'mended'> {
  const mended: ExampleUpload = {
    said: 'The list itself, as the program exports it. Its columns have been confirmed.',
    files: [text('list.csv', ...ownList)],
    mappings: [ownMapping],
    officeState: 'OH',
  };
  return { around: 'own', files: [file], at: { file: file.name, row: null }, mended };
}

/** A file of another kind in place of the precincts. */
function notPrecincts(file: ExampleFile): Pick<ProblemExample, 'files' | 'at' | 'mended' | 'without'> {
  return {
    without: ['precinct.txt'],
    files: [file],
    at: { file: file.name, row: null },
    mended: { files: [sound('precinct.txt')] },
  };
}

type FileCode = Extract<
  keyof typeof readingCodes,
  | `file-${string}`
  | 'workbook-unreadable'
  | 'sheet-hidden'
  | 'rows-hidden'
  | 'columns-hidden'
  | 'formula-without-value'
>;

export const filesExamples = {
  'file-missing': {
    title: 'A file is missing',
    said: 'The folder has precinct.txt, polling_location.txt and street_segment.txt, but no election.txt.',
    files: [],
    without: ['election.txt'],
    at: { file: 'election.txt', row: null },
    mended: { files: [sound('election.txt')] },
  },
  'file-unreadable': {
    title: 'The file breaks off while it is read',
    ...notPrecincts({ kind: 'unreadable', name: 'precinct.txt', lines: precincts.slice(0, 2) }),
  },
  'file-empty': {
    title: 'The file is empty',
    ...notPrecincts(text('precinct.txt', ' ')),
  },
  'file-binary': {
    title: 'The file is not text',
    ...notPrecincts({
      kind: 'bytes',
      name: 'precinct.txt',
      hex: '01 00 00 02',
      is: 'A file of a program, with another ending',
    }),
  },
  'file-old-excel': {
    title: 'An old Excel file, or one with a password',
    ...noList({
      kind: 'bytes',
      name: 'list.xls',
      hex: 'd0 cf 11 e0 a1 b1 1a e1',
      is: 'An Excel 97-2003 workbook',
    }),
  },
  'file-open-document': {
    title: 'A file of LibreOffice or Numbers',
    ...noList({
      kind: 'zip',
      name: 'list.ods',
      entries: [
        { name: 'META-INF/manifest.xml', lines: ['<manifest/>'] },
        { name: 'content.xml', lines: ['<content/>'] },
      ],
    }),
  },
  'file-pdf': {
    title: 'A PDF',
    ...noList(text('list.pdf', '%PDF-1.7', '%âãÏÓ')),
  },
  'file-word': {
    title: 'A document or presentation',
    ...noList(text('list.doc', '{\\rtf1 Oak St 1-99 votes at First School}')),
  },
  'file-html': {
    title: 'A web page',
    ...noList(
      text(
        'list.xls',
        '<!DOCTYPE html>',
        '<html><body><table>',
        '<tr><td>Oak St</td><td>1-99</td><td>First School</td></tr>',
        '</table></body></html>',
      ),
    ),
  },
  'file-json': {
    title: 'JSON that is no map',
    ...noList(text('list.json', '[{"street": "Oak St", "low": 1, "high": 99, "precinct": "01"}]')),
  },
  'file-xml': {
    title: 'XML that is no VIP feed',
    ...noList(
      text('map.kml', '<?xml version="1.0"?>', '<kml><Placemark><name>North</name></Placemark></kml>'),
    ),
  },
  'file-image': {
    title: 'A picture or scan',
    ...noList({
      kind: 'bytes',
      name: 'scan.png',
      hex: '89 50 4e 47 0d 0a 1a 0a',
      is: 'A scan of a printed list',
    }),
  },
  'file-packed': {
    title: 'A packed file that is no zip',
    ...noList({
      kind: 'bytes',
      name: 'list.csv.gz',
      hex: '1f 8b 08 00 00 00 00 00',
      is: 'The list, packed by gzip',
    }),
  },
  'file-ignored': {
    title: 'A file beside the feed was not read',
    said: 'A letter in the folder of the feed.',
    files: [text('letter.pdf', '%PDF-1.7')],
    at: { file: 'letter.pdf', row: null },
    mended: { said: 'Without the letter. Nothing else has to change.', files: [] },
  },
  'workbook-unreadable': {
    title: 'The Excel file is damaged',
    ...notPrecincts({
      kind: 'workbook',
      name: 'precinct.xlsx',
      isDamaged: true,
      sheets: [{ name: 'Sheet1', rows: cellsOf(precincts) }],
    }),
    mended: {
      said: 'Opened in Excel and saved again.',
      files: [
        { kind: 'workbook', name: 'precinct.xlsx', sheets: [{ name: 'Sheet1', rows: cellsOf(precincts) }] },
      ],
      without: ['precinct.txt'],
    },
  },
  'sheet-hidden': {
    title: 'A sheet is hidden',
    ...notPrecincts({
      kind: 'workbook',
      name: 'lists.xlsx',
      sheets: [
        { name: 'precinct', rows: cellsOf(precincts) },
        {
          name: 'last year',
          isHidden: true,
          rows: [
            ['id', 'name'],
            ['p1', 'North'],
          ],
        },
      ],
    }),
    at: { file: 'lists.xlsx / last year', row: null },
    mended: {
      said: 'The sheet that is not for voters is taken out.',
      files: [
        { kind: 'workbook', name: 'lists.xlsx', sheets: [{ name: 'precinct', rows: cellsOf(precincts) }] },
      ],
      without: ['precinct.txt'],
    },
  },
  'rows-hidden': {
    title: 'Rows of a sheet are hidden',
    ...notPrecincts({
      kind: 'workbook',
      name: 'precinct.xlsx',
      sheets: [
        {
          name: 'Sheet1',
          rows: [...cellsOf(precincts), ['p3', 'East', 'loc1', 'pl1']],
          hiddenRows: [4],
        },
      ],
    }),
    at: { file: 'precinct.xlsx / Sheet1', row: 4 },
    mended: {
      said: 'The row of last year is deleted.',
      files: [sound('precinct.txt')],
    },
  },
  'columns-hidden': {
    title: 'Columns of a sheet are hidden',
    ...notPrecincts({
      kind: 'workbook',
      name: 'precinct.xlsx',
      sheets: [{ name: 'Sheet1', rows: cellsOf(precincts), hiddenColumns: [[3, 4]] }],
    }),
    at: { file: 'precinct.xlsx / Sheet1', row: null },
    mended: {
      said: 'The columns are shown again.',
      files: [
        { kind: 'workbook', name: 'precinct.xlsx', sheets: [{ name: 'Sheet1', rows: cellsOf(precincts) }] },
      ],
      without: ['precinct.txt'],
    },
  },
  'formula-without-value': {
    title: 'A formula without its result',
    ...notPrecincts({
      kind: 'workbook',
      name: 'precinct.xlsx',
      sheets: [
        {
          name: 'Sheet1',
          rows: [...cellsOf(precincts), ['p3', { formula: 'B2' }, 'loc1', 'pl1']],
        },
      ],
    }),
    at: { file: 'precinct.xlsx / Sheet1', row: 4 },
    mended: {
      said: 'Computed and saved again; here, the row was not needed.',
      files: [sound('precinct.txt')],
    },
  },
  'file-too-large': {
    title: 'The file is too large',
    ...inFile('street_segment.txt', null, [segments[0], { line: segments[1], times: 5_000_000 }], segments),
  },
  'file-twice': {
    title: 'Two files hold the same table',
    files: [sound('precinct.txt'), text('old/Precinct.CSV', ...precincts)],
    at: { file: 'old/Precinct.CSV', row: null },
    mended: { said: 'Without the file of last year.', files: [sound('precinct.txt')] },
  },
  'file-cut': {
    title: 'The file ends in the middle of a row',
    ...inFile('street_segment.txt', 4, [...segments, 'ss3,201,29'], segments),
    files: [{ kind: 'text', name: 'street_segment.txt', lines: [...segments, 'ss3,201,29'], isCut: true }],
    mended: {
      files: [text('street_segment.txt', ...segments, 'ss3,201,299,odd,OAK,ST,Springvale,OH,43999,p1')],
    },
  },
} as const satisfies Readonly<Record<FileCode, ProblemExample>>;
