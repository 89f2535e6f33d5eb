// Owns a comparison as a CSV file: one record for each address range that changes, then precincts, places and contacts.
// Knows no request.

import { CSV_START, csvRecord } from '../csv-record';
import type { Difference, RangeChange } from './difference';

const HEADER = [
  'what',
  'from',
  'to',
  'first number',
  'last number',
  'side',
  'units',
  'street',
  'town',
  'zip',
  'precinct, live list',
  'precinct, this list',
  'row id, live list',
  'row id, this list',
];

/** Record by record. `only`: the key of one group of ranges; absent: everything. */
export function* differenceCsv(difference: Difference, only?: string): Generator<string> {
  yield CSV_START + csvRecord(HEADER);
  for (const group of difference.groups) {
    if (only !== undefined && group.key !== only) continue;
    const way = [`range ${group.kind}`, group.from?.label ?? null, group.to?.label ?? null];
    for (const row of group.rows) yield csvRecord([...way, ...cellsOf(row)]);
  }
  if (only !== undefined) return;
  for (const { kind, name, from, to } of difference.precincts) {
    yield csvRecord([
      `precinct ${precinctWords[kind]}`,
      from?.label ?? null,
      to?.label ?? null,
      ...blank,
      name,
      name,
    ]);
  }
  for (const { live, draft, changes } of difference.places) {
    for (const change of changes) {
      const before = live && `${live.name}, ${live.address}, ${live.hours ?? ''}`;
      const after = draft && `${draft.name}, ${draft.address}, ${draft.hours ?? ''}`;
      yield csvRecord([`place ${change}`, before, after]);
    }
  }
  for (const { office, field, before, after } of difference.contacts) {
    yield csvRecord([`${field} of ${office}`, before, after]);
  }
}

const blank = Array<null>(7).fill(null);

const precinctWords = {
  changesPlace: 'changes place',
  losesPlace: 'loses its place',
  gone: 'gone',
  new: 'new',
} as const;

function cellsOf(row: RangeChange): readonly (string | number | null)[] {
  const { start, end, oddEvenBoth, prefix, suffix, units, street, city, zip } = row;
  const numbers = [`${prefix}${start}${suffix}`, `${prefix}${end}${suffix}`, oddEvenBoth, units];
  const rows = [row.livePrecinct, row.draftPrecinct, row.liveRow, row.draftRow];
  return [...numbers, street, city, zip, ...rows];
}
