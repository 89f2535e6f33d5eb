// Owns the drill's report for machines: facts, rows, checks, sums of voters. Visits one by one are left out. Pure.

import type { Annex } from '../annex';
import type { RowResult } from '../run-rows';
import type { DrillFacts } from './html';

/** `{"format": 1, "facts": {…}, "rows": [{"number": 1, "state": "holds", "checks": […], "watched": […]}]}`. */
export function reportJson(
  facts: DrillFacts,
  results: readonly RowResult[],
  annexes: readonly Annex[] = [],
): string {
  const rows = results.map(({ figures, ...row }) => ({
    ...row,
    ...figures,
    watched: (figures.watched ?? []).map(({ visits: _, ...sums }) => sums),
  }));
  return `${JSON.stringify({ format: 1, facts, rows, annexes }, null, 2)}\n`;
}
