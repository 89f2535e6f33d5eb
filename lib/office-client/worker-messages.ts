// Owns what a page and the worker that checks files say to each other. Shapes only.

import type { TableMapping } from '@/lib/ingest/mapping/table-mapping';
import type { Problem } from '@/lib/ingest/problem';
import type { VipFlatCounts } from '@/lib/ingest/read-vip-flat';
import type { KnownOfOffice } from '@/lib/ingest/stand-in-files';

/** To the worker: read these. */
export interface CheckRequest {
  readonly files: readonly File[];
  readonly officeId: string;
  /** Two-letter postal code. */
  readonly officeState: string;
  readonly known: KnownOfOffice;
  /** What is remembered of the office's own tables, the latest first. */
  readonly mappings: readonly TableMapping[];
}

/** What a check on this computer found; the first problems only, worst first. */
export interface LocalCheck {
  readonly counts: VipFlatCounts;
  readonly election: { readonly name: string; readonly date: string } | null;
  readonly isReadable: boolean;
  readonly first: readonly Problem[];
  /** Tables of the office's own, and the names of those whose columns nobody has confirmed. */
  readonly foreign: { readonly tables: number; readonly unconfirmed: readonly string[] };
}

/** From the worker. `failed`: it could not do it at all; the server checks anyhow. */
export type WorkerMessage =
  | { readonly kind: 'rows'; readonly rows: number }
  | { readonly kind: 'checked'; readonly check: LocalCheck }
  | { readonly kind: 'failed' };
