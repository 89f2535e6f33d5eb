// Owns a compiled office as bytes, so that it is compiled once and merged many times. Not a format of releases: whoever
// reads it back is the program that wrote it.

import { canonicalBytes } from './canonical-json';
import type { OfficePart } from './compile-office';

/** Canonical JSON; the same part gives the same bytes. */
export function encodePart(part: OfficePart): Uint8Array<ArrayBuffer> {
  return canonicalBytes({ ...part, layers: [...part.layers], places: [...part.places] });
}

/** The part again. Throws on what `encodePart` has not written. */
export function decodePart(bytes: Uint8Array): OfficePart {
  const read = JSON.parse(new TextDecoder().decode(bytes));
  return { ...read, layers: new Map(read.layers), places: new Map(read.places) };
}
