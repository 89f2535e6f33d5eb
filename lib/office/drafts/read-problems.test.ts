// The list of problems, filtered, sorted and paged, against the same done plainly on all of them.

import { describe, expect, it } from 'vitest';
import { type Problem, problem } from '@/lib/ingest/problems/problem';
import type { ProblemCode } from '@/lib/ingest/problems/problem-codes';
import type { Draft } from './draft';
import { draftPorts } from './draft-ports.fixture';
import { PROBLEMS_CSV_HEADER, problemCsvRow } from './problems-csv';
import { allProblems, type ProblemQuery, readProblems } from './read-problems';
import { severityOrder, storeProblems } from './stored-problems';

const codes: readonly ProblemCode[] = ['id-repeated', 'number-unreadable', 'file-missing', 'zip-unreadable'];

function made(count: number): readonly Problem[] {
  return Array.from({ length: count }, (_, n) => {
    const code = codes[(n * 7) % 4]!;
    const row = code === 'file-missing' ? null : ((n * 7919) % count) + 2;
    return problem(code, {
      file: n % 3 === 0 ? 'precinct.txt' : 'street_segment.txt',
      row,
      column: 'id',
      value: `v${n}`,
    });
  });
}

async function stored(problems: readonly Problem[]) {
  const ports = await draftPorts();
  const header = ['id'];
  const shown = new Map(problems.map(({ row }) => [row ?? 0, { header, cells: [`cell ${row}`] }]));
  const rows = new Map([['precinct.txt', shown]]);
  const name = await storeProblems(ports, problems, rows);
  const draft = { checked: { problems: name } } as Pick<Draft, 'checked'>;
  const read = (
    query: Partial<Omit<ProblemQuery, 'filter'>> & { filter?: Partial<ProblemQuery['filter']> },
  ) =>
    readProblems(ports, draft, {
      sort: 'severity',
      page: 1,
      ...query,
      filter: { severity: null, code: null, file: null, ...query.filter },
    });
  return { ports, draft, read };
}

const place = ({ file, row }: Pick<Problem, 'file' | 'row'>) => `${file}:${row ?? 0}`;

describe('readProblems', () => {
  it('finds, counts and orders what a plain search finds', async () => {
    const problems = made(3000);
    const { ports, draft, read } = await stored(problems);
    const errors = problems.filter(({ severity }) => severity === 'error');
    const page = await read({ filter: { severity: 'error' } });
    expect(page).toMatchObject({ total: 3000, found: errors.length, page: 1 });
    expect(page.pages).toBe(Math.ceil(errors.length / 100));
    expect(page.severities.map(({ count }) => count)).toEqual(
      severityOrder.map((severity) => problems.filter((one) => one.severity === severity).length),
    );
    const query = { filter: { severity: null, code: null, file: 'precinct.txt' }, sort: 'file' } as const;
    const all: Problem[] = [];
    for await (const some of allProblems(ports, draft, query)) all.push(...some);
    const expected = problems.filter(({ file }) => file === 'precinct.txt');
    expect(all.map(({ value }) => value).sort()).toEqual(expected.map(({ value }) => value).sort());
    const rows = all.map(({ row }) => row ?? 0);
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
    const last = await read({ sort: 'code', page: 999 });
    expect(last.page).toBe(30);
    expect(last.problems.at(-1)?.code).toBe('zip-unreadable');
  });

  it('has the row of each problem, and the words of its code', async () => {
    const { read } = await stored(made(50));
    const { problems } = await read({ filter: { file: 'precinct.txt' } });
    for (const one of problems.filter(({ row }) => row !== null)) {
      expect(one).toMatchObject({ header: ['id'], cells: [`cell ${one.row}`] });
      expect(one.remedy).not.toBe('');
    }
    expect(new Set(problems.map(place)).size).toBeGreaterThan(10);
  });

  it('shows nothing of a draft that was not checked', async () => {
    const { ports } = await stored([]);
    const query = { filter: { severity: null, code: null, file: null }, sort: 'severity', page: 1 } as const;
    expect(await readProblems(ports, { checked: null }, query)).toMatchObject({
      total: 0,
      problems: [],
      pages: 1,
    });
  });
});

it.each([
  ['=1+1', `"'=1+1"`],
  ['+1', `"'+1"`],
  ['-1', `"'-1"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\tx', `"'\tx"`],
  ['\rx', `"'\rx"`],
  ['say "hi", ok', '"say ""hi"", ok"'],
  ['<b>', '"<b>"'],
])('a cell %j stands in the CSV as %s', async (value, expected) => {
  const one = {
    ...problem('id-repeated', { file: 'f.txt', row: 2, column: 'id', value }),
    id: 0,
    header: null,
    cells: null,
  };
  expect(problemCsvRow(one)).toContain(`,${expected},`);
  expect(PROBLEMS_CSV_HEADER.startsWith('\ufeff')).toBe(true);
});
