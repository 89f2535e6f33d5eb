// Owns the question whether a table is of another country: its postal codes stand where ZIPs would, and none do. Levee is for the
// United States: such a list is proposed as nothing, whatever else its columns look like.

import { columnWords } from './column-words';
import type { TableWorths } from './guess-worths';
import type { TableLayout } from './table-layout';

/** The column of such codes. */
export interface OtherCountry {
  readonly column: number;
  /** What is said of it, behind the code of a problem. */
  readonly sentence: string;
}

/** Fewer cells than this say nothing. */
const fewCells = 3;

/** Null where there is no such column, or one of ZIPs too: a list of ours may say where somebody's mail goes. */
export function otherCountryOf(layout: TableLayout, { profiles, of }: TableWorths): OtherCountry | null {
  const hasZips = profiles.some(
    (_, column) => Math.max(of.zip[column]!.value, of.placeZip[column]!.value) >= 0.5,
  );
  if (hasZips) return null;
  let [column, most] = [-1, 0];
  for (const [at, { count, share, values }] of profiles.entries()) {
    if (count < fewCells || share.postcode < 0.8) continue;
    // Without its blank it may be the code of a precinct: then the name has to say what it is.
    const isNamed = columnWords(layout.header?.[at] ?? '').includes('zip');
    const spaced = values.filter((value) => /\S \S/.test(value)).length;
    if (!isNamed && spaced < count * 0.8) continue;
    const codes = count * share.postcode + (isNamed ? profiles[0]!.values.length : 0);
    if (codes > most) [column, most] = [at, codes];
  }
  if (column < 0) return null;
  return {
    column,
    sentence:
      'These are postal codes of the United Kingdom or of Canada, and no column holds ZIPs. Lists of the United States are read.',
  };
}
