import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { byteFile, feedWith, filesOf, soundFeed, textFile } from '../feed.fixture';
import { createProblemLog } from '../problems/problem';
import { readUpload } from '../read-upload';
import type { RecordSource } from '../tables/record-source';
import { madeWorkbook } from '../xlsx/workbook.fixture';
import { openFiles } from './open-files';
import type { SourceFile } from './source-file';

const LIST = 'street,number,zip\nOak St,1,43999\nElm St,2,43999\n';
const utf8 = strToU8;

function utf16(text: string, isLittleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittleEndian);
  return bytes;
}

async function recordsOf(source: RecordSource) {
  const records: (readonly [number, readonly string[]])[] = [];
  const keep = (cells: readonly string[], row = 1) =>
    records.push([row, cells.map((cell) => cell.trim())]) > 0;
  const log = createProblemLog();
  await source.read(
    { isKnownColumn: () => false, header: (cells) => keep(cells), record: keep, refused: () => {} },
    log,
  );
  return { records, codes: log.problems().map(({ code }) => code) };
}

/** `foreign list.csv`, `street_segment list.csv`, `boundaries map.json`; problems as `code file`. */
async function opened(files: readonly SourceFile[]) {
  const log = createProblemLog();
  const { feed, foreign, boundaries } = await openFiles(files, log);
  return {
    foreign,
    is: [
      ...feed.map(({ table, source }) => `${table} ${source.name}`),
      ...foreign.map(({ name }) => `foreign ${name}`),
      ...boundaries.map(({ name }) => `boundaries ${name}`),
    ],
    problems: log.problems().map(({ code, file }) => `${code} ${file}`),
  };
}

describe('content decides, whatever the file is called', () => {
  const wanted = [
    [1, ['street', 'number', 'zip']],
    [2, ['Oak St', '1', '43999']],
    [3, ['Elm St', '2', '43999']],
  ];
  it.each<readonly [string, string, Uint8Array]>([
    ['without an ending', 'list', utf8(LIST)],
    ['.CSV', 'LIST.CSV', utf8(LIST)],
    ['.dat', 'list.dat', utf8(LIST)],
    ['text as .xls', 'list.xls', utf8(LIST.replaceAll(',', '\t'))],
    ['tabs as .csv', 'list.csv', utf8(LIST.replaceAll(',', '\t'))],
    ['semicolons', 'list.csv', utf8(LIST.replaceAll(',', ';'))],
    ['pipes', 'list.txt', utf8(LIST.replaceAll(',', '|'))],
    ['line ends of the old Mac', 'list.csv', utf8(LIST.replaceAll('\n', '\r'))],
    ['UTF-16 with its mark', 'list.csv', Uint8Array.from([0xff, 0xfe, ...utf16(LIST, true)])],
    ['UTF-16 without a mark, little end first', 'list.csv', utf16(LIST, true)],
    ['UTF-16 without a mark, big end first', 'list.csv', utf16(LIST, false)],
    ['a zip as .csv', 'list.csv', zipSync({ 'list.txt': utf8(LIST) })],
    [
      'a workbook as .csv',
      'list.csv',
      madeWorkbook({
        sheets: [
          {
            name: 'A',
            rows: [
              ['street', 'number', 'zip'],
              ['Oak St', 1, 43999],
              ['Elm St', '2', '43999'],
            ],
          },
        ],
      }),
    ],
    [
      'a workbook in a zip',
      'all.zip',
      zipSync({
        'list.xlsx': madeWorkbook({
          sheets: [
            {
              name: 'A',
              rows: LIST.trim()
                .split('\n')
                .map((line) => line.split(',')),
            },
          ],
        }),
      }),
    ],
  ])('%s', async (_title, name, bytes) => {
    for (const chunkBytes of [Number.POSITIVE_INFINITY, 7]) {
      const { foreign, problems } = await opened([byteFile(name, bytes, chunkBytes)]);
      expect(problems).toEqual([]);
      expect(foreign).toHaveLength(1);
      expect(await recordsOf(foreign[0]!)).toEqual({ records: wanted, codes: [] });
    }
  });

  it('takes a first line sep=; at its word and counts it', async () => {
    const { foreign } = await opened([textFile('list.csv', 'sep=;\na,b;c\n1,2;3\n')]);
    expect((await recordsOf(foreign[0]!)).records).toEqual([
      [1, ['a,b', 'c']],
      [3, ['1,2', '3']],
    ]);
  });

  it('finds the separator past lines of a title', async () => {
    const text = `Streets of Exampleton, Ohio, as of May 1, 2026\n\n${LIST.replaceAll(',', '\t')}`;
    const { foreign } = await opened([textFile('list.txt', text)]);
    expect((await recordsOf(foreign[0]!)).records.at(-1)).toEqual([5, ['Elm St', '2', '43999']]);
  });

  it.each([
    ['letters of a table of text', '\u0000\u0001'.repeat(400), 'file-binary'],
    ['bytes that are no text', '\u0001\u0000\u0000\u0002', 'file-binary'],
    ['a web page', '  <html><body>', 'file-html'],
    ['a table of a web page', '<table border=1>', 'file-html'],
    [
      'an Excel 2003 spreadsheet',
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><ss:Workbook>',
      'file-xml',
    ],
    ['JSON', '{"streets": []}', 'file-json'],
    ['a list in JSON', '[ {"a": 1} ]', 'file-json'],
    ['blanks', ' \r\n\t', 'file-empty'],
    ['nothing', '', 'file-empty'],
  ])('refuses %s', async (_title, text, code) => {
    expect(await opened([textFile('list.csv', text)])).toMatchObject({
      is: [],
      problems: [`${code} list.csv`],
    });
  });

  it.each([
    ['a header in brackets', '[Street],[Zip]\nOak St,43999\n'],
    ['a comparison', '<5,Oak St\n<6,Elm St\n'],
  ])('reads a list that begins with %s', async (_title, text) => {
    expect(await opened([textFile('list.csv', text)])).toMatchObject({
      is: ['foreign list.csv'],
      problems: [],
    });
  });

  it('hands on GeoJSON, wherever its type stands', async () => {
    const filler = '"crs": null, '.repeat(9_000);
    const text = `{${filler}"features": [], "type" : "FeatureCollection"}`;
    const bytes = utf8(text);
    expect(await opened([byteFile('map.json', bytes, 1000)])).toMatchObject({
      is: ['boundaries map.json'],
      problems: [],
    });
  });

  it('reads nothing of what systems add', async () => {
    const names = ['.DS_Store', '__MACOSX/._list.csv', '~$list.xlsx', 'sub/Thumbs.db', 'desktop.ini'];
    expect(await opened(names.map((name) => textFile(name, LIST)))).toMatchObject({ is: [], problems: [] });
  });

  it('refuses an archive in an archive, whatever it is called', async () => {
    const inner = zipSync({ 'list.csv': utf8(LIST) });
    expect((await opened([byteFile('a.zip', zipSync({ 'inner.csv': inner }))])).problems).toEqual([
      'archive-nested inner.csv',
    ]);
    expect((await opened([byteFile('a.zip', zipSync({ 'inner.csv': gzipSync(inner) }))])).problems).toEqual([
      'file-packed inner.csv',
    ]);
  });

  it.each([
    ['word/document.xml', 'file-word'],
    ['ppt/presentation.xml', 'file-word'],
    ['xl/workbook.bin', 'file-old-excel'],
  ])('refuses the package around %s', async (main, code) => {
    const rels = `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="/${main}"/></Relationships>`;
    const bytes = zipSync({
      '[Content_Types].xml': utf8('<Types/>'),
      '_rels/.rels': utf8(rels),
      [main]: utf8('x'),
    });
    expect((await opened([byteFile('list.csv', bytes)])).problems).toEqual([`${code} list.csv`]);
  });
});

describe('which table of a feed a file is', () => {
  it.each(Object.entries(soundFeed).filter(([name]) => /segment|location|precinct/.test(name)))(
    'knows %s by its columns',
    async (name, rows) => {
      const { is } = await opened([textFile('export 1.dat', `${rows.join('\n')}\n`)]);
      expect(is).toEqual([`${name.replace('.txt', '')} export 1.dat`]);
    },
  );

  it.each([
    ['an id and a name', 'id,name'],
    ['a list of places', 'precinct,name,address,city,zip'],
    ['streets with places beside them', `${soundFeed['street_segment.txt']![0]},place_name,place_address`],
    ['a precinct and its place', 'precinct_id,polling_location_id,name,address'],
  ])('leaves %s to the office', async (_title, header) => {
    const cells = header
      .split(',')
      .map(() => 'x')
      .join(',');
    expect((await opened([textFile('list.csv', `${header}\n${cells}\n`)])).is).toEqual(['foreign list.csv']);
  });

  it('reads a whole feed out of one workbook, a table a sheet, as out of its files', async () => {
    const sheets = Object.entries(soundFeed).map(([name, rows]) => ({
      name: name.replace('.txt', ''),
      rows: rows.map((row) => row.split(',').map((cell) => (/^\d{1,4}$/.test(cell) ? Number(cell) : cell))),
    }));
    const fromSheets = await readUpload([byteFile('feed.xlsx', madeWorkbook({ sheets }), 100)]);
    const fromFiles = await readUpload(filesOf(soundFeed));
    expect(fromSheets.problems).toEqual([]);
    expect(fromFiles.problems).toEqual([]);
    expect(fromSheets.dataset).toEqual(fromFiles.dataset);
  });

  it('lets a letter, a picture and a PDF lie beside a feed, and names those that it does not read', async () => {
    const beside = [textFile('README.txt', 'Dear all,\nhere it is.\n'), textFile('map.pdf', '%PDF-1.4')];
    const { dataset, problems } = await readUpload([...filesOf(soundFeed), ...beside]);
    expect(dataset).not.toBeNull();
    expect(problems.filter(({ file }) => file === 'map.pdf')).toMatchObject([
      { code: 'file-ignored', value: 'file-pdf' },
    ]);
  });

  it('says once what is wrong with a table of the feed, and not that it is missing', async () => {
    const files = [...filesOf(feedWith({ 'precinct.txt': null })), textFile('precinct.txt', '%PDF-1.4')];
    const { problems } = await readUpload(files);
    expect(problems.map(({ code, file }) => [code, file])).toEqual([['file-pdf', 'precinct.txt']]);
  });

  it('refuses two tables of one kind, the one by its name and the other by its columns', async () => {
    const old = textFile('segments of May.csv', `${soundFeed['street_segment.txt']!.join('\n')}\n`);
    const { problems } = await readUpload([...filesOf(soundFeed), old]);
    expect(problems.map(({ code }) => code)).toEqual(['file-twice']);
  });
});
