// Owns which tables of an upload somebody has to be asked about. Knows no page.

import type { Problem } from '../problems/problem';
import type { ForeignTable } from './table-mapping';

/** Whether an upload has something to read besides tables that look like no list, whatever else is wrong with it: `mapTables` says
 *  `file-not-a-list` where it has not. */
export function hasOtherTables(problems: readonly Pick<Problem, 'code'>[]): boolean {
  return problems.every(({ code }) => code !== 'file-not-a-list');
}

/** Those that nobody has confirmed. One that looks like no list for voters, as notes beside a feed, is left out of the question,
 *  unless there is nothing else (`hasOthers`). */
export function unconfirmedTables(
  tables: readonly ForeignTable[],
  hasOthers: boolean,
): readonly ForeignTable[] {
  const open = tables.filter(({ confirmed }) => confirmed === null);
  const lists = open.filter(({ proposal }) => proposal.mapping.kind !== 'ignored');
  return lists.length > 0 || hasOthers ? lists : open;
}
