// Owns the parser of workbooks (.xlsx) among those that are fuzzed: spoilt as a zip, and spoilt within and packed again, so that what
// is wrong lies behind sums that are right. What it must never give is said by code that shares nothing with it. Knows no store.

import { inflateRawSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { byteFile } from '@/lib/ingest/feed.fixture';
import { openFiles } from '@/lib/ingest/files/open-files';
import { createProblemLog } from '@/lib/ingest/problems/problem';
import { type MadeSheet, madeWorkbook } from '@/lib/ingest/xlsx/workbook.fixture';
import type { Random } from '@/scripts/generate/random';
import { fuzzParser, type Verdict } from '../fuzz-parser';
import { mutateBytes } from '../mutate';

const LIST: MadeSheet = {
  name: 'List',
  rows: [
    ['LOW', 'HIGH', 'STREET', 'ZIP'],
    [1, 99, 'Oak St', '01960'],
    [101, '199', null, 39120],
    [null, { xml: '<c r="$"><f>A1*2</f></c>' }, { xml: '<c r="$" t="inlineStr"><is><t>Elm</t></is></c>' }],
    [{ xml: '<c r="$"><f>1+1</f><v>2</v></c>' }, { xml: '<c r="$" t="b"><v>1</v></c>' }],
  ],
};
const BOOKS = [
  madeWorkbook({ sheets: [LIST] }),
  madeWorkbook({ sheets: [LIST, { name: 'Old', rows: [['x']], state: 'hidden' }, { ...LIST, name: 'Two' }] }),
  madeWorkbook({ sheets: [{ name: 'A', rows: [['<b>&', 'a"b']] }], is1904: true }),
];
const WORDS = [
  '<row r="1048576">',
  '<row r="2147483648">',
  '<c r="XFD1" t="s"><v>0</v></c>',
  '<c r="ALL1"><v>7</v></c>',
  '<v>4294967296</v>',
  ' t="s"',
  ' t="str"',
  ' s="65535"',
  ' r="A1"',
  '</row>',
  '</sheetData>',
  '<sheetData>',
  '<si><t>',
  '<!DOCTYPE a [<!ENTITY b "cc">]>',
  '&b;',
  '<!--',
  ']]>',
  '<f>',
  'TargetMode="External"',
  '../../../etc/passwd',
  'worksheets/sheet1.xml',
  '_x000D_',
  '_x0000_',
];
/** Limits as the documents state them (docs/problems.md). */
const MOST_COLUMNS = 1000;
const MOST_ROW = 1_048_576;
const MOST_RATIO = 200;
const MEGABYTE = 1024 * 1024;

/** One part is spoilt, and the package is whole. */
function repacked(random: Random): Uint8Array {
  const parts = unzipSync(random.pick(BOOKS));
  const names = Object.keys(parts);
  const name = random.pick(names);
  const spoilt = random.chance(0.02) ? bomb(random) : mutateBytes([parts[name]!], random, WORDS);
  const level = random.chance(0.3) ? 0 : 6;
  return zipSync({ ...parts, [name]: spoilt }, { level, mtime: '2026-10-01' });
}

/** More than a megabyte of nothing: rows, cells of one row, texts, blanks. */
function bomb(random: Random): Uint8Array {
  const piece = random.pick([
    '<row/>',
    '<row><c><f>1</f></c></row>',
    '<c><f>1</f></c>',
    '<si><t>x</t></si>',
    ' ',
    '<x>',
    '<c t="s"><v>0</v></c>',
    'a',
  ]);
  const open = random.pick(['', '<worksheet><sheetData>', '<worksheet><sheetData><row>', '<sst>']);
  return new TextEncoder().encode(open + piece.repeat(Math.ceil((1.2 * MEGABYTE) / piece.length)));
}

interface BookRead {
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly codes: readonly string[];
  readonly isFatal: boolean;
}

async function readBook(bytes: Uint8Array, chunkBytes: number): Promise<BookRead> {
  const log = createProblemLog();
  const rows: { row: number; cells: readonly string[] }[] = [];
  const keep = (cells: readonly string[], row: number) => rows.push({ row, cells: [...cells] }) > 0;
  const { feed, foreign } = await openFiles([byteFile('a.xlsx', bytes, chunkBytes)], log);
  for (const source of [...foreign, ...feed.map((table) => table.source)]) {
    await source.read(
      { isKnownColumn: () => false, header: (cells) => keep(cells, 1), record: keep, refused: () => {} },
      log,
    );
  }
  const problems = log.problems();
  return { rows, codes: problems.map(({ code }) => code), isFatal: log.hasFatal };
}

async function judgeBook(bytes: Uint8Array, read: BookRead): Promise<Verdict> {
  const cut = await readBook(bytes, 1021);
  if (JSON.stringify(cut) !== JSON.stringify(read))
    return { wrong: 'cuts between chunks change what is read' };
  const wide = read.rows.find(({ cells, row }) => cells.length > MOST_COLUMNS || row > MOST_ROW || row < 1);
  if (wide !== undefined) return { wrong: `row ${wide.row} with ${wide.cells.length} cells` };
  const cells = read.rows.flatMap((row) => row.cells).filter((cell) => cell !== '');
  if (read.isFatal || cells.length === 0) return 'refused';
  // Spoilt in its first letters it is a text, which another parser here has.
  if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') !== 'PK\u0003\u0004') return 'refused';
  const texts = textsOf(bytes);
  if (texts === null) return { wrong: 'a workbook that nothing else unpacks' };
  const large = texts.parts.find(({ size, packed }) => size > MEGABYTE && size > packed * MOST_RATIO);
  if (large?.isSheet === true) return { wrong: `${large.name} is a bomb and was read` };
  const made = cells.find((cell) => !isIn(cell, texts.all));
  return made === undefined ? 'accepted' : { wrong: `no part of it says ${JSON.stringify(made)}` };
}

/** Where a tag stood: no text of the made books has one. */
const TAG = '~';

/** What stands between tags, of every part that this cut can unpack, and the sizes; null where it finds no part. */
function textsOf(bytes: Uint8Array) {
  const buffer = Buffer.from(bytes);
  const parts: { name: string; size: number; packed: number; isSheet: boolean }[] = [];
  const found: string[] = [];
  for (let at = buffer.indexOf('PK\u0001\u0002'); at >= 0; at = buffer.indexOf('PK\u0001\u0002', at + 1)) {
    if (at + 46 > buffer.length) break;
    const packed = buffer.readUInt32LE(at + 20);
    const local = buffer.readUInt32LE(at + 42);
    if (local + 30 > buffer.length) continue;
    const name = buffer.toString('latin1', at + 46, at + 46 + buffer.readUInt16LE(at + 28));
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
    const content = unpacked(buffer.subarray(start, start + packed), buffer.readUInt16LE(at + 10));
    if (content === null) continue;
    // The second sheet is hidden, and not read.
    parts.push({ name, size: content.length, packed, isSheet: /sheet[13]|sharedStrings/.test(name) });
    found.push(...plainTexts(content));
  }
  return parts.length === 0 ? null : { parts, all: found.join('\n') };
}

/** As it stands, and by either order of UTF-16: XML may be written so. */
function plainTexts(content: Buffer): readonly string[] {
  return ['utf-8', 'utf-16le', 'utf-16be'].map((encoding) =>
    new TextDecoder(encoding)
      .decode(content)
      .replace(/<!\[CDATA\[|\]\]>/g, '')
      // A reader of XML gives every line break as one character.
      .replace(/\r\n?/g, '\n')
      .replace(/<[^<>]{0,2000}>/g, TAG)
      .replace(/~~+/g, TAG),
  );
}

function unpacked(packed: Buffer, method: number): Buffer | null {
  if (method === 0) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: 64 * MEGABYTE });
  } catch {
    return null;
  }
}

/** A cell is what stands there: a number by its value, all else by its letters, since entities and escapes are other spellings of them.
 *  Dates are made of numbers, and are said otherwise. */
function isIn(cell: string, texts: string): boolean {
  const isDate = /^\d{4}-\d\d-\d\d|\d:\d\d|\d-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d/.test(cell);
  const whole = texts.replaceAll(TAG, '');
  if (isDate || cell === 'TRUE' || cell === 'FALSE' || whole.includes(cell)) return true;
  const value = Number(cell);
  if (!Number.isNaN(value))
    return texts.split(/[~\n]/).some((text) => text.trim() !== '' && closeTo(Number(text), value));
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return letters(decoded(whole)).includes(letters(cell));
}

const closeTo = (a: number, b: number): boolean => a === b || Math.abs(a - b) <= Math.abs(b) * 1e-12;

function decoded(text: string): string {
  return text
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, code: string) => letterOf(Number.parseInt(code, 16)))
    .replace(/&#(\d{1,7});/g, (_, code: string) => letterOf(Number(code)))
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&(?:lt|gt|amp|quot|apos);/g, ' ');
}

const letterOf = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : ' ');

const workbook = fuzzParser('workbook', async () => ({
  input: (random) => (random.chance(0.25) ? mutateBytes(BOOKS, random, WORDS) : repacked(random)),
  read: (bytes) => readBook(bytes, Number.POSITIVE_INFINITY),
  judge: judgeBook,
}));

/** In the order in which they are tried. */
export const workbookParsers = [workbook];
