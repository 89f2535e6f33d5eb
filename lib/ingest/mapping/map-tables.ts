// Owns the way from an office's own tables to tables of a feed: the mapping that fits, or a proposal that somebody has to confirm.
// Guesses nothing silently: a table without a confirmed mapping gives no rows.

import type { Dataset } from '@/lib/core/vip';
import type { FeedTable } from '../feed-files';
import type { ProblemLog } from '../problem';
import type { RecordSource } from '../record-source';
import type { ForeignTable, TableMapping } from './table-mapping';

export interface MapRequest {
  readonly tables: readonly RecordSource[];
  /** Confirmed for this upload or an earlier one, the latest first. */
  readonly mappings: readonly TableMapping[];
  /** Tables that the upload has of a feed's own. */
  readonly feed: readonly FeedTable[];
  /** What the office has live: a list of precincts and places changes the places of its streets. */
  readonly live: Dataset | null;
  /** Two-letter postal code of the office's state. */
  readonly officeState: string | null;
}

export interface MappedTables {
  readonly feed: readonly FeedTable[];
  readonly foreign: readonly ForeignTable[];
}

/** What is not confirmed is reported (`columns-unconfirmed`, fatal). */
export async function mapTables(_request: MapRequest, _log: ProblemLog): Promise<MappedTables> {
  return { feed: [], foreign: [] };
}
