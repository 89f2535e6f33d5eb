// Owns the judgement of one voter's visit, and sums of many. Pure: shares no code with the look-up, so that the two can disagree.

import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import type { RungKind } from '@/lib/core/rung';

/** An address whose true answer is known: `{address, kind: 'found', placeIds: ['pl-7']}`. */
export interface GoldenAddress {
  readonly address: string;
  readonly kind: LookupOutcome['kind'];
  readonly placeIds: readonly string[];
}

/** `right`: the true answer. `honest`: "we cannot check", with a number to call. `wrong`: another answer.
 *  `falseMissing`: "not on the list" of somebody who is. `failed`: no page, or no word at all. */
export type Verdict = 'right' | 'honest' | 'wrong' | 'falseMissing' | 'failed';

/** One visit, as it is reported: when, how long (ms), and what came of it. */
export interface Visit {
  readonly atMs: number;
  readonly ms: number;
  readonly verdict: Verdict;
  readonly rung: RungKind | null;
  /** What was wrong, never an address: `kind found, places pl-8`. */
  readonly detail: string;
}

/** What a voter is told about a golden address, judged. */
export function judge(golden: GoldenAddress, outcome: LookupOutcome): Verdict {
  if (outcome.kind === 'cannotCheck') {
    return outcome.offices.some(({ phone }) => phone !== null) ? 'honest' : 'failed';
  }
  if (outcome.kind === 'missing' && golden.kind !== 'missing') return 'falseMissing';
  if (outcome.kind !== golden.kind) return 'wrong';
  const ids = outcome.pollingLocations.map(({ id }) => id).sort();
  return ids.join('\n') === [...golden.placeIds].sort().join('\n') ? 'right' : 'wrong';
}

/** Sums of visits: counts, and milliseconds that a half, 95 and 99 of a hundred were at most. */
export interface VoterFigures {
  readonly asked: number;
  readonly right: number;
  readonly honest: number;
  readonly wrong: number;
  readonly falseMissing: number;
  readonly failed: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

/** Sums of visits; zeros where there are none. */
export function sumVisits(visits: readonly Visit[]): VoterFigures {
  const count = (wanted: Verdict): number => visits.filter(({ verdict }) => verdict === wanted).length;
  const times = visits.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    asked: visits.length,
    right: count('right'),
    honest: count('honest'),
    wrong: count('wrong'),
    falseMissing: count('falseMissing'),
    failed: count('failed'),
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    p99Ms: percentile(times, 0.99),
  };
}

/** Nearest rank: of `[1, 2, 3, 4]` the half is 2; 0 of nothing. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
