// Owns what the entries of a column of sides mean: words, and codes that a table's own numbers explain (`1` stands at odd numbers only).

import type { OddEvenBoth } from '@/lib/core/vip';
import { readWholeNumber } from '../../cells';
import { readSideWords } from './composed-range';
import type { OfficeRow } from './office-rows';

/** So many ranges with both ends on one side, and none other, are no chance: 1 in 4096 for a code that means both. */
const enough = 12;

interface Tally {
  odd: number;
  even: number;
  mixed: number;
}

export class SideCodes {
  readonly #tallies = new Map<string, Tally>();

  /** Looks at a row's side and numbers. */
  note(row: OfficeRow): void {
    const cell = row.text('side');
    if (cell === '' || cell.length > 12 || readSideWords(cell) !== null) return;
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
    const side = readSideWords(cell);
    if (side !== null || !this.#tallies.has(cell)) return side;
    const { odd, even, mixed } = this.#tallies.get(cell)!;
    if (mixed >= enough && mixed * 4 >= odd + even + mixed) return 'both';
    if (odd >= enough && even + mixed === 0) return 'odd';
    if (even >= enough && odd + mixed === 0) return 'even';
    return null;
  }
}
