// Repairs of tables of an office's own: by the columns that somebody has confirmed, in the rows behind their titles.

import { describe, expect, it } from 'vitest';
import { soundFeed, textFile } from '../feed.fixture';
import type { TableMapping } from '../mapping/table-mapping';
import { readUpload } from '../read-upload';
import type { SuggestionKind } from './suggestion';

const mapping: TableMapping = {
  header: ['Street', 'Numbers', 'Town', 'State', 'Zip', 'Pct', 'Votes at', 'Where'],
  width: 8,
  kind: 'ranges',
  columns: {
    streetWhole: 0,
    rangeText: 1,
    city: 2,
    state: 3,
    zip: 4,
    precinctId: 5,
    placeName: 6,
    placeAddressWhole: 7,
  },
  always: { city: null, state: null, zip: null },
};

const numbers = ['1-99', '2-98', '1-12', '2-28', '101-199', '100-198', '1-9', '200-298'];

/** A guide with its title, so many rows for each street. */
function guide(change: (row: string[], at: number) => readonly string[] = (row) => row): string {
  const rows = Array.from({ length: 32 }, (_, at) => {
    const street = ['OAK', 'ELM', 'ASH', 'PEÑA'][at >> 3]!;
    const first = at < 16;
    const place = first
      ? ['CITY HALL', '1 MAIN ST NATICK MA 01760']
      : ['SCHOOL', '40 OAK ST NATICK MA 01760'];
    return [`${street} ST`, numbers[at & 7]!, 'NATICK', 'MA', '01760', first ? '07' : '08', ...place];
  });
  const lines = [
    ['Street guide of a made-up town'],
    mapping.header!,
    ...rows.map((row, at) => change(row, at)),
  ];
  return `${lines.map((cells) => cells.join(',')).join('\n')}\n`;
}

async function read(text: string, accepted: readonly SuggestionKind[] = []) {
  const election = textFile('election.txt', `${soundFeed['election.txt']!.join('\n')}\n`);
  const { dataset, problems, suggestions } = await readUpload([textFile('guide.csv', text), election], {
    mappings: [mapping],
    officeState: 'MA',
    officeId: 'ma-made-up',
    known: { name: 'Made-up', phone: '555-0100', election: null },
    suggestions: true,
    accepted: accepted.map((kind) => ({ kind, file: null, column: null })),
  });
  const errors = problems.filter(({ severity }) => severity !== 'warning').map(({ code }) => code);
  return { dataset, errors, suggestions };
}

describe('an office’s own table', () => {
  it('gets no suggestion where it is as it should be', async () => {
    const { errors, suggestions } = await read(guide());
    expect([errors, suggestions]).toEqual([[], []]);
  });

  it.each([
    [
      'lost zeros',
      'lost-zeros',
      'Zip',
      (row: string[], at: number) => row.with(4, at % 3 ? '1760' : '01760'),
      21,
    ],
    [
      'ranges that became dates',
      'spreadsheet-date',
      'Numbers',
      (row: string[], at: number) => row.with(1, (at & 7) === 2 ? '12-Jan' : row[1]!),
      4,
    ],
    [
      'letters in a wrong encoding',
      'mojibake',
      'Street',
      (row: string[]) => row.with(0, row[0]!.replace('Ñ', 'Ã‘')),
      8,
    ],
  ] as const)('gets %s back, in the rows that have them', async (_, kind, column, change, count) => {
    const good = (await read(guide())).dataset;
    const spoilt = await read(guide(change));
    expect(spoilt.dataset).not.toEqual(good);
    expect(spoilt.suggestions).toMatchObject([{ kind, file: 'guide.csv', column, count, isApplied: false }]);
    const repaired = await read(guide(change), [kind]);
    expect(repaired.dataset).toEqual(good);
    expect(repaired.errors).toEqual([]);
    expect(repaired.suggestions).toMatchObject([{ kind, count, isApplied: true }]);
  });

  it('names rows by their numbers in the file', async () => {
    const { suggestions } = await read(guide((row, at) => (at === 4 ? row.with(4, '1760') : row)));
    expect(suggestions[0]?.examples).toEqual([{ row: 7, before: ['1760'], after: ['01760'] }]);
  });

  it('keeps a date that may have been two ranges', async () => {
    const { errors, suggestions } = await read(guide((row, at) => (at === 4 ? row.with(1, '2-Dec') : row)));
    expect(errors).toEqual(['range-unreadable']);
    expect(suggestions).toEqual([]);
  });
});
