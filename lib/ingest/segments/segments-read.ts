// Owns the shapes of what a street file gives while it is read: segments, and beside them the rows that they stand in.

import type { StreetSegment } from '@/lib/core/vip';
import type { StateTally } from '../vip/read-state';
import type { RowNumbers } from './row-numbers';
import type { SetAsideRows } from './set-aside-rows';

/** What was read, in the file's order. `rows.at(i)` is where `segments[i]` stands. */
export interface ReadSegments {
  readonly segments: readonly StreetSegment[];
  readonly rows: RowNumbers;
  readonly states: StateTally;
  /** The columns of state, first number and street name as the file calls them. */
  readonly stateLabel: string;
  readonly numberLabel: string;
  readonly streetLabel: string;
  /** The same of the columns over which a spreadsheet may have counted on. */
  readonly countedLabels: Readonly<Record<CountedField, string>>;
  readonly setAside: SetAsideRows;
  /** What lies in a state that no cell names lies in this one. */
  readonly fillStates: (state: string) => void;
}

/** Columns over which a spreadsheet may have counted on. */
export type CountedField = 'zip' | 'precinctId';

/** The segments that will be in the dataset, and the row of each. */
export interface SettledSegments {
  readonly segments: readonly StreetSegment[];
  readonly rows: RowNumbers;
}
