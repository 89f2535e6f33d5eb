// Owns what rows that were set aside lead to in a release (docs/adr/0040): a precinct without a name and without places. Knows no
// street and no ZIP.

import type { Locality } from '@/lib/core/vip';
import { compareText } from './canonical-json';
import type { EncodablePrecinct, ZipRows } from './encodable';

/** The precinct of a withheld row, one object for each locality. `neighbours`: the rows of its ZIP that are published. */
export type WithheldPrecinct = (neighbours: ZipRows | undefined) => EncodablePrecinct;

/** It is of the first locality of its ZIP, else of all: whom to call is all that this decides. Null where there is no locality. */
export function withheldPrecincts(localities: readonly Locality[]): WithheldPrecinct | null {
  const [first] = localities.map(({ id }) => id).sort(compareText);
  if (first === undefined) return null;
  const made = new Map<string, EncodablePrecinct>();
  const nearest = new Map<ZipRows | undefined, EncodablePrecinct>();
  return (neighbours) => {
    const known = nearest.get(neighbours);
    if (known !== undefined) return known;
    const localityId = leastLocality(neighbours) ?? first;
    const precinct = made.get(localityId) ?? nobodys(localityId);
    made.set(localityId, precinct);
    nearest.set(neighbours, precinct);
    return precinct;
  };
}

function nobodys(localityId: string): EncodablePrecinct {
  return { id: '', name: '', number: null, localityId, placeIds: [], voting: 'assigned' };
}

function leastLocality(rows: ZipRows | undefined): string | undefined {
  let least: string | undefined;
  for (const { localityId } of rows?.precincts ?? [])
    if (least === undefined || localityId < least) least = localityId;
  return least;
}
