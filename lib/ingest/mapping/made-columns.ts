// Owns columns that a table has without drawing them: what stands in a line of its own above the rows that it is of (`TOWN OF BARRE`,
// `Precinct 4`), and what stands in the first row of a group only, as merged cells are exported. They follow the table's own columns
// under names of their own, so that somebody sees and confirms them as any other column. So does a precinct's number together with the
// county, ward or town in which it stands, for lists whose numbers begin again in each.

import { fieldsNamed } from './aliases';
import { columnWords } from './column-words';
import { type Doubts, doubtIn } from './doubtful-groups';
import type { MadeColumn } from './made-column';
import type { MappingField } from './table-mapping';

const linesOfOwn = 'above its rows';
const asAbove = 'as above where blank';
/** Fewer lines, or rows, than this are no pattern. */
const fewest = 2;

/** `records`: rows of data that are no titles and no totals; `width`: the table's own. */
export function madeColumnsOf(
  header: readonly string[] | null,
  width: number,
  records: readonly (readonly string[])[],
): readonly MadeColumn[] {
  if (width < 3) return [];
  const groupLines = linesOf(records, width);
  const rows = records.filter((cells) => onlyCell(cells) === null);
  const lines = groupLines.length === 0 ? [] : [{ name: lineName(groupLines), from: null }];
  if (header === null) return lines;
  const above = header.flatMap((name, column) =>
    isGrouped(name) && standsOnce(rows.map((cells) => (cells[column] ?? '').trim()))
      ? [{ name: `${name} (${asAbove})`, from: column }]
      : [],
  );
  return [...lines, ...above, ...withinColumns(header, rows)];
}

function withinColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): readonly MadeColumn[] {
  const named = header.map((name) => columnWords(name));
  const isFilled = (at: number) => rows.some((cells) => (cells[at] ?? '').trim() !== '');
  const ofPrecincts = (field: 'precinctId' | 'precinctName') =>
    named.findIndex(
      (words, at) => !words.includes('ward') && (fieldsNamed(words).get(field) ?? 0) >= 0.9 && isFilled(at),
    );
  const code = ofPrecincts('precinctId');
  const number = code < 0 ? ofPrecincts('precinctName') : code;
  if (number < 0) return [];
  // A county's precincts reach into several towns by their post offices: only its places tell whether a number begins again.
  const namesPlaces = named.some((words) => (fieldsNamed(words).get('placeName') ?? 0) >= 0.7);
  const isOuter = (words: readonly string[], at: number) =>
    at !== number &&
    ((words.includes('ward') && fieldsNamed(words).has('precinctId')) ||
      (namesPlaces && words.some((word) => counties.has(word)) && standsInSeveral(rows, number, at)) ||
      (namesPlaces && (fieldsNamed(words).get('city') ?? 0) >= 0.8 && beginsAgain(rows, number, at)));
  return named.flatMap((words, at) =>
    isOuter(words, at) ? [{ name: `${header[number]} (with ${header[at]})`, from: number, within: at }] : [],
  );
}

/** More numbers than this do not begin again in each town: they are the county's, and some reach into two towns. */
const mostNumbers = 30;

const counties: ReadonlySet<string> = new Set(['county', 'parish']);

/** Some codes stand in several counties: whether they lead to several places there is for the proposal to see (compound-precinct.ts). */
function standsInSeveral(rows: readonly (readonly string[])[], code: number, county: number): boolean {
  const of = new Map<string, string>();
  return rows.some((cells) => {
    const [key, own] = [(cells[code] ?? '').trim(), (cells[county] ?? '').trim()];
    if (key === '' || own === '') return false;
    const known = of.get(key) ?? own;
    of.set(key, known);
    return known !== own;
  });
}

/** Most of the numbers stand in several towns. */
function beginsAgain(rows: readonly (readonly string[])[], number: number, town: number): boolean {
  const towns = new Map<string, Set<string>>();
  for (const cells of rows) {
    const [key, of] = [(cells[number] ?? '').trim(), (cells[town] ?? '').trim()];
    if (key !== '' && of !== '') towns.set(key, (towns.get(key) ?? new Set()).add(of));
  }
  const several = [...towns.values()].filter(({ size }) => size > 1).length;
  return towns.size <= mostNumbers && several * 5 > towns.size * 4;
}

/** Texts of the lines of one cell between the rows; [] where they are none: too few, or such as stand in rows, too. */
function linesOf(records: readonly (readonly string[])[], width: number): readonly string[] {
  const singles = records.map(onlyCell);
  const lines: { readonly text: string; readonly column: number }[] = [];
  for (const [at, single] of singles.entries()) {
    if (single === null) continue;
    const next = records[at + 1];
    // A group has rows, and a row has most of its cells.
    if (next === undefined || singles[at + 1] !== null || filledIn(next) * 2 < width) return [];
    lines.push(single);
  }
  const [first] = lines;
  if (first === undefined || lines.length < fewest || lines.length * 3 > records.length) return [];
  if (singles[0] === null || lines.some(({ column }) => column !== first.column)) return [];
  const inRows = new Set(
    records.map((cells, at) => (singles[at] === null ? (cells[first.column] ?? '').trim() : '')),
  );
  return lines.some(({ text }) => inRows.has(text)) ? [] : lines.map(({ text }) => text);
}

function onlyCell(cells: readonly string[]): { readonly text: string; readonly column: number } | null {
  const column = cells.findIndex((cell) => cell.trim() !== '');
  if (column < 0 || cells.some((cell, at) => at > column && cell.trim() !== '')) return null;
  return { text: cells[column]!.trim(), column };
}

const filledIn = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length;

/** `Precinct`, where each line begins with that word. */
function lineName(lines: readonly string[]): string {
  const words = new Set(lines.map((text) => firstWord(text).toLowerCase()));
  const [word = ''] = words;
  const isNamed = words.size === 1 && fieldsNamed(columnWords(word)).size > 0;
  return isNamed ? `${firstWord(lines[0]!)} (${linesOfOwn})` : `Text (${linesOfOwn})`;
}

const firstWord = (text: string): string => /^[A-Za-z]+/.exec(text)?.[0] ?? '';

/** What a group of rows may have in common. Where a place's cell is blank nobody knows its place. */
const grouped: readonly MappingField[] = ['precinctId', 'precinctName', 'streetWhole', 'streetName', 'city'];

function isGrouped(name: string): boolean {
  const named = fieldsNamed(columnWords(name));
  return grouped.some((field) => (named.get(field) ?? 0) >= 0.8) && (named.get('addressWhole') ?? 0) < 0.8;
}

/** Most cells are blank, the first is not, and none comes again: else a blank is a cell that somebody forgot. A few may be written once more
 *  for rows right below their own: somebody has said so of rows of which it was not sure. */
function standsOnce(cells: readonly string[]): boolean {
  const written = cells.filter((cell) => cell !== '');
  const values = written.filter((cell, at) => cell !== written[at - 1]);
  return (
    cells[0] !== undefined &&
    cells[0] !== '' &&
    values.length >= fewest &&
    written.length * 2 <= cells.length &&
    written.length - values.length <= Math.max(1, values.length / 10) &&
    new Set(values).size === values.length
  );
}

/** Records with the cells of their made columns, one after the other. */
export class MadeCells {
  readonly #made: readonly MadeColumn[];
  readonly #width: number;
  readonly #hasLines: boolean;
  readonly #doubts: Doubts;
  #above: string[];

  /** `doubts`: rows in which a blank cell says nothing, of each made column; [] where nobody has looked for any. */
  constructor(made: readonly MadeColumn[], width: number, doubts: Doubts = []) {
    this.#made = made;
    this.#width = width;
    this.#doubts = doubts;
    this.#hasLines = made.some(({ from }) => from === null);
    this.#above = made.map(() => '');
  }

  /** The record with what stands above it; null: it is a line that names what is below. */
  extended(cells: readonly string[], row: number): readonly string[] | null {
    const line = this.#hasLines ? onlyCell(cells) : null;
    if (line !== null) {
      // A street or a precinct that was said of the rows above is not that of these.
      this.#above = this.#made.map(({ from }) => (from === null ? bare(line.text) : ''));
      return null;
    }
    // Of a row with too few or too many cells nobody knows which is which.
    if (cells.length !== this.#width) this.forget();
    else
      for (const [at, { from, within }] of this.#made.entries()) {
        const cell = from === null ? '' : cells[from]!.trim();
        if (within !== undefined) {
          const outer = cells[within]!.trim();
          this.#above[at] = cell === '' || outer === '' ? '' : `${outer}-${cell}`;
        } else if (cell !== '') this.#above[at] = cell;
      }
    return [...cells, ...this.#above.map((cell, at) => (this.#isDoubtful(at, cells, row) ? '' : cell))];
  }

  #isDoubtful(at: number, cells: readonly string[], row: number): boolean {
    const doubts = this.#doubts[at];
    if (doubts === undefined || doubts.length === 0) return false;
    const { from } = this.#made[at]!;
    return (from === null || cells[from]!.trim() === '') && doubtIn(doubts, row) !== null;
  }

  /** A record could not be read: what it said of the rows below is not known. */
  forget(): void {
    this.#above = this.#made.map(({ from }, at) => (from === null ? (this.#above[at] ?? '') : ''));
  }

  /** The same where the record may have been a line. */
  forgetAll(): void {
    this.#above = this.#made.map(() => '');
  }
}

/** `TOWN OF BARRE` -> `BARRE`, `Precinct: 4 (continued)` -> `4`. */
function bare(text: string): string {
  const said = text.replace(/[ (-]{0,4}cont(?:'d|inued|d)?\.?\)?$/i, '');
  const behind = /^[A-Za-z]{3,20}(?: of (?:the )?|: ?| - )(.{1,200})$/i.exec(said)?.[1];
  const word = firstWord(said).toLowerCase();
  return behind !== undefined && fieldsNamed(columnWords(word)).size > 0 ? behind.trim() : said.trim();
}
