import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { byteFile, textFile } from '../feed.fixture';
import type { SourceFile } from '../files/source-file';
import { createProblemLog } from '../problems/problem';
import { readCsv } from './csv';

interface Read {
  readonly records: readonly (readonly [row: number, cells: readonly string[]])[];
  readonly codes: readonly string[];
}

async function read(file: SourceFile, columns = ['id', 'name']): Promise<Read> {
  const log = createProblemLog();
  const records: [number, readonly string[]][] = [];
  await readCsv(
    file,
    {
      isKnownColumn: (name) => columns.includes(name),
      header: (cells) => records.push([1, cells]) > 0,
      record: (cells, row) => records.push([row, cells]) > 0,
      refused: () => {},
    },
    log,
  );
  return { records, codes: log.problems().map(({ code }) => code) };
}

function utf16(text: string, isLittleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * (text.length + 1));
  const view = new DataView(bytes.buffer);
  for (const [i, char] of [...`\ufeff${text}`].entries())
    view.setUint16(2 * i, char.charCodeAt(0), isLittleEndian);
  return bytes;
}

const latin1 = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('readCsv', () => {
  it.each([
    ['UTF-8', utf8('id,name\n1,Peña’s\n'), 'Peña’s'],
    ['UTF-8 with byte order mark', utf8('\ufeffid,name\r\n1,Peña’s\r\n'), 'Peña’s'],
    ['UTF-16, little end first', utf16('id,name\r\n1,Peña’s\r\n', true), 'Peña’s'],
    ['UTF-16, big end first', utf16('id,name\r\n1,Peña’s\r\n', false), 'Peña’s'],
    ['Windows-1252', latin1('id,name\r\n1,Pe\xf1a\x92s \x80\r\n'), 'Peña’s €'],
    ['mostly UTF-8 with one bad byte', latin1('id,name\n1,Pe\xc3\xb1a Pe\xc3\xb1a\xff\n'), 'Peña Peña\ufffd'],
    ['no line break at the end', utf8('id,name\n1,Pena'), 'Pena'],
    ['old Mac line breaks', utf8('id,name\r1,Pena\r'), 'Pena'],
    ['tabs', utf8('id\tname\n1\tPena, Jr.\n'), 'Pena, Jr.'],
    ['semicolons', utf8('id;name\n1;Pena, Jr.\n'), 'Pena, Jr.'],
    ['pipes', utf8('id|name\n1|Pena; Jr.\n'), 'Pena; Jr.'],
    ['a line break in quotes', utf8('id,name\r\n1,"Pena\r\nJr."\r\n'), 'Pena\r\nJr.'],
    ['blanks behind a quoted cell', utf8('id,name\r\n1,"Pena" \r\n'), 'Pena'],
    ['quotes in quotes', utf8('id,name\n1,"the ""old"" hall"\n'), 'the "old" hall'],
    ['an unquoted quote', utf8('id,name\n1,5" pipe\n'), '5" pipe'],
  ])('%s', async (_, bytes, name) => {
    for (const chunkBytes of [1, 3, 1000]) {
      const { records, codes } = await read(byteFile('precinct.txt', bytes, chunkBytes));
      expect(codes).toEqual([]);
      expect(records.map(([row, cells]) => [row, ...cells.map((cell) => cell.trim())])).toEqual([
        [1, 'id', 'name'],
        [2, '1', name],
      ]);
    }
  });

  it('counts blank rows but does not hand them on', async () => {
    const { records } = await read(textFile('precinct.txt', 'id,name\n\n1,a\n,\n  \n2,b\n , \n\t,\r\n\n'));
    expect(records.map(([row]) => row)).toEqual([1, 3, 6]);
  });

  it.each([
    ['nothing', '', 'file-empty'],
    ['blanks', ' \r\n\t\n', 'file-empty'],
    ['a byte order mark', '\ufeff', 'file-empty'],
    ['a PDF', '%PDF-1.7\n', 'file-pdf'],
    ['a ZIP or Excel file', 'PK\u0003\u0004rest', 'file-binary'],
    ['bytes of zero', 'id,name\n1,\u0000\n', 'file-binary'],
  ])('refuses a file that is %s', async (_, text, code) => {
    expect((await read(textFile('precinct.txt', text))).codes).toEqual([code]);
  });

  it('takes off the guard that keeps a cell text in Excel, and leaves formulas', async () => {
    const { records, codes } = await read(
      textFile('guards.csv', 'id,name\n="0123",="Ann ""Nan"" Lee"\n"=""0456""","=""a""&""b"""\n=A1,=""\n'),
    );
    expect(records.slice(1)).toEqual([
      [2, ['0123', 'Ann "Nan" Lee']],
      [3, ['0456', '="a"&"b"']],
      [4, ['=A1', '']],
    ]);
    expect(codes).toEqual([]);
  });

  it('stops at a quotation mark that never closes, however much follows', async () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => `${i},name of ${i}`).join('\n');
    const { codes, records } = await read(textFile('precinct.txt', `id,name\n1,a\n2,"b\n${rows}\n`));
    expect(codes).toEqual(['quote-unterminated']);
    expect(records).toHaveLength(2);
  });

  it('gives back what papaparse wrote, wherever the bytes are cut', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'B', '7', ' ', ',', '"', '\n', '\r\n', ';', '\t', '|', 'é', '’', '😀', '#'),
      maxLength: 12,
    });
    // A row whose cells are all blank counts as none, and so does what surrounds a cell.
    const row = fc.tuple(fc.integer({ min: 1, max: 999 }), cell, cell);
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 20 }),
        fc.integer({ min: 1, max: 50 }),
        async (rows, chunkBytes) => {
          const text = Papa.unparse([['id', 'name', 'number'], ...rows], { newline: '\r\n' });
          const { records, codes } = await read(byteFile('a.csv', utf8(text), chunkBytes), [
            'id',
            'name',
            'number',
          ]);
          expect(codes).toEqual([]);
          const wanted = [
            ['id', 'name', 'number'],
            ...rows.map((cells) => cells.map((value) => String(value).trim())),
          ];
          expect(records.map(([, cells]) => cells.map((value) => value.trim()))).toEqual(wanted);
        },
      ),
      { seed: 20261103, numRuns: 400 },
    );
  });
});

describe('the limit of rows', () => {
  it.each([
    [2_000_000, []],
    [2_000_001, ['file-too-large']],
  ])('a header and %d rows', async (rows, codes) => {
    const log = createProblemLog();
    let taken = 0;
    const record = () => ++taken > 0;
    const reader = { isKnownColumn: () => true, header: () => true, record, refused: () => {} };
    await readCsv(textFile('street_segment.txt', `id\n${'x\n'.repeat(rows)}`), reader, log);
    expect([taken, log.problems().map(({ code }) => code)]).toEqual([2_000_000, codes]);
  });
});
