// Owns the address ranges that change, grouped by where they come from and go to: "412 address ranges move from A to B".
// The arithmetic is number-runs.ts's.

import type { ListedDataset, Precinct, StreetSegment } from '@/lib/core/vip';
import { streetName } from '@/lib/release/street-encode';
import { countAddresses } from './count-addresses';
import type { DestinationTable } from './destinations';
import type { RangeChange, RangeGroup } from './difference';
import { type NumberChange, numberChanges } from './number-runs';
import { type ComparedStreet, isUnchanged, rowAt } from './street-rows';

interface Group {
  readonly from: number;
  readonly to: number;
  readonly rows: RangeChange[];
}

/** Both lists, for the words of a row. */
export interface BothLists {
  readonly live: ListedDataset | null;
  readonly draft: ListedDataset;
}

/** Groups of changed ranges: those that move first, then vanish, then appear; the largest first. O(n log n) in rows. */
export function rangeGroups(
  streets: Iterable<ComparedStreet>,
  table: DestinationTable,
  lists: BothLists,
): readonly RangeGroup[] {
  const groups = new Map<string, Group>();
  const inWords = describer(lists);
  for (const street of streets) {
    if (isUnchanged(street)) continue;
    for (const change of numberChanges([...street.live, ...street.draft])) {
      const [from, to] = [answered(table, change.from), answered(table, change.to)];
      // Nothing on one list and a precinct without a place on the other: a voter is told the same.
      if (from === to) continue;
      const key = `${from} ${to}`;
      const group = groups.get(key) ?? { from, to, rows: [] };
      groups.set(key, group);
      group.rows.push(inWords(change, street));
    }
  }
  return sorted([...groups.values()]).map(({ from, to, rows }, index) => ({
    key: `g${index}`,
    kind: from === -1 ? 'appeared' : to === -1 ? 'vanished' : 'moved',
    from: table.all[from] ?? null,
    to: table.all[to] ?? null,
    addresses: countAddresses(rows),
    rows,
  }));
}

/** Number of what a voter is told; -1: nothing, as where any of the rows leads nowhere. */
function answered(table: DestinationTable, destinations: readonly number[]): number {
  const leadsNowhere = destinations.some((number) => table.all[number]?.kind === 'nowhere');
  return leadsNowhere ? -1 : table.together(destinations);
}

function sorted(groups: readonly Group[]): readonly Group[] {
  const order = ({ from, to }: Group) => (from === -1 ? 2 : to === -1 ? 1 : 0);
  return [...groups].sort((a, b) => order(a) - order(b) || b.rows.length - a.rows.length);
}

function describer({
  live,
  draft,
}: BothLists): (change: NumberChange, street: ComparedStreet) => RangeChange {
  const before = precinctNames(live?.precincts ?? []);
  const after = precinctNames(draft.precincts);
  const liveOf = (index: number | undefined) =>
    index === undefined || live === null ? null : rowAt(live, index);
  const draftOf = (index: number | undefined) => (index === undefined ? null : rowAt(draft, index));
  return ({ start, end, side, prefix, suffix, units, liveRow, draftRow }, street) => {
    const [was, is] = [liveOf(liveRow?.index), draftOf(draftRow?.index)];
    const named = is ?? was ?? draftOf(street.draft[0]?.index) ?? liveOf(street.live[0]?.index);
    return {
      street: named === null ? '' : streetText(named),
      city: named?.city ?? '',
      zip: named?.zip ?? '',
      start,
      end,
      oddEvenBoth: side,
      prefix,
      suffix,
      units,
      livePrecinct: was === null ? null : (before.get(was.precinctId) ?? was.precinctId),
      draftPrecinct: is === null ? null : (after.get(is.precinctId) ?? is.precinctId),
      liveRow: was?.id ?? null,
      draftRow: is?.id ?? null,
    };
  };
}

function streetText(segment: StreetSegment): string {
  const name = streetName(segment);
  return name === '*' ? 'every street' : name;
}

function precinctNames(precincts: readonly Precinct[]): ReadonlyMap<string, string> {
  return new Map(precincts.map((precinct) => [precinct.id, precinctName(precinct)]));
}

/** `07`, or the name where it has no number. */
export function precinctName({ name, number }: Pick<Precinct, 'name' | 'number'>): string {
  return number ?? name;
}
