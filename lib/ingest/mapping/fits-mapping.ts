// Owns the question whether what an office confirmed of an earlier table goes for this one: the same names, wherever they stand now,
// and cells that do not contradict. Applies nothing.

import { columnName } from '../tables/csv-dialect';
import { contradictionOf } from './contradictions';
import { type TableWorths, worthsOf } from './guess-worths';
import type { TableLayout } from './table-layout';
import { type MappingField, mappingFields, type TableMapping } from './table-mapping';

export type MappingFit =
  /** `mapping`: with the columns where they stand in this table. */
  | { readonly kind: 'fits'; readonly mapping: TableMapping }
  /** The names are the same, but the cells of the column are none of the field. */
  | { readonly kind: 'differs'; readonly field: MappingField; readonly column: number }
  | { readonly kind: 'none' };

const none: MappingFit = { kind: 'none' };

/** Whether `mapping` goes for the table. */
export function fitMapping(mapping: TableMapping, layout: TableLayout, worths: TableWorths): MappingFit {
  if (mapping.header === null || layout.header === null) return fitWithoutNames(mapping, layout, worths);
  const moved = movedColumns(mapping, layout.header);
  if (moved === null) return none;
  const contradiction = contradictionOf(moved, mapping.kind, worths.profiles);
  if (contradiction !== null) return { kind: 'differs', ...contradiction };
  return {
    kind: 'fits',
    mapping: { ...mapping, header: [...layout.header], width: layout.width, columns: moved },
  };
}

/** Whether the names are the same, in the same order. */
export function hasSameHeader(mapping: TableMapping, layout: TableLayout): boolean {
  if (mapping.header === null || layout.header === null) return mapping.header === layout.header;
  const names = namesOf(layout.header);
  return (
    mapping.header.length === names.length && namesOf(mapping.header).every((name, at) => name === names[at])
  );
}

const namesOf = (header: readonly string[]): readonly string[] => header.map(columnName);

/** Where the columns stand now; null where a name is gone, or where it is blank or stands twice and the columns have moved. */
function movedColumns(mapping: TableMapping, header: readonly string[]): TableMapping['columns'] | null {
  const then = namesOf(mapping.header ?? []);
  const now = namesOf(header);
  if (then.length === now.length && then.every((name, at) => name === now[at])) return mapping.columns;
  // What is not for voters is known by all its names.
  const isKnown = mapping.kind !== 'ignored' || then.every((name) => now.includes(name));
  const columns: TableMapping['columns'] = {};
  for (const field of mappingFields) {
    const column = mapping.columns[field];
    if (column === undefined) continue;
    const name = then[column] ?? '';
    const isOne = (names: readonly string[]) =>
      names.indexOf(name) >= 0 && names.indexOf(name) === names.lastIndexOf(name);
    if (name === '' || !isOne(then) || !isOne(now)) return null;
    columns[field] = now.indexOf(name);
  }
  return isKnown ? columns : null;
}

/** Whether a mapping without a header goes for a table in which `row` only looks like one: the cells must be those of the list, and so
 *  must those of `row`. Where nothing tells them from names, it does not. */
export function fitHeaderless(mapping: TableMapping, bare: TableLayout, row: readonly string[]): MappingFit {
  if (mapping.header !== null || mapping.width !== bare.width) return none;
  const isTold = tellingFields.some((field) => (row[mapping.columns[field] ?? -1] ?? '').trim() !== '');
  const alone = { ...bare, sample: [{ row: bare.firstRow, cells: row }] };
  if (!isTold || fitWithoutNames(mapping, alone, worthsOf(alone)).kind !== 'fits') return none;
  return fitWithoutNames(mapping, bare, worthsOf(bare));
}

/** Only the cells can say that it is the same list: each column that tells by itself must look like its field. */
function fitWithoutNames(mapping: TableMapping, layout: TableLayout, worths: TableWorths): MappingFit {
  if (mapping.header !== layout.header || mapping.width !== layout.width || mapping.kind === 'ignored')
    return none;
  if (contradictionOf(mapping.columns, mapping.kind, worths.profiles) !== null) return none;
  for (const field of tellingFields) {
    const column = mapping.columns[field];
    const profile = worths.profiles[column ?? -1];
    if (column === undefined || profile === undefined || profile.count === 0) continue;
    if (worths.of[field][column]!.byContent < 0.5) return none;
  }
  return { kind: 'fits', mapping };
}

const tellingFields = [
  'addressWhole',
  'houseNumber',
  'rangeStart',
  'rangeEnd',
  'streetSuffix',
  'streetDirection',
  'state',
  'zip',
  'cityStateZipWhole',
  'placeNameAddressWhole',
  'placeAddressWhole',
  'placeZip',
  'placeCityStateZipWhole',
] as const satisfies readonly MappingField[];
