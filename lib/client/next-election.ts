// Owns which election a page speaks of before anything has been looked up.

import { electionOver } from '@/lib/core/hours/election-day';
import type { ElectionAnswer } from '@/lib/core/lookup/outcome';
import type { Pointer } from '@/lib/release/format';

/** The nearest by date; one whose zone is not known counts as ahead until it is over everywhere. */
export function nextElection(elections: Pointer['elections'], now: Date): ElectionAnswer | null {
  const [next] = elections
    .filter(({ date }) => !electionOver(date, null, now))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  return next ? { id: '', name: next.name, date: next.date, over: false } : null;
}
