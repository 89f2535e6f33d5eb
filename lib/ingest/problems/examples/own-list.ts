// Owns a list as an office's own program exports it, for examples, and what the office has confirmed of it.

import type { MappingField, TableKind, TableMapping } from '../../mapping/table-mapping';

/** What somebody confirmed of a table: each column's name with what it holds (null: nothing that is used), in their order. */
export function confirmed(
  kind: TableKind,
  columns: readonly (readonly [name: string, field: MappingField | null])[],
  always: Partial<TableMapping['always']> = {},
): TableMapping {
  const held = columns.flatMap(([, field], at) => (field === null ? [] : [[field, at] as const]));
  return {
    header: columns.map(([name]) => name),
    width: columns.length,
    kind,
    columns: Object.fromEntries(held),
    always: { city: null, state: 'OH', zip: null, ...always },
  };
}

/** A list of streets with the place of each. */
export const ownList: readonly string[] = [
  'Street,Low,High,Side,Town,ZIP,Pct,Votes at,Place address',
  'Oak St,1,99,Odd,Springvale,43999,01,First School,"1 Elm St, Springvale, OH 43999"',
  'Oak St,2,98,Even,Springvale,43999,02,Town Hall,"2 Elm St, Springvale, OH 43999"',
  'Elm St,1,99,Odd,Springvale,43999,02,Town Hall,"2 Elm St, Springvale, OH 43999"',
];

/** What `ownList` holds. */
export const ownMapping: TableMapping = confirmed('ranges', [
  ['Street', 'streetWhole'],
  ['Low', 'rangeStart'],
  ['High', 'rangeEnd'],
  ['Side', 'side'],
  ['Town', 'city'],
  ['ZIP', 'zip'],
  ['Pct', 'precinctId'],
  ['Votes at', 'placeName'],
  ['Place address', 'placeAddressWhole'],
]);
