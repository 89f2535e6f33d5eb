// Owns numbers for texts: each text once, from 0 in the order seen.

import { ownText } from '../../intern';

export class Numbering {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];

  /** The number of a key; `text` is what `at` gives back for it, that of the first one. */
  of(key: string, text = key): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(ownText(key), this.#texts.length);
    return this.#texts.push(ownText(text)) - 1;
  }

  has(key: string): boolean {
    return this.#numbers.has(key);
  }

  /** The text of a number. */
  at(number: number): string {
    return this.#texts[number]!;
  }
}
