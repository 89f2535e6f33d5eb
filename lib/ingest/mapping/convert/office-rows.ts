// Owns the rows of an office's own table as the confirmed mapping names their cells. Reports what is wrong with a row's form, in the
// office's own words. Knows nothing of what the fields mean.

import { readState } from '../../cells';
import type { ProblemLog, Where } from '../../problem';
import type { RecordReader, RecordSource } from '../../record-source';
import { trimmed } from '../../segment-columns';
import { createRecordCheck } from '../../table-reader';
import type { MappingField, TableMapping } from '../table-mapping';

/** A table whose columns somebody has confirmed; `source` gives its header, then its rows of data alone. */
export interface OfficeTable {
  readonly source: RecordSource;
  readonly mapping: TableMapping;
}

/** One row at a time: it is the same object for all of them, since there may be two million. */
export class OfficeRow {
  cells: readonly string[] = [];
  row = 0;
  labels: readonly string[] = [];
  readonly file: string;
  readonly #columns: TableMapping['columns'];

  constructor({ source, mapping }: OfficeTable) {
    this.file = source.name;
    this.#columns = mapping.columns;
  }

  /** Trimmed; '' where the table has no such column. */
  text(field: MappingField): string {
    const at = this.#columns[field];
    return at === undefined ? '' : trimmed(this.cells[at] ?? '');
  }

  has(field: MappingField): boolean {
    return this.#columns[field] !== undefined;
  }

  /** The office's own name of the first of the columns that it has. */
  label(...fields: readonly MappingField[]): string | null {
    for (const field of fields) {
      const at = this.#columns[field];
      if (at !== undefined) return this.labels[at]?.trim() ?? `column ${at + 1}`;
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

/** Reads a table from its beginning. `refused` gets the rows that were set aside, for form or by the sink. */
export async function readOfficeRows(
  table: OfficeTable,
  log: ProblemLog,
  onRow: OfficeRowSink,
  refused: RecordReader['refused'] = () => undefined,
  onHeader: (row: OfficeRow) => boolean = () => true,
): Promise<void> {
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
      record(found, number, signs, isLast) {
        const cells = found.length > width ? withoutBlankEnd(found, width) : found;
        const verdict = check(cells, number, signs, isLast);
        if (verdict === 'sound') {
          row.cells = cells;
          row.row = number;
          const taken = onRow(row);
          if (taken === true) return true;
          if (taken === 'stop') return false;
        }
        refused(found, number);
        return verdict !== 'stop';
      },
      refused,
    },
    log,
  );
}

/** Blank cells past the last column say nothing. */
function withoutBlankEnd(cells: readonly string[], width: number): readonly string[] {
  for (let at = width; at < cells.length; at++) if (trimmed(cells[at]!) !== '') return cells;
  return cells.slice(0, width);
}

/** The two-letter code where the text names a state, else the text. */
export function stateCode(text: string): string {
  return text === '' ? '' : (readState(text) ?? text);
}
