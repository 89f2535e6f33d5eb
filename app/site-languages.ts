// Owns which languages this build has pages in: those offered to voters, and, only where the build is told so, the
// pseudo-language, which nothing links to. Runs while the site is built; no byte of it reaches a browser.

import { type Language, languages } from '@/lib/messages/languages';
import { pseudoLanguage } from '@/lib/messages/pseudo';

const hasPseudoLanguage = process.env.LEVEE_PSEUDO_LANGUAGE === '1';

/** Every language that has pages. What voters are offered is `languages`. */
export const siteLanguages: readonly Language[] = hasPseudoLanguage
  ? [...languages, pseudoLanguage]
  : languages;

/** The language of a page by the first part of its path, or null. */
export function siteLanguageFor(tag: string): Language | null {
  return siteLanguages.find((language) => language.tag === tag) ?? null;
}
