// Owns whose rows "a single number beats a range" is declared of: of a file of several offices, each office's own. Pure.

import type { Dataset, StreetSegment } from '@/lib/core/vip';
import { createProblemLog } from '../problems/problem';
import { type FileOffices, officeKey } from '../split-by-office';
import type { VipTables } from '../tables/vip-tables';
import type { PrecinctGraph } from '../vip/precinct-graph';
import { readAdministrations } from '../vip/read-administrations';

type Row = Pick<StreetSegment, 'precinctId'>;

export interface SingleNumbers {
  /** Whether the office of a row has declared it. */
  readonly isDeclared: (row: Row) => boolean;
  /** Whether a range yields to a number: both are of one office that has declared it. What two offices say of one number is for them to settle. */
  readonly yields: (range: Row, single: Row) => boolean;
  /** Whether ranges that were set aside yield, too. They are nobody's, so that all must have declared it. */
  readonly isOfAll: boolean;
}

const ofAll: SingleNumbers = { isDeclared: () => true, yields: () => true, isOfAll: true };

/** Ids of the localities of a file whose office has declared it. */
export type DeclaringLocalities = (file: FileOffices) => ReadonlySet<string>;

interface ReadFile extends Pick<Dataset, 'state' | 'source' | 'localities'> {
  readonly tables: VipTables;
  readonly graph: PrecinctGraph;
}

/** null: nobody has declared it. */
export function singleNumbersOf(
  declared: boolean | DeclaringLocalities,
  { tables, graph, ...file }: ReadFile,
): SingleNumbers | null {
  if (typeof declared === 'boolean') return declared ? ofAll : null;
  const { localities, state } = file;
  // What is wrong with them is reported where they are read for the list.
  const uncounted = { rowsIn: 0, rowsSetAside: 0 };
  const read = readAdministrations(tables, localities, state, createProblemLog(), uncounted);
  const declaring = declared({ ...file, electionAdministrations: [...read.values()] });
  if (declaring.size === 0) return null;
  const offices = new Map(localities.map((locality) => [locality.id, officeKey(locality)]));
  const localityOf = ({ precinctId }: Row) => graph.precincts.get(precinctId)?.precinct.localityId ?? '';
  const isDeclared = (row: Row) => declaring.has(localityOf(row));
  return {
    isDeclared,
    yields: (range, single) =>
      isDeclared(single) && offices.get(localityOf(range)) === offices.get(localityOf(single)),
    isOfAll: localities.every(({ id }) => declaring.has(id)),
  };
}
