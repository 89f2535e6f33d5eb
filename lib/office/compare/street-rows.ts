// Owns which rows of the two lists are of one street: by ZIP, town and the street's canonical name, never by the ids of
// rows, which change between exports. Knows no answers.

import { squash } from '@/lib/core/address/street-key';
import { townKey } from '@/lib/core/address/town';
import type { ListedDataset, StreetSegment } from '@/lib/core/vip';
import { keyBook, LAST_HOUSE_NUMBER, streetName } from '@/lib/release/street-encode';
import type { DestinationOf } from './destinations';
import type { StreetRow } from './number-runs';

/** One street with its rows on both lists. */
export interface ComparedStreet {
  /** `43999|SPRINGVALE||OAK|ST|`: ZIP, town, and the canonical name. */
  readonly key: string;
  readonly live: readonly StreetRow[];
  readonly draft: readonly StreetRow[];
}

/** Every street of either list, in the order in which they come; each is made when it is come to, so that no more than one of them is held.
 *  `only`: keys of the streets that are wanted; not given: all. O(rows). Rows that were set aside lead nowhere. */
export function compareStreets(
  live: ListedDataset | null,
  draft: ListedDataset,
  of: { readonly liveOf: DestinationOf; readonly draftOf: DestinationOf },
  only?: ReadonlySet<string>,
): Iterable<ComparedStreet> {
  const book = new StreetBook();
  const was = live === null ? null : streetIndex(live, of.liveOf, book);
  const is = streetIndex(draft, of.draftOf, book);
  return {
    *[Symbol.iterator]() {
      for (const [street, key] of book.keys.entries()) {
        if (only?.has(key) === false) continue;
        yield { key, live: was === null ? [] : was.rowsOf(street, false), draft: is.rowsOf(street, true) };
      }
    },
  };
}

/** What a row that was set aside leads to. */
const nobodys = { precinctId: '', precinctSplitId: null };

/** Every row of a list: what is published, then what was set aside. */
export function* rowsIn({ streetSegments, withheld }: ListedDataset): Iterable<StreetSegment> {
  yield* streetSegments;
  yield* withheld ?? [];
}

/** The row at an index as `rowsIn` counts them. */
export function rowAt({ streetSegments, withheld }: ListedDataset, index: number): StreetSegment | null {
  return streetSegments.at(index) ?? withheld?.at(index - streetSegments.length) ?? null;
}

/** Where the row at an index, as `rowsIn` counts them, leads to. */
export const destinationAt = (
  { streetSegments }: ListedDataset,
  of: DestinationOf,
  index: number,
  row: StreetSegment,
): number => of(index < streetSegments.length ? row : nobodys);

/** Streets of both lists by their number. */
class StreetBook {
  readonly keys: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #keyOf = streetKeys();

  numberOf(segment: StreetSegment): number {
    const key = this.#keyOf(segment);
    const number = this.#numbers.get(key) ?? this.keys.length;
    if (number === this.keys.length) {
      this.keys.push(key);
      this.#numbers.set(key, number);
    }
    return number;
  }
}

/** Which rows of a list are of which street, as numbers alone. */
interface StreetIndex {
  readonly rowsOf: (street: number, isDraft: boolean) => readonly StreetRow[];
}

function streetIndex(list: ListedDataset, of: DestinationOf, book: StreetBook): StreetIndex {
  const count = list.streetSegments.length + (list.withheld?.length ?? 0);
  const [streets, destinations] = [new Int32Array(count), new Int32Array(count)];
  let [index, street] = [0, -1];
  let before: StreetSegment | null = null;
  for (const segment of rowsIn(list)) {
    // In a sorted file the row before is of the same street.
    if (before === null || !isSpeltAlike(before, segment)) street = book.numberOf(segment);
    before = segment;
    streets[index] = street;
    destinations[index] = destinationAt(list, of, index, segment);
    index += 1;
  }
  const { order, ends } = byNumber(streets, book.keys.length);
  return {
    rowsOf(number, isDraft) {
      const rows: StreetRow[] = [];
      for (let at = number === 0 ? 0 : (ends[number - 1] ?? count); at < (ends[number] ?? 0); at++) {
        const row = order[at]!;
        rows.push(rowOf(rowAt(list, row)!, row, isDraft, destinations[row]!));
      }
      return rows;
    },
  };
}

/** Places of equal numbers side by side, those of a number in their order; where each number's end, numbers being below `most`. */
function byNumber(
  numbers: Int32Array,
  most: number,
): { readonly order: Int32Array; readonly ends: Int32Array } {
  const ends = new Int32Array(most);
  for (const number of numbers) ends[number]! += 1;
  for (let number = 1; number < most; number++) ends[number]! += ends[number - 1]!;
  const order = new Int32Array(numbers.length);
  const next = new Int32Array(most);
  for (let number = 1; number < most; number++) next[number] = ends[number - 1]!;
  for (const [place, number] of numbers.entries()) order[next[number]!++] = place;
  return { order, ends };
}

/** ZIP, town and canonical street of a row: `ComparedStreet.key`. */
export function streetKeys(): (segment: StreetSegment) => string {
  const book = keyBook();
  const towns = new Map<string, string>();
  return (segment) => {
    const { pre, core, suffix, post } = book(streetName(segment));
    const town = towns.get(segment.city) ?? townKey(segment.city);
    towns.set(segment.city, town);
    return `${segment.zip}|${town}|${pre}|${squash(core)}|${suffix}|${post}`;
  };
}

function isSpeltAlike(a: StreetSegment, b: StreetSegment): boolean {
  return (
    a.streetName === b.streetName &&
    a.streetSuffix === b.streetSuffix &&
    a.streetDirection === b.streetDirection &&
    a.addressDirection === b.addressDirection &&
    a.includesAllStreets === b.includesAllStreets &&
    a.zip === b.zip &&
    a.city === b.city
  );
}

function rowOf(segment: StreetSegment, index: number, isDraft: boolean, destination: number): StreetRow {
  const all = segment.includesAllAddresses;
  return {
    isDraft,
    start: all ? 0 : segment.startHouseNumber,
    end: all ? LAST_HOUSE_NUMBER : segment.endHouseNumber,
    side: all ? 'both' : segment.oddEvenBoth,
    ...houseNumberForm(segment),
    units: segment.units,
    destination,
    index,
  };
}

/** How a row's numbers are written, in upper case; '' for none. */
export function houseNumberForm({
  houseNumberPrefix,
  houseNumberSuffix,
}: Pick<StreetSegment, 'houseNumberPrefix' | 'houseNumberSuffix'>): Pick<StreetRow, 'prefix' | 'suffix'> {
  return {
    prefix: (houseNumberPrefix ?? '').replace(/-$/, '').toUpperCase(),
    suffix: (houseNumberSuffix ?? '').toUpperCase(),
  };
}

/** Whether both lists say exactly the same of a street, row by row: most do, and then nothing has to be worked out. */
export function isUnchanged({ live, draft }: ComparedStreet): boolean {
  return live.length === draft.length && live.every((row, at) => isSameRow(row, draft[at]));
}

function isSameRow(a: StreetRow, b: StreetRow | undefined): boolean {
  return (
    b !== undefined &&
    a.start === b.start &&
    a.end === b.end &&
    a.side === b.side &&
    a.destination === b.destination &&
    a.prefix === b.prefix &&
    a.suffix === b.suffix &&
    a.units.length === b.units.length &&
    a.units.every(({ start, end }, at) => start === b.units[at]?.start && end === b.units[at]?.end)
  );
}
