// Owns the rows of a sheet: from its XML to cells of text at their places. ECMA-376 part 1, 18.3. Formulas are not computed:
// what counts is the value that was stored with them.

import { columnOf } from './cell-reference';
import { createTextGatherer, unescaped } from './cell-string';
import type { NumberMeaning } from './number-formats';
import { numberText } from './number-text';
import { readXmlPart, WorkbookFault } from './xml-part';

export interface SheetRow {
  /** From 1, as Excel numbers it. */
  readonly row: number;
  /** Hidden by a filter or by somebody: not seen by whoever looks at the sheet. */
  readonly isHidden: boolean;
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

/** Hands every row that the sheet has to `take`, until it says false, and before them the columns that are hidden, from 1, to `hide`. Throws `WorkbookFault`, and what the chunks throw. */
export async function readSheetRows(
  chunks: AsyncIterable<Uint8Array>,
  context: SheetContext,
  take: (row: SheetRow) => boolean,
  hide: (min: number, max: number) => void = () => undefined,
): Promise<void> {
  const rows = new RowBuilder(context);
  let isData = false;
  let isDone = false;
  await readXmlPart(chunks, {
    open(name, attributes) {
      if (name === 'sheetData') isData = true;
      else if (name === 'col' && !isData && isTrue(attributes.hidden))
        hide(Number(attributes.min), Number(attributes.max));
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

const isTrue = (flag: string | undefined): boolean => flag === '1' || flag === 'true';

/** One row at a time, from the events of its XML. */
class RowBuilder {
  readonly #context: SheetContext;
  readonly #inline = createTextGatherer();
  #row = 0;
  #isHidden = false;
  #column = -1;
  #cells: string[] = [];
  #unread: number[] | null = null;
  #isInRow = false;
  #isInCell = false;
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
    else if (name === 'row') this.#isInRow = false;
    else if (this.#isInline) this.#inline.close(name);
    return name === 'row';
  }

  taken(): SheetRow {
    return { row: this.#row, isHidden: this.#isHidden, cells: this.#cells, unread: this.#unread };
  }

  #openRow({ r, hidden }: Attributes): void {
    if (this.#isInRow) throw new WorkbookFault(`a row stands within row ${this.#row}`);
    this.#isInRow = true;
    const next = r === undefined ? this.#row + 1 : Number(r);
    if (!Number.isInteger(next) || next <= this.#row || next > mostRow) {
      throw new WorkbookFault(`its rows are not in their order after row ${this.#row}`);
    }
    this.#row = next;
    this.#isHidden = isTrue(hidden);
    this.#column = -1;
    this.#cells = [];
    this.#unread = null;
  }

  #openCell({ r, t = 'n', s }: Attributes): void {
    // What it says would be said again, one column further, when the cell around it ends.
    if (this.#isInCell) throw new WorkbookFault(`a cell stands within a cell of row ${this.#row}`);
    this.#isInCell = true;
    const next = r === undefined ? this.#column + 1 : columnOf(r);
    if (next < 0) throw new WorkbookFault(`a cell stands at "${(r ?? '').slice(0, 20)}"`);
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
    else if (this.#isFormula) {
      this.#checkColumn();
      this.#unread ??= [];
      this.#unread.push(this.#column);
    }
    this.#isInline = false;
    this.#isInCell = false;
  }

  #checkColumn(): void {
    if (this.#column >= mostColumns) throw new WorkbookFault(`row ${this.#row} has more than 1,000 columns`);
  }

  #put(text: string): void {
    if (text === '') return;
    this.#checkColumn();
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
