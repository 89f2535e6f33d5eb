// Owns which precincts change the place they vote at, and which lose it. Knows no streets.

import type { ListedDataset, Precinct } from '@/lib/core/vip';
import { groupBy } from '@/lib/ingest/group-by';
import { plain } from '@/lib/ingest/plain-name';
import type { DestinationOf, DestinationTable } from './destinations';
import type { Destination, PrecinctChange, PrecinctChangeKind } from './difference';
import { precinctName } from './range-groups';

/** Matched by id where the number (or name) is the same, else by number or name alone where that is one precinct on
 *  either list, else by id. `movedPlaces`: keys of places that are somewhere else now. */
export function precinctChanges(
  live: ListedDataset | null,
  draft: ListedDataset,
  table: DestinationTable,
  movedPlaces: ReadonlySet<string>,
): readonly PrecinctChange[] {
  if (live === null) return [];
  const liveOf = whole(live, table, table.liveOf);
  const draftOf = whole(draft, table, table.draftOf);
  const changes: PrecinctChange[] = [];
  const add = (
    kind: PrecinctChangeKind,
    precinct: Precinct,
    from: Destination | null,
    to: Destination | null,
  ) => changes.push({ kind, name: precinctName(precinct), from, to });
  const { pairs, gone, fresh } = matchPrecincts(live.precincts, draft.precincts);
  for (const [before, after] of pairs) {
    const [from, to] = [liveOf(before), draftOf(after)];
    if (hasPlace(from) && to?.kind === 'nowhere') add('losesPlace', after, from, to);
    else if (from !== to || from?.placeKeys.some((key) => movedPlaces.has(key))) {
      add('changesPlace', after, from, to);
    }
  }
  for (const precinct of gone) add('gone', precinct, liveOf(precinct), null);
  for (const precinct of fresh) add('new', precinct, null, draftOf(precinct));
  return changes;
}

/** Precincts that have somewhere to vote on election day. */
export function withPlace(dataset: ListedDataset, table: DestinationTable, of: DestinationOf): number {
  const destinationOf = whole(dataset, table, of);
  return dataset.precincts.filter((precinct) => hasPlace(destinationOf(precinct))).length;
}

/** Whether somebody who is told this has a place to go to. */
export function hasPlace(destination: Destination | null): boolean {
  return destination !== null && destination.kind !== 'nowhere' && destination.placeKeys.length > 0;
}

/** A precinct with all its splits: one answer, or several that stand side by side. */
function whole(
  dataset: ListedDataset,
  table: DestinationTable,
  of: DestinationOf,
): (precinct: Precinct) => Destination | null {
  const splits = groupBy(dataset.precinctSplits, ({ precinctId }) => precinctId);
  return ({ id, pollingLocationIds }) => {
    const own = splits.get(id) ?? [];
    const plainOne = pollingLocationIds.length > 0 || own.length === 0 ? [null] : [];
    const rows = [...plainOne, ...own.map((split) => split.id)];
    const numbers = rows.map((precinctSplitId) => of({ precinctId: id, precinctSplitId }));
    return table.all[table.together(numbers)] ?? null;
  };
}

/** Precincts of two lists that are one. */
interface Matched {
  readonly pairs: readonly (readonly [live: Precinct, draft: Precinct])[];
  readonly gone: readonly Precinct[];
  readonly fresh: readonly Precinct[];
}

/** Which precinct of one list is which of the other: as `precinctChanges` says. O(precincts). */
export function matchPrecincts(live: readonly Precinct[], draft: readonly Precinct[]): Matched {
  const gone = new Set(live);
  const fresh = new Set(draft);
  const pairs: [Precinct, Precinct][] = [];
  const by = (keyOf: (precinct: Precinct) => string | null): void => {
    const before = uniqueBy(gone, keyOf);
    const after = uniqueBy(fresh, keyOf);
    for (const [key, one] of before) {
      const other = after.get(key);
      if (other === undefined) continue;
      pairs.push([one, other]);
      gone.delete(one);
      fresh.delete(other);
    }
  };
  by((precinct) => `${precinct.id}\t${plain(precinctName(precinct))}`);
  by(({ number }) => (number === null ? null : plain(number)));
  by(({ name }) => plain(name) || null);
  by(({ id }) => id);
  return { pairs, gone: [...gone], fresh: [...fresh] };
}

/** Those that are alone in having their key. */
function uniqueBy(
  precincts: Iterable<Precinct>,
  keyOf: (precinct: Precinct) => string | null,
): ReadonlyMap<string, Precinct> {
  const found = new Map<string, Precinct>();
  for (const [key, group] of groupBy(precincts, keyOf)) {
    if (key !== null && group.length === 1 && group[0] !== undefined) found.set(key, group[0]);
  }
  return found;
}
