// Owns numbers for texts: each text once, from 0 in the order seen.

export class Numbering {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];

  /** The number of a key; `text` is what `at` gives back for it, that of the first one. */
  of(key: string, text = key): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#texts.length);
    return this.#texts.push(text) - 1;
  }

  /** The text of a number. */
  at(number: number): string {
    return this.#texts[number]!;
  }
}
