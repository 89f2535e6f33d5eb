// Owns the streets that an office has live as a table of a feed, for a new list of precincts and places to go with: streets keep their
// precincts, precincts get their new places. Knows no file.

import type { Dataset, StreetSegment } from '@/lib/core/vip';
import type { FeedTable } from '../../tables/feed-files';
import { liveFile } from './live-tables';
import { madeTable } from './made-records';
import { splitsApart } from './match-live';

const segmentColumns = [
  'id',
  'start_house_number',
  'end_house_number',
  'odd_even_both',
  'includes_all_addresses',
  'includes_all_streets',
  'house_number_prefix',
  'house_number_suffix',
  'street_direction',
  'street_name',
  'street_suffix',
  'address_direction',
  'start_apartment_number',
  'end_apartment_number',
  'city',
  'state',
  'zip',
  'precinct_id',
];

/** The streets of the precincts that are keys of `ids`, which says by what id each is published now. Others are left out, and
 *  splits with places of their own, since the list does not say where they vote: their addresses answer `missing`, as before do those
 *  of rows that were set aside. */
export function liveSegments(live: Dataset, ids: ReadonlyMap<string, string>): FeedTable {
  const apart = splitsApart(live);
  return madeTable(
    'street_segment',
    liveFile,
    segmentColumns,
    segmentColumns.map(() => null),
    function* () {
      const { streetSegments, withheld = [] } = live;
      for (const [at, segment] of streetSegments.entries()) {
        const id = ids.get(segment.precinctId);
        const isWithheld = id === undefined || apart.has(segment.precinctSplitId ?? '');
        for (const cells of segmentCells(segment))
          yield { row: at + 2, cells: [...cells, id ?? ''], isWithheld };
      }
      for (const [at, segment] of withheld.entries()) {
        const row = streetSegments.length + at + 2;
        for (const cells of segmentCells(segment)) yield { row, cells: [...cells, ''], isWithheld: true };
      }
    },
  );
}

/** One for each run of units. */
function segmentCells(segment: StreetSegment): readonly (readonly string[])[] {
  const { units, includesAllAddresses: all, includesAllStreets: every } = segment;
  const ranges = units.length === 0 ? [{ start: '', end: '' }] : units;
  return ranges.map(({ start, end }, part) => [
    part === 0 ? segment.id : `${segment.id}-${part}`,
    all ? '' : String(segment.startHouseNumber),
    all ? '' : String(segment.endHouseNumber),
    segment.oddEvenBoth,
    String(all),
    String(every),
    segment.houseNumberPrefix ?? '',
    segment.houseNumberSuffix ?? '',
    segment.streetDirection,
    segment.streetName,
    segment.streetSuffix,
    segment.addressDirection,
    start,
    end,
    segment.city,
    segment.state,
    segment.zip,
  ]);
}
