// Owns the rows of an office's own table as the confirmed mapping names their cells. Reports what is wrong with a row's form, in the
// office's own words. Knows nothing of what the fields mean.

import type { ProblemLog, Where } from '../../problems/problem';
import { trimmed } from '../../segments/segment-columns';
import { readState } from '../../tables/cells';
import type { RecordSource } from '../../tables/record-source';
import { createRecordCheck } from '../../tables/table-reader';
import type { BlankCells } from '../doubtful-groups';
import type { MappingField, TableMapping } from '../table-mapping';

/** A table whose columns somebody has confirmed; `source` gives its header, then its rows of data alone. */
export interface OfficeTable {
  readonly source: RecordSource;
  readonly mapping: TableMapping;
  /** Where a blank cell does not mean what stands above it; null or left out where it always does. */
  readonly blanks?: BlankCells | null;
}

/** One row at a time: it is the same object for all of them, since there may be two million. */
export class OfficeRow {
  cells: readonly string[] = [];
  row = 0;
  labels: readonly string[] = [];
  readonly file: string;
  // A Map: the same few names are asked for in each row, and an object's would be looked up in its shape.
  readonly #at: ReadonlyMap<string, number>;

  constructor({ source, mapping }: OfficeTable) {
    this.file = source.name;
    this.#at = new Map(Object.entries(mapping.columns).filter(([, at]) => at !== undefined));
  }

  /** Trimmed; '' where the table has no such column. */
  text(field: MappingField): string {
    const at = this.#at.get(field);
    return at === undefined ? '' : trimmed(this.cells[at] ?? '');
  }

  has(field: MappingField): boolean {
    return this.#at.has(field);
  }

  /** The office's own name of the first of the columns that it has. */
  label(...fields: readonly MappingField[]): string | null {
    for (const field of fields) {
      const at = this.#at.get(field);
      if (at !== undefined) return this.labels[at]?.trim() ?? `column ${at + 1}`;
    }
    return null;
  }

  /** The first of its fields whose cell is blank and says nothing because of that, with the reason. */
  uncertain(blanks: BlankCells): readonly [MappingField, why: string] | null {
    for (const [field, at] of this.#at) {
      const why = (this.cells[at] ?? '').trim() === '' ? blanks(at, this.row) : null;
      if (why !== null) return [field as MappingField, why];
    }
    return null;
  }

  where(...fields: readonly MappingField[]): Where {
    const field = fields.find((one) => this.has(one));
    const value = field === undefined ? null : this.text(field);
    return { file: this.file, row: this.row, column: this.label(...fields), value };
  }
}

/** Takes each sound row. False: set aside (reported). */
export type OfficeRowSink = (row: OfficeRow) => boolean | 'stop';

/** Takes a row that was set aside, for its form or by the sink: `row` is to be given cells and read in any way. */
export type RefusedSink = (found: readonly string[], number: number, row: OfficeRow) => void;

/** Reads a table from its beginning. `refused` gets the rows that were set aside. */
export async function readOfficeRows(
  table: OfficeTable,
  log: ProblemLog,
  onRow: OfficeRowSink,
  refused: RefusedSink = () => undefined,
  onHeader: (row: OfficeRow) => boolean = () => true,
): Promise<void> {
  const { blanks } = table;
  const { width } = table.mapping;
  const row = new OfficeRow(table);
  const labelAt = (at: number) => row.labels[at]?.trim() ?? null;
  const check = createRecordCheck(row.file, { width, labelAt }, log);
  await table.source.read(
    {
      isKnownColumn: () => false,
      header(cells, labels) {
        row.labels = labels ?? cells;
        return onHeader(row);
      },
      record(cells, number, signs, isLast) {
        const verdict = check(cells, number, signs, isLast);
        if (verdict === 'sound') {
          row.cells = cells;
          row.row = number;
          const uncertain = blanks == null ? null : row.uncertain(blanks);
          if (uncertain !== null) log.report('as-above-uncertain', row.where(uncertain[0]), uncertain[1]);
          const taken = uncertain === null && onRow(row);
          if (taken === true) return true;
          if (taken === 'stop') return false;
        }
        refused(cells, number, row);
        return verdict !== 'stop';
      },
      refused: (found, number) => refused(found, number, row),
    },
    log,
  );
}

/** The two-letter code where the text names a state, else the text. */
export function stateCode(text: string): string {
  return text === '' ? '' : (readState(text) ?? text);
}
