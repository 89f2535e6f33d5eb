// Owns what two spellings of a precinct's code must share, for offices' files and for what voters type. Decides no match.

import { fold } from './address/tokens';

/** Words before a precinct's own number or name that only say what it is. */
const WORDS: ReadonlySet<string> = new Set(
  'VOTING ELECTION PRECINCT PCT PREC PRCT DISTRICT NO NUMBER'.split(' '),
);

/** What two spellings of a precinct must share: `Precinct 01`, `PCT. 1` and `1` -> `1`; `1-A` and `1A` -> `1 A`. */
export function looseCode(code: string): string {
  const pieces = fold(code).match(/\d+|\p{L}+/gu) ?? [];
  const first = pieces.findIndex((piece) => !WORDS.has(piece));
  return pieces
    .slice(Math.max(first, 0))
    .map((piece) => piece.replace(/^0+(?=\d)/, ''))
    .join(' ');
}
