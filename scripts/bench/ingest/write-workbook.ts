// Owns the workbook that reading is measured with: a joined table of ranges as Excel writes it, texts shared, over as many sheets as its
// rows need. ECMA-376 part 1, 18.3 and 18.4. Knows no disk.

import type { ZipSink } from './packed-sink';

/** Excel's own limit is 1,048,576, the header among them. */
const ROWS_A_SHEET = 1_000_000;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** Writes `rows` rows below `columns` on each of its sheets; `cells(0)` is the first. Gives the number of sheets. */
export function writeWorkbook(
  rows: number,
  columns: readonly string[],
  cells: (index: number) => readonly (string | number)[],
  zip: ZipSink,
): number {
  const sheets = Math.max(1, Math.ceil(rows / ROWS_A_SHEET));
  const strings = new Map<string, number>();
  for (const [path, text] of frame(sheets)) part(zip, path, [text]);
  for (let sheet = 0; sheet < sheets; sheet++) {
    const first = sheet * ROWS_A_SHEET;
    const count = Math.min(ROWS_A_SHEET, rows - first);
    part(
      zip,
      `xl/worksheets/sheet${sheet + 1}.xml`,
      sheetXml(count, columns, (row) => cells(first + row), strings),
    );
  }
  part(zip, 'xl/sharedStrings.xml', stringsXml(strings));
  zip.end();
  return sheets;
}

function part(zip: ZipSink, path: string, texts: Iterable<string>): void {
  const sink = zip.entry(path);
  sink.write(declaration);
  for (const text of texts) sink.write(text);
  sink.end();
}

function* sheetXml(
  rows: number,
  columns: readonly string[],
  cells: (index: number) => readonly (string | number)[],
  strings: Map<string, number>,
): Generator<string> {
  yield `<worksheet xmlns="${main}"><sheetData>`;
  yield rowXml(1, columns, strings);
  for (let row = 0; row < rows; row++) yield rowXml(row + 2, cells(row), strings);
  yield '</sheetData></worksheet>';
}

function rowXml(row: number, cells: readonly (string | number)[], strings: Map<string, number>): string {
  const made = cells.map((cell, column) => {
    const reference = `${String.fromCharCode(65 + column)}${row}`;
    if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
    const index = strings.get(cell) ?? strings.size;
    if (index === strings.size) strings.set(cell, index);
    return `<c r="${reference}" t="s"><v>${index}</v></c>`;
  });
  return `<row r="${row}">${made.join('')}</row>`;
}

function* stringsXml(strings: ReadonlyMap<string, number>): Generator<string> {
  yield `<sst xmlns="${main}">`;
  for (const text of strings.keys()) yield `<si><t>${text}</t></si>`;
  yield '</sst>';
}

function frame(sheets: number): readonly (readonly [path: string, text: string])[] {
  const numbers = Array.from({ length: sheets }, (_, at) => at + 1);
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`;
  const relations = (all: readonly string[]) =>
    `<Relationships xmlns="${packages}/relationships">${all.join('')}</Relationships>`;
  const tabs = numbers.map((at) => `<sheet name="Sheet${at}" sheetId="${at}" r:id="rId${at}"/>`).join('');
  return [
    ['[Content_Types].xml', `<Types xmlns="${packages}/content-types"/>`],
    ['_rels/.rels', relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')])],
    ['xl/workbook.xml', `<workbook xmlns="${main}" xmlns:r="${types}"><sheets>${tabs}</sheets></workbook>`],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...numbers.map((at) => relation(`rId${at}`, 'worksheet', `worksheets/sheet${at}.xml`)),
        relation('strings', 'sharedStrings', 'sharedStrings.xml'),
      ]),
    ],
  ];
}
