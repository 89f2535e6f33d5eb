// Owns which precinct a code in another table means: the same code, else the one code that differs in zeros, blanks or the word
// Precinct only, else the one that begins with the same state in another notation. Never one of two.

import { fold } from '@/lib/core/address/tokens';
import { statePrefixed } from './state-prefix';

/** Words before a precinct's own number or name that only say what it is. */
const WORDS: ReadonlySet<string> = new Set(
  'VOTING ELECTION PRECINCT PCT PREC PRCT DISTRICT NO NUMBER'.split(' '),
);

/** What two spellings of a precinct must share: `Precinct 01`, `PCT. 1` and `1` -> `1`; `1-A` and `1A` -> `1 A`. */
export function looseCode(code: string): string {
  const pieces = fold(code).match(/\d+|[A-Z]+/g) ?? [];
  const first = pieces.findIndex((piece) => !WORDS.has(piece));
  return pieces
    .slice(Math.max(first, 0))
    .map((piece) => piece.replace(/^0+(?=\d)/, ''))
    .join(' ');
}

/** The id that is made of a code or a name: blanks and case apart as it stands. */
export function precinctIdOf(code: string): string {
  return fold(code).trim().replace(/\s+/g, ' ');
}

export class PrecinctCodes {
  readonly #exact = new Map<string, string | null>();
  readonly #names = new Map<string, string | null>();
  readonly #loose = new Map<string, string | null>();
  readonly #states = new Map<string, string | null>();
  readonly #found = new Map<string, string | null>();

  get isEmpty(): boolean {
    return this.#exact.size === 0;
  }

  /** A precinct with its code, and what else it may be called by; `state` is where its place is, '' for not known. */
  add(id: string, code: string, names: readonly string[], state: string): void {
    this.#found.clear();
    put(this.#exact, precinctIdOf(code), id);
    for (const name of [code, ...names]) {
      if (name === '') continue;
      put(this.#names, precinctIdOf(name), id);
      const loose = looseCode(name);
      if (loose !== '') put(this.#loose, loose, id);
    }
    const prefixed = statePrefixed(code, state);
    if (prefixed !== null) put(this.#states, prefixed, id);
  }

  /** The id of the one precinct that is meant; null for none, or for several. */
  find(code: string, state: string): string | null {
    const key = `${state}|${code}`;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const found = this.#search(code, state);
    this.#found.set(key, found);
    return found;
  }

  #search(code: string, state: string): string | null {
    const exact = this.#exact.get(precinctIdOf(code));
    if (exact !== undefined) return exact;
    const named = this.#names.get(precinctIdOf(code));
    if (named !== undefined) return named;
    const loose = this.#loose.get(looseCode(code));
    if (loose !== undefined) return loose;
    const prefixed = statePrefixed(code, state);
    return prefixed === null ? null : (this.#states.get(prefixed) ?? null);
  }
}

/** Null once two precincts have it. */
function put(map: Map<string, string | null>, key: string, id: string): void {
  const known = map.get(key);
  map.set(key, known === undefined || known === id ? id : null);
}
