// Owns the question "was an equal one there before?" for a million items known by number. A Map keyed by
// texts answers it too, but its keys and its growth cost the garbage collector more than reading the file.

/** A set of item numbers by open addressing. Equality and hash are the caller's. */
export class FirstSeen {
  #slots: Int32Array;
  #used = 0;
  readonly #hashOf: (item: number) => number;
  readonly #isEqual: (a: number, b: number) => boolean;

  /** `expected` spares the growing where the number of items is known. */
  constructor(
    hashOf: (item: number) => number,
    isEqual: (a: number, b: number) => boolean,
    expected = 16_000,
  ) {
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * expected + 2)));
    this.#hashOf = hashOf;
    this.#isEqual = isEqual;
  }

  /** The equal item that was added first; `item` itself where it is the first. */
  add(item: number): number {
    const slot = this.#find(item);
    const known = this.#slots[slot]! - 1;
    if (known >= 0) return known;
    this.#slots[slot] = item + 1;
    this.#used++;
    if (this.#used * 2 > this.#slots.length) this.#grow();
    return item;
  }

  #find(item: number): number {
    const mask = this.#slots.length - 1;
    let slot = this.#hashOf(item) & mask;
    while (this.#slots[slot] !== 0 && !this.#isEqual(this.#slots[slot]! - 1, item)) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 4);
    const mask = this.#slots.length - 1;
    for (const entry of old) {
      if (entry === 0) continue;
      // All are different, so that the next free slot will do.
      let slot = this.#hashOf(entry - 1) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = entry;
    }
  }
}

/** A hash of a text that goes on from another: `hashText(zip, hashText(street))`. FNV-1a, its bits spread once
 *  more, since ids often differ in their last digit only. */
export function hashText(text: string, seed = 0x811c9dc5): number {
  let value = seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value ^ (value >>> 15);
}
