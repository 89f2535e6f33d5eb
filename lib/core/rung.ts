// Owns the names of the places that a release can come from, best first, and how old a release may be before that
// is worth a word. Knows neither network nor storage.

/** `live`: this site. `mirror`: the same files on another host. `device`: what was kept here. `builtIn`: what came
 *  with the site's pages. */
export type RungKind = 'live' | 'mirror' | 'device' | 'builtIn';

/** The office host confirms its list every five minutes; half an hour without is worth a word. */
const FRESH_FOR_MS = 30 * 60_000;

/** `isFresh('2026-11-03T11:00:00Z', now)`: whether late changes would be in it, as far as anybody can know. */
export function isFresh(issuedAt: string, now: Date): boolean {
  return now.getTime() - Date.parse(issuedAt) <= FRESH_FOR_MS;
}
