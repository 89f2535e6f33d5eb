// Owns the shape of what one release leaves for the next one, so that it costs what has changed (docs/adr/0027). Where it
// is kept is others' work, and it may be lost.

import type { Sha256Hex } from './format';
import type { PageMemo } from './plain-pages/plain-pages';

/** Made by the same program from the same reference: `{pages: Map {'zip-39120' => {inputs: '9c1…', object: '3fa…'}},
 *  sizes: Map {'3fa…' => 1234}}`. */
export interface ReleaseMemo {
  /** Groups of pages that are stored already: they are named, and not made again. */
  readonly pages: PageMemo;
  /** Compressed bytes of objects. */
  readonly sizes: ReadonlyMap<Sha256Hex, number>;
}

/** Everything is made. */
export const noMemo: ReleaseMemo = { pages: new Map(), sizes: new Map() };
