// Owns which numbers and words a text says, for judging readers of it. Shares nothing with them.

/** A text as it may be taken: what nobody sees (joiners, marks, letters above the line) parts two words, or does not. Wide letters are
 *  plain ones, and a fraction or another sign for a number stands apart. */
export function waysToTake(text: string): readonly string[] {
  const spaced = text.replace(/\p{No}/gu, ' $& ');
  const taken = [' ', ''].map((instead) => spaced.replace(/[\p{Cf}\p{M}\p{Lm}]/gu, instead));
  return [...taken, spaced.replace(/[\p{Cf}\p{M}]/gu, '')].map((text) => text.normalize('NFKC'));
}

/** Every run of digits, by each way to take it. */
export const runsOf = (text: string): readonly string[] =>
  waysToTake(text).flatMap((taken) => taken.match(/\d+/g) ?? []);

/** The same as numbers. */
export const numbersOf = (text: string): ReadonlySet<number> => new Set(runsOf(text).map(Number));
