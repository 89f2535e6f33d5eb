// Owns the refusal to guess, among columns without names, which one decides where somebody votes: a precinct's number looks like any
// other, as a district's of another kind, a count, a house's. Whoever confirms the table has to say it.

import { tellsAlone } from './guess-content';
import type { TableWorths } from './guess-worths';
import { type MappingField, mappingFields, type TableMapping } from './table-mapping';

type Columns = TableMapping['columns'];

/** A column of which so much less speaks for the field is another. */
const lessLikely = 0.8;

/** The columns without precinct or house number, each where another column may be it as well. */
export function withoutDoubtful(columns: Columns, worths: TableWorths): Columns {
  const { houseNumber: ____, ...unnumbered } = columns;
  const { precinctId: _, precinctName: __, precinctSplit: ___, ...unsaid } = columns;
  if (isDoubtful('houseNumber', columns, worths)) return withoutDoubtful(unnumbered, worths);
  return isDoubtful('precinctId', columns, worths) ? unsaid : columns;
}

function isDoubtful(field: MappingField, columns: Columns, { of }: TableWorths): boolean {
  const chosen = columns[field];
  if (chosen === undefined) return false;
  const told = new Set(
    mappingFields.flatMap((other) => (isTold(other, columns[other], of) ? [columns[other]!] : [])),
  );
  const least = of[field][chosen]!.value * lessLikely;
  return of[field].some(({ value }, column) => column !== chosen && !told.has(column) && value >= least);
}

/** Cells that look like little else. */
const isTold = (field: MappingField, column: number | undefined, of: TableWorths['of']): boolean =>
  column !== undefined && tellsAlone[field] >= 0.7 && of[field][column]!.value >= 0.5;
