import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { byteFile } from '../feed.fixture';
import { openFiles } from '../files/open-files';
import { createProblemLog } from '../problems/problem';
import type { RecordSource } from '../tables/record-source';
import { type MadeWorkbook, madeWorkbook } from './workbook.fixture';

type Read = readonly (readonly [row: number, cells: readonly string[]])[];

async function rowsOf(source: RecordSource, log = createProblemLog()): Promise<Read> {
  const rows: (readonly [number, readonly string[]])[] = [];
  const keep = (cells: readonly string[], row: number) => rows.push([row, cells]) > 0;
  const reader = {
    isKnownColumn: () => false,
    header: (cells: readonly string[]) => keep(cells, 1),
    record: keep,
    refused: () => {},
  };
  await source.read(reader, log);
  return rows;
}

async function read(workbook: MadeWorkbook | Uint8Array, chunkBytes = Number.POSITIVE_INFINITY) {
  const bytes = workbook instanceof Uint8Array ? workbook : madeWorkbook(workbook);
  const log = createProblemLog();
  const { foreign } = await openFiles([byteFile('list.xlsx', bytes, chunkBytes)], log);
  const sheets: Record<string, Read> = {};
  for (const source of foreign) sheets[source.name] = await rowsOf(source, log);
  const problems = log.problems().map(({ code, file, row, column }) => ({ code, file, row, column }));
  return { sheets, problems, messages: log.problems().map(({ message }) => message) };
}

const oneSheet = (rows: MadeWorkbook['sheets'][number]['rows'], rest: Partial<MadeWorkbook> = {}) => ({
  sheets: [{ name: 'S', rows }],
  ...rest,
});

describe('a workbook', () => {
  it('gives a table a sheet by the name of its tab, blank ones none and hidden ones a note', async () => {
    const rows = [['a', 'b']];
    const { sheets, problems } = await read({
      sheets: [
        { name: 'Streets & more', rows },
        { name: 'Sheet2', rows: [] },
        { name: 'Old', rows, state: 'hidden' },
        { name: 'Code', rows, state: 'veryHidden' },
        { name: 'Places', rows },
      ],
    });
    expect(Object.keys(sheets)).toEqual(['list.xlsx / Streets & more', 'list.xlsx / Places']);
    expect(problems.map(({ code, file }) => [code, file])).toEqual([
      ['sheet-hidden', 'list.xlsx / Old'],
      ['sheet-hidden', 'list.xlsx / Code'],
    ]);
  });

  it('without a cell that holds something is empty', async () => {
    expect((await read(oneSheet([[null, ''], []]))).problems).toMatchObject([{ code: 'file-empty' }]);
  });

  it('reads every kind of cell as the office sees it', async () => {
    const cells = [
      'plain',
      1234,
      { xml: '<c r="$" s="1"><v>1234</v></c>' },
      { xml: '<c r="$" s="2"><v>45293</v></c>' },
      { xml: '<c r="$" s="3"><v>46329</v></c>' },
      { xml: '<c r="$" t="b"><v>1</v></c>' },
      { xml: '<c r="$" t="str"><f>A1&amp;"x"</f><v>plainx</v></c>' },
      { xml: '<c r="$"><f>1+1</f><v>2</v></c>' },
      { xml: '<c r="$" t="str"><f>IF(TRUE,"","x")</f><v></v></c>' },
      { xml: '<c r="$" t="e"><v>#N/A</v></c>' },
      {
        xml: '<c r="$" t="inlineStr"><is><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh sb="0" eb="1"><t>hint</t></rPh></is></c>',
      },
      { xml: '<c r="$" t="d"><v>2026-11-03</v></c>' },
      { xml: '<c r="$" t="inlineStr"><is><t>two_x000A_lines &lt;&#233;&gt;</t></is></c>' },
    ];
    const { sheets, problems } = await read(oneSheet([cells], { formats: ['00000', 16, 14] }));
    expect(problems).toEqual([]);
    expect(sheets['list.xlsx / S']).toEqual([
      [
        1,
        [
          'plain',
          '1234',
          '01234',
          '2-Jan',
          '2026-11-03',
          'TRUE',
          'plainx',
          '2',
          '',
          '#N/A',
          'rich text',
          '2026-11-03',
          'two\nlines <é>',
        ],
      ],
    ]);
  });

  it('keeps the numbers of rows past blank ones, and fills rows up to the widest', async () => {
    const rows = [['Title'], [], ['street', 'zip', 'precinct'], ['Oak St', null, 'P1'], [], ['Elm St']];
    expect((await read(oneSheet(rows))).sheets['list.xlsx / S']).toEqual([
      [1, ['Title', '', '']],
      [3, ['street', 'zip', 'precinct']],
      [4, ['Oak St', '', 'P1']],
      [6, ['Elm St', '', '']],
    ]);
  });

  it('hands on a blank header where the first row is blank', async () => {
    expect((await read(oneSheet([[], ['a', 'b']]))).sheets['list.xlsx / S']).toEqual([
      [1, ['', '']],
      [2, ['a', 'b']],
    ]);
  });

  it('sets hidden rows aside and says how many, but for the first', async () => {
    const rows = [['street', 'precinct'], ['Oak St', '1'], ['Elm St', '2'], ['Ash St', '3'], []];
    const { sheets, problems, messages } = await read({
      sheets: [{ name: 'S', rows, hiddenRows: [1, 3, 4, 5] }],
    });
    expect(sheets['list.xlsx / S']).toEqual([
      [1, ['street', 'precinct']],
      [2, ['Oak St', '1']],
    ]);
    expect(problems).toEqual([{ code: 'rows-hidden', file: 'list.xlsx / S', row: 3, column: null }]);
    expect(messages[0]).toContain('2 in this sheet');
  });

  it('gives every row what is merged beside it, and titles to one cell alone', async () => {
    const rows = [
      ['Streets of Example County', null, null],
      ['precinct', 'street', 'zip'],
      ['1', 'Oak St', 43001],
      [null, 'Elm St', null],
      [null, null, null],
      [null, 'Ash St', 43011],
      ['2', 'Oak St', 43001],
      [null, 'Fir St', 43001],
    ];
    const merged = ['A1:C1', 'A3:A6', 'C3:C5', 'A7:A7'];
    for (const chunkBytes of [Number.POSITIVE_INFINITY, 7]) {
      const { sheets } = await read({ sheets: [{ name: 'S', rows, merged }] }, chunkBytes);
      expect(sheets['list.xlsx / S']?.map(([row, cells]) => `${row} ${cells.join('|')}`)).toEqual([
        '1 Streets of Example County||',
        '2 precinct|street|zip',
        '3 1|Oak St|43001',
        '4 1|Elm St|43001',
        '6 1|Ash St|43011',
        '7 2|Oak St|43001',
        '8 |Fir St|43001',
      ]);
    }
  });

  it('counts rows and cells without references', async () => {
    const sheet =
      '<worksheet><sheetData><row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row><row><c><v>1</v></c><c><v>2</v></c></row></sheetData></worksheet>';
    const { sheets } = await read(oneSheet([['x']], { parts: { 'xl/worksheets/sheet1.xml': sheet } }));
    expect(sheets['list.xlsx / S']).toEqual([
      [1, ['a', 'b']],
      [2, ['1', '2']],
    ]);
  });

  it('understands a prefix before every element', async () => {
    const sheet =
      '<x:worksheet xmlns:x="u"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    const { sheets } = await read(oneSheet([['x']], { parts: { 'xl/worksheets/sheet1.xml': sheet } }));
    expect(sheets['list.xlsx / S']).toEqual([[1, ['a']]]);
  });

  it('sets a row aside whose formula was never computed, by Excel’s name of the column', async () => {
    const { sheets, problems } = await read(
      oneSheet([
        ['a', 'b'],
        ['1', { xml: '<c r="$"><f>A1</f></c>' }],
        ['2', '3'],
      ]),
    );
    expect(problems).toEqual([{ code: 'formula-without-value', file: 'list.xlsx / S', row: 2, column: 'B' }]);
    expect(sheets['list.xlsx / S']?.map(([row]) => row)).toEqual([1, 3]);
  });

  it('reads what was written, wherever the bytes are cut (seeded)', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'Z', ' ', '<', '&', '"', 'é', '😀', '\n', '_x', '1'),
      minLength: 1,
      maxLength: 8,
    });
    const cell = fc.oneof(text, fc.integer({ min: 0, max: 99_999 }), fc.constant(null));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 20 }),
        fc.integer({ min: 1, max: 400 }),
        async (body, chunkBytes) => {
          const rows = [['h1', 'h2', 'h3', 'h4', 'h5'], ...body];
          const { sheets, problems } = await read(oneSheet(rows), chunkBytes);
          const filled = rows.map((cells, i): readonly [number, readonly string[]] => [
            i + 1,
            Array.from({ length: 5 }, (_, at) => String(cells[at] ?? '')),
          ]);
          expect(problems).toEqual([]);
          expect(sheets['list.xlsx / S']).toEqual(
            filled.filter(([, cells]) => cells.some((each) => each.trim() !== '')),
          );
        },
      ),
      { seed: 20261106, numRuns: 200 },
    );
  });
});

describe('a workbook that is made to do harm', () => {
  const sheetOf = (xml: string) => ({ parts: { 'xl/worksheets/sheet1.xml': xml } });
  const row = '<worksheet><sheetData><row r="1">';

  it.each<readonly [string, Partial<MadeWorkbook>, string, string]>([
    [
      'entities that grow',
      sheetOf('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'),
      'workbook-unreadable',
      'document type',
    ],
    [
      'an entity from outside',
      sheetOf('<!DOCTYPE x SYSTEM "http://example.org/x.dtd"><worksheet/>'),
      'workbook-unreadable',
      'document type',
    ],
    [
      'an entity that nobody declared',
      sheetOf(`${row}<c r="A1" t="str"><v>&x;</v></c></row></sheetData></worksheet>`),
      'workbook-unreadable',
      'entity',
    ],
    ['a sheet that is cut off', sheetOf(`${row}<c r="A1"`), 'workbook-unreadable', ''],
    [
      'a text without end',
      sheetOf(
        `${row}<c r="A1" t="str"><v>${Array.from({ length: 200_000 }, (_, i) => i * 7919).join(' ')}</v></c></row></sheetData></worksheet>`,
      ),
      'workbook-unreadable',
      'does not end',
    ],
    ['nesting without end', sheetOf('<a>'.repeat(100)), 'workbook-unreadable', 'nested'],
    [
      'a column at the end of the world',
      sheetOf(`${row}<c r="XFD1"><v>1</v></c></row></sheetData></worksheet>`),
      'workbook-unreadable',
      '1,000 columns',
    ],
    [
      'rows that go back',
      sheetOf(`${row}</row><row r="1"></row></sheetData></worksheet>`),
      'workbook-unreadable',
      'order',
    ],
    [
      'a row past the last',
      sheetOf('<worksheet><sheetData><row r="1048577"/></sheetData></worksheet>'),
      'workbook-unreadable',
      'order',
    ],
    [
      'cells that go back',
      sheetOf(`${row}<c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row></sheetData></worksheet>`),
      'workbook-unreadable',
      'order',
    ],
    [
      'a cell within a cell, which would be said twice, and the second time one column further',
      sheetOf(`${row}<c r="A1"><c r="ALL1"><v>7</v></c></c></row></sheetData></worksheet>`),
      'workbook-unreadable',
      'within a cell of row 1',
    ],
    [
      'a row within a row, which would be said twice',
      sheetOf(
        `${row}<c r="A1"><v>1</v></c><row r="2"><c r="A2"><v>2</v></c></row></row></sheetData></worksheet>`,
      ),
      'workbook-unreadable',
      'within row 1',
    ],
    [
      'a text that is not there',
      sheetOf(`${row}<c r="A1" t="s"><v>7</v></c></row></sheetData></worksheet>`),
      'workbook-unreadable',
      'does not have',
    ],
    [
      'a sheet that is not there',
      { parts: { 'xl/worksheets/sheet1.xml': null } },
      'workbook-unreadable',
      'missing',
    ],
    [
      'a bomb',
      { parts: { 'xl/worksheets/sheet1.xml': new Uint8Array(8 * 1024 * 1024).fill(0x20) } },
      'archive-ratio',
      '',
    ],
  ])('with %s is refused', async (_title, rest, code, words) => {
    const { problems, messages, sheets } = await read(oneSheet([['a']], rest));
    expect(sheets).toEqual({});
    expect(problems).toMatchObject([{ code, file: 'list.xlsx' }]);
    expect(messages[0]).toContain(words);
  });

  it('follows no relationship to the outside', async () => {
    const rels =
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" TargetMode="External" Target="http://example.org/sheet.xml"/></Relationships>';
    const { problems, sheets } = await read(
      oneSheet([['a']], { parts: { 'xl/_rels/workbook.xml.rels': rels } }),
    );
    expect([problems.map(({ code }) => code), sheets]).toEqual([['file-empty'], {}]);
  });

  it('is refused where a sheet was changed after it was packed', async () => {
    const stored = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      '_rels/.rels': strToU8(
        '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="w.xml"/></Relationships>',
      ),
      'w.xml': strToU8('<workbook xmlns:r="u"><sheets><sheet name="S" r:id="a"/></sheets></workbook>'),
      '_rels/w.xml.rels': strToU8(
        '<Relationships><Relationship Id="a" Type="x/worksheet" Target="s.xml"/></Relationships>',
      ),
      's.xml': [
        strToU8(`${row}<c r="A1" t="str"><v>Oak St</v></c></row></sheetData></worksheet>`),
        { level: 0 },
      ],
    });
    expect((await read(stored)).sheets).toEqual({ 'list.xlsx / S': [[1, ['Oak St']]] });
    const at = Buffer.from(stored).indexOf('Oak St');
    const changed = stored.slice();
    changed[at] = 0x45;
    expect((await read(changed)).problems).toMatchObject([{ code: 'archive-unreadable', file: 'list.xlsx' }]);
  });
});
