// Owns what a page and the worker that checks files say to each other. Shapes only.

import type { OfficeReading } from '@/lib/ingest/office-reading';
import type { Problem } from '@/lib/ingest/problems/problem';
import type { VipFlatCounts } from '@/lib/ingest/read-vip-flat';

/** To the worker: read these, as this office's. */
export interface CheckRequest {
  readonly files: readonly File[];
  readonly reading: OfficeReading;
}

/** What a check on this computer found; the first problems only, worst first. */
export interface LocalCheck {
  readonly counts: VipFlatCounts;
  readonly election: { readonly name: string; readonly date: string } | null;
  readonly isReadable: boolean;
  /** No file says which election it is for, and nothing known of the office does. */
  readonly lacksElection: boolean;
  readonly first: readonly Problem[];
  /** Tables of the office's own, and the names of those whose columns nobody has confirmed. */
  readonly foreign: { readonly tables: number; readonly unconfirmed: readonly string[] };
  /** A list of precincts and places that brings no streets: the server lays it over those that are live, which are not here. */
  readonly isListAlone: boolean;
}

/** How far a check is; both only grow. `bytes`: looked at, unpacked or again included. `rows`: read; 0 before all files are known. */
export interface HowFar {
  readonly bytes: number;
  readonly rows: number;
}

/** From the worker. `failed`: it could not do it at all; the server checks anyhow. */
export type WorkerMessage =
  | ({ readonly kind: 'reading' } & HowFar)
  | { readonly kind: 'checked'; readonly check: LocalCheck }
  | { readonly kind: 'failed' };
