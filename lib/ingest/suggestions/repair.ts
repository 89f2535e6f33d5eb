// Owns the shapes between the kinds of repair and whoever looks for them: what a kind is told of a table, and what it gives.
// Knows no single kind.

import { ownText } from '../intern';
import type { BatchSigns, RecordSource } from '../tables/record-source';
import type { RepairColumns } from './repair-columns';
import type { RepairExample, SuggestionKind } from './suggestion';

export type Cells = readonly string[];

/** A row as it is to be read: the very same array where nothing is to be done. The same cells give the same, always. */
export type Repair = (cells: Cells, row: number) => Cells;

/** What is known from beside the table. */
export interface RepairFacts {
  /** Two-letter postal code of rows that name no state; null: not known. */
  readonly state: string | null;
  /** Ids of all precincts, as the table of precincts has them; null: there is none. */
  readonly precinctIds: ReadonlySet<string> | null;
  /** Towns of the polling places, upper case; null: none is known. */
  readonly towns: ReadonlySet<string> | null;
}

/** One table to be looked at. */
export interface RepairTable {
  readonly columns: RepairColumns;
  readonly facts: RepairFacts;
  /** True where somebody has corrected this cell by hand: that word goes before every rule. */
  readonly isCorrected: (row: number, column: number) => boolean;
}

/** One group that is offered. */
export interface Finding {
  readonly kind: SuggestionKind;
  /** Positions; [] where whole rows move. */
  readonly columns: readonly number[];
  readonly count: number;
  readonly examples: readonly RepairExample[];
  readonly repair: Repair;
  /** Where cells move between rows: the records with it, instead of `repair`. */
  readonly over?: (source: RecordSource) => RecordSource;
}

/** Takes the whole rows of a table in order, then says what is offered. */
export interface RepairWatch {
  readonly accept: (cells: Cells, row: number, signs: BatchSigns) => void;
  readonly end: () => readonly Finding[];
}

/** One kind, or one form of it. `rows`: it moves cells between columns, and goes before what mends single cells. */
export interface RepairKind {
  readonly stage: 'rows' | 'cells';
  /** It is also about rows that have one cell too many, or too few. */
  readonly takesRagged?: boolean;
  /** Null where the table has nothing that it could happen to. */
  readonly watch: (table: RepairTable) => RepairWatch | null;
}

/** So many rows are shown of a group. */
const mostExamples = 5;
const mostChars = 100;

/** Counts what a group would change, and keeps the first rows of it. */
export class RepairTally {
  count = 0;
  readonly examples: RepairExample[] = [];

  /** One more row, with the cells concerned. */
  add(row: number, before: Cells, after: Cells): void {
    this.count++;
    if (this.examples.length >= mostExamples) return;
    this.examples.push({ row, before: before.map(shown), after: after.map(shown) });
  }
}

function shown(cell: string): string {
  const text = cell.trim();
  if (text.length <= mostChars) return ownText(text);
  // By characters: half of one is no text that can be stored.
  return `${[...text.slice(0, 2 * mostChars)].slice(0, mostChars).join('')}…`;
}
