// Owns the streets of a list of addresses: each once, whatever its spelling, as a number. Knows no row.

import { squash, streetKey } from '@/lib/core/address/street-key';
import { townKey } from '@/lib/core/address/town';
import { ownText } from '../../intern';
import { readZip5 } from '../../tables/cells';
import type { HouseParts } from './composed-address';
import type { StreetCells, TownCells } from './street-cells';

/** A street of one town and ZIP, and one kind of house number: a run has only one of each. */
export interface Street extends StreetCells, TownCells {
  readonly prefix: string;
  readonly numberSuffix: string;
}

/** The words of a street. Rows that say the same share one, which knows the street that it was found to be. */
export class StreetWords implements StreetCells {
  readonly direction: string;
  readonly name: string;
  readonly suffix: string;
  readonly post: string;
  /** Of plain numbers in this town, the street; -1: not looked for yet. */
  found = -1;
  town: TownCells | null = null;

  constructor(direction: string, name: string, suffix: string, post: string) {
    this.direction = direction;
    this.name = name;
    this.suffix = suffix;
    this.post = post;
  }
}

export class Streets {
  readonly #bySpelling = new Map<string, number>();
  readonly #byKey = new Map<string, number>();
  readonly #streets: Street[] = [];

  get size(): number {
    return this.#streets.length;
  }

  at(street: number): Street {
    return this.#streets[street]!;
  }

  /** The number of the street on which a house stands. */
  of({ prefix, suffix }: HouseParts, words: StreetWords, town: TownCells): number {
    const isPlain = prefix === '' && suffix === '';
    if (isPlain && words.town === town) return words.found;
    const found = this.#find(prefix, suffix, words, town);
    if (isPlain) {
      words.town = town;
      words.found = found;
    }
    return found;
  }

  #find(prefix: string, numberSuffix: string, words: StreetWords, town: TownCells): number {
    const { direction, name, suffix, post } = words;
    const { city, state } = town;
    const zip = readZip5(town.zip) || town.zip;
    const spelling = [direction, name, suffix, post, city, state, zip, prefix, numberSuffix].join('|');
    const known = this.#bySpelling.get(spelling);
    if (known !== undefined) return known;
    const street = { direction, name, suffix, post, city, state, zip, prefix, numberSuffix };
    return this.#add(spelling, street);
  }

  #add(spelling: string, street: Street): number {
    const { pre, core, suffix, post } = streetKey(
      `${street.direction} ${street.name} ${street.suffix} ${street.post}`,
    );
    const key = [
      pre,
      squash(core),
      suffix,
      post,
      townKey(street.city),
      street.state,
      street.zip,
      street.prefix,
      street.numberSuffix,
    ].join('|');
    const index = this.#byKey.get(key) ?? this.#streets.push(ownStreet(street)) - 1;
    this.#byKey.set(key, index);
    this.#bySpelling.set(spelling, index);
    return index;
  }
}

/** What is kept when the file has been read. */
const ownStreet = (street: Street): Street => ({
  direction: ownText(street.direction),
  name: ownText(street.name),
  suffix: ownText(street.suffix),
  post: ownText(street.post),
  city: ownText(street.city),
  state: ownText(street.state),
  zip: ownText(street.zip),
  prefix: ownText(street.prefix),
  numberSuffix: ownText(street.numberSuffix),
});
