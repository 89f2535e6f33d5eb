// Owns what there is to say of the shape of a table. Types only.

import type { TableKind } from '@/lib/ingest/mapping/table-mapping';
import type { County } from './truth.fixture';

export interface Shape {
  readonly kind: Exclude<TableKind, 'ignored'>;
  /** As `columnsOf` reads it. */
  readonly heading: string;
  readonly file?: string;
  readonly county?: County;
  /** Lines before the heading. */
  readonly preamble?: readonly string[];
  /** A line above the heading's, with names for several columns: `;` between cells. */
  readonly above?: string;
  readonly isHeaderless?: boolean;
  /** A line of its own before the rows of each town or precinct, which no column names. */
  readonly groups?: 'town' | 'precinct';
  /** These columns stand in the first row of a group only, as merged cells are exported. */
  readonly once?: 'precinct' | 'street';
  readonly delimiter?: ',' | '\t' | ';' | '|';
  /** The heading comes again, with a page's number before it. */
  readonly isPaged?: boolean;
  readonly isTotalled?: boolean;
  /** What it lacks cannot be said by anybody, so that addresses are told to be missing. */
  readonly finds?: 'nothing';
}
