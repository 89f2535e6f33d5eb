// Owns what the entries of a column of sides mean: words, and codes that a table's own numbers explain (`1` stands at odd numbers only).

import type { OddEvenBoth } from '@/lib/core/vip';
import { ownText } from '../../intern';
import { readWholeNumber } from '../../tables/cells';
import { readSideWords } from './composed-range';
import type { OfficeRow } from './office-rows';

/** So many ranges with both ends on one side, and none other, are no chance: 1 in 4096 for a code that means both. */
const enough = 12;

interface Tally {
  odd: number;
  even: number;
  mixed: number;
}

/** A column of sides has few entries; one with more is none, and is not remembered. */
const mostWords = 1000;

export class SideCodes {
  readonly #tallies = new Map<string, Tally>();
  readonly #words = new Map<string, OddEvenBoth | null>();

  /** Looks at a row's side and numbers. */
  note(row: OfficeRow): void {
    const cell = row.text('side');
    if (cell === '' || cell.length > 12 || this.#read(cell) !== null) return;
    const start = readWholeNumber(row.text('rangeStart'));
    const end = readWholeNumber(row.text('rangeEnd'));
    if (start < 0 || end < 0) return;
    const tally = this.#tallies.get(cell) ?? { odd: 0, even: 0, mixed: 0 };
    this.#tallies.set(cell, tally);
    if (start % 2 !== end % 2) tally.mixed++;
    else if (start % 2 === 1) tally.odd++;
    else tally.even++;
  }

  /** Null for what neither its words nor the table explain. */
  of(cell: string): OddEvenBoth | null {
    const side = this.#read(cell);
    if (side !== null || !this.#tallies.has(cell)) return side;
    const { odd, even, mixed } = this.#tallies.get(cell)!;
    if (mixed >= enough && mixed * 4 >= odd + even + mixed) return 'both';
    if (odd >= enough && even + mixed === 0) return 'odd';
    if (even >= enough && odd + mixed === 0) return 'even';
    return null;
  }

  /** What its words say, each text once. */
  #read(cell: string): OddEvenBoth | null {
    const known = this.#words.get(cell);
    if (known !== undefined) return known;
    const side = readSideWords(cell);
    if (this.#words.size < mostWords) this.#words.set(ownText(cell), side);
    return side;
  }
}
