// Owns where an address may lie that could not be cut for sure (docs/adr/0040): every number that its text may begin with, and every
// street that may end where one of its words does. Takes no reading for the right one, and knows no table.

import type { HouseNumber } from '@/lib/core/address/house-number';
import { houseReadings } from '@/lib/core/address/house-number';
import { readAddress } from '@/lib/core/address/read-address';
import { fold, typedWords } from '@/lib/core/address/tokens';
import { STATES } from '@/lib/core/usps/states';

/** What the text may mean; '' for what it does not say. */
export interface MayBeAddress extends HouseNumber {
  readonly street: string;
  /** The words behind the street, where a town may be among them and nothing else is. */
  readonly city: string;
  readonly zip: string;
}

/** No street has more words, but for those of a town and a unit. */
const mostWords = 5;
const lost = '\ufffd';

/** `12 OAK ST 4` -> number 12 on OAK, OAK ST and OAK ST 4; `12-14 OAK ST` -> 12, 14 and 1214, each plain or behind 12-. */
export function mayBeAddresses(text: string): readonly MayBeAddress[] {
  const reading = readAddress(text.replace(/(\d)'+(?=\d)/g, '$1 '));
  if (reading.kind !== 'address') return [];
  const { houses, words, breaks, zip } = reading.address;
  return houses.flatMap(({ numbers, taken }) => {
    const end = breaks.findIndex((isBreak, at) => at > taken && isBreak);
    const behind = words.slice(taken, end < 0 ? undefined : end);
    const [first = ''] = behind;
    const isSuffix = /^(?:[A-Z]|\d+\/\d+)$/.test(first);
    const found = plausible(numbers).flatMap((number) => [
      ...onStreets(number, behind),
      ...(isSuffix ? onStreets({ ...number, suffix: first }, behind.slice(1)) : []),
    ]);
    return found.map((one) => ({ ...one, zip: zip ?? '' }));
  });
}

/** Each street that may end where one of the words does. */
function onStreets(number: HouseNumber, behind: readonly string[]): readonly Omit<MayBeAddress, 'zip'>[] {
  const damaged = behind.findIndex((word) => word.includes(lost));
  const most = Math.min(mostWords, damaged < 0 ? behind.length : damaged);
  return Array.from({ length: most }, (_, at) => ({
    ...number,
    street: behind
      .slice(0, at + 1)
      .map((word) => word.replace(/^#/, ''))
      .join(' '),
    city: townOf(behind.slice(at + 1)),
  }));
}

/** Every number that a cell may mean: of `12-14` the four that a look-up tries. */
export function mayBeNumbers(cell: string): readonly HouseNumber[] {
  const words = typedWords(fold(cell).replace(/(\d)'+(?=\d)/g, '$1 '));
  return plausible(houseReadings([...words, 'XX']).flatMap(({ numbers }) => numbers));
}

const plausible = (numbers: readonly HouseNumber[]): readonly HouseNumber[] =>
  numbers.filter(({ number }) => number > 0);

function townOf(words: readonly string[]): string {
  const town = STATES.has(words.at(-1) ?? '') ? words.slice(0, -1) : words;
  return town.some((word) => /[\d#\ufffd]/.test(word)) ? '' : town.join(' ');
}
