// Owns which precinct a code in another table means: the same code, else the one code that differs in zeros, blanks or the word
// Precinct only, or has its name behind it; else the one that begins with the same state in another notation. Never one of two:
// `4` is neither `4A` nor `4 - Courthouse`, which may be a part of it.

import { fold } from '@/lib/core/address/tokens';
import { looseCode } from '@/lib/core/precinct-code';
import { statePrefixed } from './state-prefix';

/** The id that is made of a code or a name: blanks and case apart as it stands. */
export function precinctIdOf(code: string): string {
  return fold(code).trim().replace(/\s+/g, ' ');
}

export class PrecinctCodes {
  readonly #exact = new Map<string, string | null>();
  readonly #names = new Map<string, string | null>();
  readonly #looseCodes = new Map<string, string | null>();
  readonly #loose = new Map<string, string | null>();
  readonly #states = new Map<string, string | null>();
  readonly #found = new Map<string, string | null>();
  /** The code but for zeros -> how the tables that refer to precincts write its number. */
  readonly #written = new Map<string, ReadonlySet<string>>();

  get isEmpty(): boolean {
    return this.#exact.size === 0;
  }

  /** A precinct with its code, and what else it may be called by; `state` is where its place is, '' for not known. */
  add(id: string, code: string, names: readonly string[], state: string): void {
    this.#found.clear();
    put(this.#exact, precinctIdOf(code), id);
    put(this.#looseCodes, looseCode(code), id);
    for (const name of [code, ...names]) {
      if (name === '') continue;
      put(this.#names, precinctIdOf(name), id);
      putLoose(this.#loose, name, id);
      if (name !== code) putLoose(this.#loose, `${code} ${name}`, id);
    }
    const prefixed = statePrefixed(code, state);
    if (prefixed !== null) put(this.#states, prefixed, id);
  }

  /** Takes a code as a table writes it that refers to precincts. All are taken before the first is looked for. */
  note(code: string): void {
    const number = numberOf(code);
    if (number === '') return;
    const loose = looseCode(code);
    const written = this.#written.get(loose);
    if (written?.has(number) !== true) this.#written.set(loose, new Set([...(written ?? []), number]));
  }

  /** A table that has `7` and `007` means two precincts: neither is the other, also where the list has lost one of them. */
  #isWrittenTwice(code: string): boolean {
    return (this.#written.get(looseCode(code))?.size ?? 0) > 1;
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
    if (named !== undefined) return this.#isAnothersCode(code, named) ? null : named;
    const loose = this.#loose.get(looseCode(code));
    if (loose !== undefined) return this.#isWrittenTwice(code) ? null : loose;
    const prefixed = statePrefixed(code, state);
    return prefixed === null ? null : (this.#states.get(prefixed) ?? null);
  }

  /** `4` is the name of one precinct, and `04` the code of another: either may be meant. */
  #isAnothersCode(code: string, named: string | null): boolean {
    const known = this.#looseCodes.get(looseCode(code));
    return known !== undefined && known !== named;
  }
}

/** Of `Precinct 007` the `007`; '' for a code that is more than a number. */
function numberOf(code: string): string {
  return /^\d+$/.test(looseCode(code)) ? (fold(code).match(/\d+/g)?.at(-1) ?? '') : '';
}

function putLoose(map: Map<string, string | null>, name: string, id: string): void {
  const loose = looseCode(name);
  if (loose !== '') put(map, loose, id);
}

/** Null once two precincts have it. */
function put(map: Map<string, string | null>, key: string, id: string): void {
  const known = map.get(key);
  map.set(key, known === undefined || known === id ? id : null);
}
