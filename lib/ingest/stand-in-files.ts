// Owns what stands in for files that a small feed may leave out because the office has said it already: which election, and
// whom to call. What the feed says itself always counts before it.

import { tableOf } from './feed-files';
import type { SourceFile } from './source-file';

/** What is known of an office without its files. */
export interface KnownOfOffice {
  /** `Adams County`. */
  readonly name: string;
  readonly phone: string | null;
  readonly election: { readonly name: string; readonly date: string } | null;
}

/** The feed with `election.txt`, `source.txt` and `election_administration.txt` made from what is known, each only where
 *  the feed has none; the last only where no locality could lead elsewhere. */
export function withStandIns(files: readonly SourceFile[], known: KnownOfOffice): readonly SourceFile[] {
  const present = new Set(files.map(({ name }) => tableOf(name)));
  const made: SourceFile[] = [];
  const { name, phone, election } = known;
  if (!present.has('election') && election !== null) {
    made.push(
      table(
        'election.txt',
        ['id', 'name', 'date'],
        [`election-${election.date}`, election.name, election.date],
      ),
    );
  }
  if (!present.has('source')) made.push(table('source.txt', ['id', 'name'], ['source', name]));
  if (!present.has('election_administration') && !present.has('locality')) {
    made.push(table('election_administration.txt', ['id', 'name', 'phone'], ['office', name, phone ?? '']));
  }
  return [...files, ...made];
}

function table(name: string, header: readonly string[], cells: readonly string[]): SourceFile {
  const quoted = cells.map((cell) => `"${cell.replaceAll('"', '""')}"`);
  const bytes = new TextEncoder().encode(`${header.join(',')}\n${quoted.join(',')}\n`);
  return { name, sizeBytes: bytes.length, bytes: () => [bytes] };
}
