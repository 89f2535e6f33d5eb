// Owns putting runs of house numbers back: the new list's rows are cut around each run, and what the live list says of it is laid between, by
// the new list's own precincts. Pure.

import type { Dataset, ListedDataset, StreetSegment } from '@/lib/core/vip';
import { groupBy } from '@/lib/ingest/group-by';
import { plain } from '@/lib/ingest/plain-name';
import { houseNumberForm, streetKeys } from '../compare/street-rows';
import type { AddressChange } from './fix';
import type { ListTerms } from './list-terms';
import { inside, outside, overlap, runOf } from './number-run';

/** A run is left as it is where one of its precincts is not on the draft, or rows of either list name units in it: they would be told to the
 *  whole building. O(rows + runs · rows of their street). */
export function withAddressesOf(
  live: ListedDataset,
  draft: Dataset,
  runs: readonly AddressChange[],
  terms: ListTerms,
): Dataset {
  if (runs.length === 0) return draft;
  const byStreet = groupBy(runs, ({ street }) => street);
  const streets = new Set(byStreet.keys());
  const [before, after] = [rowsOn(live, streets), rowsOn(draft, streets)];
  const precinctOf = precinctsIn(live, draft, terms);
  const cuts = new Map<string, AddressChange[]>();
  const laid: StreetSegment[] = [];
  const laidWithheld: StreetSegment[] = [];
  for (const change of runs) {
    const near = [...(before.get(change.street) ?? []), ...(after.get(change.street) ?? [])];
    if (change.units !== null || near.some(({ row }) => row.units.length > 0 && isIn(row, change))) continue;
    const rows = (before.get(change.street) ?? []).filter(({ row }) => isIn(row, change));
    const made = rows.map(({ row, isWithheld }) => madeOf(row, isWithheld, change, precinctOf));
    if (made.includes(null)) continue;
    cuts.set(change.street, [...(cuts.get(change.street) ?? []), change]);
    for (const [at, row] of made.entries()) {
      if (row !== null) (rows[at]?.isWithheld === true ? laidWithheld : laid).push(row);
    }
  }
  const keyOf = streetKeys();
  const cut = (segment: StreetSegment): readonly StreetSegment[] => {
    const own = (cuts.get(keyOf(segment)) ?? []).filter((change) => isIn(segment, change));
    let pieces: readonly StreetSegment[] = [segment];
    for (const change of own) pieces = pieces.flatMap((piece) => outside(piece, change));
    return pieces;
  };
  const withheld = [...(draft.withheld ?? []).flatMap(cut), ...laidWithheld];
  const { withheld: _, ...rest } = draft;
  return {
    ...rest,
    streetSegments: [...draft.streetSegments.flatMap(cut), ...laid],
    ...(withheld.length === 0 ? {} : { withheld }),
  };
}

interface ListRow {
  readonly row: StreetSegment;
  readonly isWithheld: boolean;
}

function rowsOn(
  { streetSegments, withheld = [] }: ListedDataset,
  streets: ReadonlySet<string>,
): ReadonlyMap<string, readonly ListRow[]> {
  const keyOf = streetKeys();
  const found = new Map<string, ListRow[]>();
  const add = (rows: Iterable<StreetSegment>, isWithheld: boolean): void => {
    for (const row of rows) {
      const key = keyOf(row);
      if (!streets.has(key)) continue;
      const known = found.get(key);
      if (known === undefined) found.set(key, [{ row, isWithheld }]);
      else known.push({ row, isWithheld });
    }
  };
  add(streetSegments, false);
  add(withheld, true);
  return found;
}

/** Whether a row answers for some of the run's numbers as they are written. */
function isIn(row: StreetSegment, change: AddressChange): boolean {
  const { prefix, suffix } = houseNumberForm(row);
  return prefix === change.prefix && suffix === change.suffix && overlap(runOf(row), change) !== null;
}

type PrecinctOf = (row: StreetSegment) => Pick<StreetSegment, 'precinctId' | 'precinctSplitId'> | null;

/** The live row's part of the run, as the draft would say it; its id is the draft's row that has lost it, where there is one. */
function madeOf(
  row: StreetSegment,
  isWithheld: boolean,
  change: AddressChange,
  precinctOf: PrecinctOf,
): StreetSegment | null {
  const piece = inside(row, change);
  const precinct = isWithheld ? { precinctId: '', precinctSplitId: null } : precinctOf(row);
  return piece === null || precinct === null
    ? null
    : { ...piece, ...precinct, id: change.row ?? `put-back-${row.id}` };
}

/** The draft's precinct, and split, that is the live row's; null: it has none, or two of that name. */
function precinctsIn(live: ListedDataset, draft: Dataset, { precinctKeys }: ListTerms): PrecinctOf {
  const byKey = groupBy([...precinctKeys.after], ([, key]) => key);
  const splits = new Map(
    live.precinctSplits.flatMap((split) => (split.pollingLocationIds.length > 0 ? [[split.id, split]] : [])),
  );
  const draftSplits = groupBy(draft.precinctSplits, ({ precinctId, name, id }) =>
    [precinctId, plain(name ?? id)].join('\t'),
  );
  return ({ precinctId: liveId, precinctSplitId }) => {
    const [found, other] = byKey.get(precinctKeys.before.get(liveId) ?? '') ?? [];
    if (found === undefined || other !== undefined) return null;
    const [precinctId] = found;
    const split = precinctSplitId === null ? undefined : splits.get(precinctSplitId);
    if (split === undefined) return { precinctId, precinctSplitId: null };
    const [same, second] = draftSplits.get([precinctId, plain(split.name ?? split.id)].join('\t')) ?? [];
    return same === undefined || second !== undefined ? null : { precinctId, precinctSplitId: same.id };
  };
}
