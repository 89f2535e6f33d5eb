// Owns what files that are no text begin with, and with which code each is refused. Data only. A ZIP may be anything (Excel's
// .xlsx is one), so that it has no code here.

import type { ProblemCode } from '../problems/problem-codes';

/** The refusal of a kind of file. `looksLike` completes "This is …". */
export interface Refusal {
  readonly code: ProblemCode;
  readonly looksLike: string;
}

interface Signature {
  readonly bytes: readonly number[];
  readonly at?: number;
  readonly refusal: Refusal;
}

const ascii = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));
const kind = (code: ProblemCode, looksLike: string, bytes: readonly number[], at = 0): Signature => ({
  bytes,
  at,
  refusal: { code, looksLike },
});

/** Local file header and, of an empty archive, the directory's end (PKWARE APPNOTE 4.3.7 and 4.3.16). */
const ZIP: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];

const SIGNATURES: readonly Signature[] = [
  kind('file-pdf', 'a PDF', ascii('%PDF')),
  kind(
    'file-old-excel',
    'an old Excel (.xls) or Word file, or one with a password',
    [0xd0, 0xcf, 0x11, 0xe0],
  ),
  kind('file-packed', 'a gzip file', [0x1f, 0x8b]),
  kind('file-packed', 'a 7-Zip file', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]),
  kind('file-packed', 'a RAR file', ascii('Rar!')),
  kind('file-packed', 'an xz file', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]),
  kind('file-packed', 'a bzip2 file', ascii('BZh91AY&SY')),
  kind('file-image', 'a picture (PNG)', [0x89, 0x50, 0x4e, 0x47]),
  kind('file-image', 'a picture (JPEG)', [0xff, 0xd8, 0xff]),
  kind('file-image', 'a picture (GIF)', ascii('GIF8')),
  kind('file-image', 'a picture (TIFF)', [0x49, 0x49, 0x2a, 0x00]),
  kind('file-image', 'a picture (TIFF)', [0x4d, 0x4d, 0x00, 0x2a]),
  kind('file-image', 'a picture (WebP)', ascii('WEBP'), 8),
  kind('file-image', 'a picture (HEIC)', ascii('ftyphei'), 4),
  kind('file-word', 'a Word file (RTF)', ascii('{\\rtf')),
  kind('file-binary', 'an Access database', ascii('Standard Jet DB'), 4),
  kind('file-binary', 'an Access database', ascii('Standard ACE DB'), 4),
  kind('file-binary', 'a database (SQLite)', ascii('SQLite format 3')),
  kind('file-binary', 'a part of a shapefile', [0x00, 0x00, 0x27, 0x0a]),
];

/** How many bytes must be known. */
export const signatureBytes = 32;

/** Whether it begins as a ZIP does. */
export const isZip = (head: ArrayLike<number>): boolean => ZIP.some((bytes) => startsWith(head, bytes, 0));

/** What a file that begins like this is refused as; null: nothing is known of it. */
export function refusalOf(head: ArrayLike<number>): Refusal | null {
  return SIGNATURES.find(({ bytes, at = 0 }) => startsWith(head, bytes, at))?.refusal ?? null;
}

function startsWith(head: ArrayLike<number>, bytes: readonly number[], at: number): boolean {
  return bytes.every((byte, index) => head[at + index] === byte);
}
