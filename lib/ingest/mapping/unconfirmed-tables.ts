// Owns which tables of an upload somebody has to be asked about. Knows no page.

import type { ForeignTable } from './table-mapping';

/** Those that nobody has confirmed. One that looks like no list for voters, as notes beside a feed, is left out of the question,
 *  unless nothing else could be read (`isReadable`: there is a dataset). */
export function unconfirmedTables(
  tables: readonly ForeignTable[],
  isReadable: boolean,
): readonly ForeignTable[] {
  const open = tables.filter(({ confirmed }) => confirmed === null);
  const lists = open.filter(({ proposal }) => proposal.mapping.kind !== 'ignored');
  return lists.length > 0 || isReadable ? lists : open;
}
