// Owns whole addresses that were cut before: `12 Oak St` and `14 Oak St` differ in nothing but the number, and cutting one costs more
// than reading its file. Knows no table.

import { ownText } from '../../intern';
import { StreetWords } from './address-streets';
import { type AddressParts, readAddressLine } from './composed-address';

/** An address without its number. */
export interface AddressLine {
  readonly parts: AddressParts;
  readonly street: StreetWords;
}

/** What is remembered at most; then it begins anew. */
const mostKnown = 100_000;

/** A plain number, one blank, and a letter: then nothing of the reading depends on which number it is, only on how long. */
const plainStart = /^[1-9]\d{0,6} (?=[A-Za-z])/;

export class AddressMemo {
  /** After `read`: the number of the address. */
  number = 0;
  readonly #known = new Map<string, AddressLine | null>();

  /** What `readAddressLine` gives, but for the number: the same object for the same words. */
  read(text: string, town: string): AddressLine | null {
    const start = plainStart.exec(text)?.[0] ?? '';
    if (start === '') return this.#cut(text, town);
    this.number = Number(start);
    const key = `${start.length}${town}\u0000${text.slice(start.length)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const number = this.number;
    const line = this.#cut(text, town);
    if (line !== null && (this.number !== number || line.parts.prefix !== '' || line.parts.suffix !== ''))
      return line;
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.set(ownText(key), line);
    return line;
  }

  #cut(text: string, town: string): AddressLine | null {
    const parts = readAddressLine(ownText(text), town);
    if (parts === null) return null;
    this.number = parts.number;
    return { parts, street: new StreetWords('', parts.street, '', '') };
  }
}
