// Owns the question "what is this file?", asked of its bytes alone: encoding, or why it is no text.
// A pass of its own before reading: a streamed reader that met its first bad byte in row 200,000 would have
// to take back every row. The pass costs about a nanosecond a byte.

import { chunksOf, type SourceFile } from './source-file';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type Inspection =
  | { readonly kind: 'text'; readonly encoding: Encoding }
  | { readonly kind: 'empty' }
  | { readonly kind: 'tooLarge' }
  /** `looksLike` completes "This is …": `a ZIP or Excel file`. */
  | { readonly kind: 'binary'; readonly looksLike: string };

/** The largest file that is read. */
export const maxFileBytes = 200 * 1024 * 1024;

const MAGIC: readonly (readonly [bytes: readonly number[], looksLike: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP or Excel (.xlsx) file'],
  [[0x50, 0x4b, 0x05, 0x06], 'a ZIP file'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel or Word file'],
  [[0x1f, 0x8b], 'a gzip file'],
];

/** Reads the whole file once. UTF-16 by its byte order mark; UTF-8 where the bytes are valid UTF-8;
 *  else Windows-1252, unless valid UTF-8 sequences outnumber the bad bytes: then it is UTF-8 with damage.
 *  Throws `SourceReadError` where the port fails. */
export async function inspectBytes(file: SourceFile): Promise<Inspection> {
  if (file.sizeBytes > maxFileBytes) return { kind: 'tooLarge' };
  const tally = createUtf8Tally();
  let head: number[] = [];
  let sizeBytes = 0;
  let utf16: Encoding | null = null;
  for await (const chunk of chunksOf(file)) {
    sizeBytes += chunk.length;
    if (sizeBytes > maxFileBytes) return { kind: 'tooLarge' };
    if (head.length < 4) {
      head = [...head, ...chunk.subarray(0, 4 - head.length)];
      utf16 = head.length < 2 ? null : utf16ByMark(head);
    }
    if (utf16 === null) tally.add(chunk);
  }
  if (utf16 !== null) return sizeBytes > 2 ? { kind: 'text', encoding: utf16 } : { kind: 'empty' };
  return verdict(head, sizeBytes, tally.end());
}

function utf16ByMark(head: readonly number[]): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return null;
}

function verdict(head: readonly number[], sizeBytes: number, counts: Utf8Counts): Inspection {
  const hasMark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  if (counts.blank + (hasMark ? 3 : 0) === sizeBytes) return { kind: 'empty' };
  const magic = MAGIC.find(([bytes]) => bytes.every((byte, i) => head[i] === byte));
  if (magic !== undefined) return { kind: 'binary', looksLike: magic[1] };
  if (counts.nul > 0) return { kind: 'binary', looksLike: 'not a text file' };
  if (hasMark || counts.invalid === 0 || counts.multibyte > counts.invalid) {
    return { kind: 'text', encoding: 'utf-8' };
  }
  return { kind: 'text', encoding: 'windows-1252' };
}

interface Utf8Counts {
  /** Whole sequences of two to four bytes. */
  readonly multibyte: number;
  /** Bytes that are part of no valid sequence. */
  readonly invalid: number;
  readonly nul: number;
  /** Blanks, tabs and line breaks. */
  readonly blank: number;
}

/** Counts sequences as RFC 3629 defines them (no overlong forms, no surrogates), across chunk borders. */
function createUtf8Tally() {
  const counts = { multibyte: 0, invalid: 0, nul: 0, blank: 0 };
  let missing = 0; // continuation bytes still to come
  let low = 0x80; // what the next one may be
  let high = 0xbf;

  function begin(byte: number): void {
    if (byte < 0x80) {
      if (byte === 0) counts.nul++;
      else if (byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)) counts.blank++;
      return;
    }
    low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    if (byte >= 0xc2 && byte <= 0xdf) missing = 1;
    else if (byte >= 0xe0 && byte <= 0xef) missing = 2;
    else if (byte >= 0xf0 && byte <= 0xf4) missing = 3;
    else counts.invalid++;
  }

  return {
    add(chunk: Uint8Array): void {
      for (let i = 0; i < chunk.length; i++) {
        const byte = chunk[i]!;
        if (missing === 0) {
          // Most bytes of most files: a printable ASCII character.
          if (byte > 0x20 && byte < 0x80) continue;
          begin(byte);
        } else if (byte >= low && byte <= high) {
          low = 0x80;
          high = 0xbf;
          if (--missing === 0) counts.multibyte++;
        } else {
          missing = 0;
          counts.invalid++;
          begin(byte);
        }
      }
    },
    end(): Utf8Counts {
      if (missing > 0) counts.invalid++;
      return counts;
    },
  };
}
