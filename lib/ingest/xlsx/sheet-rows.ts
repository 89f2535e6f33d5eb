// Owns the rows of a sheet: from its XML to cells of text at their places. ECMA-376 part 1, 18.3. Formulas are not computed:
// what counts is the value that was stored with them.

import { createTextGatherer, unescaped } from './cell-string';
import type { NumberMeaning } from './number-formats';
import { numberText } from './number-text';
import { readXmlPart, WorkbookFault } from './xml-part';

export interface SheetRow {
  /** From 1, as Excel numbers it. */
  readonly row: number;
  /** Cells up to the last that holds something. */
  readonly cells: readonly string[];
  /** Columns, from 0, of formulas without a stored value; null: none. */
  readonly unread: readonly number[] | null;
}

export interface SheetContext {
  readonly strings: readonly string[];
  readonly meanings: readonly NumberMeaning[];
  readonly is1904: boolean;
}

type Attributes = Readonly<Record<string, string>>;

/** Excel's own limits are 1,048,576 rows and 16,384 columns. */
const mostRow = 1_048_576;
const mostColumns = 1000;
const number: NumberMeaning = { kind: 'number' };

/** Hands every row that the sheet has to `take`, until it says false. Throws `WorkbookFault`, and what the chunks throw. */
export async function readSheetRows(
  chunks: AsyncIterable<Uint8Array>,
  context: SheetContext,
  take: (row: SheetRow) => boolean,
): Promise<void> {
  const rows = new RowBuilder(context);
  let isData = false;
  let isDone = false;
  await readXmlPart(chunks, {
    open(name, attributes) {
      if (name === 'sheetData') isData = true;
      else if (isData && !isDone) rows.open(name, attributes);
    },
    text: (piece) => rows.text(piece),
    close(name) {
      if (name === 'sheetData') isData = false;
      else if (isData && !isDone && rows.close(name)) isDone = !take(rows.taken());
    },
    isDone: () => isDone,
  });
}

/** One row at a time, from the events of its XML. */
class RowBuilder {
  readonly #context: SheetContext;
  readonly #inline = createTextGatherer();
  #row = 0;
  #column = -1;
  #cells: string[] = [];
  #unread: number[] | null = null;
  // Of the cell that is open.
  #type = 'n';
  #style = -1;
  #value: string | null = null;
  #isValue = false;
  #isFormula = false;
  #isInline = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') {
      this.#isValue = true;
      this.#value = '';
    } else if (name === 'row') this.#openRow(attributes);
    else if (name === 'f') this.#isFormula = true;
    else if (name === 'is') this.#isInline = true;
    else if (this.#isInline) this.#inline.open(name);
  }

  text(piece: string): void {
    if (this.#isValue) this.#value += piece;
    else if (this.#isInline) this.#inline.text(piece);
  }

  /** True at the end of a row. */
  close(name: string): boolean {
    if (name === 'v') this.#isValue = false;
    else if (name === 'c') this.#closeCell();
    else if (this.#isInline) this.#inline.close(name);
    return name === 'row';
  }

  taken(): SheetRow {
    return { row: this.#row, cells: this.#cells, unread: this.#unread };
  }

  #openRow({ r }: Attributes): void {
    const next = r === undefined ? this.#row + 1 : Number(r);
    if (!Number.isInteger(next) || next <= this.#row || next > mostRow) {
      throw new WorkbookFault(`its rows are not in their order after row ${this.#row}`);
    }
    this.#row = next;
    this.#column = -1;
    this.#cells = [];
    this.#unread = null;
  }

  #openCell({ r, t = 'n', s }: Attributes): void {
    const next = r === undefined ? this.#column + 1 : columnOf(r);
    if (next <= this.#column) throw new WorkbookFault(`the cells of row ${this.#row} are not in their order`);
    this.#column = next;
    this.#type = t;
    this.#style = s === undefined ? -1 : Number(s);
    this.#value = null;
    this.#isFormula = false;
    this.#isInline = false;
  }

  #closeCell(): void {
    if (this.#value !== null) this.#put(this.#textOf(this.#value));
    else if (this.#isInline) this.#put(this.#inline.take());
    else if (this.#isFormula) this.#unread = [...(this.#unread ?? []), this.#column];
    this.#isInline = false;
  }

  #put(text: string): void {
    if (text === '') return;
    if (this.#column >= mostColumns) throw new WorkbookFault(`row ${this.#row} has more than 1,000 columns`);
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells.push(text);
  }

  #textOf(stored: string): string {
    const { strings, meanings, is1904 } = this.#context;
    switch (this.#type) {
      case 's': {
        const text = strings[Number(stored)];
        if (text !== undefined) return text;
        throw new WorkbookFault(`row ${this.#row} names a text that the workbook does not have`);
      }
      case 'b':
        return stored.trim() === '1' || stored.trim() === 'true' ? 'TRUE' : 'FALSE';
      case 'n':
        return numberText(stored.trim(), meanings[this.#style] ?? number, is1904);
      default:
        return unescaped(stored);
    }
  }
}

/** `AB12` -> 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length && at < 4; at += 1) {
    const letter = reference.charCodeAt(at) & ~0x20;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
  }
  if (column === 0) throw new WorkbookFault(`a cell stands at "${reference.slice(0, 20)}"`);
  return column - 1;
}
