// Owns the step from bytes to text, chunk by chunk, once the encoding is known. Bytes that stand for
// nothing become U+FFFD, which the table reader reports with row and column.

import type { Encoding } from './inspect-bytes';
import { chunksOf, type SourceFile } from './source-file';
import { decodeWindows1252 } from './windows-1252';

/** The file's text without byte order mark. Cuts between chunks may fall anywhere, also within a character. */
export async function* decodeText(file: SourceFile, encoding: Encoding): AsyncGenerator<string> {
  if (encoding === 'windows-1252') {
    for await (const chunk of chunksOf(file)) yield decodeWindows1252(chunk);
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunksOf(file)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
