// Owns what a row of the drill is: a fault, what a voter must still get in it, and the figures that say whether they
// did. Types, and the few words that rows share. Knows no row.

import type { Meter, Watched } from './meter';
import type { World } from './world';

/** One row of the fault matrix. `run` makes the fault, measures, and takes the fault away again. */
export interface DrillRow {
  readonly number: number;
  /** `KV down, slow, or losing writes`. */
  readonly fault: string;
  /** `answer; office told plainly`. */
  readonly mustGet: string;
  readonly run: (world: World, meter: Meter) => Promise<RowFigures>;
}

/** One thing that was measured, and whether it is as it must be: `{what: 'wrong answers', got: '0 of 2,310', holds: true}`. */
export interface Check {
  readonly what: string;
  readonly got: string;
  readonly holds: boolean;
}

/** What a row gives. It holds where each check does; without a check it does not. */
export interface RowFigures {
  readonly checks: readonly Check[];
  /** Voters beside the fault, for the table and the charts. */
  readonly watched?: readonly Watched[];
  /** More numbers for machines: `{originRequests: 3}`. */
  readonly figures?: Readonly<Record<string, number>>;
  readonly notes?: readonly string[];
}

/** Thrown by a row that this machine cannot run; the message says why: `no tmpfs can be mounted here (not root)`. */
export class NotRun extends Error {
  override readonly name = 'NotRun';
}

/** `check('origin requests', 3, (count) => count <= 10, 'at most 10')`. */
export function check<Got extends number | string>(
  what: string,
  got: Got,
  holds: (got: Got) => boolean,
  wished: string,
): Check {
  const text = typeof got === 'number' ? got.toLocaleString('en-US') : got;
  return { what, got: `${text} (${wished})`, holds: holds(got) };
}
