// Owns the question how the bytes of an XML file are to be read: mark, declaration, and what the bytes themselves show (XML 1.0
// §4.3.3 and appendix F). Knows nothing of what the text says.

import { type Encoding, inspectBytes } from '../files/inspect-bytes';
import { chunksOf, type SourceFile } from '../files/source-file';
import type { ProblemLog } from '../problems/problem';

const headBytes = 256;

/** Names of encodings that are decoded as Windows-1252; browsers read Latin-1 and ASCII so, too (WHATWG Encoding §4.2). */
const SINGLE_BYTE: ReadonlySet<string> = new Set([
  'windows-1252',
  'cp1252',
  'iso-8859-1',
  'latin1',
  'us-ascii',
  'ascii',
]);
/** Files say `utf-16` and are saved as UTF-8: the bytes show it, since each second one would be 0. */
const SHOWN_BY_BYTES: ReadonlySet<string> = new Set([
  'utf-8',
  'utf8',
  'utf-16',
  'utf-16le',
  'utf-16be',
  'unicode',
]);

/** The encoding; null where the file is no text or its encoding is not read, which is reported. */
export async function xmlEncoding(file: SourceFile, log: ProblemLog): Promise<Encoding | null> {
  const where = { file: file.name };
  const head = await firstBytes(file);
  const inspection = await inspectBytes(file);
  if (inspection.kind === 'tooLarge') log.report('file-too-large', where);
  else if (inspection.kind === 'empty') log.report('file-empty', where);
  else {
    const wide = utf16WithoutMark(head);
    if (wide !== null) return wide;
    if (inspection.kind === 'text') return declared(head, inspection.encoding, file, log);
    log.report('file-binary', where);
  }
  return null;
}

async function firstBytes(file: SourceFile): Promise<Uint8Array> {
  const head: number[] = [];
  for await (const chunk of chunksOf(file)) {
    head.push(...chunk.subarray(0, headBytes - head.length));
    if (head.length >= headBytes) break;
  }
  return Uint8Array.from(head);
}

/** `<?` in two-byte characters. */
function utf16WithoutMark(head: Uint8Array): Encoding | null {
  const [a, b, c, d] = head;
  if (a === 0x3c && b === 0 && c === 0x3f && d === 0) return 'utf-16le';
  return a === 0 && b === 0x3c && c === 0 && d === 0x3f ? 'utf-16be' : null;
}

function declared(head: Uint8Array, shown: Encoding, file: SourceFile, log: ProblemLog): Encoding | null {
  if (shown === 'utf-16le' || shown === 'utf-16be') return shown;
  const name = declaredName(new TextDecoder('latin1').decode(head));
  if (name === null || SHOWN_BY_BYTES.has(name)) return shown;
  const hasMark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  if (SINGLE_BYTE.has(name)) return hasMark ? 'utf-8' : 'windows-1252';
  log.report('xml-encoding-unknown', { file: file.name, row: 1, value: name });
  return null;
}

/** `<?xml version="1.0" encoding="UTF-8"?>` -> `utf-8`; null where nothing is declared. */
function declaredName(head: string): string | null {
  const start = head.indexOf('<?xml');
  const end = head.indexOf('?>');
  if (start === -1 || end === -1) return null;
  const match = /encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9._-]{1,40})["']/.exec(head.slice(start, end));
  return match?.[1]?.toLowerCase() ?? null;
}
