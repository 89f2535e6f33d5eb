// Owns texts that are all different, held as bytes: ids of rows, of which an engine's own text takes three times as much. Knows no row.

const lastLetter = 0x7f;
const firstBytes = 1024;
/** Longer ones are kept as they are: an engine takes only so many letters at once. */
const longest = 256;

/** At most `most` texts, in their order. */
export class PackedIds {
  #length = 0;
  #bytes = new Uint8Array(firstBytes);
  readonly #ends: Uint32Array;
  /** Long ones, and those with another letter than ASCII has, by their place. */
  #others: Map<number, string> | null = null;

  constructor(most: number) {
    this.#ends = new Uint32Array(most);
  }

  add(text: string): void {
    const from = this.#length === 0 ? 0 : this.#ends[this.#length - 1]!;
    const isOther = text.length > longest || !isAscii(text);
    const end = isOther ? from : from + text.length;
    if (end > this.#bytes.length) this.#grow(end);
    if (isOther) {
      this.#others ??= new Map();
      this.#others.set(this.#length, text);
    } else for (let at = from; at < end; at++) this.#bytes[at] = text.charCodeAt(at - from);
    this.#ends[this.#length] = end;
    this.#length += 1;
  }

  at(index: number): string {
    const other = this.#others?.get(index);
    if (other !== undefined) return other;
    const from = index === 0 ? 0 : this.#ends[index - 1]!;
    return String.fromCharCode(...this.#bytes.subarray(from, this.#ends[index]!));
  }

  #grow(least: number): void {
    const grown = new Uint8Array(Math.max(least, this.#bytes.length * 2));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > lastLetter) return false;
  return true;
}
