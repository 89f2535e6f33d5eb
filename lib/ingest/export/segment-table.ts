// Owns street segments on their way out (VIP 6.0 StreetSegment), a row at a time: there may be a million.

import type { StreetSegment, UnitRange } from '@/lib/core/vip';
import type { FlatTable } from './flat-table';

const columns = [
  ...[
    'id',
    'start_house_number',
    'end_house_number',
    'odd_even_both',
    'includes_all_addresses',
    'includes_all_streets',
  ],
  ...[
    'house_number_prefix',
    'house_number_suffix',
    'street_direction',
    'street_name',
    'street_suffix',
    'address_direction',
  ],
  ...['unit_number', 'city', 'state', 'zip', 'precinct_id'],
];
/** Of VIP 3.0: ranges of units, and splits. */
const own = ['start_apartment_number', 'end_apartment_number', 'precinct_split_id'];

/** The street table. */
export function segmentTable(segments: Iterable<StreetSegment>): FlatTable {
  return {
    name: 'street_segment',
    columns: [...columns, ...own],
    own: new Set(own),
    *rows() {
      for (const segment of segments) yield segmentCells(segment);
    },
  };
}

function segmentCells(segment: StreetSegment): readonly string[] {
  const { includesAllAddresses: isWhole, includesAllStreets: isStar, oddEvenBoth } = segment;
  const { listed, start, end } = unitCells(segment.units);
  return [
    segment.id,
    isWhole ? '' : String(segment.startHouseNumber),
    isWhole ? '' : String(segment.endHouseNumber),
    oddEvenBoth,
    String(isWhole && !isStar),
    // With numbers it is only the street name `*`: `includes_all_streets` would take the numbers away.
    String(isWhole && isStar),
    segment.houseNumberPrefix ?? '',
    segment.houseNumberSuffix ?? '',
    segment.streetDirection,
    segment.streetName,
    segment.streetSuffix,
    segment.addressDirection,
    ...[
      listed,
      segment.city,
      segment.state,
      segment.zip,
      segment.precinctId,
      start,
      end,
      segment.precinctSplitId ?? '',
    ],
  ];
}

/** Single units as a list, and the one range that a row may have beside them as VIP 3.0's pair. */
function unitCells(units: readonly UnitRange[]): {
  readonly listed: string;
  readonly start: string;
  readonly end: string;
} {
  const last = units.at(-1);
  const isPair = last !== undefined && (last.start !== last.end || /[,;]/.test(last.start));
  const singles = isPair ? units.slice(0, -1) : units;
  return {
    listed: singles.map(({ start }) => start).join(','),
    start: isPair ? last.start : '',
    end: isPair ? last.end : '',
  };
}
