// Owns the list of languages. Adding one: write its file, then one line here.
// Knows nothing of pages or of how a reader's language is found.

import { en } from './en';
import { es } from './es';
import type { Catalogue } from './messages';

/** A language that the whole voter side speaks. `ownName` is its name in itself: `Español`. */
export interface Language {
  readonly tag: string;
  readonly ownName: string;
  readonly direction: 'ltr' | 'rtl';
  readonly messages: Catalogue;
}

/** Every language, the fallback first. */
export const languages = [
  { tag: 'en', ownName: 'English', direction: 'ltr', messages: en },
  { tag: 'es', ownName: 'Español', direction: 'ltr', messages: es },
] as const satisfies readonly [Language, ...Language[]];

export type LanguageTag = (typeof languages)[number]['tag'];

/** The language by its tag, or null: `languageFor('es')`. */
export function languageFor(tag: string): Language | null {
  return languages.find((language) => language.tag === tag) ?? null;
}
