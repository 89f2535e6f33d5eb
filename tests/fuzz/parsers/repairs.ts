// Owns the repairs of an upload among the parsers that are fuzzed: what nobody accepted changes nothing, and what is accepted answers for
// no number that the row did not say.

import { byteFile } from '@/lib/ingest/feed.fixture';
import {
  placesTable,
  precinctsTable,
  repaired,
  rowsOf,
  soundStreets,
  streetHeader,
} from '@/lib/ingest/suggestions/repairs.fixture';
import { suggestionKinds } from '@/lib/ingest/suggestions/suggestion';
import { csvRecords } from '@/lib/ingest/tables/csv';
import type { FeedTable } from '@/lib/ingest/tables/feed-files';
import { fuzzParser } from '../fuzz-parser';
import { mutateBytes } from '../mutate';

type Rows = readonly (readonly string[])[];

const WORDS = [
  '1760',
  '43999.0',
  '1,234',
  '12.0',
  '2-Jan',
  'Ã‘',
  'Â',
  ',',
  ',,',
  '\n',
  'odd',
  'even',
  'MA',
  'OH',
  'p1',
  'HILLTOWN',
  '99',
  '100',
];

const repairs = fuzzParser('repairs of an upload', async () => {
  const text = [streetHeader, ...soundStreets(30).map((row) => row.join(','))].join('\n');
  const corpus = [new TextEncoder().encode(`${text}\n`)];
  const everything = suggestionKinds.map((kind) => ({ kind, file: null, column: null }));
  return {
    input: (random) => mutateBytes(corpus, random, WORDS),
    read: async (bytes) => {
      const source = csvRecords(byteFile('street_segment.txt', bytes));
      const tables: readonly FeedTable[] = [placesTable, precinctsTable, { table: 'street_segment', source }];
      const offered = await repaired(tables);
      const before = await rowsOf(tables[2]!);
      const done = await repaired(tables, everything);
      return { before, unasked: offered.rows, after: done.rows, suggestions: done.suggestions };
    },
    judge: (_, { before, unasked, after, suggestions }) => {
      if (JSON.stringify(before) !== JSON.stringify(unasked)) return { wrong: 'repaired unasked' };
      if (after.length !== before.length) return { wrong: `${before.length} rows became ${after.length}` };
      const isMoved = suggestions.some(({ kind }) => kind === 'swapped-columns' || kind === 'shifted-cells');
      const wider = isMoved ? -1 : before.findIndex((row, at) => isWider(row, after[at]!));
      if (wider >= 0) return { wrong: `${before[wider]} became ${after[wider]}` };
      return suggestions.length > 0 ? 'accepted' : 'refused';
    },
  };
});

/** A range of plain numbers that became another one which is not inside it. */
function isWider(before: Rows[number], after: Rows[number]): boolean {
  const [start, end, first, last] = [before[1], before[2], after[1], after[2]].map((cell) =>
    /^\s*\d{1,9}\s*$/.test(cell ?? '') ? Number(cell) : null,
  );
  if (start == null || end == null) return false;
  return first == null || last == null || first < start || last > end;
}

/** One entry: all kinds are tried together, as an upload tries them. */
export const repairParsers = [repairs];
