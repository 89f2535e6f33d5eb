// Owns the question "was an equal one there before?" for a million items known by number. A Map keyed by
// texts answers it too, but its keys and its growth cost the garbage collector more than reading the file.

/** A set of item numbers by open addressing. Equality and hash are the caller's. */
export class FirstSeen {
  // Entry `2s` is the item in slot s plus one (0: free), entry `2s + 1` its hash. Hashes are kept so that
  // items need not be looked at while growing, and seldom while searching: they lie all over the memory.
  #table: Int32Array;
  #used = 0;
  readonly #hashOf: (item: number) => number;
  readonly #isEqual: (a: number, b: number) => boolean;

  /** `expected` spares the growing where the number of items is known. */
  constructor(
    hashOf: (item: number) => number,
    isEqual: (a: number, b: number) => boolean,
    expected = 16_000,
  ) {
    this.#table = tableOf(2 * expected + 2);
    this.#hashOf = hashOf;
    this.#isEqual = isEqual;
  }

  /** The equal item that was added first; `item` itself where it is the first. */
  add(item: number): number {
    const hash = this.#hashOf(item);
    const table = this.#table;
    const mask = table.length / 2 - 1;
    let slot = hash & mask;
    for (;;) {
      const entry = table[2 * slot]!;
      if (entry === 0) break;
      if (table[2 * slot + 1] === hash && this.#isEqual(entry - 1, item)) return entry - 1;
      slot = (slot + 1) & mask;
    }
    table[2 * slot] = item + 1;
    table[2 * slot + 1] = hash;
    this.#used++;
    if (this.#used * 4 > table.length) this.#grow();
    return item;
  }

  #grow(): void {
    const old = this.#table;
    const table = tableOf(2 * old.length);
    const mask = table.length / 2 - 1;
    for (let at = 0; at < old.length; at += 2) {
      if (old[at] === 0) continue;
      // All are different, so that the next free slot will do.
      let slot = old[at + 1]! & mask;
      while (table[2 * slot] !== 0) slot = (slot + 1) & mask;
      table[2 * slot] = old[at]!;
      table[2 * slot + 1] = old[at + 1]!;
    }
    this.#table = table;
  }
}

/** Room for this many slots at least, a power of two of them. */
function tableOf(slots: number): Int32Array {
  return new Int32Array(2 * 2 ** Math.ceil(Math.log2(slots)));
}

/** A 32-bit hash of a text that goes on from another: `hashText(zip, hashText(street))`. FNV-1a, its bits spread
 *  once more, since ids often differ in their last digit only. */
export function hashText(text: string, seed = 0x811c9dc5): number {
  let value = seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value ^ (value >>> 15);
}

/** A set of items by a text that each of them has. */
export function seenByText(textOf: (item: number) => string): FirstSeen {
  return new FirstSeen(
    (item) => hashText(textOf(item)),
    (a, b) => textOf(a) === textOf(b),
  );
}
