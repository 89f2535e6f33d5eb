// Owns finding corrections that an earlier draft of the office had and a later upload lost: the same cell of the same
// table is wrong again in the same way. Cells can be corrected only where a problem names them, so problems tell.

import { type Draft, drafts } from '../drafts/draft';
import { allProblems } from '../drafts/read-problems';
import type { OfficePorts } from '../ports/office-ports';

/** Problems looked through at most: a list with more has other troubles. */
const MOST_PROBLEMS = 20_000;

/** `precinct.txt, row 7, zip: 3912` for each cell, rows as they are in `draft`. Throws `StoreError`. */
export async function lostFixes(
  { state, blobs }: Pick<OfficePorts, 'state' | 'blobs'>,
  draft: Draft,
): Promise<readonly string[]> {
  const earlier = (await drafts.list(state, draft.officeId)).map(({ value }) => value);
  const fixed = new Set(
    earlier
      .filter(({ id, author }) => id !== draft.id && author.at <= draft.author.at)
      .flatMap(({ corrections }) => corrections)
      .filter(({ before, after }) => before !== after)
      .map(({ file, column, before }) => cellOf(file, column, before)),
  );
  if (fixed.size === 0) return [];
  const lost = new Set<string>();
  let seen = 0;
  const query = { filter: { severity: null, code: null, file: null }, sort: 'severity' } as const;
  for await (const problems of allProblems({ blobs }, draft, query)) {
    for (const { file, row, column, value, header, cells } of problems) {
      if (row === null || column === null) continue;
      const cell = cells?.[header?.indexOf(column) ?? -1] ?? value ?? '';
      if (fixed.has(cellOf(file, column, cell))) lost.add(`${file}, row ${row}, ${column}: ${cell}`);
    }
    seen += problems.length;
    if (seen >= MOST_PROBLEMS) break;
  }
  return [...lost];
}

function cellOf(file: string, column: string, text: string): string {
  return [file.toLowerCase(), column.toLowerCase(), text.trim()].join('\n');
}
