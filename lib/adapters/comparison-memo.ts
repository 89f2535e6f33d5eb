// Owns the comparisons that this process has at hand: a page, its rows and its file are of the same one. Knows no page.

import type { ComparisonMemo } from '@/lib/office/compare/comparison';

const KEPT = Symbol.for('levee.comparisons');
type Keeper = typeof globalThis & { [KEPT]?: ComparisonMemo };

/** Kept beside the modules, of which Next has several copies. */
export function comparisonMemo(): ComparisonMemo {
  const keeper = globalThis as Keeper;
  keeper[KEPT] ??= new Map();
  return keeper[KEPT];
}
