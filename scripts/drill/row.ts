// Owns what a row of the drill is: a fault, what a voter must still get in it, and the figures that say whether they
// did. Types, and the few words that rows share. Knows no row.

import type { Check } from './check';
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
