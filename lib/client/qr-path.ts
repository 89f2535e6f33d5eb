// Owns the making of a QR code (ISO/IEC 18004) from a link. Fetched after an answer, for paper alone: it is in no
// voter's way to an answer.

import { encode } from 'uqr';

/** A code as the path of an SVG whose box is `size` units wide, its quiet zone of four modules included. */
export interface QrPath {
  readonly size: number;
  readonly path: string;
}

/** Error correction M: paper gets folded. A link too long for a code (over 2,331 bytes) throws RangeError. */
export function qrPath(link: string): QrPath {
  const { size, data } = encode(link, { ecc: 'M', border: 4 });
  const modules = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size, path: modules.join('') };
}
