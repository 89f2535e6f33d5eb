// Owns which rows of the two lists are of one street: by ZIP, town and the street's canonical name, never by the ids of
// rows, which change between exports. Knows no answers.

import { squash } from '@/lib/core/address/street-key';
import { townKey } from '@/lib/core/address/town';
import type { Dataset, StreetSegment } from '@/lib/core/vip';
import { keyBook, LAST_HOUSE_NUMBER, streetName } from '@/lib/release/street-encode';
import type { DestinationOf } from './destinations';
import type { StreetRow } from './number-runs';

/** One street with its rows on both lists. */
export interface ComparedStreet {
  readonly live: StreetRow[];
  readonly draft: StreetRow[];
}

/** Every street of either list, in the order in which they come. O(rows). */
export function compareStreets(
  live: Dataset | null,
  draft: Dataset,
  of: { readonly liveOf: DestinationOf; readonly draftOf: DestinationOf },
): readonly ComparedStreet[] {
  const streets = new Map<string, ComparedStreet>();
  const keyOf = streetKeys();
  const add = (segments: readonly StreetSegment[], isDraft: boolean): void => {
    const destinationOf = isDraft ? of.draftOf : of.liveOf;
    let before: StreetSegment | null = null;
    let street: ComparedStreet | null = null;
    for (const [index, segment] of segments.entries()) {
      // In a sorted file the row before is of the same street.
      if (street === null || before === null || !isSpeltAlike(before, segment)) {
        const key = keyOf(segment);
        street = streets.get(key) ?? { live: [], draft: [] };
        streets.set(key, street);
      }
      before = segment;
      street[isDraft ? 'draft' : 'live'].push(rowOf(segment, index, isDraft, destinationOf(segment)));
    }
  };
  add(live?.streetSegments ?? [], false);
  add(draft.streetSegments, true);
  return [...streets.values()];
}

function streetKeys(): (segment: StreetSegment) => string {
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
    prefix: (segment.houseNumberPrefix ?? '').replace(/-$/, '').toUpperCase(),
    suffix: (segment.houseNumberSuffix ?? '').toUpperCase(),
    units: segment.units,
    destination,
    index,
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
