// What is checked against the list that is live, by the functions that decide it: each cause just past its limit and just at it, with its
// count (what taking note of one means: lib/office/compare/approve-draft.test.ts); golden addresses, asked as voters ask; and cells that no spreadsheet may run.

import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '@/lib/core/vip';
import type { ExampleUpload } from '@/lib/ingest/problems/examples/example';
import { readExample } from '@/lib/ingest/problems/examples/real-files.fixture';
import { causeCodes, changeCauses } from '@/lib/office/compare/change-causes';
import { type ChangeWay, changeItems, goldenWays } from '@/lib/office/compare/checked-changes';
import { compareDatasets } from '@/lib/office/compare/compare-datasets';
import { differenceCsv } from '@/lib/office/compare/difference-csv';
import { goldenResult } from '@/lib/office/compare/golden-addresses';
import { problemCsvRow } from '@/lib/office/drafts/problems-csv';
import { dayBefore, open } from '../corruptions/judge';

interface Read {
  readonly dataset: Dataset;
  readonly conflicts: number;
}

async function read(upload: ExampleUpload): Promise<Read> {
  const { dataset, counts, problems } = await readExample({}, upload);
  if (dataset === null) throw new Error(JSON.stringify(problems));
  return { dataset, conflicts: counts.conflicts };
}

async function causesOf({ live, draft, facts = {} }: ChangeWay): Promise<readonly string[]> {
  const before = live === null ? null : await read(live);
  const after = await read(draft);
  const causes = changeCauses({
    difference: compareDatasets(before?.dataset ?? null, after.dataset, {
      live: before?.conflicts ?? 0,
      draft: after.conflicts,
    }),
    today: facts.today ?? '2026-10-01',
    dataset: 'this list',
    earlier: new Map(facts.isOfBefore ? [['this list', 'Primary Election, 2026-05-05']] : []),
    lostFixes: facts.lostFixes ?? [],
  });
  return causes.map(({ code, count }) => `${code} ${count}`);
}

describe.each(changeItems.map((item) => ({ ...item, name: item.item })))('$name', ({ ways, codes }) => {
  for (const way of ways) {
    it(way.way, async () => {
      expect([...(await causesOf(way))].sort()).toEqual([...way.found].sort());
    });
  }

  it('is one that its causes are found of', () => {
    const found = ways.flatMap((way) => way.found.map((line) => line.split(' ')[0]));
    expect(codes.filter((code) => !found.includes(code))).toEqual([]);
  });
});

it('every cause is one of the items', () => {
  expect([...new Set(changeItems.flatMap(({ codes }) => codes))].sort()).toEqual([...causeCodes].sort());
});

describe('a golden address', () => {
  it.each(goldenWays)('$way', async ({ draft, address, placeId, isRight }) => {
    const { dataset } = await read(draft);
    const outcome = await (await open(dataset)).answer(address, dayBefore(dataset));
    expect(goldenResult({ address, placeId, placeName: '' }, outcome).isRight).toBe(isRight);
  });
});

describe('a file for a spreadsheet', () => {
  const cellsOf = (csv: string) => Papa.parse<string[]>(csv).data.flat();
  const starts = ['=', '+', '-', '@', '\t', '\r', '\n'];

  it.each(starts.map((start) => [JSON.stringify(start), start] as const))(
    'of problems has no cell that begins with %s',
    (_shown, start) => {
      const cell = `${start}1+1`;
      const row = problemCsvRow({
        id: 1,
        header: null,
        cells: null,
        severity: 'error',
        code: 'zip-unreadable',
        file: cell,
        row: 2,
        column: cell,
        value: cell,
        message: cell,
        remedy: cell,
      });
      expect(cellsOf(row).filter((each) => each.startsWith(start))).toEqual([]);
      expect(cellsOf(row).filter((each) => each === `'${cell}`)).toHaveLength(5);
    },
  );

  it.each(starts.map((start) => [JSON.stringify(start), start] as const))(
    'of a comparison has no cell that begins with %s',
    async (_shown, start) => {
      const { dataset } = await read({ files: [] });
      const cell = `${start}cmd`;
      const draft: Dataset = {
        ...dataset,
        precincts: dataset.precincts.map((row) => ({ ...row, name: cell, pollingLocationIds: ['pl1'] })),
        pollingLocations: dataset.pollingLocations.map((row) => ({ ...row, name: cell, line1: cell })),
        streetSegments: dataset.streetSegments.map((row) => ({ ...row, id: cell, city: cell })),
      };
      const csv = [...differenceCsv(compareDatasets(dataset, draft, { live: 0, draft: 0 }))].join('');
      expect(cellsOf(csv).filter((each) => each.startsWith(start))).toEqual([]);
      expect(cellsOf(csv).filter((each) => each.startsWith(`'${start}`)).length).toBeGreaterThan(8);
    },
  );
});
