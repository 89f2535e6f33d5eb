// Owns where a street_segment file has its columns, and the cutting of blanks around a cell. Both are here, and
// plain, because they are used twenty times a row.

import type { TableHeader } from '../tables/table-header';
import type { FieldOf } from '../tables/vip-columns';

export type SegmentField = FieldOf<'street_segment'>;

/** Field -> position of its column, -1 where the file has none. */
export type SegmentColumns = Readonly<Record<SegmentField, number>>;

/** The positions as one object of named numbers, which reads faster than a call for each. */
export function segmentColumns(header: TableHeader<SegmentField>): SegmentColumns {
  const at = (field: SegmentField) => header.position(field);
  return {
    id: at('id'),
    startHouseNumber: at('startHouseNumber'),
    endHouseNumber: at('endHouseNumber'),
    oddEvenBoth: at('oddEvenBoth'),
    includesAllAddresses: at('includesAllAddresses'),
    includesAllStreets: at('includesAllStreets'),
    houseNumberPrefix: at('houseNumberPrefix'),
    houseNumberSuffix: at('houseNumberSuffix'),
    streetDirection: at('streetDirection'),
    streetName: at('streetName'),
    streetSuffix: at('streetSuffix'),
    addressDirection: at('addressDirection'),
    unitNumber: at('unitNumber'),
    startUnit: at('startUnit'),
    endUnit: at('endUnit'),
    city: at('city'),
    state: at('state'),
    zip: at('zip'),
    precinctId: at('precinctId'),
    precinctSplitId: at('precinctSplitId'),
  };
}

/** `trim`, but for the cells that need none (nearly all) only two comparisons. */
export function trimmed(cell: string): string {
  if (cell === '') return '';
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  const isClean = first > 0x20 && first < 0x80 && last > 0x20 && last < 0x80;
  return isClean ? cell : cell.trim();
}
