// Owns the question "what is this file?", asked of its bytes alone: encoding, or why it is no text.
// A pass of its own before reading: a streamed reader that met its first bad byte in row 200,000 would have
// to take back every row. The pass costs about a nanosecond a byte.

import { isZip, type Refusal, refusalOf, signatureBytes } from './file-signatures';
import { chunksOf, type SourceFile } from './source-file';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type Inspection =
  | { readonly kind: 'text'; readonly encoding: Encoding }
  | { readonly kind: 'empty' }
  | { readonly kind: 'tooLarge' }
  /** A ZIP, which may be a workbook (.xlsx). */
  | { readonly kind: 'zip' }
  | ({ readonly kind: 'refused' } & Refusal);

/** The largest file that is read. */
export const maxFileBytes = 200 * 1024 * 1024;

/** Reads a whole file once, of a ZIP no more than its first chunk. UTF-16 by its byte order mark, or without one where every
 *  other byte is NUL; UTF-8 where the bytes are valid UTF-8; else Windows-1252, unless valid UTF-8 sequences outnumber the bad
 *  bytes: then it is UTF-8 with damage. Throws `SourceReadError` where the port fails. */
export async function inspectBytes(file: SourceFile): Promise<Inspection> {
  const tally = createUtf8Tally();
  const head: number[] = [];
  let sizeBytes = 0;
  for await (const chunk of chunksOf(file)) {
    sizeBytes += chunk.length;
    if (head.length < signatureBytes) head.push(...chunk.subarray(0, signatureBytes - head.length));
    if (isZip(head)) return { kind: 'zip' };
    if (sizeBytes > maxFileBytes || file.sizeBytes > maxFileBytes) return { kind: 'tooLarge' };
    tally.add(chunk);
  }
  return verdict(head, sizeBytes, tally.end());
}

const BYTE_ORDER_MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

function verdict(head: readonly number[], sizeBytes: number, counts: Utf8Counts): Inspection {
  const mark = BYTE_ORDER_MARKS.find(([, bytes]) => bytes.every((byte, i) => head[i] === byte));
  const nul = counts.nulEven + counts.nulOdd;
  const utf16 = mark?.[0] ?? utf16ByPattern(sizeBytes, counts);
  const blank = counts.blank + (utf16 === null || utf16 === 'utf-8' ? 0 : nul);
  if (blank + (mark?.[1].length ?? 0) === sizeBytes) return { kind: 'empty' };
  if (mark !== undefined && mark[0] !== 'utf-8') return { kind: 'text', encoding: mark[0] };
  const refusal = refusalOf(head);
  if (refusal !== null) return { kind: 'refused', ...refusal };
  if (mark === undefined && utf16 !== null) return { kind: 'text', encoding: utf16 };
  if (nul > 0) return { kind: 'refused', code: 'file-binary', looksLike: 'not a text file' };
  if (mark !== undefined || counts.invalid === 0 || counts.multibyte > counts.invalid) {
    return { kind: 'text', encoding: 'utf-8' };
  }
  return { kind: 'text', encoding: 'windows-1252' };
}

/** Of text in Latin letters nearly every high byte is NUL and no low byte is, nor one of a control character. A typographic
 *  quote has neither. */
function utf16ByPattern(sizeBytes: number, { nulEven, nulOdd, control }: Utf8Counts): Encoding | null {
  const most = Math.max(nulEven, nulOdd);
  if (control * 100 > sizeBytes) return null;
  if (most < sizeBytes * 0.4 || Math.min(nulEven, nulOdd) * 1000 > most) return null;
  return nulOdd > nulEven ? 'utf-16le' : 'utf-16be';
}

interface Utf8Counts {
  /** Whole sequences of two to four bytes. */
  readonly multibyte: number;
  /** Bytes that are part of no valid sequence. */
  readonly invalid: number;
  /** NUL bytes at even and at odd places of the file. */
  readonly nulEven: number;
  readonly nulOdd: number;
  /** Control characters that no text has. */
  readonly control: number;
  /** Blanks, tabs and line breaks. */
  readonly blank: number;
}

/** Counts sequences as RFC 3629 defines them (no overlong forms, no surrogates), across chunk borders. */
function createUtf8Tally() {
  const counts = { multibyte: 0, invalid: 0, nulEven: 0, nulOdd: 0, control: 0, blank: 0 };
  let before = 0; // bytes of earlier chunks
  let missing = 0; // continuation bytes still to come
  let low = 0x80; // what the next one may be
  let high = 0xbf;

  function begin(byte: number, at: number): void {
    if (byte < 0x80) {
      if (byte === 0) counts[at % 2 === 0 ? 'nulEven' : 'nulOdd']++;
      else if (byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)) counts.blank++;
      else if (byte < 0x20) counts.control++;
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
          begin(byte, before + i);
        } else if (byte >= low && byte <= high) {
          low = 0x80;
          high = 0xbf;
          if (--missing === 0) counts.multibyte++;
        } else {
          missing = 0;
          counts.invalid++;
          begin(byte, before + i);
        }
      }
      before += chunk.length;
    },
    end(): Utf8Counts {
      if (missing > 0) counts.invalid++;
      return counts;
    },
  };
}
