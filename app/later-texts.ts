// Owns the files of texts that a page fetches after the answer: one for each language, named by what is in it, so that a
// copy is never old. Must not know which texts those are.

import { createHash } from 'node:crypto';
import { type Catalogue, forLater } from '@/lib/messages/messages';

/** `/texts/en-1f0c….json`. */
export function laterTextsPath(catalogue: Catalogue): string {
  return `/texts/${laterTextsFile(catalogue).name}`;
}

/** The file's name and what it holds. */
export function laterTextsFile(catalogue: Catalogue): { readonly name: string; readonly json: string } {
  const json = JSON.stringify(forLater(catalogue));
  const hash = createHash('sha256').update(json).digest('hex').slice(0, 16);
  return { name: `${catalogue.tag}-${hash}.json`, json };
}
