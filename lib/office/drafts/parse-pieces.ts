// Owns the reading of JSON that is longer than a text may be (in V8 half a gigabyte), as it comes: an object of lists, some million items
// in one of them. Holds no more of it than a piece. Knows no dataset.

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [listBegin, listEnd, objectBegin, objectEnd] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Items of a list that are parsed together have about so many bytes. */
const pieceBytes = 1024 * 1024;

/** Takes items of the list that is the member of this name, in their order. */
type OnItems = (items: readonly unknown[], key: string) => readonly unknown[];

/** Takes an object in UTF-8, without blanks between its parts, cut anywhere: `add` each stretch, then `end` once, which gives what
 *  `JSON.parse` would. Both throw where it is no JSON; what else is wrong with it may go unseen, so its hash has to be known. `onItems`
 *  gets the items of a member's list as they were parsed together, and gives back what of them is kept. */
export class PieceParser {
  readonly #most: number;
  readonly #onItems: OnItems;
  readonly #decoder = new TextDecoder();
  readonly #value: Record<string, unknown> = {};
  #key: string | null = null;
  /** Of the list that is the member's value. */
  #items: unknown[] | null = null;
  #depth = 0;
  #isWhole = false;
  #isText = false;
  #isEscaped = false;
  // The part that is not yet whole: what is left of earlier stretches.
  #held: Uint8Array[] = [];
  #heldBytes = 0;

  constructor(most = pieceBytes, onItems: OnItems = (items) => items) {
    this.#most = most;
    this.#onItems = onItems;
  }

  add(bytes: Uint8Array): void {
    let from = 0;
    for (let at = 0; at < bytes.length; at++) {
      if (this.#isText) this.#readText(bytes[at]!);
      else if (this.#endsPart(bytes[at]!, at - from)) {
        this.#hold(bytes.subarray(from, at));
        this.#take(bytes[at]!);
        from = at + 1;
      }
    }
    this.#hold(bytes.subarray(from));
  }

  end(): Record<string, unknown> {
    if (!this.#isWhole) throw new SyntaxError('the JSON does not end');
    return this.#value;
  }

  #readText(byte: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === backslash) this.#isEscaped = true;
    else if (byte === quote) this.#isText = false;
  }

  /** `before`: bytes of the part in this stretch. */
  #endsPart(byte: number, before: number): boolean {
    switch (byte) {
      case quote:
        this.#isText = true;
        return false;
      case listBegin:
      case objectBegin:
        this.#depth++;
        if (this.#depth === 1) return true;
        return (
          this.#depth === 2 && byte === listBegin && this.#key !== null && this.#heldBytes + before === 0
        );
      case listEnd:
      case objectEnd:
        this.#depth--;
        return this.#depth === 0 || (this.#depth === 1 && this.#items !== null);
      case colon:
        return this.#depth === 1;
      case comma:
        if (this.#depth === 1) return true;
        return this.#depth === 2 && this.#items !== null && this.#heldBytes + before >= this.#most;
      default:
        return false;
    }
  }

  #hold(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#held.push(bytes);
    this.#heldBytes += bytes.length;
  }

  /** What is held is whole; `sign` stands behind it. */
  #take(sign: number): void {
    const text = this.#held.map((bytes) => this.#decoder.decode(bytes, { stream: true })).join('');
    this.#held = [];
    this.#heldBytes = 0;
    if (this.#items !== null && this.#depth + (sign === listEnd ? 1 : 0) === 2) this.#addItems(text, sign);
    else if (sign === colon) this.#key = String(JSON.parse(text));
    else if (sign === listBegin) this.#items = [];
    else if (this.#key !== null) this.#keep(text);
    this.#isWhole = this.#depth === 0;
  }

  #addItems(text: string, sign: number): void {
    const items = JSON.parse(`[${text}]`) as unknown[];
    this.#items!.push(...this.#onItems(items, this.#key ?? ''));
    if (sign === listEnd) {
      this.#value[this.#key ?? ''] = this.#items;
      this.#key = null;
      this.#items = null;
    }
  }

  #keep(text: string): void {
    this.#value[this.#key ?? ''] = JSON.parse(text);
    this.#key = null;
  }
}
