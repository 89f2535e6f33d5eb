// Owns the shape of a corruption: what happened in the office, what the files look like after it, and what has to be found.

import type { SourceFile } from '@/lib/ingest/files/source-file';
import type { ProblemCode } from '@/lib/ingest/problems/problem-codes';
import type { CauseCode } from '@/lib/office/compare/change-causes';
import type { Random } from '@/scripts/generate/random';
import type { GoodFeed } from './good-feeds';

/** A code at exactly these rows of a file. `rows: null`: the problem is the whole file's. */
export interface Finding {
  readonly code: ProblemCode;
  readonly file: string;
  readonly rows: readonly number[] | null;
  /** As the file calls it; null: of no column; left out: of any. */
  readonly column?: string | null;
}

export interface Corrupted {
  readonly files: readonly SourceFile[];
  /** Every one of these, and of each code no other rows. */
  readonly found: readonly Finding[];
  /** What may be found besides, as a consequence. Errors and conflicts that are neither here nor in `found` are too many. */
  readonly also?: readonly ProblemCode[];
  /** What the approver has to take note of: each of these. */
  readonly causes?: readonly CauseCode[];
  /** Addresses of these rows of the good feed's streets are asked besides others (indexes). */
  readonly touched?: readonly number[];
}

export interface Corruption {
  /** What happened in the office. */
  readonly title: string;
  /** Null where the feed has nothing that it could happen to. Pure: the same seed gives the same files. */
  readonly make: (feed: GoodFeed, random: Random) => Corrupted | null;
}
