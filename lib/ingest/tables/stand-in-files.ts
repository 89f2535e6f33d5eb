// Owns what stands in for tables that a small feed may leave out because the office has said it already: which election, and
// whom to call. What the feed says itself always counts before it.

import { csvRecords } from './csv';
import type { FeedTable } from './feed-files';
import type { TableName } from './vip-columns';

/** What is known of an office without its files. */
export interface KnownOfOffice {
  /** `Adams County`. */
  readonly name: string;
  readonly phone: string | null;
  readonly election: { readonly name: string; readonly date: string } | null;
}

/** `election`, `source` and `election_administration` made from what is known, each only where the feed has none; the last
 *  only where no locality could lead elsewhere. */
export function standInTables(
  tables: readonly FeedTable[],
  { name, phone, election }: KnownOfOffice,
): readonly FeedTable[] {
  const present = new Set(tables.map(({ table }) => table));
  const made: FeedTable[] = [];
  if (!present.has('election') && election !== null) {
    const cells = [`election-${election.date}`, election.name, election.date];
    made.push(standIn('election', ['id', 'name', 'date'], cells));
  }
  if (!present.has('source')) made.push(standIn('source', ['id', 'name'], ['source', name]));
  if (!present.has('election_administration') && !present.has('locality')) {
    made.push(standIn('election_administration', ['id', 'name', 'phone'], ['office', name, phone ?? '']));
  }
  return made;
}

function standIn(table: TableName, header: readonly string[], cells: readonly string[]): FeedTable {
  const quoted = cells.map((cell) => `"${cell.replaceAll('"', '""')}"`);
  const bytes = new TextEncoder().encode(`${header.join(',')}\n${quoted.join(',')}\n`);
  return {
    table,
    source: csvRecords({ name: `${table}.txt`, sizeBytes: bytes.length, bytes: () => [bytes] }),
  };
}
