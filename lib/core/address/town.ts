// Owns how a town's name is compared, and which town a voter named when the ZIP is missing.

import { stateSizes } from '../usps/states';
import { mayStartUnit } from '../usps/units';
import { canonicalWords } from './canonical';
import type { Address } from './read-address';
import { squash } from './street-key';
import { fold, words } from './tokens';

/** What two spellings of a town must share: `"St. Paul"`, `"SAINT PAUL"` -> `STPAUL`. */
export function townKey(text: string): string {
  return squash(
    canonicalWords(words(fold(text)))
      .map((canonical) => canonical.word)
      .join(' '),
  );
}

/** The town at the end of an address, before the state: the longest run of words that is one of `towns`.
 *  `towns` is keyed by `townKey`, or by `townKey|STATE` where two states may be loaded. Null where none is named. */
export function findTown<T>(address: Address, towns: ReadonlyMap<string, T>): T | null {
  const words = address.words.map((word) => word.replace(/^#/, ''));
  const taken = address.houses[0]?.taken ?? 1;
  for (const end of ends(words)) {
    for (let start = Math.max(taken + 1, end - 5); start < end; start++) {
      if (!startsPart(address, start, taken) || address.breaks.slice(start + 1, end).includes(true)) continue;
      const key = townKey(words.slice(start, end).join(' '));
      const town =
        (address.state === null ? undefined : towns.get(`${key}|${address.state}`)) ?? towns.get(key);
      if (town !== undefined) return town;
    }
  }
  return null;
}

/** Behind a comma a town is all that there is, but for a unit: PAK FALLS, misspelt, is not the town of Falls. */
function startsPart({ words, breaks }: Address, start: number, taken: number): boolean {
  let part = start;
  while (part > taken && breaks[part] !== true) part--;
  return part === start || part <= taken || mayStartUnit(words[part]!);
}

/** Where the town may end: before a state, or at the end. */
function ends(words: readonly string[]): number[] {
  return [...stateSizes(words, 0, words.length).map((size) => words.length - size), words.length];
}
