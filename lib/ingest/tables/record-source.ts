// Owns the port through which a table's records come in, whatever file they stand in: CSV, a sheet, XML, or a table of the
// office's own that was mapped. Knows no table and no format.

import type { ProblemLog } from '../problems/problem';
import { type CellEdits, editedCells } from './cell-edits';

/** What a record's text made suspicious. Checked a batch at a time, so that clean files pay nothing. */
export interface BatchSigns {
  /** The batch holds U+FFFD somewhere. */
  readonly damaged: boolean;
  /** The batch holds a letter pair that wrong decoding makes. */
  readonly mojibake: boolean;
  /** The batch holds a number sign somewhere; left out where nobody has looked. */
  readonly numberSign?: boolean;
}

/** The signs in a stretch of text. */
export function signsOf(text: string): BatchSigns {
  return {
    damaged: text.includes('\ufffd'),
    mojibake: text.includes('Ã') || text.includes('Â') || text.includes('â€'),
    numberSign: text.includes('#'),
  };
}

export interface RecordReader {
  readonly isKnownColumn: (name: string) => boolean;
  /** The names of the columns, and what the office calls each in a problem where that is something else. False: do not go on
   *  (the reader has reported why). */
  readonly header: (cells: readonly string[], labels?: readonly string[]) => boolean;
  /** Every other record but blank ones. `row` counts records of the office's file from 1, the header and blank ones included.
   *  `isLast` is true for a last record without a line break behind it. False: do not go on. */
  readonly record: (cells: readonly string[], row: number, signs: BatchSigns, isLast: boolean) => boolean;
  /** A record that was reported by the source and will not be handed on. `readings`: what can be read of it, as records of this table,
   *  where the source knows; else `cells` are all there is. */
  readonly refused: (
    cells: readonly string[],
    row: number,
    readings?: readonly (readonly string[])[],
  ) => void;
}

/** A record and its number in the office's file. */
export interface NumberedRecord {
  readonly row: number;
  readonly cells: readonly string[];
}

/** One table. `read` may be called more than once and starts anew each time. */
export interface RecordSource {
  /** The office's own file, as problems name it; of a sheet `list.xlsx / Sheet2`. */
  readonly name: string;
  /** It was made in memory out of other rows, whose form was looked at where they stand. */
  readonly isMade?: true;
  /** Everything wrong with the file itself is reported to `log`. */
  readonly read: (reader: RecordReader, log: ProblemLog) => Promise<void>;
}

/** The same table with an office's corrections in their places. */
export function editedRecords(source: RecordSource, edits: CellEdits | undefined): RecordSource {
  const editsOfFile = edits?.get(source.name);
  if (editsOfFile === undefined) return source;
  return {
    name: source.name,
    read: (reader, log) => {
      let names: readonly string[] = [];
      return source.read(
        {
          ...reader,
          header: (cells, labels) => {
            names = labels ?? cells;
            return reader.header(cells, labels);
          },
          record: (cells, row, signs, isLast) =>
            reader.record(editedCells(cells, names, editsOfFile.get(row)), row, signs, isLast),
        },
        log,
      );
    },
  };
}
