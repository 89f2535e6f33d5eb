// Owns the shape of what is checked, item by item: small uploads in which it shows, what has to be found in each, and their sound twins.
// Shapes only: tests/contract/checked reads the uploads, docs/what-is-checked.md says the items.

import type { ExampleFile, ExampleUpload } from '../examples/example';
import type { ProblemCode } from '../problem-codes';

/** A form in which a whole feed may come (tests/contract/checked/forms.ts makes the files). */
export const feedForms = [
  'text',
  'zip',
  'workbook',
  'tabs in UTF-16BE',
  'semicolons in UTF-16LE',
  'pipes',
  'UTF-8 with a byte order mark',
  'Windows-1252',
  'names that lie',
  'XML 3.1',
  'XML 5.2',
  'XML 6.0',
] as const;
export type FeedForm = (typeof feedForms)[number];

/** An upload in which an item shows, or does not. */
export interface Way extends ExampleUpload {
  /** How it shows: `in a list of precincts`. */
  readonly way: string;
  /** Every problem that is found, and no other: `error zip-unreadable street_segment.txt:4 zip «4399»`; `-` for no row or no column,
   *  `+ 3` behind it for as many in all. */
  readonly found: readonly string[];
  /** As in `ProblemExample`. */
  readonly around?: 'feed' | 'own';
  readonly beside?: readonly ExampleFile[];
  readonly live?: ExampleUpload;
  /** Forms in which it is tried besides the one that it has; left out: all that texts around a feed may have. */
  readonly forms?: readonly FeedForm[];
  /** How many streets, precincts and places are read of it. */
  readonly gives?: readonly [streets: number, precincts: number, places: number];
}

/** One thing that is checked, or that is read. */
export interface CheckedItem {
  /** `A house number that a spreadsheet took for a date`. */
  readonly item: string;
  /** What happens to it, as a sentence; left out: what the severity of its first code always does. */
  readonly happens?: string;
  /** The code or codes that say so; []: nothing has to be said. */
  readonly codes: readonly ProblemCode[];
  readonly ways: readonly Way[];
}

/** Items under a heading. */
export interface CheckedSection {
  readonly heading: string;
  readonly items: readonly CheckedItem[];
}
