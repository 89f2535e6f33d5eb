// Owns the step from bytes to text, chunk by chunk, once the encoding is known. Bytes that stand for
// nothing become U+FFFD, which the table reader reports with row and column.

import type { Encoding } from './inspect-bytes';
import { chunksOf, type SourceFile } from './source-file';
import { createTextDecoder } from './text-decoder';

/** The file's text without byte order mark, and without the mark of DOS at its end (U+001A, Ctrl-Z, as dBase and old exports write
 *  it). Cuts between chunks may fall anywhere, also within a character. */
export async function* decodeText(file: SourceFile, encoding: Encoding): AsyncGenerator<string> {
  let marks = '';
  for await (const text of decoded(file, encoding)) {
    const end = endOfText(text);
    if (end === 0) marks += text;
    else {
      yield marks + text.slice(0, end);
      marks = text.slice(end);
    }
  }
}

/** Where the marks at the end of a piece begin. More text may follow: then they are none. */
function endOfText(text: string): number {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0x1a) end--;
  return end;
}

async function* decoded(file: SourceFile, encoding: Encoding): AsyncGenerator<string> {
  const decode = createTextDecoder(encoding);
  for await (const chunk of chunksOf(file)) for (const piece of piecesOf(chunk)) yield decode(piece);
  yield decode(new Uint8Array(), true);
}

/** What is made of a longer text outlives it in the engine's nursery, and is swept with everything else that lives long: of a file
 *  that comes in pieces of 4 MB most of its length would be in memory. */
const pieceBytes = 64 * 1024;

/** Stretches of 64 KB of a chunk, the chunk itself where it is shorter. */
export function* piecesOf(chunk: Uint8Array): Generator<Uint8Array> {
  if (chunk.length <= pieceBytes) yield chunk;
  else for (let at = 0; at < chunk.length; at += pieceBytes) yield chunk.subarray(at, at + pieceBytes);
}
