// Owns letters of UTF-8 that an earlier program has read as Windows-1252. Offered where every such letter of the cell goes back into bytes,
// the bytes are UTF-8 without a fault, and reading these wrongly gives the cell as it stands.

import { createTextDecoder } from '../files/text-decoder';
import { cellKind } from './cell-kind';

/** `mojibake`: `PEÃ‘A` -> `PEÑA`, in any column. */
export const mojibakeRepair = cellKind('mojibake', ({ columns: { width } }) => ({
  columns: Array.from({ length: width }, (_, column) => column),
  mend: readRight,
  isSigned: true,
}));

/** A program may have done it twice. */
const mostRounds = 3;
const longest = 2000;

/** The text as it was written; null where nothing proves that it was another. */
export function readRight(cell: string): string | null {
  if (cell.length > longest || !hasSigns(cell)) return null;
  let text = cell;
  for (let round = 0; round < mostRounds && hasSigns(text); round++) {
    const once = readOnce(text);
    if (once === null) break;
    text = once;
  }
  return text === cell || hasSigns(text) || !isPlausible(text) ? null : text;
}

const hasSigns = (text: string): boolean => text.includes('Ã') || text.includes('Â') || text.includes('â€');

/** Letters that American names and typing have: Latin ones, and the signs of typography. */
const isPlausible = (text: string): boolean =>
  /^[\x20-\x7e\u00a0-\u024f\u1e00-\u1eff\u2010-\u2027\u2032-\u203a\u20ac\u2122\s]*$/.test(text);

function readOnce(text: string): string | null {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const byte = byteOf.get(text[i]!);
    if (byte === undefined) return null;
    bytes[i] = byte;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Each character of Windows-1252, and for its five gaps the control characters that browsers read there (WHATWG Encoding). */
const byteOf: ReadonlyMap<string, number> = (() => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const gaps = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
  const found = new Map(
    [...createTextDecoder('windows-1252')(bytes)].map((character, byte) => [character, byte]),
  );
  found.delete('\ufffd');
  for (const gap of gaps) found.set(String.fromCharCode(gap), gap);
  return found;
})();
