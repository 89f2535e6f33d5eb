// Owns reading one column of a CSV file as a stream, row by row in the file's order. Memory does not grow
// with the file. Knows nothing of addresses.

import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import Papa from 'papaparse';

/** `column`: the header lacks it; `columns` says what is there. */
export class ColumnMissing extends Error {
  override readonly name = 'ColumnMissing';
  readonly columns: readonly string[];
  constructor(columns: readonly string[]) {
    super(`columns: ${columns.join(', ')}`);
    this.columns = columns;
  }
}

/** The cells of one column, without the header. Blank lines are no rows; a blank cell is ''. `-` is stdin.
 *  Throws ColumnMissing, or what the file system says. */
export async function* columnCells(file: string, column: string): AsyncGenerator<string> {
  const bytes: AsyncIterable<Uint8Array> = file === '-' ? process.stdin : createReadStream(file);
  const parser = Papa.parse(Papa.NODE_STREAM_INPUT, { header: false, skipEmptyLines: true });
  const text = Readable.from(decoded(bytes));
  text.on('error', (error) => parser.destroy(error));
  let position: number | null = null;
  for await (const row of text.pipe(parser) as AsyncIterable<readonly string[]>) {
    if (position === null) position = positionOf(column, row);
    else yield row[position] ?? '';
  }
  if (position === null) throw new ColumnMissing([]);
}

function positionOf(column: string, header: readonly string[]): number {
  const names = header.map((name) => name.trim().toLowerCase());
  const position = names.indexOf(column.trim().toLowerCase());
  if (position === -1) throw new ColumnMissing(header);
  return position;
}

/** UTF-8 without its byte order mark, cut anywhere. */
async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}
