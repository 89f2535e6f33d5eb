// Owns reading access logs as streams, plain or gzipped, line by line, a line at a time in memory. What a line means is log-line.ts'.

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Collector } from './collect';
import { readLogLine } from './log-line';

/** A line longer than this is none: whoever wrote it wanted to fill memory. */
const LONGEST_LINE = 65_536;
const NEWLINE = 10;

/** Count a whole file. A file that is cut, also a cut .gz, counts as far as it goes, and its end is a bad line. Throws what the disk says. */
export async function collectFile(
  file: string,
  into: Collector,
  onProgress: (lines: number) => void = () => {},
): Promise<void> {
  const name = basename(file);
  let number = 0;
  const each = (line: string): void => {
    number += 1;
    if (line.trim() !== '') {
      const read = readLogLine(line);
      if (read === null) into.bad(`${name}:${number}`);
      else into.add(read);
    }
    if (number % 100_000 === 0) onProgress(number);
  };
  try {
    for await (const line of linesOf(await bytesOf(file))) each(line);
  } catch (error) {
    // zlib's own codes: the archive ends in the middle, or is none from here on.
    if (!/^Z_|^ERR_.*Z/.test(String((error as NodeJS.ErrnoException).code))) throw error;
    into.bad(`${name}:${number + 1}`);
  }
}

/** By its first bytes, whatever it is called. */
async function bytesOf(file: string): Promise<Readable> {
  const handle = await open(file, 'r');
  const head = Buffer.alloc(2);
  try {
    await handle.read(head, 0, 2, 0);
  } finally {
    await handle.close();
  }
  const bytes = createReadStream(file, { highWaterMark: 1_048_576 });
  if (head[0] !== 0x1f || head[1] !== 0x8b) return bytes;
  const unpacked = createGunzip();
  bytes.on('error', (error) => unpacked.destroy(error));
  return bytes.pipe(unpacked);
}

async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      const line = chunk.subarray(from, end);
      yield (rest.length === 0 ? line : Buffer.concat([rest, line])).toString('utf8');
      rest = Buffer.alloc(0);
      from = end + 1;
    }
    // What is too long is dropped to its end, and its stump is no JSON.
    if (rest.length <= LONGEST_LINE) rest = Buffer.concat([rest, chunk.subarray(from)]);
  }
  if (rest.length > 0) yield rest.toString('utf8');
}
