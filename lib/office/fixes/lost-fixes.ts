// Owns the question which fixes a new list undoes: what was put right is live, and the new list says again what it said before. Pure.

import type { ListedDataset } from '@/lib/core/vip';
import { changesBetween, placeCalled } from './changes-between';
import type { AddressChange, Change, Fix, ThingChange } from './fix';
import { overlap, type Run } from './number-run';

/** `change`: from what is live to what the new list says, cut to what the fix was about; its `row` is the new list's. */
export interface LostFix {
  readonly fix: Fix;
  readonly change: Change;
}

/** Each fix that is live and that `draft` has not; what a later approved list changed again is no fix any more. A run of numbers that
 *  two fixes were about is counted for the later one. O(n log n) in rows of the streets that fixes are about. */
export function lostFixes(
  memory: readonly Fix[],
  live: ListedDataset,
  draft: ListedDataset,
): readonly LostFix[] {
  if (memory.length === 0) return [];
  const streets = new Set(
    memory.flatMap(({ change }) => (change.about === 'addresses' ? [change.street] : [])),
  );
  const changes = changesBetween(live, draft, { terms: 'before', streets });
  const latest = [...memory].sort((a, b) => (a.source.at < b.source.at ? 1 : -1));
  const byKey = new Map<string, Fix[]>();
  for (const fix of latest) {
    const key = keyOf(fix.change);
    byKey.set(key, [...(byKey.get(key) ?? []), fix]);
  }
  return [
    ...changes.flatMap((change): readonly LostFix[] => {
      const fixes = byKey.get(keyOf(change)) ?? [];
      if (change.about === 'addresses') return lostRuns(change, fixes);
      if (change.about === 'place') return [];
      const fix = fixes.find(({ change: fixed }) => isThing(fixed) && isUndone(fixed, change));
      return fix === undefined ? [] : [{ fix, change }];
    }),
    ...lostPlaces(latest, live, draft),
  ];
}

function keyOf(change: Change): string {
  return change.about === 'addresses'
    ? [change.street, change.prefix, change.suffix].join('\n')
    : `${change.about}\n${change.subject.key}`;
}

const isThing = (change: Change): change is ThingChange => change.about !== 'addresses';

function isUndone(fixed: ThingChange, change: ThingChange): boolean {
  return change.before.key === fixed.after.key && change.after.key === fixed.before.key;
}

function lostRuns(change: AddressChange, fixes: readonly Fix[]): readonly LostFix[] {
  const found: LostFix[] = [];
  const cuts: Run[] = [];
  for (const fix of fixes) {
    const fixed = fix.change;
    if (fixed.about !== 'addresses' || !isAnsweredAsBefore(fixed, change)) continue;
    // Units are not looked at: a fix of some units is asked about with its building.
    const cut = overlap(change, fixed);
    if (cut === null || cuts.some((other) => holds(other, cut))) continue;
    cuts.push(cut);
    found.push({ fix, change: { ...change, ...cut } });
  }
  return found;
}

/** Its precinct is the old one again, or it is sent where it was sent: of what the fix changed, and what is live. */
function isAnsweredAsBefore(fixed: AddressChange, change: AddressChange): boolean {
  return (['precinct', 'place'] as const).some((part) => {
    const [wrong, right] = [fixed.before[part].key, fixed.after[part].key];
    return wrong !== right && change.before[part].key === right && change.after[part].key === wrong;
  });
}

function holds(outer: Run, inner: Run): boolean {
  return (
    (outer.side === 'both' || outer.side === inner.side) &&
    outer.start <= inner.start &&
    outer.end >= inner.end
  );
}

/** A place that is called, or lies, as it did before it was put right. */
function lostPlaces(fixes: readonly Fix[], live: ListedDataset, draft: ListedDataset): readonly LostFix[] {
  const standing = new Set(live.pollingLocations.map((place) => placeCalled(place).key));
  const offered = new Map(draft.pollingLocations.map((place) => [placeCalled(place).key, place]));
  return fixes.flatMap((fix): readonly LostFix[] => {
    const { change } = fix;
    if (change.about !== 'place') return [];
    const wrong = offered.get(change.before.key);
    const isLive = standing.has(change.after.key) && !standing.has(change.before.key);
    if (wrong === undefined || !isLive || offered.has(change.after.key)) return [];
    return [{ fix, change: { ...change, before: change.after, after: placeCalled(wrong), row: wrong.id } }];
  });
}
