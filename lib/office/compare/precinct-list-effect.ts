// Owns what a draft does that is a list of precincts and their places and nothing else: laid over what is live, or published
// alone. Knows no page.

import type { ShownTable } from '../drafts/foreign-tables';
import type { Difference } from './difference';

/** `overLive`: `ranges` of the live list stay and `leftOut` do not, since the list says nothing of their precincts; `precincts` get
 *  another place. `alone`: there are no streets, nor were there any. */
export type PrecinctListEffect =
  | {
      readonly kind: 'overLive';
      readonly ranges: number;
      readonly leftOut: number;
      readonly precincts: number;
      readonly losing: number;
    }
  | { readonly kind: 'alone'; readonly precincts: number };

/** null: the draft is more than such a list, or none. */
export function precinctListEffect(
  tables: readonly Pick<ShownTable, 'confirmed'>[],
  { live, draft, precincts }: Pick<Difference, 'live' | 'draft' | 'precincts'>,
): PrecinctListEffect | null {
  const kinds = new Set(tables.map(({ confirmed }) => confirmed?.kind));
  if (!isPrecinctList(kinds)) return null;
  const before = live?.ranges ?? 0;
  if (before === 0 && draft.ranges === 0) return { kind: 'alone', precincts: draft.precinctsWithPlace };
  if (draft.ranges > before) return null;
  const changed = (kind: 'changesPlace' | 'losesPlace') =>
    precincts.filter((change) => change.kind === kind).length;
  return {
    kind: 'overLive',
    ranges: draft.ranges,
    leftOut: before - draft.ranges,
    precincts: changed('changesPlace'),
    losing: changed('losesPlace'),
  };
}

/** Whether tables of these kinds say where precincts vote, and nothing of streets. */
export function isPrecinctList(kinds: ReadonlySet<string | undefined>): boolean {
  return kinds.has('precinctPlaces') && !kinds.has('ranges') && !kinds.has('addresses');
}
