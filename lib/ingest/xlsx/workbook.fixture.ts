// Owns workbooks made for tests: sheets of cells into the bytes of an .xlsx file, as Excel writes them or as somebody might
// who means harm.

import { strToU8, zipSync } from 'fflate';

/** A text is a shared string; `{xml}` is the cell as it stands, `$` in it its reference. */
export type MadeCell = string | number | null | { readonly xml: string };

export interface MadeSheet {
  readonly name: string;
  readonly rows: readonly (readonly MadeCell[])[];
  readonly state?: 'hidden' | 'veryHidden';
  /** Numbers of rows, from 1. */
  readonly hiddenRows?: readonly number[];
  /** First and last, from 1. */
  readonly hiddenColumns?: readonly (readonly [min: number, max: number])[];
  /** `A2:A4`. */
  readonly merged?: readonly string[];
}

export interface MadeWorkbook {
  readonly sheets: readonly MadeSheet[];
  /** Number formats of the styles 1, 2, …: an id, or a code. */
  readonly formats?: readonly (number | string)[];
  readonly is1904?: boolean;
  /** Parts that replace or join the made ones; null takes one away. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The bytes of the workbook. `madeWorkbook({sheets: [{name: 'Sheet1', rows: [['Street', 'ZIP'], ['Oak St', 1234]]}]})`. */
export function madeWorkbook(workbook: MadeWorkbook): Uint8Array {
  const strings: string[] = [];
  const sheets = workbook.sheets.map((sheet) => sheetXml(sheet, strings));
  const made: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"/>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(workbook),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, i): [string, string] => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
      ['styles', 'styles.xml'],
      ['sharedStrings', '/xl/sharedStrings.xml'],
    ]),
    'xl/styles.xml': stylesXml(workbook.formats ?? []),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(sheets.map((xml, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml])),
    ...workbook.parts,
  };
  const parts = Object.entries(made).flatMap(([path, part]): [string, Uint8Array][] =>
    part === null ? [] : [[path, typeof part === 'string' ? strToU8(DECLARATION + part) : part]],
  );
  return zipSync(Object.fromEntries(parts), { mtime: '2026-10-01' });
}

function workbookXml({ sheets, is1904 }: MadeWorkbook): string {
  const entries = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${escaped(name)}" sheetId="${i + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${i + 1}"/>`,
  );
  const date = is1904 === true ? '<workbookPr date1904="1"/>' : '';
  return `<workbook xmlns="${MAIN}" xmlns:r="${TYPES}">${date}<sheets>${entries.join('')}</sheets></workbook>`;
}

function relations(entries: readonly (readonly [string, string])[]): string {
  const all = entries.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${TYPES}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

function stylesXml(formats: readonly (number | string)[]): string {
  const codes = formats.flatMap((format, i) =>
    typeof format === 'string' ? [`<numFmt numFmtId="${164 + i}" formatCode="${escaped(format)}"/>`] : [],
  );
  const styles = formats.map(
    (format, i) => `<xf numFmtId="${typeof format === 'string' ? 164 + i : format}"/>`,
  );
  return `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`;
}

function sheetXml(
  { rows, hiddenRows = [], hiddenColumns = [], merged = [] }: MadeSheet,
  strings: string[],
): string {
  const all = rows.map((cells, i) => {
    const row = i + 1;
    const made = cells.map((cell, column) => cellXml(cell, `${letters(column)}${row}`, strings)).join('');
    return made === '' ? '' : `<row r="${row}"${hiddenRows.includes(row) ? ' hidden="1"' : ''}>${made}</row>`;
  });
  const columns = hiddenColumns.map(([min, max]) => `<col min="${min}" max="${max}" hidden="1"/>`);
  const cols = columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
  return `<worksheet xmlns="${MAIN}">${cols}<sheetData>${all.join('')}</sheetData>${mergedXml(merged)}</worksheet>`;
}

function mergedXml(merged: readonly string[]): string {
  const cells = merged.map((reference) => `<mergeCell ref="${reference}"/>`);
  return merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${cells.join('')}</mergeCells>`;
}

function cellXml(cell: MadeCell, reference: string, strings: string[]): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell !== 'string') return cell.xml.replaceAll('$', reference);
  let index = strings.indexOf(cell);
  if (index < 0) index = strings.push(cell) - 1;
  return `<c r="${reference}" t="s"><v>${index}</v></c>`;
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${letters(Math.floor(column / 26) - 1)}${last}`;
}
