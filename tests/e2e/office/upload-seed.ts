// Owns what the tests of uploading bring: files as somebody would choose them, and drafts that lie in the store already.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { draftPorts } from '@/lib/adapters/draft-ports';
import { soundFeed } from '@/lib/ingest/feed.fixture';
import { type Problem, problem } from '@/lib/ingest/problems/problem';
import { newDraft, storeDraft } from '@/lib/office/drafts/create-draft';
import type { Draft } from '@/lib/office/drafts/draft';
import { storeProblems } from '@/lib/office/drafts/stored-problems';
import type { OfficeServer } from './office-server';

/** As Playwright's `setInputFiles` takes it. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A file of text. */
export const chosen = (name: string, buffer: Buffer): ChosenFile => ({
  name,
  mimeType: 'text/plain',
  buffer,
});

/** A folder's files. */
export function filesIn(folder: string): ChosenFile[] {
  return readdirSync(folder).map((name) => chosen(name, readFileSync(join(folder, name))));
}

/** A small sound feed, and beside it a file of nine million bytes that no table is made of: three chunks. */
export function feedWithLargeNotes(): ChosenFile[] {
  const notes = Buffer.from('Nobody reads this line.\n'.repeat(375_000));
  const feed = Object.entries(soundFeed).map(([name, rows]) =>
    chosen(name, Buffer.from(`${rows.join('\n')}\n`)),
  );
  return [...feed, chosen('notes.txt', notes)];
}

/** A checked draft with so many problems; every tenth stops nothing, and one value is a piece of HTML, another a formula. */
export async function draftWithProblems(
  { ports }: OfficeServer,
  officeId: string,
  count: number,
): Promise<Draft> {
  const problems = Array.from({ length: count }, (_, n): Problem => {
    const code = n % 10 === 0 ? 'id-repeated' : 'number-unreadable';
    const value = n === 1 ? '<img src=x onerror=alert(1)>' : n === 11 ? '=1+1' : `${n}x`;
    return problem(code, { file: 'street_segment.txt', row: n + 2, column: 'end_house_number', value });
  });
  const header = ['id', 'end_house_number'];
  const rows = new Map(
    problems.map(({ row, value }) => [row ?? 0, { header, cells: [`ss${row}`, value ?? ''] }]),
  );
  const stored = await storeProblems(ports, problems, new Map([['street_segment.txt', rows]]));
  const warnings = Math.ceil(count / 10);
  const actor = { kind: 'token', tokenId: 'seed', name: 'Seed', officeId } as const;
  const title = `${count} problems`;
  const draft = newDraft(ports, { officeId, actor, title, files: [], election: null });
  const counts = {
    segments: 0,
    precincts: 0,
    pollingLocations: 0,
    rowsIn: count,
    rowsSetAside: count - warnings,
  };
  const made = await storeDraft(draftPorts(ports), {
    ...draft,
    state: 'checked',
    checked: {
      at: ports.now().toISOString(),
      dataset: null,
      electionId: null,
      electionName: null,
      electionDate: null,
      ...counts,
      fatals: 0,
      errors: count - warnings,
      conflicts: 0,
      warnings,
      problems: stored,
    },
  });
  if (!made.ok) throw new Error('not stored');
  return made.value;
}
