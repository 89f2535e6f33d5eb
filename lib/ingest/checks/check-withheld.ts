// Owns the reports on rows that are kept but do not answer for all their addresses, since a row that was set aside holds some of them,
// too (docs/adr/0040). Mirrors the look-up.

import type { StreetSegment } from '@/lib/core/vip';
import type { ProblemLog } from '../problems/problem';
import { findOverlaps, type Partners } from '../segments/overlap';
import type { SettledStreets } from '../segments/settle-segments';
import { streetGroups, streetText } from '../segments/street-groups';
import { rangesOf, rangeText } from './check-overlaps';

/** Listed at most for one street; the rest is counted. */
const listedPerStreet = 50;

/** Reports each row that is kept and meets one that was set aside, once. `column`: of the first number as the file calls it. */
export function reportWithheld(
  file: string,
  column: string,
  { segments, rows, withheld }: SettledStreets,
  log: ProblemLog,
): void {
  if (withheld.segments.length === 0) return;
  const all = [...segments, ...withheld.segments];
  const partners = partnersOf(all, segments.length);
  const wide = widest(withheld.segments);
  let listed = 0;
  let street = '';
  for (const [i, segment] of segments.entries()) {
    const partner = segment.includesAllStreets ? wide(segment) : partners[i]! - segments.length;
    if (partner < 0) continue;
    const name = streetText(segment);
    listed = name === street ? listed + 1 : 1;
    street = name;
    if (listed > listedPerStreet || log.isListFull('numbers-withheld', file)) {
      log.countOnly('numbers-withheld', file);
      continue;
    }
    const other = withheld.segments[partner]!;
    const detail = `Row ${withheld.rows.at(partner)} (${rangeText(other)} ${streetText(other)}) is set aside.`;
    const value = `${rangeText(segment)} ${name}`;
    log.report('numbers-withheld', { file, row: rows.at(i), column, value }, detail);
  }
}

/** For each kept row the index of one set aside that shares a number of its street with it; -1 for none. */
function partnersOf(all: readonly StreetSegment[], kept: number): Int32Array {
  const streets = streetGroups(all);
  const ranges = rangesOf(all, (i) => (i < kept ? 0 : 1));
  const partners: Partners = {
    other: new Int32Array(all.length).fill(-1),
    same: new Int32Array(all.length).fill(-1),
  };
  for (let street = 0; street < streets.size; street++) {
    const members = streets.members(street);
    if (members[members.length - 1]! < kept || members[0]! >= kept) continue;
    const hasUnits = (i: number) => all[i]!.units.length > 0;
    // A row that names its units stands before a row set aside that names none, and answers.
    findOverlaps(
      ranges,
      members.filter((i) => i >= kept || !hasUnits(i)),
      partners,
    );
    findOverlaps(ranges, members.filter(hasUnits), partners);
  }
  return partners.other;
}

/** The first row set aside in a ZIP, for rows that stand for every street of it. */
function widest(withheld: readonly StreetSegment[]): (segment: StreetSegment) => number {
  const first = new Map<string, number>();
  for (const [i, { zip }] of withheld.entries()) if (!first.has(zip)) first.set(zip, i);
  return ({ zip }) => (zip === '00000' ? 0 : (first.get(zip) ?? first.get('00000') ?? -1));
}
